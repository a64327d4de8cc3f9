from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, make_dataclass, KW_ONLY, InitVar, MISSING, FrozenInstanceError
@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False, compare=False)
    def norm(self): return self.x ** 2 + self.y ** 2
p = Point(3, 4)
p.tags.append("t")
p.x += 1
print(p, p.norm(), p == Point(4, 4), asdict(p), astuple(p), replace(p, y=9), [f.name for f in fields(p)], is_dataclass(Point), is_dataclass(1))
@dataclass(order=True, frozen=True, slots=True, kw_only=True)
class Version:
    major: int
    minor: int = 0
    _private: str = "p"
v = Version(major=1)
print(v, v < Version(major=1, minor=2), sorted([Version(major=2), v])[0], hash(v) == hash(Version(major=1)), Version.__slots__, Version.__match_args__)
try:
    v.major = 2
except FrozenInstanceError as error:
    print(error)
@dataclass
class Child(Point):
    z: int = field(default=1, metadata={"unit": "m"})
    _: KW_ONLY
    w: float = 0.5
    seed: InitVar[int] = 3
    def __post_init__(self, seed): self.derived = self.z * seed
c = Child(1, 2, z=5, w=1.5, seed=10)
print(c, c.derived, fields(c)[3].metadata["unit"], Child.__match_args__, Child.__doc__)
match c:
    case Child(x, y): print(x, y)
D = make_dataclass("D", [("a", int), ("b", str, "default")], namespace={"twice": lambda self: self.a * 2})
print(D(1), D(4).twice(), D.__dataclass_params__.eq, D.__annotations__, fields(D)[0].default is MISSING)
Point()  ### raised: TypeError: Point.__init__() missing 1 required positional argument: 'x'

# ---
from dataclasses import dataclass, field
from typing import ClassVar, Optional
@dataclass(eq=False, repr=False, init=False)
class Bare:
    a: int = 1
    count: ClassVar[int] = 0
@dataclass(unsafe_hash=True)
class Node:
    value: int
    next: Optional["Node"] = None
    __hidden: int = 5
    def hidden(self): return self.__hidden
    @property
    def double(self): return self.value * 2
    @classmethod
    def make(cls, *values): return cls(*values)
    def __str__(self): return f"Node {self.value}"
n = Node(1, Node(2))
print(Bare().a, n, repr(n), n.hidden(), n.double, Node.make(3).value, hash(Node(1)) == hash(Node(1)))
@dataclass
class Recursive:
    me: object = None
r = Recursive()
r.me = r
print(r)
@dataclass  ### raised: ValueError: mutable default <class 'list'> for field items is not allowed: use default_factory
class Mutable:
    items: list = []

# ---
from __future__ import annotations
from dataclasses import dataclass, field, fields, InitVar, KW_ONLY
import dataclasses, typing
@dataclass
class A:
    x: int
    y: int = 1
    z: InitVar[int] = 2
    _: KW_ONLY
    w: undefined.name = 3
    def __post_init__(self, z): self.sum = self.x + z
print(A(1).sum, [f.name for f in fields(A)], A(1, w=2), A.__annotations__["w"])

# ---
from __future__ import annotations
from dataclasses import dataclass, fields
from typing import ClassVar
@dataclass
class A:
    x: int
    y: ClassVar[int] = 1
print([f.name for f in fields(A)])

# ---
from __future__ import annotations
import dataclasses
import typing
@dataclasses.dataclass
class A:
    x: int
    y: typing.ClassVar[int] = 1
    z: dataclasses.InitVar[int] = 2
print([f.name for f in dataclasses.fields(A)])

# ---
from dataclasses import dataclass
class Base:
    def __init_subclass__(cls, **kw): print("subclass", cls.__name__, kw)
@dataclass(slots=True)
class S(Base):
    a: int
    b: str = "x"
s = S(1)
s.b = "y"
s.more = 1
print(s, S.__slots__)
@dataclass(slots=True)
class Tight:
    a: int
s = Tight(1)
s.a += 1
s.c = 1  ### raised: AttributeError: 'Tight' object has no attribute 'c'

# ---
from dataclasses import dataclass, field
@dataclass
class Evil:
    x: int = field(default_factory=lambda: ().__class__)
print(Evil().x)
@dataclass
class WithExit:
    name: str
    def __enter__(self): return self
    def __exit__(self, kind, error, traceback):
        print("exit", kind)
        return True
with WithExit("n") as w:
    1 / 0
print(w)

# ---
from dataclasses import make_dataclass
make_dataclass("X", ["__class__"])  ### denied: "__class__"

# ---
from dataclasses import make_dataclass
make_dataclass("X", ["a b"])  ### raised: TypeError: Field names must be valid identifiers: 'a b'

# ---
import dataclasses
dataclasses.inspect  ### denied: does not show "inspect"
