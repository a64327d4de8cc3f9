# I3: during `import re`, enum looked into the module that was being made, by a name that anyone could give.
import enum
old = enum.EnumType.__new__
class B(enum.Enum): pass
got = []
def new(m, n, b, ns, **k):
    if not got and n != "X":
        got.append(1)
        try:
            X = B._convert_("X", "re", lambda name: got.append(name))
        except Exception:
            pass
    return old(m, n, b, ns, **k)
try: enum.EnumType.__new__ = new
except AttributeError: pass  # since metaclasses of the library cannot be changed
try:
    import re
except Exception:
    pass
assert got in ([], [1]), got

# ---
import re
print(re.I, re.compile("A", re.I | re.M).flags, repr(re.RegexFlag.DOTALL), re.NOFLAG, re.X | re.S)
