from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple
c = Counter("abracadabra")
c.update("zz"); c.subtract({"z": 1})
print(c.most_common(2), c["a"], c["nope"], sorted(c.elements())[:3], c.total(), Counter(a=3) - Counter(a=1), Counter(a=1) + Counter(b=2), Counter("ab") | Counter("bb"), Counter("ab") & Counter("a"))
d = defaultdict(list, {"k": [1]})
d["new"].append(2)
d.default_factory = int
print(d["zero"], dict(d), d)
o = OrderedDict(b=1, a=2)
o.move_to_end("b")
print(o, o.popitem(last=False), list(reversed(o)), o == {"b": 1})
q = deque([1, 2, 3], maxlen=3)
q.append(4); q.appendleft(0); q.rotate(1); q.extend([9])
print(q, q.pop(), q.popleft(), q.maxlen, q.count(0), q[0], list(q))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m["a"], m["b"], m.maps, m.new_child({"a": 9})["a"], m.parents, sorted(m))

# ---
from collections import namedtuple
Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), Point._fields, Point._field_defaults, Point._make([7, 8]), Point.__doc__, p == (1, 0), hash(p) == hash((1, 0)))
x, y = p
print(Point.__module__, Point.__name__, Point.x.__doc__, Point.__match_args__, namedtuple("R", "def x x", rename=True)._fields, namedtuple("L", ["a", "b"])(1, b=2))
class Named(namedtuple("Base", "a, b")):
    __slots__ = ()
    @property
    def total(self): return self.a + self.b
    def __repr__(self): return "own " + super().__repr__()
print(Named(1, 2), Named(1, 2).total)
p.x = 3  ### raised: AttributeError: can't set attribute

# ---
from collections import namedtuple
namedtuple("P", "class")  ### raised: ValueError: Type names and field names cannot be a keyword: 'class'

# ---
from collections import namedtuple
print(namedtuple("P", "_x", rename=True)._fields)
namedtuple("P", "__class__")  ### raised: ValueError: Field names cannot start with an underscore: '__class__'

# ---
from collections import UserDict, UserList, UserString
class Lower(UserDict):
    def __setitem__(self, key, value): super().__setitem__(key.lower(), value)
d = Lower(A=1)
d["B"] = 2
print(d, d.data, "a" in d, d.get("z"), {**d})
class L(UserList):
    def first(self): return self[0]
print(L([3, 1]).first(), sorted(L([3, 1])), L([1]) + [2], UserString("abc").upper(), UserString("{}").format(5), UserString("{x}").format_map({"x": 1}), UserString("ab")[0])
def f(): pass
UserString("{0.__globals__}").format(f)  ### denied: __globals__

# ---
from collections import OrderedDict, Counter, defaultdict
class Ordered(OrderedDict):
    def __init__(self, *a):
        super().__init__(*a)
        self.note = "kept"
class Default(defaultdict):
    def __missing__(self, key): return key * 2
o = OrderedDict()
o.tag = 1
print(Ordered([(1, 2)]).note, Default()["ab"], o.tag, Counter(Counter(a=1)).copy(), type(Counter().copy()).__name__)
from collections import abc
print(isinstance({}, abc.Mapping), isinstance([], abc.Sequence), isinstance("", abc.Hashable))

# ---
import collections
collections._sys  ### raised here: AttributeError

# ---
from collections import Mapping  ### raised here: ImportError
