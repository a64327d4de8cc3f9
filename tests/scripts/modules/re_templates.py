import re
class S(str):
    def __hash__(self): return str.__hash__(self)
    def __eq__(self, other): return str.__eq__(self, other)
p = re.compile(r"(?P<a>\w)(x)?")
print(p.sub(r"<\1\g<a>\2>", "ab"), p.subn(r"[\1]", "ab", 1), p.sub(repl=r"\n", string="ab", count=1), re.sub(r"(a)", r"\1\1", "banana", count=2), re.subn("a", "b", "aa"))
print(p.sub(S(r"<\1>"), "ab"), re.sub("(a)", S(r"\1-"), "aa"), re.compile(S("(a)")).sub(r"<\1>", "ba"), re.compile(S("(a)(x)?")).match("a").expand(r"<\1\2>"))
print(p.match("a").expand(r"\1\g<a>"), re.compile(b"(a)").sub(rb"<\1>", b"ba"), re.compile(b"(a)").match(b"a").expand(rb"\1"))
print(re.Pattern.sub(p, r"\1.", "ab"), re.Match.expand(p.match("a"), r"\1"), [f(r"\1", "ab") for f in [p.sub]], getattr(p, "sub")(r"\1", "ab"))
for bad in (r"\2", r"\g<zz>", r"\g<", "\\", r"\q"):
    for f in (lambda: re.sub("(a)", bad, "a"), lambda: re.compile("(a)").sub(bad, "a"), lambda: re.match("(a)", "a").expand(bad)):
        try: print(f())
        except re.error as e: print(type(e) is re.error, e, e.pos, e.pattern, e.msg)
        except IndexError as e: print("IndexError", e)
for f in (lambda: p.sub(), lambda: p.sub("a"), lambda: re.sub("a", 5, "a"), lambda: p.sub(5, "a"), lambda: re.sub("a", b"x", "a"), lambda: re.sub("(a)", rb"\1", "a"), lambda: p.sub(None, "a"), lambda: re.sub("a", "b"), lambda: re.Pattern.sub(), lambda: re.Pattern.sub(1, "a", "b")):
    try: print(f())
    except TypeError as e: print(e)
print(re.sub("x*", r"-", "abxd"), re.sub("x*", r"\g<0>-", "abxd"), re.sub("a", lambda m: m.expand(r"<\g<0>>"), "aba"), re.sub("A", r"\\", "a", flags=re.I), re.sub("a(?P<n>b)?", r"[\g<n>]", "aab"))
class Mine:
    flags = 5
    traps = [1]
    def sub(self, x): return x + 1
    def expand(self): return "e"
    def as_tuple(self): return (1,)
    @staticmethod
    def strptime(x): return x
m = Mine()
print(m.flags, m.traps, m.sub(1), m.expand(), m.as_tuple(), m.strptime(3), Mine.strptime(2))
m.flags |= 2
m.flags = m.flags + 1
print(m.flags)
import operator
print(operator.sub(5, 2), p.flags, re.compile("a", re.I).flags)
