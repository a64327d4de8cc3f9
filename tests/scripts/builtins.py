print(abs(-3), all([1, 2]), any([0]), ascii("é"), bin(5), bool([]), bytearray(b"ab"), bytes(3), callable(print), chr(97), complex(1, 2))
print(dict(a=1), divmod(7, 2), list(enumerate("a")), list(filter(None, [0, 1])), float("1.5"), format(3, "03d"), frozenset([1]), hash(1), hex(255))
print(int("ff", 16), isinstance(True, int), issubclass(bool, int), list("ab"), max(1, 2), min([3, 1]), next(iter([9])), oct(8), ord("a"), pow(2, 3, 5))
print(list(range(1, 10, 3)), repr("x"), list(reversed([1, 2])), round(3.7), set([1]), slice(1, 2, 3), sorted([2, 1]), str(b"x", "ascii"), sum([1, 2], 10))
print(tuple([1]), list(zip("a", "b")), memoryview(b"abc")[1], id(1) == id(1), list(map(abs, [-1])), len([1, 2]), object().__class__, Ellipsis, NotImplemented)
print(None, True, False, __debug__, type(...), type(NotImplemented), int.__name__, max([], default=0), min("b", "a", key=ord), sum([[1], [2]], []))

# ---
print("abc".upper(), "a,b".split(","), "-".join(["a", "b"]), "abc".replace("b", "x"), " x ".strip(), "abc".find("c"), "abc"[::-1], "ab" in "cab")
print("abc".startswith("ab"), "a b".title(), "ABC".lower(), "aXb".swapcase(), "x".center(5, "*"), "x".ljust(3) + "|", "5".zfill(3), "abc".count("b"))
print("a\nb".splitlines(), "a=b=c".partition("="), "a=b=c".rpartition("="), "abc".index("b"), "é".encode(), "tab\t".expandtabs(4), "ß".casefold())
print("a1".isalnum(), "a".isalpha(), "1".isdigit(), "a".isidentifier(), "a".islower(), " ".isspace(), "A".isupper(), "Ab".istitle(), "1".isnumeric(), "x".isprintable())
print("abc".translate({97: "x", 98: None}), str.maketrans("ab", "cd"), "prefix_x".removeprefix("prefix_"), "x.py".removesuffix(".py"), "abab".rfind("ab"), "a  b".split())
print("%s" % "x", "abc" < "abd", "a" * 3, len("añb"), "\u00e9\N{BULLET}", "abc".capitalize(), "aaa".replace("a", "b", 2), "a-b".rsplit("-", 1), "xax".strip("x"))
print(b"abc".hex(), bytes.fromhex("6162"), b"a,b".split(b","), b"abc".decode(), bytearray(b"ab") + b"c", b"abc"[0], b"ab".upper(), bytes([1, 2]), b"x".join([b"a", b"b"]))

# ---
l = [3, 1, 2]
l.append(4); l.extend([5]); l.insert(0, 0); l.sort(reverse=True); l.remove(5); l.reverse()
print(l, l.pop(), l.index(1), l.count(3), l.copy(), l + [9], l * 2, l[1:], l[-1], l == [0, 1, 2, 3], l.clear(), l)
d = {"a": 1}
d.update(b=2); d.setdefault("c", 3); d["d"] = d.pop("a")
print(d, d.get("z", 0), list(d.keys()), list(d.values()), list(d.items()), d | {"z": 1}, "b" in d, d.popitem(), dict.fromkeys("ab", 0), {**d}, len(d), list(reversed(d)))
s = {1, 2}
s.add(3); s.discard(9); s.remove(1)
print(s | {5}, s & {2}, s - {2}, s ^ {2, 7}, s <= {2, 3, 4}, s.isdisjoint({9}), s.union([1]), frozenset(s) == s, s.issuperset({2}), len(s), s.intersection([3]))
t = (1, 2, 2)
print(t.count(2), t.index(2), t + (3,), t * 2, t[::-1], (1,) < (2,), hash(t) == hash((1, 2, 2)))
r = range(10)
print(r.start, r.stop, r.step, r[3], r[2:5], 5 in r, len(r), list(reversed(r))[:2], r.index(4), slice(1, 5, 2).indices(10))
print((5).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), (0.5).as_integer_ratio(), (1.5).is_integer(), (1.5).hex(), (3 + 4j).conjugate(), (10).bit_count())
v = memoryview(bytearray(b"abc"))
v[0] = 65
print(v.tobytes(), v.tolist(), v.nbytes, v.readonly, v.format, v.obj)

# ---
class A:
    x = 1
    def __init__(self): self.y = 2
a = A()
print(getattr(a, "x"), getattr(a, "nope", 5), hasattr(a, "y"), hasattr(a, "z"), getattr(A, "__name__"), getattr(a, "__class__") is A)
setattr(a, "z", 3)
setattr(A, "method", lambda self: self.z)
print(a.z, a.method(), getattr(a, "method")())
delattr(a, "z")
print(hasattr(a, "z"), vars(a), a.__dict__ is vars(a), sorted(x for x in dir(a) if not x.startswith("_")))
getattr(a, "gone")  ### raised: AttributeError: 'A' object has no attribute 'gone'

# ---
getattr(1)  ### raised: TypeError: getattr expected at least 2 arguments, got 1

# ---
getattr(1, 2)  ### denied: attribute name must be string, not 'int'

# ---
setattr(1, "x")  ### raised: TypeError: setattr expected 3 arguments, got 2

# ---
hasattr(1, "x", 2)  ### raised: TypeError: hasattr expected 2 arguments, got 3

# ---
getattr(object=1, name="x")  ### raised: TypeError: getattr() takes no keyword arguments

# ---
class S(str): pass
getattr(1, S("real"))  ### denied: attribute name must be string, not 'S'

# ---
def f(): pass
getattr(f, "__globals__")  ### denied: __globals__

# ---
def f(): pass
getattr(f, "__code__", None)
print(getattr(f, "__missing_dunder__", "default"), hasattr(f, "__closure_of_nothing__"))

# ---
class A: pass
setattr(A(), "a b", 1)  ### denied: "a b"

# ---
class A: pass
setattr(A(), "__class__", int)  ### denied: "__class__"

# ---
class A: pass
setattr(A, "__del__", lambda self: None)  ### denied: "__del__"

# ---
setattr(print, "x", 1)  ### denied: "x"

# ---
class A: pass
delattr(A, "__dict__")  ### denied: "__dict__"

# ---
x = 1
def f(a):
    b = 2
    print(sorted(locals()), sorted(vars()), dir())
    return [locals()["a"] for _ in range(1)] if False else "x" in globals()
print(f(0), globals()["x"], "f" in globals(), globals().get("nope"), "x" in locals(), vars()["x"], globals()["__name__"])
class C:
    y = 1
    print("y" in locals(), locals()["y"], "y" in vars(), sorted(n for n in dir() if not n.startswith("__")))

# ---
x = 1
print([name for name in globals() if not name.startswith("__")], len(globals()) > 0, {**globals()}["x"], dict(globals())["x"])
print(sorted(n for n in dir() if not n.startswith("__")), globals().keys() and True, [v for k, v in globals().items() if k == "x"])
globals()["y"] = 2  ### raised here: TypeError

# ---
locals().update(z=1)  ### raised here: AttributeError: update

# ---
globals()["__builtins__"]  ### raised here: KeyError: __builtins__

# ---
vars(1)  ### raised: TypeError: vars() argument must have __dict__ attribute

# ---
import math
vars(type(math))  ### denied: __dict__

# ---
import contextlib
with contextlib.ExitStack() as stack:  ### denied: globals() can only be called directly
    stack.callback(globals)

# ---
print(dir([])[-3:], dir(int)[-2:], "upper" in dir("x"), "__subclasshook__" in dir(1), "append" in dir([]), dir(type("A", (), {"q": 1}))[-1])
eval("1")  ### denied: name 'eval' is not defined

# ---
exec("x = 1")  ### denied: name 'exec' is not defined

# ---
compile("1", "f", "eval")  ### denied: name 'compile' is not defined

# ---
breakpoint()  ### denied: name 'breakpoint' is not defined

# ---
help()  ### denied: name 'help' is not defined

# ---
open("/etc/passwd")  ### denied: file '/etc/passwd' is not granted

# ---
open("somewhere", "w")  ### denied: mode 'w' is not granted: files can be read only

# ---
open("/etc/passwd", encoding="rot13")  ### denied: encoding 'rot13' is not granted

# ---
class Path:
    def __fspath__(self): return "/etc/passwd"
open(Path())  ### denied: open() takes a plain str

# ---
open(0)  ### denied: open() takes a plain str

# ---
class A: pass
class B(A): pass
print(type(A()), type(1), type(type), type(type(1)), isinstance(A, type), isinstance(type, type), isinstance(1, type), issubclass(type, object), issubclass(A, type))
print(isinstance(B(), (int, A)), issubclass(B, (int, A)), type(A) is type, type(A) == type, type(B()).__mro__, type is type, {type: 1}[type])
print(isinstance([], list | dict), callable(type), type.__name__, type.__module__, repr(type), type.__call__(int, "5"), type("x") in (str, int))

# ---
super()  ### raised: RuntimeError: super(): no arguments

# ---
isinstance(1, "int")  ### raised: TypeError: isinstance() arg 2 must be a type

# ---
print(sorted(["b", "A", "c"], key=str.lower), list(map(int, "123")), list(map(lambda a, b: a + b, [1, 2], [3, 4])), [*map(str, range(3))])
print(max("abc", key=ord), sum(x for x in [1.5, 2.5]), any(map(str.isdigit, "a1")), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]))
it = iter(lambda: 5, 5)
print(list(it), classmethod, staticmethod, property, list(zip(*[(1, 2), (3, 4)])), dict([("a", 1)]), dict({"x": 1}, y=2), str(), int(), list(), float("inf"))
print(int("0b11", 0), int("1_000"), float("nan") != float("nan"), round(2.675, 2), round(-7.5), abs(3 + 4j), pow(2, -1), divmod(-7, 2), hash("") == hash(""))
int("x", 40)  ### raised: ValueError: int() base must be >= 2 and <= 36, or 0
