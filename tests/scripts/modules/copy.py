import copy
class Box:
    def __init__(self, items): self.items, self.me = items, self
class Custom:
    def __init__(self, n): self.n = n
    def __copy__(self): return Custom(self.n + 1)
    def __deepcopy__(self, memo): return Custom(self.n + 100)
class Slots:
    __slots__ = ("a",)
a = Box([1, [2]])
b, c = copy.copy(a), copy.deepcopy(a)
a.items[1].append(3)
print(b.items, c.items, c.me is c, b.me is a, copy.copy(Custom(1)).n, copy.deepcopy(Custom(1)).n)
s = Slots()
s.a = [1]
print(copy.copy(s).a is s.a, copy.deepcopy(s).a is s.a, copy.copy([1]), copy.deepcopy({"a": [1]}), copy.copy("x"), copy.deepcopy((1, [2])), copy.copy(len) is len, copy.deepcopy(Box) is Box)
from collections import OrderedDict, deque, defaultdict, Counter, namedtuple
from decimal import Decimal
import datetime, fractions, re
P = namedtuple("P", "x y")
print(copy.deepcopy(OrderedDict(a=[1])), copy.copy(deque([1])), copy.deepcopy(defaultdict(list, a=[1])), copy.deepcopy(P([1], 2)), copy.copy(Counter("a")), copy.deepcopy(Decimal(1)), copy.deepcopy(datetime.date(2020, 1, 1)), copy.copy(fractions.Fraction(1, 2)))
try:
    raise ValueError("x", 1)
except ValueError as error:
    print(repr(copy.copy(error)), copy.deepcopy(error).args)
print(copy.copy(re.compile("a")).pattern, copy.copy(range(3)), copy.copy({1}), copy.deepcopy({1: {2}}), copy.copy(slice(1)), copy.Error is copy.error)

# ---
# python: >=3.13
import copy
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int
print(copy.replace(P(1, 2), y=5))

# ---
import copy, math
copy.copy(math)  ### raised here: TypeError: cannot copy a

# ---
import copy
def g(): yield
copy.copy(g())  ### raised: TypeError: cannot pickle 'generator' object

# ---
import copy
copy.dispatch_table  ### denied: decides how every object is copied
