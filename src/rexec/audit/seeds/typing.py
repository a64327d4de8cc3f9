import typing
T = typing.TypeVar("T")
P = typing.ParamSpec("P")
Ts = typing.TypeVarTuple("Ts")
class Named(typing.NamedTuple):
    a: int
class Typed(typing.TypedDict):
    a: int
class Generic(typing.Generic[T]): pass
class Protocol(typing.Protocol):
    def method(self): ...
T
P
P.args
Ts
Named(1)
Typed(a=1)
Generic[int]
Generic[int]()
Protocol
typing.List[int]
typing.Union[int, str]
typing.Optional[int]
typing.Literal[1]
typing.Annotated[int, 1]
typing.Callable[[int], str]
typing.Callable[P, int]
typing.Tuple[int, ...]
typing.ForwardRef("int")
typing.List["int"]
T | int
typing.Any
typing.NewType("New", int)
typing.get_type_hints(Named)
typing.get_origin(list[int])
typing.get_overloads(len)
typing.cast(int, 1)
typing.Any()
typing.Union[1]
typing.get_type_hints(1)
typing.no_type_check(len)
typing.runtime_checkable(Protocol)
