# Many features of the language and its library at once.
class Registry(dict):
    def __missing__(self, k): return k
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n)
r = Registry(a=1)
print(r.a, r["zz"], f"{r.q}", "%(x)s" % r, "{x}".format_map(r), "{0[b]}".format(r))
# ---
class Celsius:
    def __init__(self, v): self.v = v
    def __format__(self, s): return f"{self.v:{s or '.1f'}}°C"
    def __index__(self): return int(self.v)
    def __int__(self): return int(self.v)
    def __float__(self): return float(self.v)
    def __complex__(self): return complex(self.v)
    def __round__(self, n=None): return ("round", n)
    def __bytes__(self): return b"c"
    def __divmod__(self, o): return "dm", o
    def __rdivmod__(self, o): return "rdm", o
    def __pow__(self, o, m=None): return "pow", o, m
    def __ror__(self, o): return "ror", o
    def __ior__(self, o): self.v |= o; return self
    def __reversed__(self): return iter("rev")
    def __length_hint__(self): return 3
    def __getitem__(self, k): return k
    def __contains__(self, k): return k == 1
    def __bool__(self): return False
    def __lt__(self, o): return True
    def __del_(self): pass
c = Celsius(5)
print(f"{c} {c:.2f}", hex(c), [0,1,2,3,4,5][c], int(c), float(c), complex(c), round(c), round(c, 2), bytes(c), divmod(c, 1), divmod(1, c), pow(c, 2, 3), 1 | c, list(reversed(c)), c[1:2, ..., None], 1 in c, not c, sorted([c, c])[0] is c, range(10)[c])
c |= 2
print(c.v)
# ---
import dataclasses
from dataclasses import dataclass, field, KW_ONLY, InitVar, replace, asdict, astuple, fields, make_dataclass
from typing import ClassVar, Any
@dataclass(order=True, unsafe_hash=True)
class P:
    x: int
    y: int = field(default=0, compare=False, repr=False, metadata={"m": 1})
    z: ClassVar[int] = 5
    _: KW_ONLY
    k: str = "k"
    i: InitVar[int] = 3
    l: list = field(default_factory=list, hash=False)
    def __post_init__(self, i): self.l.append(i)
@dataclass
class Q(P):
    w: Any = None
print(P(1), P(1) < P(2), hash(P(1)) == hash(P(1, 9)), replace(P(1), x=5, i=7), asdict(Q(1, w=P(2))), astuple(P(3)), [f.name for f in fields(Q)], fields(P)[1].metadata["m"], P.__match_args__)
M = make_dataclass("M", [("a", int), ("b", str, field(default="x"))], namespace={"f": lambda self: self.a}, frozen=True)
print(M(1), M(2).f())
try: M(1).a = 2
except dataclasses.FrozenInstanceError as e: print(type(e), e)
match P(1, 2):
    case P(x, y, k=k): print(x, y, k)
@dataclass(slots=True, kw_only=True)
class S:
    a: int
print(S(a=1), S.__slots__, hasattr(S(a=1), "__dict__"))
# ---
import re
rx = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)", re.X | re.I)
print(rx.sub(lambda m: m["m"] + "/" + m["y"], "on 2024-05 and 2023-12"), rx.findall("2024-05"), rx.flags, rx.groupindex, [m.span("m") for m in rx.finditer("2024-05 2025-06")], re.sub(r"(a)(b)?", r"\2\1", "ab a"), re.split(r"(,)\s*", "a, b,c"), re.escape("a.b"), rx, re.Scanner if hasattr(re, "Scanner") and False else "", re.fullmatch("a|b", "b"))
# ---
# ---
# ---
from typing import NamedTuple, TypedDict, Literal, NewType, overload, Generic, TypeVar, Callable, Optional, Union, ParamSpec, Concatenate, Iterable
class N(NamedTuple):
    a: int
    b: str = "x"
    def f(self): return self.a
    @property
    def g(self): return self.b
    def __add__(self, o): return N(self.a + o.a)
class T(TypedDict, total=False):
    x: int
UserId = NewType("UserId", int)
P = ParamSpec("P"); R = TypeVar("R", bound=int); K = TypeVar("K", contravariant=True)
def deco(f: Callable[P, R]) -> Callable[P, list[R]]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> list[R]: return [f(*args, **kwargs)]
    return inner
@deco
def f(a: int, *, b: Literal["x", 1] = 1) -> int: return a
@overload
def g(a: int) -> int: ...
@overload
def g(a: str) -> str: ...
def g(a): return a
class St(Generic[R]):
    items: list[R]
    def push(self, x: R) -> "St[R]": return self
class Sub(St[int]): pass
print(N(1), N(1) + N(2), N(1).f(), N._fields, N._field_defaults, N.__annotations__, T(x=1), T.__total__, UserId(5), UserId, f(1), g("a"), Sub.__orig_bases__, St[int] | None, Optional[int], Union[int, str, None], Callable[[int], str], Callable[..., Any] if False else "", N(1)._asdict(), P, R, K, list[int] | str, Literal["a", 1], Iterable[Concatenate] if False else "")
# ---
# ---
class Base:
    def __init__(self, **kw): print("Base", kw); super().__init__()
    def save(self): return ["base"]
class A(Base):
    def __init__(self, a=0, **kw): super().__init__(**kw); self.a = a
    def save(self): return ["A", *super().save()]
class B(Base):
    def __init__(self, b=0, **kw): super().__init__(**kw); self.b = b
    def save(self): return ["B"] + super().save()
class C(A, B):
    def save(self): return ["C"] + super(C, self).save() + super(A, self).save()
print(C(a=1, b=2, c=3).save(), [k.__name__ for k in C.__mro__], super(A, C(a=1)).save())
try:
    class X(Base, A): pass
except TypeError as e: print(e)
# ---
x = [1, 2, 3, 4]
x[1:3], x[-1] = [9], 7
del x[0]
x += (5,); x *= 2
d = {**{"a": 1}, "b": [1]}
d["b"] += [2]; d |= {"c": 3}
n = m = 5
n -= 1; n **= 2; n //= 3; n <<= 2; n ^= 1
(a, [b, *c]), *d2 = (1, [2, 3, 4]), 5, 6
print(x, d, n, a, b, c, d2, x[::-1], "abc"[-2:], 1 < 2 < 3 != 4, not 1 in [1], 5 if n else 6, *(i for i in range(2)), [*range(2), *"ab"], {i: j for i, j in zip("ab", range(2)) if j}, {*"aa"}, sep=" ")
for i in range(3):
    if i == 5: break
else: print("else", i)
while n:
    n -= 1
    if n < 3: continue
    if n == 4: break
else: print("never")
print(n, (lambda x, /, y=2, *, z: (x, y, z))(1, z=3))
assert n == 4, "four"
global_x = 1
def outer():
    global global_x
    global_x += 1
    y = 1
    def inner():
        nonlocal y
        y += 1
        return y
    return inner() + inner()
print(outer(), global_x, globals()["global_x"], "outer" in dir())
