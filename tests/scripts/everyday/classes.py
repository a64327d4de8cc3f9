import abc


class Shape(abc.ABC):
    registry = {}

    def __init_subclass__(cls, /, sides=0, **rest):
        super().__init_subclass__(**rest)
        cls.sides = sides
        Shape.registry[cls.__name__] = cls

    @property
    @abc.abstractmethod
    def area(self): ...

    @abc.abstractmethod
    def scale(self, by):
        "Scale it."

    @classmethod
    def make(cls, *args):
        return cls(*args)

    @staticmethod
    def unit():
        return "cm²"

    def __str__(self):
        return f"{type(self).__name__}({self.area:.1f} {self.unit()})"


class Square(Shape, sides=4):
    def __init__(self, side):
        self.__side = side

    @property
    def area(self):
        return self.__side**2

    def scale(self, by):
        self.__side *= by
        return self


class Half(Shape):
    area = 1.0


print(Square.make(3).scale(2), Shape.registry, Square.sides, vars(Square(5)), Square.__mro__, sorted(Shape.__abstractmethods__))
for kind in (Shape, Half):
    try:
        kind()
    except TypeError as error:
        print(error)


@Shape.register
class Registered:
    pass


print(issubclass(Registered, Shape), isinstance(Registered(), Shape), isinstance(5, Shape), Square.scale.__doc__, Shape.scale.__doc__)

# ---
class Meta(type):
    def __new__(mcls, name, bases, namespace, **keywords):
        cls = super().__new__(mcls, name, bases, dict(namespace))
        cls.keywords = keywords
        return cls

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        made.made_by = cls.__name__
        return made

    def __len__(cls):
        return 42

    def __getitem__(cls, key):
        return key * 2

    @property
    def shout(cls):
        return cls.__name__.upper()


class Thing(metaclass=Meta, colour="red"):
    pass


print(Thing.keywords, Thing().made_by, len(Thing), Thing[4], Thing.shout, type(Thing), Meta.__mro__[0].__name__, isinstance(Thing, Meta))


class Singleton(type):
    _instances = {}

    def __call__(cls, *args):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args)
        return cls._instances[cls]


class One(metaclass=Singleton):
    pass


print(One() is One(), type(One()).__name__)
Dynamic = type("Dynamic", (Thing,), {"x": 5, "double": lambda self: self.x * 2})
print(Dynamic().double(), Dynamic.__name__, Dynamic.__bases__, Dynamic.__module__, Dynamic.__qualname__)

# ---
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.name, None)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} wants {self.kind.__name__}")
        setattr(instance, self.name, value)

    def __delete__(self, instance):
        delattr(instance, self.name)


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person("Ann", 30)
p.age += 1
print(p.name, p.age, vars(p), type(Person.name).__name__)
try:
    p.age = "old"
except TypeError as error:
    print(error)
del p.age
print(p.age, hasattr(p, "_age"))


class Temp:
    def __init__(self):
        self._c = 0

    @property
    def f(self):
        "Fahrenheit."
        return self._c * 9 / 5 + 32

    @f.setter
    def f(self, value):
        self._c = (value - 32) * 5 / 9

    @f.deleter
    def f(self):
        self._c = 0


t = Temp()
t.f = 212
print(t._c, t.f, Temp.f.__doc__)
t.f -= 180
del t.f
print(t.f)
try:
    Temp.f.fget(None)
except AttributeError as error:
    print(error)


class Lazy:
    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: name[4:]
        raise AttributeError(name)

    def __setattr__(self, name, value):
        super().__setattr__(name, f"<{value}>")

    def __delattr__(self, name):
        print("deleting", name)
        super().__delattr__(name)


lazy = Lazy()
lazy.x = 5
print(lazy.x, lazy.get_thing(), hasattr(lazy, "other"), getattr(lazy, "none", 3))
del lazy.x
print(vars(lazy))

# ---
class A:
    def who(self):
        return ["A"]

    def __private(self):
        return "A private"

    def call(self):
        return self.__private()


class B(A):
    def who(self):
        return ["B", *super().who()]

    def __private(self):
        return "B private"


class C(A):
    def who(self):
        return ["C", *super(C, self).who()]


class D(B, C):
    def who(self):
        return ["D"] + super().who()

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def help():
        return __class__.__name__


print(D().who(), [k.__name__ for k in D.__mro__], D().call(), D.make().help(), sorted(n for n in vars(B) if "private" in n))
print(super(B, D()).who(), isinstance(D(), C), issubclass(D, (int, A)), D.__base__.__name__)


class Number:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"N{self.n}"

    def __add__(self, other):
        return Number(self.n + (other.n if isinstance(other, Number) else other))

    __radd__ = __add__

    def __iadd__(self, other):
        self.n += other
        return self

    def __mul__(self, other):
        return NotImplemented

    def __neg__(self):
        return Number(-self.n)

    def __eq__(self, other):
        return isinstance(other, Number) and self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    def __hash__(self):
        return hash(self.n)

    def __bool__(self):
        return self.n != 0

    def __call__(self, *a, **k):
        return a, k

    def __contains__(self, x):
        return x == self.n

    def __getitem__(self, key):
        return key

    def __index__(self):
        return self.n

    def __format__(self, spec):
        return f"[{spec}]"

    def __divmod__(self, other):
        return "dm"

    def __round__(self, n=None):
        return ("round", n)

    def __len__(self):
        return abs(self.n)

    def __matmul__(self, other):
        return "@"


n = Number(3)
m = n
n += 4
print(n, m is n, 1 + n, sum([n, n]), -n, n == Number(7), n in {Number(7)}, bool(Number(0)), n(1, k=2), 7 in n, n[1:2, ...], [0] * 8 and list(range(10))[n])
print(f"{n:x>5}", format(n), divmod(n, 1), round(n), round(n, 2), len(n), n @ n, sorted([Number(2), Number(1)]), hex(n), "%d" % n.n)
try:
    n * 2
except TypeError as error:
    print(error)
try:
    n > 5
except (TypeError, AttributeError) as error:
    print(error)
