# python: >=3.12
def first[T](items: list[T]) -> T: return items[0]
class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, item: T) -> None: self.items.append(item)
class Pair[A, *Rest, **P](Stack[A]): pass
type Alias = int | str
type Nested[T] = dict[str, list[T]]
print(first([1]), Stack[int].__args__, Pair.__type_params__, Pair.__orig_bases__, Alias.__value__, Nested[int].__args__, Nested.__type_params__)
s = Stack()
s.push(1)
print(s.items, first.__type_params__, Alias.__name__, Nested[int], first.__annotations__)

# ---
def bounded[T: int, U: (int, str), *Ts, **P](x: T, y: U) -> tuple[T, U]: return x, y
t, u, ts, p = bounded.__type_params__
print(bounded(1, "a"), t.__bound__, u.__constraints__, t.__name__, ts, p)
type Lazy = not_yet_defined
try:
    Lazy.__value__
except NameError as error:
    print(error)
not_yet_defined = int
print(Lazy.__value__)
type Recursive = list[Recursive] | int
print(Recursive.__value__)

# ---
class Outer[T]:
    __private = 1
    def method[V](self, x: V) -> tuple[T, V]:
        self.a = x
        self.b = self.__private
        return vars(self)
    class Inner[U](list[U]): pass  # last, since 3.12.1 mangles with the name of the wrong class from here on
    type Here = T
print(Outer().method(3), Outer.Inner.__orig_bases__, Outer.Here.__value__)
def f():
    x = int
    type Local = x
    def inner[T](a: T) -> T:
        nonlocal x
        x = str
        return a
    return Local.__value__, inner(1), Local.__value__
print(f())

# ---
class A[__class__]: pass     ### refused: "__class__"
def f[__import__](): pass    ### refused: "__import__"
type __builtins__ = int      ### refused: "__builtins__"
type X = ().gi_frame         ### refused: gi_frame
def g[T: ().__code__](): pass  ### refused: __code__
class B[T](().gi_code): pass  ### refused: gi_code

# ---
type X = object.__subclasses__  ### denied: __subclasses__
X.__value__

# ---
@lambda f: f
def decorated[T](x: T = 1) -> T: return x
async def coroutine[T](x: T) -> T: return x
class D[T](metaclass=type): x: T
print(decorated(), D.__annotations__, D[int], D.__bases__)
import asyncio
print(asyncio.run(coroutine(5)))

# ---
import typing
type Pair[A, *Ts, **P] = tuple[A, *Ts]
A, unpacked, P = Pair.__parameters__
assert unpacked == typing.Unpack[Pair.__type_params__[1]]
assert (A, P) == (Pair.__type_params__[0], Pair.__type_params__[2])
print(Pair.__parameters__, getattr(Pair, "__parameters__"), list[A].__parameters__)
class Box[T]: pass
assert Box.__parameters__ == Box.__type_params__

# ---
from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Box[T]:
    value: T


print(Box(value=1), Box[int](value=2), Box.__parameters__, Box.__type_params__, Box.__orig_bases__)
