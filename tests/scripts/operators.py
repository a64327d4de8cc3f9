print(7 + 2, 7 - 2, 7 * 2, 7 / 2, 7 // 2, 7 % 2, 7 ** 2, -7, +7, ~7, 7 << 2, 7 >> 1, 7 & 3, 7 | 8, 7 ^ 2)
print(1 < 2 <= 2 != 3 == 3 >= 3 > 2, 1 is 1, None is not None, 2 in [1, 2], "z" not in "abc")
print(not 0, 0 or "b", 1 and "c", None or 0 or [], 1 if [] else 2)
print(2 ** -1, (-8) ** (1 / 3) != -2, 10 ** 20 // 3, -7 // 2, -7 % 3, divmod(-7, 3), round(2.5), round(1234.5678, 2))
print(0x1F, 0b101, 0o17, 1_000_000, 1e3, .5, 5., 1j * 1j, 3 + 4j, "a" "b", b"x\x00", r"\n", u"u", ..., ())

# ---
class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"N({self.n})"
def binary(symbol):
    def forward(self, other): return f"{self} {symbol} {other}"
    def reflected(self, other): return f"{other} r{symbol} {self}"
    def in_place(self, other):
        self.n = f"{self.n}{symbol}={other}"
        return self
    return forward, reflected, in_place
for name, symbol in [("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/"), ("floordiv", "//"), ("mod", "%"),
                     ("pow", "**"), ("matmul", "@"), ("lshift", "<<"), ("rshift", ">>"), ("and", "&"), ("or", "|"), ("xor", "^")]:
    for prefix, function in zip(("", "r", "i"), binary(symbol)):
        setattr(N, f"__{prefix}{name}__", function)
a = N(1)
print(a + 2, 2 + a, a - 2, 2 - a, a * 2, 2 * a, a / 2, 2 / a, a // 2, 2 // a, a % 2, 2 % a, a ** 2, 2 ** a)
print(a @ 2, 2 @ a, a << 2, 2 << a, a >> 2, 2 >> a, a & 2, 2 & a, a | 2, 2 | a, a ^ 2, 2 ^ a)
a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a **= 1; a @= 1; a <<= 1; a >>= 1; a &= 1; a |= 1; a ^= 1
print(a)

# ---
class Unary:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __bool__(self): return False
    def __len__(self): return 5
    def __int__(self): return 1
    def __float__(self): return 2.5
    def __complex__(self): return 3j
    def __index__(self): return 4
    def __round__(self, digits=None): return ("round", digits)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __hash__(self): return 17
    def __repr__(self): return "repr"
    def __str__(self): return "str"
    def __bytes__(self): return b"bytes"
    def __format__(self, spec): return f"format {spec}"
    def __sizeof__(self): return 100
    def __dir__(self): return ["b", "a"]
    def __length_hint__(self): return 9
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
u = Unary()
import math
print(-u, +u, ~u, abs(u), bool(u), len(u), int(u), float(u), complex(u), [0, 1, 2, 3, 4, 5][u], round(u), round(u, 2))
print(math.trunc(u), math.floor(u), math.ceil(u), hash(u), repr(u), str(u), bytes(u), f"{u:abc}", f"{u!r}{u!s}", dir(u))
print(divmod(u, 1), divmod(1, u), hex(u), bin(u), "abcdefgh"[u:], not u, u.__sizeof__(), u.__length_hint__())

# ---
class Ordered:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return ("lt", o)
    def __le__(self, o): return ("le", o)
    def __gt__(self, o): return ("gt", o)
    def __ge__(self, o): return ("ge", o)
    def __eq__(self, o): return ("eq", o)
    def __ne__(self, o): return ("ne", o)
    def __contains__(self, item): return item == 3
o = Ordered(1)
print(o < 1, o <= 1, o > 1, o >= 1, o == 1, o != 1, 1 < o, 3 in o, 4 not in o)

# ---
class Container:
    def __init__(self): self.data = {}
    def __getitem__(self, key): return self.data.get(repr(key), key)
    def __setitem__(self, key, value): self.data[repr(key)] = value
    def __delitem__(self, key): del self.data[repr(key)]
    def __iter__(self): return iter(sorted(self.data))
    def __len__(self): return len(self.data)
    def __reversed__(self): return iter(["reversed"])
    def __contains__(self, key): return repr(key) in self.data
c = Container()
c["a"], c[1, 2], c[1:2:3] = 1, 2, 3
print(c["a"], c[1, 2], c[1:2:3], c[...], c[:], c[1:, ::2], list(c), len(c), list(reversed(c)), "a" in c)
del c["a"]
print(list(c))

# ---
class OldIteration:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(OldIteration()), 4 in OldIteration(), [*OldIteration()], max(OldIteration()))

# ---
class NotImplementedHere:
    def __add__(self, other): return NotImplemented
    def __eq__(self, other): return NotImplemented
class Answers:
    def __radd__(self, other): return "reflected"
    def __eq__(self, other): return "equal"
print(NotImplementedHere() + Answers(), NotImplementedHere() == Answers(), NotImplementedHere() == 1)
NotImplementedHere() + 1  ### raised: TypeError: unsupported operand type(s) for +

# ---
1 / 0  ### raised: ZeroDivisionError

# ---
"a" + 1  ### raised: TypeError: can only concatenate str (not "int") to str

# ---
[] < 1  ### raised: TypeError: '<' not supported between instances of 'list' and 'int'

# ---
{}["x"]  ### raised: KeyError: 'x'

# ---
class P:
    def __fspath__(self): return "path"
    def __index__(self): return 2
    def __instancecheck(self, x): return "a private name, not a hook"
print([10, 20, 30][P()], range(P()), "ab" * P(), P()._P__instancecheck(1))

# ---
assert True
assert 1 == 1, "never shown"
assert 1 == 2, "shown"  ### raised: AssertionError: shown

# ---
def log(x):
    print(x)
    return x
log(1) < log(2) < log(0) < log(9)
log("a") or log("b")
log(0) and log("c")
log(1) if log(0) else log(2)
[log(1), *log([2]), log(3)]
{log("k"): log("v"), **log({"x": 1})}
(log(2) + log(3)) * log(4)
log([1, 2, 3])[log(0):log(2):log(1)]
