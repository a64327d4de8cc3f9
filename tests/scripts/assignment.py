a = b = c = [1]
print(a is b is c)
x, y = 1, 2
x, y = y, x
[p, q] = "pq"
(m, (n, o)) = 1, (2, 3)
first, *middle, last = range(5)
*init, tail = "ab"
head, *none = "z"
print(x, y, p, q, m, n, o, first, middle, last, init, tail, head, none)

# ---
log = []
def note(label, value=None):
    log.append(label)
    return value
class Box: pass
box = Box()
box.inner = Box()
items = {}
note("target box", box).x = note("value", 1)
note("items", items)[note("key", "k")] = note("value", 2)
note("a", box).a, note("b", box).b = note("pair", (3, 4))
note("first", box).f = note("second", box).s = note("chained", 5)
(note("star", box).star, *note("rest", box).rest) = note("many", (6, 7, 8))
note("outer", box).inner.deep = note("deep", 9)
print(log)
print(sorted((k, v) for k, v in vars(box).items() if k != "inner"), items, box.inner.deep)

# ---
class Box: pass
def f(box, other):
    log = []
    def note(label, value=None):
        log.append(label)
        return value
    note("1", box).x = note("2", 1)
    note("3", box).y, note("4", other).y = note("5", (1, 2))
    box.z = other.z = note("6", 3)
    [box.p, other.p] = note("7", [1, 2])
    for note("8", box).loop in note("9", range(2)):
        log.append(box.loop)
    (box.q, (other.q, *box.rest)) = 1, (2, 3, 4)
    return log
one, two = Box(), Box()
print(f(one, two))
print(vars(one))
print(vars(two))

# ---
class Box: pass
box = Box()
i = 0
numbers = [0, 0, 0]
i, numbers[i] = 1, "x"
print(i, numbers)
box.i, numbers[box.i] = 2, "y"
print(box.i, numbers)
numbers[0:2] = ["a", "b", "c"]
numbers[::2] = "zz"
print(numbers)
nested = {"k": [Box()]}
nested["k"][0].value = {"z": 1}
nested["k"][0].value["z"] = 2
print(nested["k"][0].value)

# ---
class Recorder:
    def __init__(self): object.__setattr__(self, "log", [])
    def __setattr__(self, name, value): self.log.append(("set", name, value))
    def __delattr__(self, name): self.log.append(("del", name))
    def __setitem__(self, key, value): self.log.append(("item", key, value))
    def __delitem__(self, key): self.log.append(("delitem", key))
r = Recorder()
r.a = 1
r.b = r.c = 2
r[1:2] = 3
r[1, ..., None] = 4
r.d, r[0] = 5, 6
del r.a, r[9], r[::2]
print(r.log)

# ---
def f():
    a, b = 1  ### raised: TypeError: cannot unpack non-iterable int object
f()

# ---
a, b = 1, 2, 3  ### raised: ValueError: too many values to unpack (expected 2)

# ---
a, *b, c = [1]  ### raised: ValueError: not enough values to unpack

# ---
x = (yield_ := 3) + (other := 4)
print(x, yield_, other)
y = 1 if x else 2
z = lambda: (yield_)
print(y, z())

# ---
(a) = 1
(a), (b) = 2, 3
[[c], d] = [[4], 5]
() = []
[] = ()
print(a, b, c, d)

# ---
class Box: pass
def make():
    made.append(Box())
    return made[-1]
made = []
make().x = 1
make().x, make().y = 2, 3
def inside():
    make().x = 4
    make().x = make().y = 5
    with_default = [make() for _ in range(2)]
    with_default[0].z = 6
inside()
print([vars(each) for each in made])

# ---
class Box: pass
def parameters(a, /, b, *c, d, **e):
    a.x = 1
    a.y = 2
    b.x = 3
    b.y = 4
    for each in c:
        each.z = 5
    d.w = 6
    d.w = 7
    e["k"].v = 8
    return [vars(each) for each in (a, b, *c, d, e["k"])]
print(parameters(Box(), Box(), Box(), Box(), d=Box(), k=Box()))

# ---
class Box: pass
def rebound(a):
    a.x = 1
    a.y = 2
    kept = a
    a = Box()
    a.x = 3
    a.y = 4
    return vars(kept), vars(a)
print(rebound(Box()))
def rebound_inside(a):
    def inner():
        nonlocal a
        a = Box()
    a.x = 1
    inner()
    a.x = 2
    a.y = 3
    return vars(a)
print(rebound_inside(Box()))

# ---
import math
math.pi = 3  ### denied: "pi"

# ---
def f(a):
    a.x = 1  ### denied: "x"
    a.y = 2
f(print)

# ---
def f(a):
    for i in range(3):
        a.x = i  ### denied: "x"
import math
f(math)

# ---
x = []
x[0] = 1  ### raised: IndexError

# ---
class Box: pass
box = Box()
box.f, box.g = (lambda: 1), (lambda: 2)
print(box.f() + box.g())
box.__doc__ = "text"
box.__name__ = "named"
print(box.__doc__, box.__name__, sorted(vars(box)))
