n = 1
n += 2; n -= 1; n *= 10; n /= 4; n //= 2; n **= 3; n %= 5
print(n)
n = 6
n <<= 2; n >>= 1; n |= 1; n &= 7; n ^= 2
print(n)
s = "a"
s += "b"
s *= 2
print(s)

# ---
class Matrix:
    def __init__(self, name): self.name = name
    def __imatmul__(self, other):
        self.name += f"@{other}"
        return self
    def __iadd__(self, other): return Matrix(self.name + f"+{other}")
    def __add__(self, other): raise AssertionError("in place comes first")
m = k = Matrix("m")
m @= 1
print(k.name, m is k)
m += 2
print(k.name, m.name, m is k)

# ---
class A:
    total = 0
    def __init__(self): self.items = []
    def add(self, n):
        self.total += n
        self.items += [n]
        self.items[-1] *= 2
        self.__hidden = getattr(self, "_A__hidden", 0)
        self.__hidden += n
        return self.total, self.items, self.__hidden
a = A()
print(a.add(1), a.add(2), A.total)
A.total += 100
a.total += 1000
print(a.total, A.total, A().total)

# ---
log = []
def note(label, value):
    log.append(label)
    return value
class Logged:
    def __getattr__(self, name):
        log.append(f"get {name}")
        return 1
    def __setattr__(self, name, value):
        log.append(f"set {name} {value}")
    def __getitem__(self, key):
        log.append(f"getitem {key}")
        return 1
    def __setitem__(self, key, value):
        log.append(f"setitem {key} {value}")
x = Logged()
note("object", x).attr += note("value", 1)
note("object", x)[note("key", "k")] += note("value", 2)
note("object", x)[note("low", 1):note("high", 2)] += note("value", 3)
def inside():
    note("object", x).attr += note("value", 4)
    note("object", x)[note("key", 1), note("key", 2)] -= note("value", 5)
    x.attr *= note("value", 6)
inside()
print("\n".join(log))

# ---
log = []
class Contested:
    def __init__(self): self.__dict__["format"] = 1
    def __setattr__(self, name, value):
        log.append(("set", name, value))
        self.__dict__[name] = value
    @property
    def obj(self):
        log.append("get obj")
        return [0]
    @obj.setter
    def obj(self, value): log.append(("property", value))
def note(label, value):
    log.append(label)
    return value
c = Contested()
note("object", c).format += note("value", 10)
c.format *= 2
def inside():
    note("object", c).format -= note("value", 1)
    c.format_map = 3
    c.format_map **= 2
    note("object", c).obj += note("value", [1])
    return c.format, c.format_map
print(inside())
print(log)
class Inside:
    format = 1
    format += 1
    obj = "o"
    obj *= 3
print(Inside.format, Inside.obj)

# ---
data = {"a": [1, 2, 3], "n": 0}
data["n"] += 1
data["a"][0] += 10
data["a"][1:] += [4]
data["a"] += (5,)
data |= {"z": 1}
numbers = [1, 2, 3, 4]
numbers[1:3] *= 2
numbers[::2] += []
i = 0
numbers[(i := i + 1)] += 100
print(data, numbers, i)

# ---
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error)
print(t)

# ---
counter = 0
def bump():
    global counter
    counter += 1
    counter += 1
for _ in range(3):
    bump()
    counter *= 2
print(counter)
def outer():
    inner_counter = 0
    def inner():
        nonlocal inner_counter
        inner_counter += 5
        return inner_counter
    return inner() + inner()
print(outer())

# ---
def f():
    n += 1  ### raised: UnboundLocalError
f()

# ---
class Body:
    n = 1
    n += 1
    items = [1]
    items[0] += 5
    items += [3]
    for i in range(3):
        n += i
    del i
print(Body.n, Body.items)

# ---
class Loop:
    pass
def loops():
    box = Loop()
    box.n = 0
    for i in range(3):
        box.n += i
    while box.n < 10:
        box.n += 4
    else:
        box.n -= 1
    with_box = [box]
    with_box[0].n += 1
    return box.n
print(loops())

# ---
def parameters(self, *rest, **named):
    self.n += 1
    self.n += 2
    rest[0].n *= 3
    named["k"].n -= 4
    return self.n, rest[0].n, named["k"].n
class Box:
    n = 10
print(parameters(Box(), Box(), k=Box()))

# ---
(1).real += 1  ### raised: AttributeError

# ---
import math
math.pi += 1  ### denied: "pi"

# ---
x.__class__ += 1     ### refused: "__class__" cannot be set
x.__dict__ |= {}
x.__code__ += 1      ### refused: "__code__" is not ### refused: "__code__" cannot
x.gi_frame += 1      ### refused: "gi_frame" is not ### refused: "gi_frame" cannot

# ---
class A: pass
a = A()
a.__dict__ |= {"x": 1}
a.__doc__ = "d"
a.__doc__ += "oc"
print(a.x, a.__doc__)
def f(a):
    a.__dict__ |= {"y": 2}
    a.__doc__ += "!"
    return a.y, a.__doc__
print(f(a))

# ---
def f(x): "doc"
f.__doc__ += "umented"
f.__name__ += "_renamed"
print(f.__doc__, f.__name__)

# ---
a = b = [1]
a += b
print(a, b, a is b)
a = a + [2]
print(a is b)
