import typing as t
print(t.List[int], t.Dict[str, t.Any], t.Optional[int], t.Union[int, str, None], t.Callable[..., int], t.Tuple[int, ...], t.Type[int], t.Literal[1, "a"], t.ClassVar[int], t.Final[int], t.Annotated[int, 1], t.Iterable[int], t.Generator[int, str, bool])
print(t.get_origin(t.List[int]), t.get_args(t.Dict[str, int]), t.cast(int, "x"), t.Any, t.NoReturn, t.Never, t.Self, t.Text, t.AnyStr, t.TYPE_CHECKING, t.Mapping[str, int], t.Sequence, t.Set[int], t.FrozenSet[int], t.Deque[int], t.Counter[str], t.ChainMap[str, int])
@t.final
class F:
    @t.no_type_check
    def f(self, x: "whatever"): return x
    @t.overload
    def g(self, x: int) -> int: ...
    def g(self, x): return x
print(F().f(1), F().g(2), F.__final__, t.is_typeddict(F), t.NewType("N", int)(5), t.ForwardRef("X"), t.assert_type(1, int), t.SupportsInt, t.SupportsIndex.__name__)
@t.dataclass_transform()
def model(cls): return cls
@model
class M: pass
print(t.Protocol.__name__, t.ParamSpec("P").args, t.Concatenate[int, t.ParamSpec("P")], t.Unpack[t.TypeVarTuple("Ts")], t.Required[int], t.NotRequired[int], t.TypeGuard[int], t.LiteralString)
t.assert_never(1)  ### raised: AssertionError: Expected code to be unreachable, but got: 1

# ---
import typing
T = typing.TypeVar("T", int, str)
class Box(typing.Generic[T]):
    def __init__(self, value: T): self.value = value
class Sub(Box[int]): pass
print(Box[int](1).value, Sub(2).value, T.__constraints__, Box[int] == Box[int], typing.get_type_hints(Box.__init__), repr(Box[T]))
Box[int, str]  ### raised: TypeError: Too many arguments for

# ---
# python: >=3.12
import typing
class B:
    @typing.override
    def f(self): return 1
print(B.f.__override__, typing.TypeAliasType("A", int).__value__)

# ---
# python: >=3.13
import typing
print(typing.get_protocol_members(typing.SupportsInt), typing.is_protocol(typing.SupportsInt), typing.ReadOnly[int], typing.TypeIs[int], typing.NoDefault)

# ---
import typing
print(isinstance(1, typing.SupportsInt), isinstance([], typing.SupportsInt), isinstance(2, typing.SupportsIndex))

# ---
import typing
print(issubclass(int, typing.SupportsAbs), issubclass(list, typing.SupportsAbs))

# ---
import typing
typing.sys  ### denied: imported by the module for itself

# ---
import typing
typing.get_overloads  ### denied: the registry of overloads keeps functions by module name

# ---
import typing
typing.final(int)  ### denied: final() takes a class or function made here

# ---
import typing
typing.TypeVar("T").__bound__ = 1  ### refused: __bound__

# ---
import typing
typing.reveal_type(5)
print("revealed")
