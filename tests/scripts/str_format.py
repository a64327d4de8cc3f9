class P:
    def __init__(self): self.x, self._y, self.items, self.d = 1, 2, [10, 20], {"k": "v", "two words": 2}
    def __repr__(self): return "P()"
p = P()
print("{} {}".format(1, "a"), "{1} {0} {1}".format("a", "b"), "{name} {other!r}".format(name="n", other="o"), "{{}}".format(), "%s" % 1)
print("{0.x} {0._y} {0.items[1]} {0.d[k]} {0.d[two words]}".format(p), "{p.x:>5}|{p.items[0]:03d}".format(p=p), "{!r:>6}|".format(p))
print("{:{}}|{:{width}.{precision}}".format("a", 5, "abcdef", width=8, precision=2), "{0:{1}}".format(3.14159, ".2f"), "{:,}".format(10 ** 6))
print("{0[0]}{0[1]}".format("ab"), "{0[k]}".format({"k": 1}), "{a.real}{a.imag}".format(a=3 + 4j))
print("{x} {y}".format_map({"x": 1, "y": 2}), "{x.x}".format_map({"x": p}))
class Default(dict):
    def __missing__(self, key): return f"<{key}>"
print("{a} {b}".format_map(Default(a=1)))
print(str.format("{} {x}", 1, x=2), str.format_map("{x}", {"x": 3}), "".format(), "no fields".format(1, 2))

# ---
method = "{0.x}".format
class P: x = "late"
print(method(P()), list(map("<{}>".format, [1, 2])), list(map(str.format, ["{}", "{:>3}"], [1, 2])))
class S(str):
    def format(self, *args): return "own format"
    def other(self, *args): return super().format(*args)
print(S("{}").format(1), S("{0}-{0.__class__.__name__}").other(2), type(S("{}").other(1)).__name__)

# ---
print("{0.__class__.__name__} {0.__doc__}".format(1)[:20], "{0.__class__}".format(1), "{.__name__}".format(len))

# ---
"{0.__class__.__subclasses__}".format(1)  ### denied: __subclasses__

# ---
def f(): pass
"{0.__globals__}".format(f)  ### denied: __globals__

# ---
def f(): pass
"{f.__globals__[__builtins__]}".format_map({"f": f})  ### denied: __globals__

# ---
def f(): pass
str.format("{0.__code__.co_consts}", f)  ### denied: __code__

# ---
def f(): pass
getattr("{0.__globals__}", "format")(f)  ### denied: __globals__

# ---
def f(): pass
list(map("{0.__globals__}".format, [f]))  ### denied: __globals__

# ---
def f(): pass
"{:{0.__globals__}}".format(1, f)  ### raised: ValueError: cannot switch from automatic field numbering to manual field specification

# ---
def f(): pass
"{0:{1.__globals__}}".format(1, f)  ### denied: __globals__

# ---
class S(str): pass
def f(): pass
S("{0.__globals__}").format(f)  ### denied: __globals__

# ---
class S(str):
    def other(self, *args): return super().format(*args)  ### denied: __globals__
def f(): pass
S("{0.__globals__}").other(f)

# ---
import math
"{0.__loader__}".format(math)  ### raised here: AttributeError

# ---
def g(): yield
"{0.gi_frame}".format(g())  ### denied: gi_frame

# ---
"{0.missing}".format(1)  ### raised: AttributeError: 'int' object has no attribute 'missing'

# ---
"{}{}".format(1)  ### raised: IndexError: Replacement index 1 out of range for positional args tuple

# ---
"{0} {}".format(1, 2)  ### raised: ValueError: cannot switch from manual field specification to automatic field numbering

# ---
"{x}".format()  ### raised: KeyError: 'x'

# ---
"{".format()  ### raised: ValueError: Single '{' encountered in format string

# ---
"}".format()  ### raised: ValueError: Single '}' encountered in format string

# ---
"{0!z}".format(1)  ### raised: ValueError: Unknown conversion specifier z

# ---
"{0.}".format(1)  ### raised: ValueError: Empty attribute in format string

# ---
"{0[}".format(1)  ### raised: ValueError

# ---
"{:{:{}}}".format(1, 2, 3)  ### raised: ValueError: Max string recursion exceeded

# ---
"{0.__class__:{:{}}}".format(1, 2, 3)  ### raised: ValueError

# ---
for template, args in [("{0.__class__.__name__:>{1}}|", (1, 6)), ("{0.__class__.__name__!r}{1}", (1, 2)), ("{a.__class__} {0}", (3,)),
                       ("{.__class__}{.__class__}", (1, "")), ("{0[0].__class__.__name__[0]}", ([1],)), ("{{{0.__class__}}}", (1,))]:
    print(template.format(*args, a=1))
for template in ("{0.__class__.nothing}", "{0.__class__!z}", "{0.__class__} {}", "{} {0.__class__}", "{0.__class__", "{5.__class__}", "{q.__class__}", "{0.__class__:d}"):
    try:
        print(template.format(1))
    except (AttributeError, ValueError, IndexError, KeyError, TypeError) as error:
        print(type(error).__name__, error)

# ---
print("%(a)s %(b)05.1f" % {"a": 1, "b": 2}, "%s %r %d%%" % ("a", "b", 3), "%*d" % (5, 42), "%x" % 255, b"%b" % b"x")
print("%s" % (().__class__,), "%c" % 65)
"%d" % "x"  ### raised: TypeError: %d format: a real number is required, not str

# ---
format("x", "d")  ### raised: ValueError: Unknown format code 'd' for object of type 'str'

# ---
class Lying(str):
    def __getattribute__(self, name):
        if name == "format": return lambda *a: "lied"
        return super().__getattribute__(name)
print(Lying("{}").format(1), "{0.__class__.__name__}".format(Lying("x")))
