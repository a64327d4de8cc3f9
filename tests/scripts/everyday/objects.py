# What classes can say about themselves.
class Meta:
    "Has a text."
    x = 1
    _y = 2
    __z = 3

    def __init__(self):
        self.__hidden = 1
        self.open = 2

    def __getattribute__(self, name):
        if name == "magic":
            return "made up"
        return super().__getattribute__(name)

    def __dir__(self):
        return ["only", "these"]

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

    @classmethod
    def __init_subclass__(cls, **kw):
        print("subclass", cls.__name__, kw)


class Sub(Meta, flag=1):
    __z = 4


m = Meta()
print(m.magic, dir(m), Meta[5], vars(m), m._Meta__hidden, Meta._Meta__z, Sub._Sub__z, [n for n in vars(Meta) if not n.startswith("__")], getattr(m, "open"), hasattr(m, "__hidden"), m.__class__ is Meta, type(m).__name__, Meta.__dict__["x"])
print([n for n in dir(Sub) if not n.startswith("__")], isinstance(Meta.__dict__["__init_subclass__"], classmethod), Sub.__base__, Sub.__bases__, m.__dict__)
setattr(m, "dyn", 5)
delattr(m, "dyn")
m.__dict__["direct"] = 1
print(m.direct, sorted(m.__dict__), m.__init__.__name__, m.__init__.__self__ is m, Meta.__init__.__qualname__, m.__doc__, callable(m), callable(Meta))


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


class More(Slots):
    __slots__ = ("c",)


s = More()
s.c = 3
try:
    s.zzz = 1
except AttributeError as error:
    print(type(error).__name__)
try:
    s.b
except AttributeError as error:
    print(error)
print(s.a, s.c, hasattr(s, "__dict__"), More.__slots__, type(Slots.a).__name__)
for attempt in (lambda: type("C", (Meta, object, Meta), {}), lambda: type("D", (object, Meta), {}), lambda: Meta.nope, lambda: m.nope, lambda: Meta().x.y, lambda: int.nope, lambda: setattr(5, "x", 1), lambda: setattr(int, "x", 1), lambda: delattr(m, "nope"), lambda: object(1), lambda: type(1, 2), lambda: super(), lambda: Meta(1), lambda: Slots().method()):
    try:
        attempt()
    except (TypeError, AttributeError, RuntimeError) as error:
        print(type(error).__name__, error)


class Eq:
    def __eq__(self, other):
        return True


try:
    hash(Eq())
except TypeError as error:
    print(error)
print(Eq() != 5, Eq() in [1], Eq.__hash__)


def free(self):
    return self.open


Meta.added = free
m.own = free.__get__(m)
print(m.added(), m.own(), m.added.__func__ is free, Meta.added is free)
Meta.x += 10
print(Sub.x, Sub().x)
del Meta.added
print(hasattr(m, "added"))

# ---
# Numbers and text of every kind, as literals.
print(0b1010, 0o17, 0xFF, 1e3, 1_000.5, 3j, "a" "b" 'c', r"\n", b"\x00ab", "\N{SNOWMAN}\u00e9\x41\101", """multi
line""", 'it''s', "tab\tend", rb"\d", "\\", f"{'nested ' + f'{1 + 1}'}", f"{{}}", f"{3:>{2 + 3}}|", f"{'a' if True else 'b'}", f"{[x for x in range(2)]}", f"{(lambda x: x * 2)(4)}", f"{1!r}{'q'!s}{'é'!a}", f"{2 ** 3 = }", f"""{
    5
}""")
print("ops", not 1 or 2 and 3, -2 ** 2, 2 ** 3 ** 2, [*range(2), *"ab"], {**{"a": 1}, "b": 2}, 1 < 2 > 1 == 1, (1,), ~-1, 5 & 6 | 1 ^ 8)
print(bytes(3), bytearray(b"ab") + b"c", memoryview(b"abc")[1], b"a,b".split(b","), bytes.fromhex("ff00").hex(":"), b"%d %s" % (5, b"x"), list(b"ab"), b"abc"[0:2], bytearray(b"xyz").pop(), b"A".lower(), int.from_bytes(b"\xff", signed=True), str(b"x", "ascii"), b"x".join([b"1", b"2"]))
print(list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, "", "a"])), sorted("bca", reverse=True), sorted([(1, "b"), (1, "a"), (0, "z")], key=lambda p: p[0]), list(zip("ab", [1, 2], strict=True)), list(enumerate("ab", 1)), any([]), all([]), sum([[1], [2]], []), min("b", "a"), max([1, 2], key=lambda v: -v), max([], default="d"), abs(-3), pow(2, 5, 7), divmod(7, 2), round(3.14159, 2), chr(97), ord("a"), len({1: 2}), list(reversed([1, 2])), isinstance(1, (str, int)), issubclass(bool, int), callable(print), bool([]), repr("a'b\"c"), ascii("é"), format(255, "x"), hash(1), id(1) == id(1), slice(1, 2), list(range(10, 0, -3)), range(5)[1:3], 3 in range(5), iter([1]).__next__(), frozenset([1]), complex(1, 2), dict(a=1, **{"b": 2}), dict([("x", 1)]), dict.fromkeys("ab", 0), sorted(set("a") | {"b"}), {1, 2} & {2}, {1, 2} - {2}, {1} ^ {2}, {1} <= {1, 2}, tuple("ab"), str(1.0), int("7"), float("1e3"), "abc".__len__(), (5).__add__(3), [1].__contains__(1))
try:
    list(zip("ab", [1], strict=True))
except ValueError as error:
    print(error)
l = [3, 1, 2]
l.sort()
l.extend("x")
l.insert(0, "first")
l.remove("x")
print(l, l.index(2), l.count(1), l.copy() is l, l.pop(0), l.reverse(), l, l.clear(), l)
d = {"a": 1, "b": 2}
print(d.items(), d.pop("a"), d.setdefault("c", []), d.update({"z": 0}, y=1), d.popitem(), list(d), d | {"q": 1}, d.get("nope"), {k: v for k, v in d.items()}, list(reversed(d)), d == {"b": 2, "c": [], "z": 0}, sorted(d.keys() - {"b"}), "b" in d, len(d))
try:
    for k in d:
        d[k + "!"] = 1
except RuntimeError as error:
    print(error)
s = {3, 1}
s.add(2)
s.discard(9)
s.update([4])
print(sorted(s), s.issuperset({1}), s.isdisjoint({9}), sorted(s.symmetric_difference({1, 9})))
