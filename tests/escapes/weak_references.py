# An object that all guests share has references of the host's and of other guests, with their callbacks.
import weakref
for shared in (int, len, Exception, dict, weakref.ref, type(weakref.ref)):
    for each in weakref.getweakrefs(shared):
        print(each.key, each.__callback__)    ### refused: __callback__

# ---
import weakref
for shared in (int, len, Exception, dict, OSError, list):
    assert weakref.getweakrefs(shared) == [] and weakref.getweakrefcount(shared) == 0
mine = weakref.ref(int)
assert weakref.getweakrefs(int) == [mine]

# ---
# C's own class calls a callback whenever an object dies, in the host's time too.
import weakref
assert [each.__name__ for each in weakref.ref.__mro__] == ["ReferenceType", "object"]
assert weakref.ref.__base__ is object and weakref.ref.__bases__ == ()
super(weakref.ref, weakref.ref).__new__    ### denied: __new__

# ---
# A proxy is written through only where its object could be.
import weakref, string
template = weakref.proxy(string.Formatter)
assert weakref.proxy({1}.__class__) is not None
weakref.proxy(set).left = 1    ### denied: cannot be set here

# ---
import weakref
class C: pass
p = weakref.proxy(C)
p.__del__ = print    ### refused: __del__

# ---
import weakref
class C: pass
setattr(weakref.proxy(C), "__del__", print)    ### denied: __del__

# ---
import weakref
def f(): pass
weakref.proxy(f).__globals__    ### refused: __globals__

# ---
import weakref
def f(): pass
getattr(weakref.proxy(f), "__globals__")    ### denied: __globals__

# ---
# Type confusion: what trusted code asks with isinstance() is answered by the object that the proxy stands for.
import weakref
class Group(ExceptionGroup): pass
g = Group("g", [ValueError()])
p = weakref.proxy(g)
p.split = lambda *rest: (1, 2)    ### denied: split
