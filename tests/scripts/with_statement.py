class Manager:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        return self.swallow
with Manager("a") as a, Manager("b"):
    print("body", a)
with (
    Manager("c") as c,
    Manager("d", True) as d,
):
    1 / 0
print("after", c, d)
with Manager("e", True):
    with Manager("f"):
        raise KeyError("k")
with Manager("g"):
    int("x")  ### raised: ValueError: invalid literal

# ---
class M:
    def __enter__(self): return [1, (2, 3)]
    def __exit__(self, *details):
        print(len(details), [each is None for each in details])
class Box: pass
box = Box()
d = {}
with M() as (a, (b, c)): print(a, b, c)
with M() as box.x, M() as d["k"], M() as [box.y, box.z]: pass
print(vars(box), d)
def inside(box):
    with M() as box.p, M() as (box.q, *box.r): pass
    return box.p, box.q, box.r
print(inside(box))

# ---
class M:
    def __enter__(self): return self
    def __exit__(self, kind, error, traceback):
        self.traceback = traceback
        return True
with M() as m:
    1 / 0
print(m.traceback is None)
m.traceback.tb_frame  ### refused: tb_frame

# ---
class M:
    def __enter__(self): return self
    def __exit__(self, kind, error, traceback):
        getattr(traceback, "tb_frame")  ### raised here: AttributeError: tb_frame
with M():
    1 / 0

# ---
class M:
    def __enter__(self): return self
    def __exit__(self, kind, error, traceback):
        raise error.with_traceback(traceback)
with M():
    1 / 0  ### raised: ZeroDivisionError: division by zero

# ---
class M:
    def __enter__(self): return self
    def __exit__(self, *details): print(details[0]); return True
class Assigned:
    __enter__ = M.__enter__
    __exit__ = lambda self, *details: print("lambda", details[0])
class Static:
    def __enter__(self): return self
    @staticmethod
    def __exit__(*details): print("static", len(details))
class Class:
    def __enter__(self): return self
    @classmethod
    def __exit__(cls, *details): print("class", cls.__name__, len(details))
class Late: pass
Late.__enter__ = lambda self: self
Late.__exit__ = lambda self, *details: print("late", len(details))
class Inherited(Late): pass
for manager in (Assigned(), Static(), Class(), Late(), Inherited()):
    with manager: pass
M().__exit__(None, None, None)
M.__exit__(M(), 1, 2, 3)
print(M.__exit__.__name__, M.__exit__.__qualname__)

# ---
class M:
    def __exit__(self, a, b, c): pass
with M(): pass  ### raised: TypeError

# ---
class M:
    def __enter__(self): return 1
with M(): pass  ### raised: TypeError

# ---
class M:
    __enter__ = None
    class __exit__: pass                     ### refused: "__exit__"
class N:
    for __exit__ in (): pass                 ### refused: "__exit__"
    __exit__ += 1                            ### refused: "__exit__"
    __exit__, x = 1, 2                       ### refused: "__exit__"
    import math as __exit__                  ### refused: "__exit__"
    (__exit__ := 1)                          ### refused: "__exit__"
N.__exit__ += 1                              ### refused: "__exit__"
N.__exit__, y = 1, 2                         ### refused: "__exit__"
for N.__exit__ in []: pass                   ### refused: "__exit__"
del N.__exit__                               ### refused: "__exit__"

# ---
class Base:
    def __enter__(self): return "base"
    def __exit__(self, kind, error, traceback):
        print("base exit", kind and kind.__name__)
        return kind is KeyError
class Derived(Base):
    def __enter__(self): return "derived+" + super().__enter__()
    def __exit__(self, *details):
        print("derived exit")
        return super().__exit__(*details)
with Derived() as x:
    print(x)
    raise KeyError
with Derived():
    raise ValueError("goes on")  ### raised: ValueError: goes on

# ---
def f():
    with M("function"):
        return "returned"
class M:
    def __init__(self, name): self.name = name
    def __enter__(self): pass
    def __exit__(self, *d): print("exit", self.name)
print(f())
for i in range(3):
    with M(i):
        if i == 0: continue
        break
with M("x") as m: print(m)

# ---
with open("/etc/passwd") as file: pass  ### denied: file '/etc/passwd' is not granted
