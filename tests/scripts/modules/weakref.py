import weakref
class C:
    def method(self): return "called"
c = C()
r = weakref.ref(c)
print(r() is c, r is weakref.ref(c), r == weakref.ref(c), hash(r) == hash(c), weakref.getweakrefcount(c))
print(weakref.ref, type(r), weakref.ReferenceType is weakref.ref, isinstance(r, weakref.ref), repr(r)[:12], weakref.ref[int])
seen = []
s = weakref.ref(c, lambda gone: seen.append(gone is s))
p = weakref.proxy(c)
p.value = 5
print(c.value, p.value, p.method(), type(p), isinstance(p, C), s is r, len(weakref.getweakrefs(c)))
del p.value
print(hasattr(c, "value"), weakref.ProxyTypes == (weakref.ProxyType, weakref.CallableProxyType))
m = weakref.WeakMethod(c.method)
print(m()())
del c
print(r(), s(), m(), seen)
try: p.method()
except ReferenceError as error: print(error)
try: p.value = 1
except (ReferenceError, AttributeError): print("gone")

# ---
import weakref
class C: pass
values, keys, members = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
a, b = C(), C()
values["a"], values["b"] = a, b
keys[a], keys[b] = 1, 2
members.add(a), members.add(b)
print(sorted(values), sorted(keys.values()), len(members), a in members)
del a
print(sorted(values), sorted(keys.values()), len(members), values.get("a"), dict(values)["b"] is b)
print(values.pop("b") is b, len(values), keys.pop(b), list(members) == [b])
keys[int], keys[len] = "int", "len"
print(keys[int], len in keys, weakref.ref(int)() is int, weakref.ref(len, print)() is len)
class Key(weakref.ref):
    __slots__ = ("title",)
    def __new__(cls, value, title):
        self = super().__new__(cls, value)
        self.title = title
        return self
    def __init__(self, value, title): super().__init__(value)
print(Key(b, "t").title, Key(b, "t")() is b, Key.__mro__ == (Key, weakref.ref, object), weakref.ref.__base__)

# ---
import weakref
class C: pass
def done(*words, **named): print("done", words, named)
c, d = C(), C()
f = weakref.finalize(c, done, 1, key=2)
print(f.alive, f.atexit, f.peek()[1] is done, f.peek()[2:], repr(f)[:17])
del c
print(f.alive, f(), f.peek(), f.detach())
g = weakref.finalize(d, done, "by hand")
print(g(), g.alive, g())
h = weakref.finalize(d, done, "never")
h.detach()

# ---
import weakref
weakref.ref(5)    ### raised: TypeError: cannot create weak reference to 'int' object

# ---
import weakref
class C:
    __slots__ = ()
weakref.proxy(C())    ### raised: TypeError: cannot create weak reference to 'C' object

# ---
# What a callback raises is reported, and the program goes on.
import weakref, sys, io
class C: pass
c = C()
r = weakref.ref(c, lambda gone: 1 / 0)
sys.stderr = io.StringIO()
del c
print(r())
text = sys.stderr.getvalue()
print(text[:41], "Traceback" in text, text[-37:])

# ---
# What a class below ref takes is for its own __init__ or __new__.
import weakref


class Thing:
    pass


class Named(weakref.ref):
    def __init__(self, thing, callback=None, name="none"):
        super().__init__(thing, callback)
        self.name = name


thing = Thing()
print(Named(thing, name="one").name, Named(thing).name, Named(thing)() is thing)
try:
    weakref.ref(thing, callback=None)
except TypeError as error:
    print(error)
