import copy
from typing import AnyStr, Annotated, Callable, Concatenate, Dict, Generic, List, NamedTuple, NewType, Optional, ParamSpec
from typing import Protocol, SupportsAbs, Type, TypedDict, TypeVar, TypeVarTuple, Union, get_args, get_origin
T, P, Ts, U = TypeVar("T"), ParamSpec("P"), TypeVarTuple("Ts"), TypeVar("U", bound=int)
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
for make in (
    lambda: TypeVar("T", int),
    lambda: TypeVar("T", covariant=True, contravariant=True),
    lambda: TypeVar("T", int, str, bound=str),
    lambda: TypeVar("T", bound="int").__bound__,
    lambda: TypeVar("T", int, str).__constraints__,
    lambda: [TypeVar("T"), TypeVar("T", covariant=True), TypeVar("T", contravariant=True)],
    lambda: [P, P.args, P.kwargs, Ts, *Ts],
    lambda: (T.__module__, P.__module__, Ts.__module__, T.__name__, U.__bound__, T.__covariant__, T.__contravariant__),
    lambda: (type(T), type(P), type(Ts), type(P.args), type(P.kwargs), Generic),
    lambda: (T | int, int | T, T | None, None | T, T | "x", "x" | T, P | int, int | P),
    lambda: (T | int == Union[T, int], get_args(T | int), get_origin(T | int) is Union),
    lambda: (list[T][int], list[T]["x"], dict[T, U], dict[T, U][str, int], dict[T, U].__parameters__),
    lambda: dict[T, U][int],
    lambda: list[T][()],
    lambda: list[Ts],
    lambda: (tuple[*Ts], tuple[*Ts][int, str], tuple[T, *Ts], tuple[T, *Ts][int], tuple[T, *Ts].__parameters__),
    lambda: tuple[T, *Ts][()],
    lambda: (Callable[P, T], Callable[P, T][[int], str], Callable[P, T][..., int]),
    lambda: Callable[Concatenate[int, P], T][[str], int],
    lambda: Generic[int],
    lambda: Generic[T, T],
    lambda: Generic[()],
    lambda: (isinstance(T, TypeVar), isinstance(T, ParamSpec), T == T, T == TypeVar("T"), hash(T) == hash(T), bool(T)),
    lambda: (P.args == P.args, P.args == P.kwargs, P.args.__origin__ is P),
    lambda: (copy.copy(T) is T, copy.deepcopy(T) is T, copy.copy(Ts) is Ts),
    lambda: isinstance(5, T),
    lambda: (Optional[T][int], Union[T, str][int], Dict[str, T][int], Type[T][int], Annotated[T, "x"][int], List[T]),
    lambda: (SupportsAbs[int], SupportsAbs.__parameters__, AnyStr, AnyStr.__constraints__),
    lambda: (list[T] | int)[str],
):
    show(make)

# ---
from typing import Generic, NamedTuple, NewType, List, ParamSpec, Protocol, TypedDict, TypeVar, TypeVarTuple
T, P, Ts, U = TypeVar("T"), ParamSpec("P"), TypeVarTuple("Ts"), TypeVar("U", bound=int)
class A(Generic[T, U]): pass
class B(Generic[P]): pass
class C(Generic[T, *Ts]): pass
class D(A[int, U]): x: int
class E(Protocol[T]):
    def f(self) -> T: ...
class F(NamedTuple, Generic[T]):
    x: T
class G(TypedDict, Generic[T]):
    x: T
class H(list, Generic[T]):
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__()
        print("subclass", cls.__name__, keywords)
class I(H[int], key=1): pass
print(A[int, str], B[[int, str]], B[int, str], C[int], C[int, str, float], D[int], D.__orig_bases__, D.__parameters__)
print(A.__mro__, A[int, str]().__orig_class__, E[int], E.__parameters__, F(1), F[int](2), G[int], G(x=1), I.__orig_bases__)
for make in (lambda: A[int], lambda: A[int, int, int], lambda: type("X", (Generic,), {}), lambda: A[T, U][int, str], lambda: D[()]):
    try:
        print(make())
    except TypeError as error:
        print(error)

# ---
# python: >=3.13
from typing import Generic, NoDefault, ParamSpec, Tuple, TypeVar, TypeVarTuple, Unpack
T, V = TypeVar("T"), TypeVar("V", default=str)
Q, Us = ParamSpec("Q", default=[int]), TypeVarTuple("Us", default=Unpack[Tuple[int, str]])
print(T.has_default(), T.__default__ is NoDefault, V.__default__, V.has_default(), TypeVar("W", default=None).__default__)
print(Q.has_default(), Q.__default__, Us.__default__, Us.has_default())
class E(Generic[T, V]): pass
class F(Generic[Q]): pass
class G(Generic[*Us]): pass
print(E[int], E[int, float], F[[str]], G[int], E[T, V], dict[T, V][int], list[V][()])

# ---
# aliases whose classes are made late are those classes' own
import typing, functools
assert typing.Counter[str].__args__ == (str,)
import collections, contextlib
assert typing.Counter.__origin__ is collections.Counter
assert typing.ChainMap.__origin__ is collections.ChainMap
assert typing.ContextManager.__origin__ is contextlib.AbstractContextManager
assert repr(typing.Counter[int]) == "typing.Counter[int]" and repr(typing.ChainMap) == "typing.ChainMap"
class Bag(typing.Counter[str]):
    pass
assert isinstance(Bag("aab"), collections.Counter) and Bag("aab")["a"] == 2

# ---
import functools
@functools.lru_cache(maxsize=2)
def square(x):
    return x * x
assert square.cache_info() == (0, 0, 2, 0)
square(2), square(2)
info = square.cache_info()
assert repr(info) == "CacheInfo(hits=1, misses=1, maxsize=2, currsize=1)"
assert type(info).__module__ == "functools" and type(info) is type(square.cache_info())
assert info._asdict()["hits"] == 1
