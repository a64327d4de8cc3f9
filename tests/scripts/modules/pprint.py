import collections, dataclasses, pprint, types
class Plain:
    def __repr__(self): return "Plain()"
@dataclasses.dataclass
class Point:
    x: int
    y: list = dataclasses.field(default_factory=list)
    hidden: int = dataclasses.field(default=1, repr=False)
@dataclasses.dataclass
class Tree:
    name: str
    children: list
class Sub(dict): pass
class Shown(dict):
    def __repr__(self): return "<shown>"
class Number(int): pass
data = {
    "numbers": list(range(40)), "text": "word " * 40, "bytes": b"bytes" * 30, "nested": {"a": {"b": {"c": {1, 2, 3}}}},
    "point": Point(1, list(range(30))), "tree": Tree("root" * 10, [Tree("leaf" * 10, []) for _ in range(3)]),
    "plain": [Plain()] * 12, 5: Sub(a=1, b=2), "ordered": collections.OrderedDict((str(i) * 8, i) for i in range(9)),
    "default": collections.defaultdict(list, a=[1]), "counter": collections.Counter("abracadabra" * 3),
    "deque": collections.deque(range(40), 50), "chain": collections.ChainMap({"a" * 40: 1}, {"b" * 40: 2}),
    "namespace": types.SimpleNamespace(aaaaaaaaaaaaaa=list(range(9)), bbbbbbbbbbbbbbbbbbb="x" * 40), "shown": Shown(),
    "user": collections.UserDict({"a" * 30: 1, "b" * 30: 2}), "list": collections.UserList(range(40)),
    "string": collections.UserString("abc " * 30), "frozen": frozenset(range(30)), "proxy": types.MappingProxyType({"k" * 40: 1, "l" * 40: 2}),
    "tuple": (1,), "empty": [(), [], {}, set()], "bytearray": bytearray(b"xyz" * 40), "n": Number(7), "class": [int, Point, type, len],
}
pprint.pprint(data)
pprint.pp({"b": 1, "a": 2})
print(pprint.pformat(data, width=40, compact=True, indent=2, depth=2))
print(pprint.pformat(1234567890123, underscore_numbers=True), pprint.pformat({"b": 1, "a": 2}, sort_dicts=False))
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, "a"]), pprint.saferepr(loop).split(" with")[0])
pprint.pprint([{1: 2, "a": 3, None: 4}, {3, "x", (1, 2)} - {3}], width=10)
print(pprint.pformat(collections.namedtuple("P", "x y")(1, list(range(40)))))

# ---
import pprint, sys
class Upper(pprint.PrettyPrinter):
    def format(self, value, context, maxlevels, level):
        if isinstance(value, str):
            return value.upper(), True, False
        return super().format(value, context, maxlevels, level)
Upper().pprint({"a": ["b", 1]})
class Out:
    def __init__(self): self.text = ""
    def write(self, text): self.text += text
out = Out()
pprint.PrettyPrinter(stream=out, width=20).pprint(list(range(20)))
pprint.pprint("x", stream=sys.stdout)
print(out.text)
for wrong in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        pprint.PrettyPrinter(**wrong)
    except ValueError as error:
        print(error)
