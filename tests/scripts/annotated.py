x: int = 1
y: "not evaluated as text"
z: list[int] = [1]
(w): str = "no annotation is kept for w"
print(x, z, w, __annotations__)

# ---
log = []
def note(label, value=None):
    log.append(label)
    return value
class Box: pass
box = Box()
items = {}
box.attr: note("annotation 1", int) = note("value 1", 1)
items["k"]: note("annotation 2", int) = note("value 2", 2)
note("bare", box).bare: note("annotation 3", int)
items[note("bare key", "n")]: note("annotation 4")
print(log, vars(box), items, __annotations__)

# ---
def f(self):
    local: undefined_name_that_is_never_looked_up = 1
    self.attr: also_never = local
    self.attr2: int = 2
    undeclared: int
    return self.attr + self.attr2
class Box: pass
print(f(Box()), f.__annotations__)

# ---
class A:
    x: int
    y: "str" = "d"
    _z: float = 1.0
    __w: bytes = b""
    def f(self, a: int, *b: str, c: float = 1.0, **d: bytes) -> None: ...
print(A.__annotations__)
print(A.f.__annotations__)
print(A().__annotations__)
A.__annotations__["extra"] = 1
print(sorted(A.__annotations__))

# ---
x: undefined_name = 1  ### raised: NameError

# ---
def f(a: undefined_name): ...  ### raised: NameError

# ---
from __future__ import annotations
x: undefined_name = 1
def f(a: also.undefined, b: "text" = 2) -> nothing.at[all]: return a
class A:
    y: more.undefined
print(__annotations__, f.__annotations__, A.__annotations__, f(3))

# ---
from __future__ import annotations
def f(a: ().gi_frame.__subclasshook__, b: __builtins__) -> (lambda: 0): return a
print(f.__annotations__, f(1, 2))

# ---
def outer():
    def inner(a: int = 1) -> str: ...
    return inner
print(outer().__annotations__)
f = lambda: 0
print(f.__annotations__)
f.__annotations__ = {"a": int}
print(f.__annotations__)

# ---
int.__annotations__  ### denied: __annotations__

# ---
x: ().__loader__ = 1        ### refused: __loader__
def f(a: ().gi_frame): ...  ### refused: gi_frame

# ---
__annotations__["x"] = int
print(__annotations__)
x: str
print(__annotations__)

# ---
class A:
    __annotations__ = {"a": 1}
    b: int
print(A.__annotations__)
