from typing import (Any, Callable, ClassVar, Dict, Final, Generic, List, Literal, NamedTuple, Optional, Protocol, Tuple, TypedDict,
                    TypeVar, Union, cast, overload, get_type_hints, runtime_checkable, TYPE_CHECKING, NewType, Annotated)
T = TypeVar("T")
class Stack(Generic[T]):
    limit: ClassVar[int] = 10
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self
    def pop(self) -> Optional[T]: return self.items.pop() if self.items else None
s: Stack[int] = Stack[int]()
print(s.push(1).push(2).pop(), Stack[int].__origin__ is Stack, Stack[int].__args__, Stack.__parameters__, s.__orig_class__)
def f(a: int, b: Optional[str] = None, *c: Union[int, str], d: Dict[str, List[int]] = {}, **e: Any) -> Tuple[int, ...]: return (a,)
print(get_type_hints(f))
print(f.__annotations__["b"], Callable[[int], str], Literal["a", 1], Annotated[int, "meta"].__metadata__, TYPE_CHECKING)
UserId = NewType("UserId", int)
print(UserId(5) + 1, cast(int, "x"), UserId.__name__)

# ---
from typing import NamedTuple, TypedDict, Protocol, runtime_checkable, get_origin, get_args, Final
class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0
    def norm(self) -> int: return self.x ** 2 + self.y ** 2
    @property
    def flipped(self): return Point(self.y, self.x)
p = Point(3, y=4)
print(p, p.norm(), p.flipped, p._replace(x=1), p._asdict(), Point._fields, Point._field_defaults, Point.__doc__, p == (3, 4))
class Movie(TypedDict, total=False):
    name: str
    year: int
m: Movie = {"name": "x"}
print(m, Movie(name="a", year=1), Movie.__annotations__, Movie.__total__, Movie.__optional_keys__ == {"name", "year"})
class Closable(Protocol):
    def close(self) -> None: ...
print(get_origin(dict[str, int]), get_args(dict[str, int]), get_origin(list[int]) is list)
X: Final = 3
Closable()  ### raised: TypeError: Protocols cannot be instantiated

# ---
from typing import Protocol, runtime_checkable
@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...
class File:
    def close(self): pass
@runtime_checkable
class Named(Protocol):
    name: str
class Someone:
    def __init__(self): self.name = "n"
print(isinstance(File(), Closable), isinstance(1, Closable), issubclass(File, Closable), isinstance(Someone(), Named), isinstance(File(), Named))

# ---
x: int | str = 1
def f(a: int | None = None) -> list[int] | tuple[str, ...]: ...
print(f.__annotations__, isinstance(1, int | str), int | None, list[int] | None, type[int], (int | str).__args__)
isinstance(1, list[int])  ### raised: TypeError: isinstance() argument 2 cannot be a parameterized generic

# ---
from typing import get_type_hints
class A:
    x: "int" = 1
get_type_hints(A)  ### denied: annotation 'x' is text, and text is never evaluated

# ---
from __future__ import annotations
import typing
def f(a: int) -> str: ...
print(f.__annotations__)
typing.get_type_hints(f)  ### denied: annotation 'a' is text, and text is never evaluated

# ---
import typing
print(typing.ForwardRef("int"), typing.List["int"])
typing.get_type_hints(type("A", (), {"__annotations__": {"x": typing.ForwardRef("int")}}))  ### denied: text is never evaluated

# ---
from typing import TypeVar, ParamSpec, Generic, Callable, TypeVarTuple, Unpack, Self, overload
P, R, Ts = ParamSpec("P"), TypeVar("R", bound=int), TypeVarTuple("Ts")
def decorator(f: Callable[P, R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R: return f(*args, **kwargs)
    return inner
@decorator
def g(a: int, *, b: int) -> int: return a + b
@overload
def h(x: int) -> int: ...
@overload
def h(x: str) -> str: ...
def h(x): return x
class Array(Generic[Unpack[Ts]]):
    def me(self) -> Self: return self
print(g(1, b=2), h("x"), R.__bound__, R.__name__, P.__name__, Array[int, str].__args__, type(Array().me()).__name__)
h2 = lambda: None
class Node(Generic[R]): pass
class Leaf(Node[int]): pass
print(Leaf.__orig_bases__, Node.__class_getitem__(int), Leaf.__mro__)

# ---
from typing import NamedTuple
Employee = NamedTuple("Employee", [("name", str), ("id", int)])
print(Employee("x", 1), Employee._fields)
class Bad(NamedTuple):  ### raised: ValueError: Field names cannot start with an underscore: '_x'
    _x: int

# ---
import copy, typing
reference = typing.ForwardRef("X", is_argument=False)
for made in copy.copy(reference), copy.deepcopy({"a": [reference]})["a"][0]:
    assert made == reference and made is not reference and repr(made) == "ForwardRef('X')"
assert not hasattr(made, "forward")
