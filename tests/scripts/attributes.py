assert "abc".upper() == "ABC"
class A:
    _x = 1
    x_ = 2
a = A()
a._y = 3
a.long_name_ = 4
print(a._x, a.x_, a._y, a.long_name_, A._x)
A._z = 5
print(a._z)
del a._y
print(hasattr(a, "_y"))

# ---
class Private:
    __shared = 1
    def __init__(self):
        self.__own = 2
    def total(self):
        self.__own += 10
        return self.__shared + self.__own
    def drop(self):
        del self.__own
    def names(self):
        return sorted(self.__dict__)
p = Private()
print(p.total(), p.names(), p._Private__own, Private._Private__shared)
p.drop()
print(p.names(), p._Private__shared)

# ---
class _Under:
    def set(self, other):
        other.__x = 1
        return other
class Other: pass
print(vars(_Under().set(Other())))

# ---
class __:
    def f(self):
        self.__x = 1
        return sorted(vars(self))
print(__().f())

# ---
class A:
    """Doc of A."""
    def method(self): "doc of method"
def f(a, b=1, *, c=2) -> int: "doc of f"
print(A.__name__, A.__qualname__, A.__doc__, A.__module__, A().__class__.__name__)
print(A.method.__name__, A.method.__qualname__, A.method.__doc__, A().method.__func__ is A.method)
print(f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__module__)
f.__name__ = "renamed"
f.__doc__ = None
f.extra = 1
print(f.__name__, f.__doc__, f.extra, f.__dict__)

# ---
class A: pass
class B(A): pass
print(B.__bases__, B.__base__, B.__mro__, A.__subclasses__(), A.__dict__["__module__"])
print(A().__class__, A.__class__, type(A).__class__, int.__class__)
print(A().__class__ is A, A.__class__ is type, (1).__class__ is int, A.__mro__[-1] is object)

# ---
class A:
    def __init__(self): self.x = 1
a = A()
d = a.__dict__
d["y"] = 2
print(a.y, d, vars(a) is d)
a.__dict__ = {"z": 3}
print(a.__dict__, a.z, hasattr(a, "x"))
a.__dict__.update(q=1)
print(sorted(vars(a).items()))

# ---
a = object()
a.x = 1  ### raised: AttributeError: 'object' object has no attribute 'x'

# ---
(1).x = 1  ### raised: AttributeError: 'int' object has no attribute 'x'

# ---
"".upper = 1  ### raised: AttributeError: 'str' object attribute 'upper' is read-only

# ---
int.x = 1  ### raised: TypeError: cannot set 'x' attribute of immutable type 'int'

# ---
del [].append  ### denied: "append"

# ---
print((1).real, (2.5).is_integer(), [].append.__name__, "x".join.__qualname__)
print([].__len__(), (1).__add__(2), "a".__eq__("a"), {}.__contains__(1), (3).__index__())
print(max.__name__, max.__module__, len.__qualname__, dict.fromkeys.__name__)

# ---
class A:
    x = 1
print(A().missing)  ### raised: AttributeError: 'A' object has no attribute 'missing'

# ---
().__class__.__bases__[0].__subclasses__()  ### denied: __subclasses__

# ---
object.__subclasses__  ### denied: __subclasses__

# ---
type.__subclasses__(object)  ### denied: __subclasses__

# ---
def f(): pass
f.__globals__   ### refused: __globals__
f.__code__      ### refused: __code__
f.__closure__   ### refused: __closure__
f.__builtins__  ### refused: __builtins__
f.__code__ = 1  ### refused: __code__

# ---
x.__del__           ### refused: __del__
x.__loader__        ### refused: __loader__
x.__spec__          ### refused: __spec__
x.__weakref__       ### refused: __weakref__
x.__unknown__       ### refused: __unknown__
x.__prepare__       ### refused: __prepare__
x.__mro_entries__   ### refused: __mro_entries__
x.__class__ = 1     ### refused: __class__
x.__bases__ = ()    ### refused: __bases__
del x.__mro__       ### refused: __mro__
x.__class__ += 1    ### refused: __class__
for x.__class__ in (): pass  ### refused: __class__

# ---
g.gi_frame  ### refused: gi_frame
g.gi_code  ### refused: gi_code
c.cr_frame  ### refused: cr_frame
a.ag_frame  ### refused: ag_frame
t.tb_frame  ### refused: tb_frame
t.tb_next  ### refused: tb_next
f.f_back  ### refused: f_back
f.f_globals  ### refused: f_globals
k.co_code  ### refused: co_code
c.mro()  ### refused: mro
f.func_globals  ### refused: func_globals
m.im_func  ### refused: im_func
x.gi_frame = 1  ### refused: gi_frame
del x.f_locals  ### refused: f_locals
x.mro += 1  ### refused: "mro" is not for guests ### refused: "mro" cannot be set

# ---
def g(): yield 1
it = g()
print(it.gi_running, it.__name__, it.__qualname__)

# ---
class Report:
    def __init__(self):
        self.format = "text"
        self.obj = [1]
        self.format_map = {}
    def change(self):
        self.format += "/html"
        self.obj += [2]
        self.obj.append(3)
        del self.format_map
        return self.format, self.obj
r = Report()
print(r.change(), r.format.upper(), hasattr(r, "format_map"))
Report.format = "class"
del r.format
print(r.format, Report.format)

# ---
class A:
    def format(self, x): return f"<{x}>"
    format_map = property(lambda self: "mapped")
    obj = None
a = A()
print(a.format(1), a.format_map, a.obj, A.format(a, 2), getattr(a, "format")(3))

# ---
try:
    (1).missing
except AttributeError as error:
    print(error.name, error.obj)
class Mine: pass
mine = Mine()
try:
    mine.missing
except AttributeError as error:
    print(error.obj is mine)

# ---
def f(): pass
print(f.__get__(1).__self__, f.__get__(1).__func__ is f)
class A:
    p = property(lambda self: 7)
print(A.__dict__["p"].__get__(A()), A.p.fget(None))

# ---
len.__self__  ### denied: __self__

# ---
print([].append.__self__, "x".upper.__self__, dict.fromkeys.__self__)

# ---
import math
math.sqrt.__self__  ### denied: __self__

# ---
import functools
functools.wraps.__defaults__  ### denied: __defaults__

# ---
def f(): pass
f.__wrapped__ = len
print(f.__wrapped__ is len)

# ---
class A:
    __slots__ = ("x", "__y", "_z")
    def __init__(self):
        self.x, self.__y, self._z = 1, 2, 3
    def all(self):
        return self.x, self.__y, self._z
print(A().all(), A.x.__get__(A()), sorted(A.__slots__))
A().w = 1  ### raised: AttributeError: 'A' object has no attribute 'w'

# ---
def f(self): pass
f.__self__  ### raised: AttributeError
