import json, collections

orders = json.loads('[{"id": 1, "items": [{"sku": "a", "n": 2}, {"sku": "b", "n": 1}]}, {"id": 2, "items": []}]')
totals = collections.Counter()
for order in orders:
    for item in order["items"]:
        totals[item["sku"]] += item["n"]
print(totals.most_common(), totals.total(), totals - collections.Counter(a=1), totals & collections.Counter(b=5))
print(json.dumps(orders, indent=2, sort_keys=True))
print(json.dumps({"é": [1.5, None, True, float("inf")], 2: {}}, ensure_ascii=False, separators=(",", ":")))

# ---
import json


class Money:
    def __init__(self, cents):
        self.cents = cents


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, Money):
            return {"cents": value.cents}
        if isinstance(value, (set, frozenset)):
            return sorted(value)
        return super().default(value)


def revive(found):
    return Money(found["cents"]) if found.keys() == {"cents"} else found


text = json.dumps({"a": Money(5), "b": {3, 1, 2}}, cls=Encoder)
print(text, json.loads(text, object_hook=revive)["a"].cents)
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads("1.10", parse_float=str), json.loads("[1]", parse_int=float))
for bad in ('{"a": }', "[1,", "nul", '"\x01"', "", "[1] 2", '{"a" 1}', '"\\u12"', "[01]", '{1: 2}', "NaN"):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as error:
        print(type(error).__name__, error, error.pos, error.lineno, error.colno)
try:
    Encoder().encode(object)
except TypeError as error:
    print(error)
decoder = json.JSONDecoder()
print(decoder.raw_decode('{"a": [1, 2]} tail'), list(json.JSONEncoder(indent=1).iterencode([1, {"x": ()}])))

# ---
import collections

Point = collections.namedtuple("Point", "x y z", defaults=(0,))
p = Point(1, 2)
print(p, p._replace(z=5), p._asdict(), Point._fields, Point._field_defaults, p == (1, 2, 0), Point._make([7, 8, 9]), p.count(2), p.index(1))
x, *rest = p
print(x, rest, Point.__doc__, Point.x.__doc__, repr(Point))
Odd = collections.namedtuple("Odd", ["class", "a", "a", "_b"], rename=True)
print(Odd(1, 2, 3, 4))
for bad in ("a a", "1x", "_x", "class"):
    try:
        collections.namedtuple("Bad", bad)
    except ValueError as error:
        print(error)


class Vector(collections.namedtuple("Vector", "dx dy")):
    __slots__ = ()

    def __add__(self, other):
        return Vector(self.dx + other.dx, self.dy + other.dy)

    @property
    def length(self):
        return (self.dx**2 + self.dy**2) ** 0.5


print(Vector(3, 4) + Vector(0, 0), Vector(3, 4).length, {Vector(1, 2): 1}[(1, 2)])

# ---
import collections

groups = collections.defaultdict(list)
for word in "the quick brown fox jumps over the lazy dog".split():
    groups[len(word)].append(word)
print(groups, dict(groups), groups.default_factory, groups.get(99), 99 in groups)
nested = collections.defaultdict(lambda: collections.defaultdict(int))
nested["a"]["b"] += 1
print(nested["a"]["b"], len(nested))
ring = collections.deque(range(5), maxlen=3)
ring.append(9)
ring.appendleft(8)
ring.rotate(1)
print(ring, ring.maxlen, list(reversed(ring)), ring.index(8), ring + collections.deque([1]))
chain = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})
child = chain.new_child({"c": 4})
child["a"] = 10
print(chain, child, child.parents, sorted(child), child.maps[0], chain["b"])
ordered = collections.OrderedDict(a=1, b=2, c=3)
ordered.move_to_end("a")
print(ordered, ordered.popitem(last=False), list(reversed(ordered)), ordered == {"c": 3, "a": 1}, ordered | {"z": 0})

# ---
import collections


class Lower(collections.UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f"no {key}"


class Stack(collections.UserList):
    def push(self, value):
        self.append(value)
        return self


class Shout(collections.UserString):
    def __str__(self):
        return self.data.upper() + "!"


lower = Lower(A=1, B=2)
lower.update(C=3)
print(lower, lower["a"], lower["zz"], len(lower), "A" in lower, lower.copy(), {**lower}, lower | {"D": 4})
stack = Stack([1]).push(2).push(3)
print(stack, stack[1:], stack + [4], stack * 2, sorted(stack, reverse=True), stack.pop(), stack == [1, 2], type(stack[:1]).__name__)
print(Shout("hi"), Shout("hi") + " you", Shout("a,b").split(","), "%s" % Shout("x"), f"{Shout('y')}", len(Shout("abc")), Shout("b") > "a")

# ---
import collections.abc


class Bag(collections.abc.MutableMapping):
    def __init__(self, *pairs):
        self._data = dict(pairs)

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        self._data[key] = value

    def __delitem__(self, key):
        del self._data[key]

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)


bag = Bag(("a", 1))
bag.update(b=2)
bag.setdefault("c", 3)
print(list(bag.items()), bag.pop("a"), bag.get("zz", 0), "b" in bag, bag == {"b": 2, "c": 3}, list(bag.keys() & {"b"}), bag.popitem())


class Primes(collections.abc.Sequence):
    def __getitem__(self, index):
        return (2, 3, 5, 7)[index]

    def __len__(self):
        return 4


print(list(reversed(Primes())), Primes().index(5), Primes().count(9), 7 in Primes(), list(Primes()))
try:
    collections.abc.Sequence()
except TypeError as error:
    print(error)
for kind in ("Iterable", "Hashable", "Sized", "Callable", "Mapping", "Sequence", "Iterator", "Set", "Container", "Reversible"):
    abc = getattr(collections.abc, kind)
    print(kind, [isinstance(value, abc) for value in (1, "a", [], {}, (), set(), iter([]), len, range(3), {}.keys(), b"", None, bag)])

# ---
import heapq, bisect, itertools, operator

jobs = []
for priority, name in [(3, "c"), (1, "a"), (2, "b"), (1, "z")]:
    heapq.heappush(jobs, (priority, name))
print([heapq.heappop(jobs) for _ in range(len(jobs))], heapq.nlargest(2, [5, 1, 9], key=lambda v: -v), heapq.nsmallest(2, "hello"))
print(list(heapq.merge([1, 4], [2, 3], reverse=False)), heapq.heappushpop([2, 3], 1), heapq.heapreplace([2, 3], 9))
grades = [33, 60, 77, 90, 100]
print("".join("FEDCBA"[bisect.bisect(grades, score)] for score in (10, 60, 76, 99, 100)))
rows = [("b", 2), ("a", 1)]
bisect.insort(rows, ("c", 0), key=operator.itemgetter(0))
print(rows, sorted(rows, key=operator.itemgetter(1, 0)), max(rows, key=operator.itemgetter(1)))
for key, group in itertools.groupby(sorted("abracadabra")):
    print(key, len(list(group)), end="; ")
print(list(itertools.accumulate([1, 2, 3], operator.mul, initial=1)), list(itertools.pairwise("abc")), list(itertools.chain.from_iterable([[1], [2]])))
print(list(itertools.zip_longest("ab", "c", fillvalue="-")), list(itertools.islice(itertools.count(5, 5), 2, 5)), list(itertools.product("ab", repeat=2))[:3])
print(list(itertools.combinations("abc", 2)), list(itertools.permutations("ab")), list(itertools.starmap(pow, [(2, 3), (3, 2)])), list(itertools.compress("abc", [1, 0, 1])))
a, b = itertools.tee([1, 2, 3])
next(a)
print(list(a), list(b), list(itertools.dropwhile(str.isdigit, "12a3")), list(itertools.takewhile(str.isdigit, "12a3")), list(itertools.filterfalse(None, [0, 1, ""])))
print(operator.attrgetter("real", "imag")(3 + 4j), operator.methodcaller("split", ",")("a,b"))
print(operator.add(1, 2), operator.contains([1], 1), operator.countOf([1, 1], 1), operator.concat([1], [2]), operator.index(5))

# ---
import copy


class Node:
    def __init__(self, value, *children):
        self.value = value
        self.children = list(children)
        self.parent = None
        for child in children:
            child.parent = self

    def __repr__(self):
        return f"Node({self.value}, {self.children})"


tree = Node(1, Node(2, Node(3)), Node(4))
twin = copy.deepcopy(tree)
twin.children[0].value = 20
print(tree, twin, twin.children[0].parent is twin, copy.copy(tree).children is tree.children)


class Custom:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Custom(self.n + 1)

    def __deepcopy__(self, memo):
        return Custom(self.n + 100)

    def __eq__(self, other):
        return self.n == other.n


print(copy.copy(Custom(1)).n, copy.deepcopy([Custom(1)])[0].n)


class Slotted:
    __slots__ = ("a", "__b", "c")

    def __init__(self):
        self.a, self.__b = [1], {2}

    def show(self):
        return self.a, self.__b, hasattr(self, "c")


one = Slotted()
two = copy.deepcopy(one)
two.a.append(5)
print(one.show(), two.show())
loop = []
loop.append(loop)
again = copy.deepcopy(loop)
print(again[0] is again, copy.deepcopy((1, "a", frozenset({2}))), copy.copy({1: []}), copy.deepcopy(print) is print, copy.copy(Node) is Node)
error = ValueError("a", 1)
error.note = [1]
other = copy.deepcopy(error)
print(repr(other), other.note, other.note is error.note, type(other) is ValueError)


class MyError(Exception):
    def __init__(self, code, text="none"):
        super().__init__(code, text)
        self.code = code


print(repr(copy.copy(MyError(5, "x"))), copy.copy(MyError(5)).code, copy.deepcopy({MyError: [MyError(1)]}))
