import operator as o
print(o.add(1, 2), o.sub(1, 2), o.mul(2, 3), o.truediv(1, 2), o.floordiv(7, 2), o.mod(7, 3), o.pow(2, 3), o.neg(1), o.pos(1), o.invert(1), o.inv(1), o.abs(-1), o.lshift(1, 2), o.rshift(4, 1))
print(o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.not_(0), o.truth([]), o.eq(1, 1), o.ne(1, 2), o.lt(1, 2), o.le(1, 1), o.gt(1, 2), o.ge(1, 1), o.is_(None, None), o.is_not(1, None), o.index(True))
print(o.concat([1], [2]), o.contains([1], 1), o.countOf([1, 1], 1), o.indexOf("ab", "b"), o.getitem([5], 0), o.length_hint([1]), o.call(max, 1, 2), o.iadd([1], [2]), o.itemgetter(1)("ab"), o.itemgetter(0, "k")({0: 1, "k": 2}))
d = {}
o.setitem(d, "a", 1)
o.delitem(d, "a")
class P:
    def __init__(self): self.x, self.q = 1, [2]
    def m(self, *a, **k): return a, k
print(d, o.attrgetter("x")(P()), o.attrgetter("x", "q")(P()), o.attrgetter("__class__.__name__")(P()), o.methodcaller("m", 1, k=2)(P()), o.methodcaller("upper")("a"), sorted([(1, "b"), (0, "c")], key=o.itemgetter(1)), o.attrgetter("x"), o.methodcaller("m", 1, k=2))
o.attrgetter("nope")(1)  ### raised: AttributeError: 'int' object has no attribute 'nope'

# ---
import operator
operator.attrgetter("__globals__")(lambda: 0)  ### denied: __globals__

# ---
import operator
operator.attrgetter("__init__.__globals__")(type("A", (), {"__init__": lambda s: None}))  ### denied: __globals__

# ---
import operator
operator.methodcaller("__subclasses__")(object)  ### denied: __subclasses__

# ---
import operator
def f(): pass
operator.methodcaller("format", f)("{0.__globals__}")  ### denied: __globals__

# ---
import operator
operator.attrgetter(1)  ### denied: attribute name must be string
