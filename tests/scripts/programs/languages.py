# Small languages: tokens, parsers, interpreters, templates.
import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Callable, Iterator, NamedTuple

class Kind(Enum):
    NUMBER = auto(); NAME = auto(); OP = auto(); END = auto()
class Token(NamedTuple):
    kind: Kind
    text: str
    column: int
PATTERN = re.compile(r"\s*(?:(?P<NUMBER>\d+(?:\.\d+)?)|(?P<NAME>[a-z_]\w*)|(?P<OP>\*\*|[-+*/()=,<>]))", re.I)
def tokens(text) -> Iterator[Token]:
    at = 0
    while at < len(text.rstrip()):
        match = PATTERN.match(text, at)
        if match is None:
            raise SyntaxError(f"column {at}: {text[at]!r}")
        yield Token(Kind[match.lastgroup], match[match.lastgroup], match.start(match.lastgroup))
        at = match.end()
    yield Token(Kind.END, "", at)
@dataclass(frozen=True)
class Node: pass
@dataclass(frozen=True)
class Num(Node):
    value: float
@dataclass(frozen=True)
class Name(Node):
    name: str
@dataclass(frozen=True)
class Binary(Node):
    op: str
    left: Node
    right: Node
@dataclass(frozen=True)
class Unary(Node):
    op: str
    operand: Node
@dataclass(frozen=True)
class Call(Node):
    name: str
    arguments: tuple[Node, ...] = ()
@dataclass(frozen=True)
class Assign(Node):
    name: str
    value: Node
POWER = {"=": (2, 1), "<": (3, 4), ">": (3, 4), "+": (5, 6), "-": (5, 6), "*": (7, 8), "/": (7, 8), "**": (12, 11)}
class Parser:
    def __init__(self, text): self.tokens = list(tokens(text)); self.at = 0
    @property
    def current(self): return self.tokens[self.at]
    def advance(self):
        self.at += 1
        return self.tokens[self.at - 1]
    def expect(self, text):
        if self.current.text != text:
            raise SyntaxError(f"column {self.current.column}: expected {text!r}")
        return self.advance()
    def expression(self, least=0):
        match self.advance():
            case Token(Kind.NUMBER, text): left = Num(float(text) if "." in text else int(text))
            case Token(Kind.NAME, name) if self.current.text == "(":
                self.advance()
                arguments = []
                while self.current.text != ")":
                    arguments.append(self.expression())
                    if self.current.text == ",": self.advance()
                self.expect(")")
                left = Call(name, tuple(arguments))
            case Token(Kind.NAME, name): left = Name(name)
            case Token(text="-" | "+" as op): left = Unary(op, self.expression(9))
            case Token(text="("):
                left = self.expression()
                self.expect(")")
            case other: raise SyntaxError(f"column {other.column}: unexpected {other.text or 'end'!r}")
        while (op := self.current.text) in POWER and POWER[op][0] >= least:
            self.advance()
            right = self.expression(POWER[op][1])
            if op == "=":
                if not isinstance(left, Name): raise SyntaxError("cannot assign")
                left = Assign(left.name, right)
            else:
                left = Binary(op, left, right)
        return left
@dataclass
class Machine:
    variables: dict[str, float] = field(default_factory=dict)
    functions: dict[str, Callable] = field(default_factory=lambda: {"max": max, "abs": abs, "sum": lambda *a: sum(a)})
    def run(self, text):
        parser = Parser(text)
        tree = parser.expression()
        parser.expect("")
        return self.visit(tree)
    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__.lower())(node)
    def visit_num(self, node): return node.value
    def visit_name(self, node):
        try: return self.variables[node.name]
        except KeyError: raise NameError(f"no variable {node.name!r}") from None
    def visit_unary(self, node): return -self.visit(node.operand) if node.op == "-" else +self.visit(node.operand)
    def visit_call(self, node): return self.functions[node.name](*map(self.visit, node.arguments))
    def visit_assign(self, node):
        value = self.variables[node.name] = self.visit(node.value)
        return value
    def visit_binary(self, node):
        a, b = self.visit(node.left), self.visit(node.right)
        match node.op:
            case "+": return a + b
            case "-": return a - b
            case "*": return a * b
            case "/": return a / b
            case "**": return a ** b
            case "<": return a < b
            case ">": return a > b
m = Machine()
for text in ("1 + 2 * 3", "x = y = 2 ** 3 ** 2", "-x + max(1, y, 3) - 4 / 2", "(1 + 2", "3 $ 4", "z", "1 / 0", "sum(1,2.5, abs(-3)) > 6", "1 ** -1", "2 3"):
    try:
        print(text, "=>", m.run(text), m.variables)
    except (SyntaxError, NameError, ArithmeticError) as error:
        print(text, "=>", type(error).__name__, error)
print(Parser("a + f(1, -b)").expression())

# ---
# A template engine that compiles to closures.
import re, html
class TemplateError(Exception): pass
class Template:
    filters = {"upper": str.upper, "title": str.title, "length": len, "join": ", ".join, "safe": lambda s: Safe(s)}
    parts = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.S)
    def __init__(self, text):
        self.tokens = [each for each in self.parts.split(text) if each]
        self.at = 0
        self.code = self.block(())
    def block(self, ends):
        steps = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.startswith("{#"):
                continue
            if token.startswith("{{"):
                steps.append(self.output(token[2:-2].strip()))
            elif token.startswith("{%"):
                words = token[2:-2].split()
                if words[0] in ends:
                    self.at -= 1
                    return steps
                steps.append(self.statement(words))
            else:
                steps.append(lambda scope, out, token=token: out.append(token))
        if ends:
            raise TemplateError(f"missing {' or '.join(ends)}")
        return steps
    def take(self):
        self.at += 1
        return self.tokens[self.at - 1][2:-2].split()
    def statement(self, words):
        match words:
            case ["for", name, "in", *path]:
                body, otherwise, source = self.block(("endfor", "else")), [], self.value(" ".join(path))
                if self.take() == ["else"]:
                    otherwise = self.block(("endfor",))
                    self.take()
                def loop(scope, out):
                    items = list(source(scope))
                    for index, item in enumerate(items, 1):
                        run(body, {**scope, name: item, "loop": {"index": index, "last": index == len(items)}}, out)
                    if not items:
                        run(otherwise, scope, out)
                return loop
            case ["if", *condition]:
                branches = [(self.value(" ".join(condition)), self.block(("elif", "else", "endif")))]
                while (end := self.take())[0] == "elif":
                    branches.append((self.value(" ".join(end[1:])), self.block(("elif", "else", "endif"))))
                if end == ["else"]:
                    branches.append((lambda scope: True, self.block(("endif",))))
                    self.take()
                def choose(scope, out):
                    for test, body in branches:
                        if test(scope):
                            return run(body, scope, out)
                return choose
            case ["set", name, "=", *rest]:
                value = self.value(" ".join(rest))
                return lambda scope, out: scope.__setitem__(name, value(scope))
        raise TemplateError(f"unknown tag {words[0]!r}")
    def output(self, text):
        value = self.value(text)
        def show(scope, out):
            found = value(scope)
            out.append(found if isinstance(found, Safe) else html.escape(str(found)))
        return show
    def value(self, text):
        first, *filters = (each.strip() for each in text.split("|"))
        if first.startswith("not "):
            inner = self.value(first[4:])
            return lambda scope: not inner(scope)
        if first[0] in "'\"":
            get = lambda scope: first[1:-1]
        elif first.isdigit():
            get = lambda scope: int(first)
        else:
            def get(scope, path=first.split(".")):
                found = scope.get(path[0], "")
                for name in path[1:]:
                    found = found.get(name, "") if isinstance(found, dict) else getattr(found, name, "")
                    found = found() if callable(found) else found
                return found
        for name in filters:
            if name not in self.filters:
                raise TemplateError(f"no filter {name!r}")
            get = lambda scope, get=get, step=self.filters[name]: step(get(scope))
        return get
    def render(self, **scope):
        out = []
        run(self.code, scope, out)
        return "".join(out)
class Safe(str): pass
def run(steps, scope, out):
    for step in steps:
        step(scope, out)
class User:
    def __init__(self, name, admin=False): self.name, self.admin = name, admin
    def shout(self): return self.name.upper() + "!"
page = Template("""<h1>{{ title | title }}</h1>{# nothing #}
{% for u in users %}{{ loop.index }}. {{ u.name }}{% if u.admin %} (admin){% elif loop.last %} (last){% else %} -{% endif %} {{ u.shout }}
{% else %}nobody
{% endfor %}{% set n = users | length %}{{ n }} {{ markup }} {{ markup | safe }} {{ d.key }} {{ missing.name }}{% if not users %}none{% endif %}""")
print(page.render(title="all users", users=[User("Ann", True), User("<Bob>"), User("Cy")], markup="<b>", d={"key": [1]}))
print(page.render(title="x", users=[], markup="", d={}))
for bad in ("{% for x in y %}", "{% what %}", "{{ x | nope }}"):
    try:
        Template(bad)
    except TemplateError as error:
        print("error:", error)

# ---
# Parser combinators with operators, and a JSON reader made of them.
from functools import reduce
class P:
    def __init__(self, run, name="parser"): self.run, self.name = run, name
    def __or__(self, other): return P(lambda s, i: self.run(s, i) or other.run(s, i), f"{self.name}|{other.name}")
    def __rshift__(self, make):
        def run(s, i):
            r = self.run(s, i)
            return r and (make(r[0]), r[1])
        return P(run, self.name)
    def __add__(self, other):
        def run(s, i):
            if (a := self.run(s, i)) and (b := other.run(s, a[1])):
                return (*a[0], b[0]) if isinstance(a[0], Seq) else Seq((a[0], b[0])), b[1]
        return P(run)
    def __lshift__(self, other):
        def run(s, i):
            if (a := self.run(s, i)) and (b := other.run(s, a[1])):
                return a[0], b[1]
        return P(run)
    def many(self, between=None):
        def run(s, i):
            found = []
            while r := self.run(s, i):
                found.append(r[0])
                i = r[1]
                if between is not None:
                    if (b := between.run(s, i)) is None:
                        break
                    i = b[1]
            return found, i
        return P(run)
    def __call__(self, s):
        r = self.run(s, 0)
        if r is None or r[1] != len(s):
            raise ValueError(f"cannot parse {s!r}" + (f" from {r[1]}" if r else ""))
        return r[0]
class Seq(tuple): pass
def rx(pattern):
    import re
    compiled = re.compile(pattern)
    return P(lambda s, i: (m[0], m.end()) if (m := compiled.match(s, i)) else None, pattern)
ws = rx(r"\s*")
def token(text): return rx(r"\s*" + "".join("\\" + c for c in text) + r"\s*")
def lazy(make): return P(lambda s, i: make().run(s, i))
value = lazy(lambda: everything)
number = rx(r"\s*-?\d+(\.\d+)?([eE][-+]?\d+)?\s*") >> (lambda t: float(t) if any(c in t for c in ".eE") else int(t))
string = rx(r'\s*"([^"\\]|\\.)*"\s*') >> (lambda t: t.strip()[1:-1].replace('\\"', '"').replace("\\n", "\n"))
array = ((token("[") + value.many(token(","))) << token("]")) >> (lambda pair: pair[1])
pair = ((string << token(":")) + value) >> tuple
obj = ((token("{") + pair.many(token(","))) << token("}")) >> (lambda found: dict(found[1]))
words = reduce(P.__or__, [rx(rf"\s*{word}\s*") >> (lambda _, v=v: (v,)) for word, v in (("true", True), ("false", False), ("null", None))]) >> (lambda box: box[0])
everything = number | string | array | obj | words
import json
for text in ('[1, -2.5e3, "a\\"b", {"k": [true, null, {}]}]', '{"a": {"b": [[], [1]]}}', "  7 "):
    got = everything(text)
    print(got, got == json.loads(text))
try:
    everything("[1, 2")
except ValueError as error:
    print(error)
