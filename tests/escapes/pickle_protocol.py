# I3: object's own half of the pickle protocol hands out functions of the host's copyreg, and getattr itself.
class A: pass
for protocol in (0, 1, 2, 4):
    function = A().__reduce_ex__(protocol)[0]
    assert function.__module__ == "copyreg"
    assert function.__kwdefaults__ is None    # readable: it was made inside

# ---
[].append.__reduce__()    ### denied: "__reduce__" is not for guests

# ---
class A:
    def f(self): pass
A().f.__reduce__()[0](A(), "f")    ### denied: "__reduce__" is not for guests

# ---
str.join.__reduce__    ### denied: "__reduce__" is not for guests

# ---
iter([]).__setstate__    ### denied: "__setstate__" is not for guests

# ---
(1).__reduce_ex__(2)    ### denied: "__reduce_ex__" is not for guests

# ---
object.__reduce_ex__(print, 2)    ### denied: "__reduce_ex__" is not for guests

# ---
class M(type): pass
class A(metaclass=M): pass
object.__getstate__(A)    ### denied: "__getstate__" is not for guests

# ---
object.__getstate__(ExceptionGroup("g", [ValueError()]))    ### denied: "__getstate__" is not for guests

# ---
import sys
object.__getstate__(sys.modules["__main__"])    ### denied: "__getstate__" is not for guests

# ---
import functools
functools.partial(print).__setstate__    ### denied: "__setstate__" is not for guests

# ---
# A state of the guest's for C code that takes it apart.
import copy, itertools
class A:
    def __reduce__(self): return (itertools.cycle, ([1],), ("hostile", 1))
copy.copy(A())    ### denied: the __setstate__ of 'cycle' is not for guests

# ---
import copy, functools
class A:
    def __reduce_ex__(self, protocol): return (functools.partial, (print,), (print, (), {}, {"@write": print}))
copy.deepcopy(A())    ### denied: the __setstate__ of 'partial' is not for guests

# ---
import copy, functools
class A(set):
    def __new__(cls, *rest): return functools.partial(print) if ready else super().__new__(cls)
ready = False
a = A()
a.x = 1
ready = True
copy.copy(a)    ### denied: the __setstate__ of 'partial' is not for guests

# ---
# Names that an exception's own __setstate__ would set.
class Error(Exception): pass
class Other(Exception): pass
Error().__setstate__({"__class__": Other})    ### denied: "__class__"

# ---
ExceptionGroup("g", [ValueError()]).__setstate__({"split": print})    ### denied: "__setstate__" is not for guests

# ---
import copy
class Error(ExceptionGroup):
    def __setstate__(self, state): state["split"] = print
group = Error("g", [ValueError()])
group.note = 1
copy.copy(group)
assert group.split(ValueError)[0].note == 1 if False else "split" not in group.__dict__

# ---
import copy, sys
main = sys.modules["__main__"]
class A:
    def __reduce__(self): return (lambda: main, (), {"@write": print})
copy.copy(A())    ### denied: '@write'

# ---
import copy
group = ExceptionGroup("g", [ValueError()])
class A:
    def __reduce__(self): return (lambda: group, (), (None, {"split": print}))
copy.copy(A())    ### raised: state is not a dictionary

# ---
import pickle    ### denied: module 'pickle' is not granted: no policy can grant it, since
