class Animal:
    """An animal."""
    legs = 4
    def __init__(self, name): self.name = name
    def speak(self): return f"{self.name} makes a sound"
    def __repr__(self): return f"{type(self).__name__}({self.name!r})"
class Dog(Animal):
    def __init__(self, name, tricks=()):
        super().__init__(name)
        self.tricks = list(tricks)
    def speak(self): return super().speak() + ": woof"
class Puppy(Dog):
    def speak(self): return super(Puppy, self).speak() + "!" + super(Dog, self).speak()
print(Animal("a"), Dog("d", ["sit"]).tricks, Puppy("p").speak(), Puppy.legs, Puppy.__mro__)
print(isinstance(Puppy("p"), Animal), issubclass(Puppy, Dog), issubclass(Dog, Puppy), isinstance(Dog, type))

# ---
class A:
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B", *super().who()]
class C(A):
    def who(self): return ["C", *super().who()]
class D(B, C):
    def who(self): return ["D", *super().who()]
    @classmethod
    def make(cls): return [cls.__name__, super().__thisclass__.__name__]
    @staticmethod
    def static(x): return x * 2
print(D().who(), D.make(), D.static(4), D().static(5))
print([each.__name__ for each in D.__mro__])

# ---
class A(object): pass
class B(A): pass
class C(A, B): pass  ### raised: TypeError: Cannot create a consistent method resolution

# ---
class Temperature:
    def __init__(self, celsius): self._celsius = celsius
    @property
    def celsius(self):
        "in degrees"
        return self._celsius
    @celsius.setter
    def celsius(self, value):
        if value < -273: raise ValueError("too cold")  ### raised: ValueError: too cold
        self._celsius = value
    @celsius.deleter
    def celsius(self): self._celsius = None
    fahrenheit = property(lambda self: self._celsius * 9 / 5 + 32, lambda self, f: setattr(self, "celsius", (f - 32) * 5 / 9))
t = Temperature(100)
t.celsius += 1
t.fahrenheit = 32
print(t.celsius, t.fahrenheit, Temperature.celsius.__doc__)
del t.celsius
print(t.celsius)
t.celsius = -300

# ---
class ReadOnly:
    @property
    def x(self): return 1
ReadOnly().x = 2  ### raised: AttributeError: property 'x' of 'ReadOnly' object has no setter

# ---
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, instance, owner=None):
        if instance is None: return f"{owner.__name__}.{self.name}"
        return getattr(instance, self.name, None)
    def __set__(self, instance, value):
        if not isinstance(value, self.kind): raise TypeError(f"{self.name}: not {self.kind.__name__}")  ### raised: TypeError: _x: not int
        setattr(instance, self.name, value)
    def __delete__(self, instance): delattr(instance, self.name)
class Point:
    x = Typed(int)
    y = Typed(str)
p = Point()
p.x = 3
p.x += 1
p.y = "four"
print(p.x, p.y, Point.x, vars(p))
del p.y
print(p.y)
p.x = "five"

# ---
class Slotted:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
class More(Slotted):
    __slots__ = "c"
class Open(Slotted): pass
s = Slotted()
s.b = 2
print(s.a + s.b, Slotted.__slots__, More.__slots__, hasattr(s, "__dict__"))
m = More()
m.c = 3
o = Open()
o.anything = 4
print(m.c, vars(o))
del s.a
s.a  ### raised: AttributeError

# ---
class Weak:
    __slots__ = ["__dict__", "__weakref__", "x"]
w = Weak()
w.x = w.y = 1
print(w.__dict__)

# ---
class S:  ### denied: '__init__'
    __slots__ = ("__init__",)

# ---
class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **keywords):
        super().__init_subclass__(**keywords)  ### raised: TypeError: takes no keyword arguments
        cls.registry[name or cls.__name__] = cls
        cls.given = name
class One(Plugin): pass
class Two(Plugin, name="second"): pass
print(Plugin.registry, One.given, Two.given)
class Bad(Plugin, unknown=1): pass

# ---
class Meta(type):
    log = []
    def __new__(meta, name, bases, namespace, **keywords):
        meta.log.append(("new", name, sorted(k for k in namespace if not k.startswith("__")), keywords))
        namespace["added"] = 1
        return super().__new__(meta, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)
        cls.initialised = True
    def __call__(cls, *args):
        instance = super().__call__(*args)
        instance.called = True
        return instance
    def __len__(cls): return 42
    def __contains__(cls, item): return item in cls.log[0][2]
    def __getitem__(cls, item): return f"{cls.__name__}[{item}]"
    def __iter__(cls): return iter("ab")
    def __repr__(cls): return f"<class {cls.__name__} of Meta>"
    @property
    def upper(cls): return cls.__name__.upper()
class Base(metaclass=Meta, option=1):
    x = 1
    def __init__(self, n=0): self.n = n
class Derived(Base):
    y = 2
print(Meta.log)
print(Base.added, Base.initialised, Base(3).n, Base().called, len(Base), "x" in Base, Base[0], list(Derived), Derived.upper)
print(Base, Derived, type(Base) is Meta, Base.__class__ is Meta, isinstance(Base, Meta), type(Meta) is type, Meta.__class__ is type)
print(type(Base()) is Base, isinstance(Meta, type), issubclass(Meta, type))

# ---
class Singleton(type):
    made = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args, **kwargs)
        return cls.made[cls]
class Config(metaclass=Singleton):
    def __init__(self, value): self.value = value
print(Config(1) is Config(2), Config(3).value)

# ---
def function_as_metaclass(name, bases, namespace, **keywords):
    return name, bases, sorted(k for k in namespace if not k.startswith("__")), keywords
class NotAClass(int, metaclass=function_as_metaclass, flag=True):
    x = 1
print(NotAClass)

# ---
class A(metaclass=type): x = 1
print(A.x, type(A) is type)
class M1(type): pass
class M2(type): pass
class B(metaclass=M1): pass
class C(metaclass=M2): pass
class D(B, C): pass  ### raised: TypeError: metaclass conflict

# ---
X = type("X", (), {"a": 1, "f": lambda self: self.a + 1})
Y = type("Y", (X,), {})
print(X().f(), Y.a, X.__name__, Y.__bases__, type(Y), X.__module__)
x = X()
x.b = 2
X.c = 3
print(vars(x), Y().c, type(x) is X, type(3) is int, type("a")("b"), type(None)())
class M(type): pass
Z = M("Z", (X,), dict(q=1))
print(type(Z) is M, Z.q, Z().f())
print(type("W", (Z,), {}).__class__ is M)

# ---
type("X", (), {"__del__": lambda self: None})  ### denied: __del__

# ---
type("X", (), {"a b": 1})  ### denied: a b

# ---
type("X", (), {"@t0": 1})  ### denied: @t0

# ---
type(1, 2)  ### raised: TypeError: type() takes 1 or 3 arguments

# ---
class Body:
    print("running the body")
    for name in ("a", "b"):
        locals()
    values = [i * 2 for i in range(3)]
    if len(values) > 2:
        def method(self): return self.values
    else:
        def method(self): return None
    import math
    pi = math.pi
    _private = __doubly = 3
    print(__qualname__, __module__)
    def get(self): return self.__doubly
print(Body().method(), Body.pi, Body.name, Body._private, Body().get())

# ---
class Outer:
    x = 1
    class Inner:
        y = 2
        def f(self): return Outer.x + self.y
    def g(self): return self.Inner().f()
print(Outer().g(), Outer.Inner.__qualname__, Outer.Inner().f())
def maker():
    class Local:
        def f(self): return __class__.__name__
    return Local
print(maker().__qualname__, maker()().f())

# ---
class A:
    def f(self): return __class__, super().__self_class__
    @classmethod
    def g(cls): return __class__ is cls
    h = lambda self: __class__
    def nested(self): return (lambda: __class__)(), [__class__ for _ in "a"]
print(A().f(), A.g(), A().h(), A().nested())

# ---
class Immutable:
    def __new__(cls, value):
        self = super().__new__(cls)
        object.__setattr__(self, "value", value)
        return self
    def __setattr__(self, name, value): raise AttributeError(f"cannot set {name}")  ### raised: AttributeError: cannot set value
    def __delattr__(self, name): raise AttributeError(f"cannot delete {name}")
i = Immutable(5)
print(i.value)
try:
    del i.value
except AttributeError as error:
    print(error)
i.value = 6

# ---
class Positive(int):
    def __new__(cls, value):
        if value < 0: raise ValueError("negative")  ### raised: ValueError: negative
        return super().__new__(cls, value)
    def __add__(self, other): return Positive(int(self) + other)
class Name(str):
    def __new__(cls, *parts): return str.__new__(cls, "-".join(parts))
    def shout(self): return self.upper()
class Pair(tuple):
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    first = property(lambda self: self[0])
class Stack(list):
    def push(self, x): self.append(x)
class Defaults(dict):
    def __missing__(self, key): return f"no {key}"
n = Positive(3)
n.note = "kept"
s = Stack([1])
s.push(2)
s.tag = "t"
print(n + 4, n.note, Name("a", "b").shout(), Pair(1, 2).first, s, s.tag, Defaults(a=1)["a"], Defaults()["z"])
print(type(n + 1) is Positive, isinstance(s, list), list.__new__(Stack), Name.__new__(Name, "q"))
Positive(-1)

# ---
class Different:
    def __new__(cls, *args): return args
    def __init__(self): raise AssertionError("not an instance")
print(Different(1, 2))
class Counted:
    count = 0
    def __new__(cls, *args, **kwargs):
        cls.count += 1
        return super().__new__(cls)
    def __init__(self, *args, **kwargs): self.args = args
print(Counted(1, k=2).args, Counted().args, Counted.count)

# ---
class Lazy:
    def __init__(self): self.calls = []
    def __getattr__(self, name):
        if name.startswith("no"): raise AttributeError(f"none {name}")  ### raised: AttributeError: none none
        self.calls.append(name)
        return name.upper()
lazy = Lazy()
print(lazy.abc, lazy.calls, hasattr(lazy, "nothing"), hasattr(lazy, "some"), getattr(lazy, "nope", "default"))
lazy.none

# ---
class Watched:
    def __init__(self): self.x = 1
    def __getattribute__(self, name):
        if name == "secret": return "found"
        value = super().__getattribute__(name)
        return value * 10 if type(value) is int else value
    def __setattr__(self, name, value): super().__setattr__(name, value + 1)
    def __delattr__(self, name):
        print("delete", name)
        super().__delattr__(name)
w = Watched()
w.y = 5
print(w.x, w.y, w.secret, w.__dict__, object.__getattribute__(w, "y"))
object.__setattr__(w, "z", 7)
print(w.z)
del w.z
object.__delattr__(w, "y")
print(vars(w))

# ---
class A:
    def __getattribute__(self, name): return object.__getattribute__(self, name)
a = A()
a.x = 1
print(a.x, a.__class__, a.__dict__, getattr(a, "x"))

# ---
object.__getattribute__(1, "__class__").__base__
object.__getattribute__(lambda: 0, "__globals__")  ### denied: __globals__

# ---
class A: pass
object.__setattr__(A(), "__class__", int)  ### denied: __class__

# ---
object.__setattr__(A := type("A", (), {}), "x", 1)  ### raised: TypeError

# ---
type.__setattr__(int, "x", 1)  ### raised: TypeError

# ---
class A: pass
type.__setattr__(A, "x", 1)
setattr(A, "y", 2)
A.z = 3
print(A.x, A.y, A.z)
type.__delattr__(A, "x")
delattr(A, "y")
del A.z
print(sorted(k for k in vars(A) if not k.startswith("__")))

# ---
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item!r}]"
print(G[int], G["a", 1])
class L(list): pass
print(list[int], L[int].__origin__, dict[str, int].__args__, type[int])

# ---
class Vector:
    __match_args__ = ("x", "y")
    __hash__ = None
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, other): return (self.x, self.y) == (other.x, other.y)
print(Vector(1, 2) == Vector(1, 2), Vector.__hash__)
hash(Vector(1, 2))  ### raised: TypeError: unhashable type: 'Vector'

# ---
class A:
    def __init__(self): self.__x = 1
    def swap(self, other): self.__x, other.__x = other.__x, self.__x
    def get(self):
        __local = self.__x
        return __local
    def __method(self): return "private method"
    def call(self): return self.__method()
    class __Nested: pass
    def nested(self): return self.__Nested.__name__
class B(A):
    def __method(self): return "another"
a, b = A(), B()
b._A__x = 2
a.swap(b)
print(a.get(), b.get(), a.call(), b.call(), a.nested(), sorted(vars(b)))

# ---
class C:
    def f(self):
        global __shared
        __shared = "mangled global"
        import math as __m
        return _C__m.pi
c = C().f()
print(_C__shared, int(c))

# ---
class E(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code
        self.detail = {}
try:
    raise E(3)
except E as error:
    error.detail["k"] = 1
    error.later = 2
    print(error, error.code, error.args, error.detail, error.later)

# ---
class A: x = 1
class A(A): y = A.x + 1
print(A.x, A.y)
def decorator(cls):
    cls.decorated = True
    cls.method = lambda self: "added"
    return cls
@decorator
class D: pass
print(D.decorated, D().method())

# ---
class A:
    __class__ = int              ### refused: "__class__" cannot be assigned
class B:
    def __del__(self): pass      ### refused: "__del__"
    def __prepare__(self): pass  ### refused: "__prepare__"
    def __mro_entries__(self): pass  ### refused: "__mro_entries__"
    def __instancecheck__(self, x): pass  ### refused: "__instancecheck__"
    def __subclasscheck__(self, x): pass  ### refused: "__subclasscheck__"
    def __subclasshook__(self, x): pass  ### refused: "__subclasshook__"
    def __class__(self): pass  ### refused: "__class__"
    def __buffer__(self, f): pass  ### refused: "__buffer__"
    def __unheard_of__(self): pass  ### refused: "__unheard_of__"
    __unheard_of__ = None  ### refused: "__unheard_of__"
    __dict__ = {}  ### refused: "__dict__"

# ---
class M(type):  ### denied: a metaclass or an exception group cannot have "__eq__"
    def __eq__(cls, other): return True

# ---
class M(type):  ### denied: a metaclass or an exception group cannot have "__getattribute__"
    def __getattribute__(cls, name): return 1  # a class pattern would ask it

# ---
class M(type): pass
M.__getattribute__ = lambda cls, name: 1  ### denied: "__getattribute__"

# ---
class Base:
    __eq__ = lambda self, other: True
    __hash__ = object.__hash__
class M(Base, type): pass  ### denied: a metaclass or an exception group cannot have

# ---
import math
class F(type(math)): pass  ### denied: cannot be a base class

# ---
class T(type(lambda: 0)): pass  ### raised: TypeError: type 'function' is not an acceptable base type

# ---
class B(bool): pass  ### raised: TypeError: type 'bool' is not an acceptable base type

# ---
class A(1): pass  ### raised here: TypeError

# ---
class A: pass
A.__name__, A.__qualname__, A.__module__, A.__doc__ = "Renamed", "Q.Renamed", "m", "doc"
print(A, A.__name__, A.__doc__)
A.method = lambda self: self.__class__.__name__
A.__len__ = lambda self: 3
A.__repr__ = lambda self: "repr"
print(A().method(), len(A()), A())

# ---
# A metaclass asks for as many arguments as type does.
import re


class Meta(type):
    pass


for arguments in ((), (5,), ("A", ())):
    try:
        Meta(*arguments)
    except TypeError as error:
        print(error)
try:
    re.match("a", int)
except TypeError as error:
    print(error)
