import string
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), string.ascii_lowercase[:3], string.ascii_uppercase[-1], len(string.printable), string.capwords("a b"))
t = string.Template("$who likes ${what} $$")
print(t.substitute(who="I", what="it"), t.safe_substitute(who="I"), t.substitute({"who": 1}, what=2))
class Mine(string.Template): delimiter = "%"
print(Mine("%x").substitute(x=1), string.Formatter().format("{0} {x!r:>5} {y[0]} {0.real}", 1, x="a", y=[2]), string.Formatter().vformat("{}", (1,), {}), list(string.Formatter().parse("a{b!r:c}")))
class Upper(string.Formatter):
    def get_value(self, key, args, kwargs): return str(super().get_value(key, args, kwargs)).upper()
    def format_field(self, value, spec): return f"<{value}>"
print(Upper().format("{0} {k}", "a", k="b"))
t.substitute()  ### raised: KeyError: 'who'

# ---
import string
def f(): pass
string.Formatter().format("{0.__globals__}", f)  ### denied: __globals__

# ---
import string
string.Formatter().get_field("0.__class__.__subclasses__", (1,), {})  ### denied: __subclasses__

# ---
import string
class F(string.Formatter):
    def get_field(self, name, args, kwargs): return super().get_field("0.gi_frame", args, kwargs)  ### denied: gi_frame
F().format("{0}", (x for x in ""))

# ---
import string
string._re  ### raised here: AttributeError
