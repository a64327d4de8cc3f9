def f(x):
    match x:
        case 0 | 1: return "zero or one"
        case -5 | 2.5 | 3 + 4j | "text" | b"bytes": return "literal"
        case None: return "none"
        case True | False: return "bool"
        case []: return "empty"
        case [a]: return "one", a
        case [1, *rest]: return "starts with 1", rest
        case (a, b) if a == b: return "equal", a
        case [a, *_, b]: return "ends", a, b
        case {"type": "x", "value": value, **rest}: return "mapping", value, rest
        case {}: return "any mapping"
        case str() as s if len(s) > 3: return "long", s
        case str(s): return "short", s
        case int(n) | float(n): return "number", n
        case _: return "other"
for x in (0, 1, -5, 2.5, 3 + 4j, "text", b"bytes", None, [], [7], [1, 2, 3], (4, 4), (4, 5, 6), {"type": "x", "value": 1, "z": 2}, {"q": 1},
          "longer", "ab", 99, 1.5, {1, 2}, range(1, 3)):
    print(repr(x), f(x))

# ---
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Circle:
    def __init__(self, center, radius): self.center, self.radius = center, radius
def f(shape):
    match shape:
        case Point(0, 0): return "origin"
        case Point(x, 0): return "on x", x
        case Point(x=0, y=y): return "on y", y
        case Point(x, y) as p if x == y: return "diagonal", p is shape
        case Circle(center=Point(0, y), radius=r): return "circle", y, r
        case Circle(): return "some circle"
        case Point(): return "point"
for shape in (Point(0, 0), Point(3, 0), Point(0, 4), Point(5, 5), Point(1, 2), Circle(Point(0, 1), 2), Circle(1, 1), "nothing"):
    print(f(shape))

# ---
class Color:
    RED = 1
    class Deep:
        BLUE = 2
RED = 9
def f(x):
    match x:
        case Color.RED: return "red"
        case Color.Deep.BLUE: return "blue"
        case RED: return "captured", RED
print(f(1), f(2), f(3))
import math
match 3.141592653589793:
    case math.pi: print("pi")
match {"k": 1}:
    case {Color.RED: _}: print("no")
    case {"k": Color.RED}: print("yes")

# ---
match (1, 2):
    case x, y: print(x, y)
match 1, [2, (3, 4)]:
    case a, [b, (c, d)]: print(a, b, c, d)
match [1, [2, 3]]:
    case [int(), [int() as first, *_]]: print(first)
match {"a": {"b": [1, 2]}}:
    case {"a": {"b": [x, y]}}: print(x + y)
match "abc":
    case [*_]: print("a str is no sequence")
    case str(): print("str")
match 5:
    case int(real=r, imag=0): print("int attributes", r)
match len:
    case object(__name__="len"): print("readable dunder")
_private = 1
match 2:
    case _x if _x > 1: print(_x)

# ---
class Box: pass
def f(box, x):
    match x:
        case [a, b]:
            box.a = a
            box.b = b
        case {"k": v, **rest}:
            box.v = v
            box.rest = rest
    return vars(box)
print(f(Box(), [1, 2]), f(Box(), {"k": 1, "z": 2}))

# ---
class Strange:
    @property
    def x(self):
        print("x was read")
        return 1
    def __eq__(self, other): return other == "equal to anything"
match Strange():
    case Strange(x=2): print("no")
    case Strange(x=1): print("yes")
match Strange():
    case "equal to anything": print("literal compares by ==")

# ---
from dataclasses import dataclass
@dataclass
class Move:
    x: int
    y: int = 0
@dataclass(frozen=True)
class Quit: pass
for command in (Move(1), Move(2, 3), Quit(), None):
    match command:
        case Move(x, 0): print("horizontal", x)
        case Move(x=x, y=y): print("both", x, y)
        case Quit(): print("quit")
        case None: print("none")

# ---
from collections import namedtuple, OrderedDict, deque
P = namedtuple("P", "x y")
match P(1, 2):
    case P(x, y=2): print(x)
match OrderedDict(a=1):
    case {"a": a}: print(a)
match deque([1, 2]):
    case [a, b]: print(a, b)

# ---
match 1:
    case int(1, 2): pass  ### raised: TypeError: int() accepts 1 positional sub-pattern (2 given)

# ---
class NoArgs: pass
match NoArgs():
    case NoArgs(1): pass  ### raised: TypeError: NoArgs() accepts 0 positional sub-patterns (1 given)

# ---
match 1:
    case undefined.name: pass  ### raised: NameError

# ---
match x:
    case object(__class__=c): pass           ### refused: "__class__" cannot stand in a class pattern
    case object(gi_frame=g): pass            ### refused: "gi_frame" cannot stand
    case object(__globals__=g): pass         ### refused: "__globals__" cannot stand
    case object(format=f): pass              ### refused: "format" cannot stand
    case object(obj=f): pass                 ### refused: "obj" cannot stand
    case object(mro=f): pass                 ### refused: "mro" cannot stand
    case a.__class__: pass                   ### refused: "__class__" cannot stand in a pattern
    case a.__class__.__bases__(): pass       ### refused: "__class__" ### refused: "__bases__"
    case {a.__globals__: 1}: pass            ### refused: "__globals__"

# ---
class A:
    __match_args__ = ("gi_frame",)           ### refused: "gi_frame" cannot stand in "__match_args__"
class B:
    __match_args__ = tuple("ab")             ### refused: "__match_args__" must be a literal tuple of str
class C:
    __match_args__: tuple = ("__class__",)   ### refused: "__class__" cannot stand
class D:
    __match_args__ += ("x",)                 ### refused: "__match_args__"
class E:
    __match_args__ = ["x"]                   ### refused: "__match_args__" must be a literal tuple of str

# ---
def f(x):
    match x:
        case {"a": 1} | {"b": 2}: return 1
        case [("u" | "v") as letter, _]: return letter
        case (int() | str()) as either: return either
print(f({"b": 2}), f(["v", 1]), f(3), f([]))
match = case = type = 1
print(match, case, type)
match = {"x": 1}
print(match["x"])

# ---
match 1:
    case x: pass  ### refused: name capture 'x' makes remaining patterns unreachable
    case 2: pass

# ---
class A:
    __x = 1
    def f(self, v):
        match v:
            case A.__x: return "mangled value pattern"
            case __y: return __y
print(A().f(1), A().f(2))

# ---
# Decorators that make classes give them their positions.
def positions(*names):
    def decorate(cls):
        setattr(cls, "__match_args__", names)
        return cls
    return decorate
@positions("x", "y")
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
match Point(1, 2):
    case Point(a, b): print(a, b, Point.__match_args__)

# ---
class A: pass
setattr(A, "__match_args__", ("__globals__",))  ### denied: "__match_args__"

# ---
class A: pass
setattr(A, "__match_args__", ["x"])  ### denied: "__match_args__"

# ---
class M(type): pass
setattr(M, "__match_args__", ("x",))  ### denied: "__match_args__"

# ---
setattr(A := type("A", (), {})(), "__match_args__", ("x",))  ### denied: "__match_args__"
