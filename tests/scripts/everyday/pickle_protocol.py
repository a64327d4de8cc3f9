# What a class says to copy, and copy does.
import copy
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __reduce__(self):
        return (Point, (self.x, self.y))
class Ex(Point):
    def __reduce_ex__(self, protocol):
        print("protocol", protocol)
        return (Ex, (self.x, self.y), {"extra": [1]})
class State:
    def __init__(self):
        self.cache, self.value = object(), [1]
    def __getstate__(self):
        state = self.__dict__.copy()
        del state["cache"]
        return state
    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = "rebuilt"
p, e, s = Point(1, [2]), Ex(3, [4]), State()
print(copy.copy(p).y is p.y, copy.deepcopy(p).y is p.y, vars(copy.copy(e)), vars(copy.deepcopy(e)))
print(copy.copy(s).cache, copy.copy(s).value is s.value, copy.deepcopy(s).value is s.value)
print(p.__reduce__() == (Point, (1, [2])), e.__reduce_ex__(2)[1], s.__getstate__(), Point.__reduce__(p)[1])
print(hasattr(p, "__setstate__"), hasattr(s, "__setstate__"), hasattr(p, "__getstate__"), callable(getattr(s, "__getstate__")))

# ---
import copy
class New:
    def __new__(cls, a, b=None):
        self = super().__new__(cls)
        self.a, self.b = a, b
        print("new", a, b)
        return self
    def __getnewargs__(self):
        return (self.a, "again")
class NewEx(New):
    def __getnewargs_ex__(self):
        return (self.a,), {"b": "by name"}
print(vars(copy.copy(New(1))), vars(copy.deepcopy(NewEx([2]))))
class Bad:
    def __getnewargs__(self): return [1]
try:
    copy.copy(Bad())
except TypeError as error:
    print(error)
class BadEx:
    def __getnewargs_ex__(self): return (1, 2, 3)
try:
    copy.copy(BadEx())
except ValueError as error:
    print(error)

# ---
# What object itself does, asked by name.
import copy
class A:
    def __init__(self): self.a = 1
class S:
    __slots__ = ("x", "__y")
    def __init__(self): self.x, self.__y = 1, 2
class Both(S):
    def __init__(self):
        super().__init__()
        self.z = 3
class D(dict): pass
class L(list): pass
class T(tuple): pass
class N(int): pass
for make in (A, S, Both, D, L, T, N):
    x = make()
    function, arguments, *rest = x.__reduce_ex__(2)
    print(make.__name__, function.__name__, arguments == (make, *arguments[1:]), arguments[1:], rest[:1], x.__getstate__())
a = A()
print(a.__getstate__() is a.__dict__, object.__getstate__(a), object.__reduce_ex__(a, 4)[0].__name__)
function, arguments, state = a.__reduce__()
print(function.__name__, arguments == (A, object, None), state, object.__reduce__(a)[2])
made = function(*arguments)
print(type(made) is A, vars(made))
d, l = D(a=[1]), L([[1], 2])
print([list(each) if each is not None else None for each in d.__reduce_ex__(2)[3:]], [list(each) if each is not None else None for each in l.__reduce_ex__(2)[3:]])
for each in (S(), Both(), D(a=[1]), L([[1]]), T([[1]]), N(5)):
    c, e = copy.copy(each), copy.deepcopy(each)
    print(type(c) is type(each) is type(e), c.__getstate__(), e.__getstate__(), c, e) if not isinstance(each, S) else print(c.__getstate__(), e.__getstate__())

# ---
# A class that changes what its parent does.
import copy
class Base:
    def __init__(self): self.a, self.b = [1], [2]
    def __getstate__(self): return {"a": self.a}
class Child(Base):
    def __init__(self):
        super().__init__()
        self.c = 3
    def __getstate__(self): return (super().__getstate__(), self.c)
    def __setstate__(self, state):
        first, self.c = state
        self.__dict__.update(first)
class Third(Child):
    def __reduce_ex__(self, protocol):
        function, arguments, state, *rest = super().__reduce_ex__(protocol)
        print(function.__name__, state, rest)
        return function, arguments, state
class Error(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code
    def __reduce__(self):
        kind, arguments, state = super().__reduce__()
        return kind, (self.code, *arguments), state
print(vars(copy.copy(Child())), vars(copy.deepcopy(Third())))
error = copy.copy(Error(5, "text"))
error.__setstate__({"more": 1})
print(repr(error), error.code, error.more, copy.deepcopy(error).more)

# ---
# Everything that may be in the tuple.
import copy
class Stack:
    def __init__(self, items=()): self.items, self.names = list(items), {}
    def append(self, item): self.items.append(item)
    def __setitem__(self, key, value): self.names[key] = value
    def __reduce__(self):
        return (Stack, (), {"note": "n"}, iter(self.items), iter(self.names.items()))
s = Stack([1, [2]])
s["k"] = [3]
c, d = copy.copy(s), copy.deepcopy(s)
print(vars(c), vars(d), c.items[1] is s.items[1], d.items[1] is s.items[1])
class Single:
    def __reduce__(self): return "Single"
one = Single()
print(copy.copy(one) is one, copy.deepcopy([one])[0] is one)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
print(Slots().__getstate__(), copy.copy(Slots()).a, hasattr(copy.copy(Slots()), "b"))
class Wrong:
    def __reduce__(self): return 5
try:
    copy.copy(Wrong())
except TypeError as error:
    print(type(error))
class NoCopies:
    def __reduce_ex__(self, protocol): raise TypeError("cannot pickle these")
try:
    copy.deepcopy({"a": NoCopies()})
except TypeError as error:
    print(error)
class Hook:
    __reduce_ex__ = None
    def __reduce__(self): return (Hook, ())
print(type(copy.copy(Hook())) is Hook)
class Loop:
    def __init__(self): self.me = self
    def __getstate__(self): return {"me": self.me}
loop = copy.deepcopy(Loop())
print(loop.me is loop)

# ---
import copy, enum, dataclasses, collections
from functools import partial
@dataclasses.dataclass(frozen=True, slots=True)
class F:
    x: int
    y: list
class Color(enum.Enum):
    RED = 1
    def __reduce_ex__(self, protocol): return (Color, (self.value,))
class Pair(collections.namedtuple("Pair", "a b")):
    def __reduce__(self): return (Pair, (self.a, "copied"))
class P(partial): pass
f = F(1, [2])
print(copy.copy(f), copy.deepcopy(f), copy.deepcopy(f).y is f.y, f.__getstate__())
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy(Pair(1, 2)), Pair(1, 2).__getnewargs__(), copy.copy(P(print, 1)).args, copy.copy(partial(int, base=2))("11"))
x = collections.OrderedDict(a=[1])
print(copy.copy(x), copy.deepcopy(x), copy.deepcopy(collections.Counter("aab")), copy.copy(iter([1, 2, 3])).__next__(), list(copy.copy(zip([1], [2]))))
class Dq(collections.deque): pass
q = Dq([1, [2]], maxlen=5)
q.name = "q"
print(copy.copy(q), copy.deepcopy(q).name, copy.deepcopy(q)[1] is q[1])
import datetime, fractions, decimal, random, uuid
class Day(datetime.date):
    def __reduce__(self): return (Day, (self.year, self.month, 1))
print(copy.copy(Day(2024, 5, 6)), copy.deepcopy(datetime.datetime(2024, 1, 1)), copy.copy(fractions.Fraction(1, 3)), copy.deepcopy(decimal.Decimal("1.5")))
r = random.Random(5)
print(copy.copy(r).random() == r.random(), fractions.Fraction(1, 2).__reduce__(), copy.copy(uuid.UUID(int=5)))

# ---
# A singleton by its registry.
import copy
class Symbol:
    table = {}
    def __new__(cls, name):
        if name not in cls.table:
            cls.table[name] = super().__new__(cls)
            cls.table[name].name = name
        return cls.table[name]
    def __reduce__(self):
        return Symbol, (self.name,)
a = Symbol("a")
print(copy.copy(a) is a, copy.deepcopy([a])[0] is a)
class Lazy:
    def __init__(self, make): self._make, self._value = make, None
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return getattr(self._make(), name)
print(copy.copy(Lazy(dict)).keys())

# ---
# Odd corners.
import copy
class A:
    def __init__(self): self.__dict__["weird name"] = 1; self.__dict__["__x__"] = 2; self.__dict__[3] = 4
a = copy.copy(A()); print(a.__dict__); print(copy.deepcopy(A()).__dict__)
# ---
import copy
class A:
    def __getattr__(self, n):
        print("ga", n); raise AttributeError(n)
print(type(copy.copy(A())).__name__, type(copy.deepcopy(A())).__name__)
# ---
import copy
class A:
    __slots__ = ("a", "__dict__", "__weakref__")
class B(A):
    __slots__ = "b"
class C(B):
    __slots__ = {"c": "doc", "__p": ""}
    def __init__(self): self.a, self.b, self.c, self.__p, self.d = range(5)
c = C()
print(c.__getstate__(), copy.copy(c).__getstate__(), c.__reduce_ex__(3)[2])
try: c.__reduce_ex__(1)
except TypeError as e: print(e)
try: copy.copy(c).e
except AttributeError as e: print(e)
# ---
import copy
class E(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
try: copy.copy(E(1, 2))
except TypeError as e: print(e)
# ---
import copy
class R:
    def __reduce__(self): return (R,)
try: copy.copy(R())
except TypeError as e: print(e)
class R6:
    def __reduce__(self): return (R6, (), {"a": 1}, None, None, lambda o, s: 0)
try: copy.copy(R6())
except TypeError as e: print(e)
class S:
    def __reduce__(self): return (S, (), (None, {"x": 1}))
print(vars(copy.copy(S())))
class F:
    def __reduce__(self): return (F, (), False)
try: print(vars(copy.copy(F())))
except Exception as e: print(type(e), e)
class G:
    __slots__ = ()
    def __reduce__(self): return (G, (), {"a": 1})
try: print(copy.copy(G()))
except AttributeError as e: print(e)
# ---
import copy
def f(): pass
class A:
    def m(self): return self
a = A()
m = copy.deepcopy(a.m)
print(m() is not a, copy.copy(a.m)() is a, copy.copy(f) is f, copy.deepcopy(A) is A, copy.copy(super) is super)
try: copy.copy((i for i in ()))
except TypeError as e: print(e)
try: copy.deepcopy(memoryview(b""))
except TypeError as e: print(e)
class P(property): pass
try: copy.copy(P(f))
except TypeError as e: print(e)
for x in (iter([1, 2]), iter((1,)), iter("ab"), iter({1: 2}), range(3), slice(1, 2), enumerate("ab"), reversed([1, 2]), {1}.__iter__(), bytearray(b"x"), frozenset({1}), 1j, map(str, [1]), filter(None, [1]), zip([1])):
    try: print(type(x).__name__, list(copy.copy(x)) if hasattr(x, "__iter__") else copy.copy(x))
    except TypeError as e: print(type(x).__name__, e)
# ---
class A:
    def __init__(self): self.x = 1
    def __setstate__(self, s): self.__dict__ = s
    def __getstate__(self): return vars(self)
import copy
b = copy.copy(A())
print(vars(b), A().__setstate__.__name__, A.__getstate__ is not object.__getstate__, "__reduce__" in dir(A), "__setstate__" in dir(A))
try: object().__setstate__
except AttributeError as e: print(e)
# ---
import copy, collections
class Node:
    def __init__(self, v): self.v, self.kids, self.up = v, [], None
    def add(self, k): k.up = self; self.kids.append(k); return k
    def __deepcopy__(self, memo):
        new = memo[id(self)] = type(self)(self.v)
        for k in self.kids: new.add(copy.deepcopy(k, memo))
        return new
n = Node(1); n.add(Node(2)).add(Node(3))
c = copy.deepcopy(n)
print(c.kids[0].kids[0].up.up is c, c is n)
class D(dict):
    def __init__(self, *a, tag=None, **k): super().__init__(*a, **k); self.tag = tag
    def __copy__(self): return D(self, tag=self.tag)
    def __reduce__(self): return (D, (dict(self),), {"tag": self.tag})
print(copy.copy(D(a=1, tag=2)).tag, copy.deepcopy(D(a=[1], tag=[2])).tag)
dd = collections.defaultdict(lambda: 5, a=1)
print(copy.copy(dd)["q"], copy.deepcopy(dd)["z"])
