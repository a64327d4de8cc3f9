x = y = z = 1
del x
del (y, z)
print("x" in dir(), "y" in dir(), "z" in dir())
x  ### raised: NameError

# ---
class Box: pass
box = Box()
box.a = box.b = box.c = 1
d = {"k": 1, "j": 2, "l": [1, 2, 3, 4]}
l = [0, 1, 2, 3, 4, 5]
del box.a, d["k"], l[0], l[1:3]
del [box.b, (d["j"],)]
del d["l"][::2]
print(vars(box), d, l)

# ---
log = []
class Box: pass
box = Box()
box.x = box.y = 1
d = {1: 1, 2: 2}
def note(label, value):
    log.append(label)
    return value
del note("box", box).x, note("d", d)[note("key", 1)], note("again", box).y
print(log, vars(box), d)

# ---
def f(a):
    del a
    return a  ### raised: UnboundLocalError
f(1)

# ---
def f(box, n):
    box.x = box.y = n
    del box.x
    kept = dict(vars(box))
    del box.y, box
    try:
        box
    except UnboundLocalError as error:
        return kept, str(error).split(" ")[0]
class Box: pass
print(f(Box(), 3))

# ---
def f():
    x = 1
    def g():
        return x
    del x
    return g()  # a closure whose variable is gone
try:
    f()
except NameError as error:
    print(type(error).__name__)

# ---
class A:
    x = y = 1
    del x
print(hasattr(A, "x"), hasattr(A, "y"))
del A.y
print(hasattr(A, "y"))
del A.y  ### raised: AttributeError

# ---
d = {}
del d["missing"]  ### raised: KeyError

# ---
import math
del math.pi  ### denied: "pi"

# ---
def f(a):
    del a.upper  ### raised: AttributeError
f(1)

# ---
def f(a):
    del a.x
    del a.y
    return vars(a)
class Box: pass
box = Box()
box.x = box.y = box.z = 1
print(f(box))

# ---
class A:
    def method(self): ...
    @property
    def p(self): return 1
    @p.deleter
    def p(self): print("deleted")
a = A()
del a.p
del A.method
print(hasattr(a, "method"))
del a.p.q  ### raised: AttributeError: 'int' object has no attribute 'q'

# ---
for i in range(3): pass
del i
with_len = len
del with_len
print(len("kept"))

# ---
global_one = 1
def f():
    global global_one
    del global_one
f()
print("global_one" in globals())

# ---
del (lambda: 0).__code__   ### refused: __code__
del ().__class__           ### refused: __class__
