# I2: library code sets what it is told in the namespace of a module, where the interpreter looks before our hooks.
import functools
import sys

cached = functools.cached_property(lambda self: lambda value, name: value)
cached.attrname = "@write"
cached.__get__(sys.modules["__main__"], None)    ### denied: '@write'

# ---
import copy
import sys

main = sys.modules["__main__"]
class C: pass
x = C()
x.__dict__["__reduce_ex__"] = lambda p: (lambda: main, (), {"@write": lambda value, name: value})
copy.copy(x)    ### denied: '@write'

# ---
import copy
import sys

main, made = sys.modules["__main__"], []
class C:
    def __new__(cls): return main if made else object.__new__(cls)
x = C()
x.__dict__["@write"] = lambda value, name: value
made.append(1)
copy.copy(x)    ### denied: '@write'

# ---
import collections
import sys

main, made = sys.modules["__main__"], []
class U(collections.UserDict):
    def __new__(cls, *a): return main if made else object.__new__(cls)
u = U()
u.__dict__["@write"] = lambda value, name: value
made.append(1)
u.__copy__()    ### denied: '@write'

# ---
import enum


class Meta(enum.EnumType):
    def __contains__(cls, x): return True
class E(int, enum.ReprEnum, metaclass=Meta): pass
aa = 1
E._convert_("@types", "__main__", lambda n: n == "aa")    ### denied: '@types'

# ---
import sys

setattr(sys.modules["__main__"], "@write", lambda value, name: value)    ### denied: @write

# ---
# The builtins table, which is in that namespace too, and the hooks in it.
import enum


class Evil:
    def __eq__(self, other): raise KeyError(other)
    def __lt__(self, other): raise KeyError(other)
    __hash__ = None
a = b = Evil()
seen = []
def choose(name):
    seen.append(name)
    return name in ("a", "b", "__builtins__")
try:
    enum.IntEnum._convert_("X", "__main__", choose)
except Exception:
    pass
assert "seen" in seen and "__builtins__" not in seen, seen

# ---
# Text that a private copy evaluates looks up hooks in the variables it is given first.
import dataclasses

dataclasses.make_dataclass("D", ["x"], namespace={"@write": lambda value, name: value})    ### denied: '@write'
