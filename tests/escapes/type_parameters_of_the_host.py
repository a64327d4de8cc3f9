# python: >=3.12
# I4: what stands in brackets was made in C, which asked the host's typing: text was evaluated as the host's.
class A[T]: pass
A['__import__("os").getpid()'].__args__[0]._evaluate({}, {}, (), recursive_guard=frozenset())    ### denied: text is never evaluated

# ---
def f[T, *Ts, **P](): pass
T, Ts, P = f.__type_params__
list[T]["1"].__args__[0]._evaluate({}, {}, (), recursive_guard=frozenset())    ### denied: text is never evaluated

# ---
import typing
def f[T: int, U: (int, str), *Ts, **P](): pass
T, U, Ts, P = f.__type_params__
class A[T: "int"]: pass
class B:
    class C[T: int](list[T]): pass
type X[T: int, *Us] = list[T]
variables = [T, U, *A.__type_params__, *B.C.__type_params__, X.__type_params__[0]]
assert {type(each) for each in variables} == {typing.TypeVar}
assert type(Ts) is typing.TypeVarTuple and type(P) is typing.ParamSpec
assert type(A.__orig_bases__[0]) is type(typing.List[int]), A.__orig_bases__
assert type(A[int]) is type(typing.List[int])
assert type(T | int) is type(typing.Union[T, int]) and typing.get_args(T | int) == (T, int)
assert type(P | int) is type(T | int) and type(*Ts) is type(typing.Unpack[Ts])
assert typing.SupportsAbs.__parameters__ == typing.SupportsAbs.__type_params__
assert type(typing.SupportsAbs.__type_params__[0]) is typing.TypeVar
print(T.__bound__, U.__constraints__, A.__type_params__[0].__bound__, B.C.__orig_bases__, A[int], X[str])

# ---
import typing
def f[T](): pass
(T,) = f.__type_params__
T.x = 1    ### denied: "x"

# ---
def f[T](): pass
(T,) = f.__type_params__
class Meta(type):
    def __getattr__(self, name): return lambda: self
class Fake(metaclass=Meta): pass
type(T).__or__(Fake(), int)    ### raised: doesn't apply to a 'Fake' object

# ---
# The hook that a default in brackets asks is found by no name that a guest can write or compute.
import sys
for name in ("@type_parameter", "@default", "@bound"):
    assert not hasattr(sys.modules["__main__"], name) and name not in globals() and name not in vars()
try:
    import typing
    typing.cast("@default", 1).__later__    ### refused: __later__
except AttributeError:
    pass
