import re
m = re.match(r"(?P<word>\w+) (\d+)", "abc 12 rest")
print(m.group(), m.group(1), m["word"], m.groups(), m.groupdict(), m.start(2), m.end(), m.span(), m.string, m.re.pattern, m.lastgroup, m.expand(r"\2-\1"), m.pos, m.lastindex, m)
print(re.search("b+", "aabbb").group(), re.findall(r"\d", "1a2"), re.sub("a", "b", "aXa", count=1), re.sub(r"(\w)", lambda m: m[1].upper() + ".", "ab"), re.subn("a", "b", "aa"), re.split(r"[,;]\s*", "a, b;c"), re.fullmatch("a", "ab"), re.escape("a.b"))
print([x.group() for x in re.finditer("[ab]", "xaby")], re.compile("A", re.I).match("a") is not None, re.compile("a") == re.compile("a"), re.compile("(?i)x").flags & re.I, re.IGNORECASE | re.M, re.I.name, re.compile("a|b", re.X | re.S), re.findall("^a", "a\na", re.MULTILINE))
p = re.compile(r"(\w+)@(\w+)")
print(p.groups, p.groupindex, p.sub(r"\2 at \1", "me@home"), p.pattern, p.search("x me@home", 2).span(), isinstance(p, re.Pattern), isinstance(p.match("a@b"), re.Match), re.sub(r"(?<!x)y", "-", "xy y"), re.findall(r"(a)(b)?", "aba"), re.purge())
print(re.findall(r"\bfoo\b", "foo food"), re.match(r"(a)|b", "b").groups("default"), re.split("(-)", "a-b"), bool(re.match("[[:alpha:]]" if False else "a", "a")), re.NOFLAG, re.A, re.U, re.L, re.DOTALL, re.VERBOSE, re.ASCII)
try:
    re.compile("(")
except re.error as error:
    print(error)

# ---
import re
try:
    re.compile("*a")
except re.error as error:
    print(error.msg, error.pos, error.pattern, error.lineno, error.colno)
re.template  ### denied: removed from Python

# ---
import re
re.enum  ### denied: imported by the module for itself

# ---
import re
re.compile("a").x = 1  ### raised: AttributeError
