# Containers that act like the built-in ones.
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence, Set, Iterator, Hashable, Callable
from collections import UserDict, UserList, UserString, OrderedDict
import copy, operator
class LRU(MutableMapping):
    def __init__(self, size, *args, **kwargs): self.size, self.data = size, OrderedDict(); self.update(*args, **kwargs)
    def __getitem__(self, k): self.data.move_to_end(k); return self.data[k]
    def __setitem__(self, k, v):
        self.data[k] = v
        self.data.move_to_end(k)
        if len(self.data) > self.size: self.data.popitem(last=False)
    def __delitem__(self, k): del self.data[k]
    def __iter__(self): return iter(self.data)
    def __len__(self): return len(self.data)
    def __repr__(self): return f"LRU({dict(self.data)})"
c = LRU(2, a=1, b=2)
c["a"], c["c"] = c["a"] + 1, 3
print(c, "b" in c, c.get("b", 0), c.pop("a"), c.setdefault("z", 9), list(c), list(c.values.__self__.data), isinstance(c, Mapping), c | {} if hasattr(c, "__or__") else "no or")
class CaseDict(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
    def __contains__(self, k): return isinstance(k, str) and k.lower() in self.data
    def __missing__(self, k): return f"<{k}>"
d = CaseDict({"A": 1}, B=2)
print(d, d["a"], d["x"], "B" in d, d | {"C": 3}, copy.copy(d) == d, d.data)
class SortedList(MutableSequence):
    import bisect as _b
    def __init__(self, items=(), key=lambda x: x): self._items, self.key = sorted(items, key=key), key
    def __getitem__(self, i): return type(self)(self._items[i], self.key) if isinstance(i, slice) else self._items[i]
    def __setitem__(self, i, v): raise TypeError("sorted")
    def __delitem__(self, i): del self._items[i]
    def __len__(self): return len(self._items)
    def insert(self, i, v): self._b.insort(self._items, v, key=self.key)
    def __repr__(self): return f"{type(self).__name__}({self._items})"
    def __eq__(self, o): return list(self) == list(o)
s = SortedList([3, 1, 2])
s.append(0); s.extend([9, 5]); s += [4]; s.remove(3)
print(s, s[1:3], 9 in s, s.index(4), s.pop(), list(reversed(s)), s == [0, 1, 2, 4, 5], s.count(1), isinstance(s, Sequence))
class Bits(Set):
    def __init__(self, items=()): self.n = sum({1 << i for i in items})
    def __contains__(self, i): return bool(self.n >> i & 1)
    def __iter__(self): return (i for i in range(self.n.bit_length()) if i in self)
    def __len__(self): return self.n.bit_count()
    def __repr__(self): return f"Bits({set(self) or '{}'})"
a, b = Bits([1, 2, 5]), Bits([2, 3])
print(a | b, a & b, a - b, a ^ b, a <= b, Bits([2]) < a, a.isdisjoint([9]), a == {1, 2, 5}, a | {7})
class Frozen:
    __slots__ = ("_x", "__weakref__")
    def __init__(self, x): object.__setattr__(self, "_x", x)
    def __setattr__(self, name, value): raise AttributeError(f"{type(self).__name__} is frozen")
    def __delattr__(self, name): raise AttributeError("frozen")
    x = property(operator.attrgetter("_x"))
    def __hash__(self): return hash(("Frozen", self._x))
    def __eq__(self, o): return isinstance(o, Frozen) and o._x == self._x
    def __reduce__(self): return Frozen, (self._x,)
f = Frozen((1, [2]))
g = copy.deepcopy(f)
print(f == g, g.x is f.x, copy.copy(f) == f)
for act in (lambda: setattr(f, "x", 1), lambda: delattr(f, "_x"), lambda: f.y):
    try: act()
    except AttributeError as error: print(error)
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_target", target)
    def __getattribute__(self, name):
        if name in ("_target", "__class__", "__dict__"): return object.__getattribute__(self, name)
        print("get", name)
        return getattr(object.__getattribute__(self, "_target"), name)
    def __setattr__(self, name, value): print("set", name); setattr(self._target, name, value)
    def __call__(self, *a, **k): return self._target(*a, **k)
    __hash__ = None
def forward(name):
    def method(self, *a): return getattr(type(self._target), name)(self._target, *a)
    method.__name__ = name
    return method
for name in ("__len__", "__getitem__", "__iter__", "__add__", "__eq__", "__str__", "__contains__"):
    setattr(Proxy, name, forward(name))
class Thing(list):
    tag = "t"
p = Proxy(Thing([1, 2]))
p.tag = "u"
p.append(3)
print(len(p), p[0], list(p), p + [4], p == [1, 2, 3], str(p), 2 in p, p.tag, p.__class__ is Proxy, Proxy.__len__.__name__, Proxy(int)("5"))

# ---
# Expression trees by operators, fluent builders, dotted access.
class Expr:
    def __init__(self, text): self.text = text
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return Expr(f"{self.text}.{name}")
    def __getitem__(self, key): return Expr(f"{self.text}[{key!r}]")
    def __call__(self, *a, **k): return Expr(f"{self.text}({', '.join([*map(repr, a), *(f'{n}={v!r}' for n, v in k.items())])})")
    def __repr__(self): return self.text
    def __eq__(self, o): return Expr(f"({self} == {o!r})")
    def __ne__(self, o): return Expr(f"({self} != {o!r})")
    def __bool__(self): raise TypeError("no truth in an expression")
    __hash__ = object.__hash__
def op(symbol, right=False):
    def method(self, other): return Expr(f"({other!r} {symbol} {self!r})" if right else f"({self!r} {symbol} {other!r})")
    return method
for symbol, name in {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "&": "and", "|": "or", "**": "pow", "//": "floordiv", "%": "mod", "<<": "lshift", "@": "matmul"}.items():
    setattr(Expr, f"__{name}__", op(symbol))
    setattr(Expr, f"__r{name}__", op(symbol, True))
for symbol, name in {"<": "lt", ">=": "ge"}.items(): setattr(Expr, f"__{name}__", op(symbol))
setattr(Expr, "__neg__", lambda self: Expr(f"-{self}"))
x, y = Expr("x"), Expr("y")
print(-x.a[1].f(2, k=y) + 3 * y ** 2 @ x, (x == y) & (x.b < 5) | (1 << x), 2 - x // y, x >= 1, x != None)
try: print(1 < x < 3)
except TypeError as error: print(error)
class Tag:
    void = {"br", "img"}
    def __init__(self, name, /, *children, **attributes): self.name, self.children, self.attributes = name, list(children), attributes
    def __call__(self, *children, **attributes): return Tag(self.name, *self.children, *children, **{**self.attributes, **attributes})
    def __getitem__(self, children): return self(*children) if isinstance(children, tuple) else self(children)
    def __str__(self):
        attributes = "".join(f' {k.rstrip("_").replace("_", "-")}="{v}"' for k, v in self.attributes.items() if v is not None)
        if self.name in self.void: return f"<{self.name}{attributes}/>"
        return f"<{self.name}{attributes}>{''.join(map(str, self.children))}</{self.name}>"
class Html:
    def __getattr__(self, name): return Tag(name)
h = Html()
print(h.div(class_="box", data_id=5)[h.p["text ", h.b("bold")], h.br, h.ul[[h.li(i) for i in "ab"].pop()]], h.a(href="#")("x"))
class Dot(dict):
    def __getattr__(self, name):
        try: value = self[name]
        except KeyError: raise AttributeError(name) from None
        return Dot(value) if isinstance(value, dict) else value
    def __setattr__(self, name, value): self[name] = value
    def __delattr__(self, name): del self[name]
c = Dot(a=1, b={"c": {"d": 5}})
c.z = [1]; del c.a
print(c, c.b.c.d, hasattr(c, "q"), getattr(c, "q", None), c.z, isinstance(c.b, Dot))
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        value = obj.__dict__[self.name] = self.f(obj)
        return value
class Report:
    def __init__(self, n): self.n = n
    @Lazy
    def total(self): print("computing"); return sum(range(self.n))
    @Lazy
    def double(self): return self.total * 2
r = Report(10)
print(r.double, r.total, vars(r), isinstance(Report.total, Lazy))
class Chain:
    def __init__(self, items): self.items = items
    def __getattr__(self, name):
        steps = {"map": map, "filter": filter}
        if name in steps: return lambda f: Chain(steps[name](f, self.items))
        raise AttributeError(f"no step {name!r}")
    def take(self, n): return Chain(x for _, x in zip(range(n), self.items))
    def __or__(self, f): return f(self.items)
    def __iter__(self): yield from self.items
import itertools
print(list(Chain(itertools.count()).filter(lambda n: n % 3 == 0).map(lambda n: n * n).take(4)), Chain([3, 1]) | sorted)
try: Chain([]).nothing
except AttributeError as error: print(error)
class Multi(type):
    def __new__(meta, name, bases, namespace, **k): return super().__new__(meta, name, bases, dict(namespace))
    def __call__(cls, *args):
        if "_one" not in cls.__dict__: cls._one = super().__call__(*args)
        return cls._one
    def __repr__(cls): return f"<{cls.__name__}>"
    def __getattr__(cls, name):
        if name.startswith("find_"): return lambda value: (cls, name[5:], value)
        raise AttributeError(name)
    def __instancecheck_(cls, x): return True
class Config(metaclass=Multi):
    def __init__(self, v=0): self.v = v
class Other(Config): pass
print(Config(5) is Config(), Config().v, Other(1).v, Config, Config.find_name("x"), hasattr(Config, "nope"))

# ---
# Dependency injection, middleware, routing: functions that hold functions.
import re
from functools import partial, reduce, wraps
from types import SimpleNamespace, MappingProxyType
from typing import Annotated, get_type_hints, get_args
class Container:
    def __init__(self): self.makers, self.made = {}, {}
    def provide(self, kind=None, *, single=True):
        def add(maker):
            key = kind or get_type_hints(maker).get("return", maker)
            self.makers[key] = (maker, single)
            return maker
        return add
    def get(self, kind, path=()):
        if kind in path: raise RecursionError(" -> ".join(k.__name__ for k in (*path, kind)))
        if kind in self.made: return self.made[kind]
        maker, single = self.makers[kind]
        target = maker.__init__ if isinstance(maker, type) else maker
        hints = {k: v for k, v in get_type_hints(target).items() if k != "return"} if hasattr(target, "__annotations__") else {}
        found = maker(**{name: self.get(k, (*path, kind)) for name, k in hints.items()})
        if single: self.made[kind] = found
        return found
box = Container()
class Db:
    def __init__(self): self.rows = [1]
@box.provide()
class Repo:
    def __init__(self, db: Db): self.db = db
class Clock:
    count = 0
@box.provide()
def make_db() -> Db: return Db()
@box.provide(single=False)
def clock() -> Clock: Clock.count += 1; return Clock()
@box.provide()
class Service:
    def __init__(self, repo: Repo, clock: Clock): self.repo, self.clock = repo, clock
s = box.get(Service)
print(s.repo.db is box.get(Db), s is box.get(Service), box.get(Clock) is box.get(Clock), Clock.count)
class A: 
    def __init__(self, b: "B"): ...
class B:
    def __init__(self, a: A): ...
class App:
    kinds = {"int": (r"\d+", int), "str": (r"[^/]+", str), "path": (r".+", str)}
    def __init__(self): self.routes, self.layers, self.errors = [], [], {}
    def route(self, pattern, methods=("GET",)):
        convert = {}
        def part(m):
            kind, name = (m[1] or "str:")[:-1], m[2]
            rx, convert[name] = self.kinds[kind]
            return f"(?P<{name}>{rx})"
        regex = re.compile("^" + re.sub(r"<(\w+:)?(\w+)>", part, pattern) + "$")
        def add(f):
            self.routes.append((regex, convert, frozenset(methods), f))
            return f
        return add
    def middleware(self, f): self.layers.append(f); return f
    def error(self, kind): return lambda f: self.errors.setdefault(kind, f)
    def __call__(self, method, path, **body):
        request = SimpleNamespace(method=method, path=path, body=body, log=[])
        handler = reduce(lambda inner, layer: partial(layer, inner), reversed(self.layers), self.dispatch)
        try: return handler(request)
        except Exception as error:
            for kind in type(error).__mro__:
                if kind in self.errors: return self.errors[kind](error)
            raise
    def dispatch(self, request):
        allowed = set()
        for regex, convert, methods, f in self.routes:
            if m := regex.match(request.path):
                if request.method in methods: return f(request, **{k: convert[k](v) for k, v in m.groupdict().items()})
                allowed |= methods
        raise PermissionError(f"405 {sorted(allowed)}") if allowed else LookupError("404 " + request.path)
app = App()
@app.middleware
def logging(inner, request):
    request.log.append("in")
    try: return inner(request)
    finally: request.log.append("out")
@app.middleware
def json(inner, request): return {"data": inner(request), "log": request.log}
@app.route("/users/<int:id>")
@app.route("/u/<int:id>/<name>")
def user(request, id, name="?"): return id + 1, name
@app.route("/files/<path:p>", methods=["GET", "PUT"])
def files(request, p): return p.split("/"), request.body
@app.route("/fail")
def fail(request): return 1 / 0
@app.error(LookupError)
def missing(error): return str(error)
@app.error(ArithmeticError)
def oops(error): return f"500 {error}"
for call in (("GET", "/users/41"), ("GET", "/u/1/bob"), ("GET", "/users/x"), ("PUT", "/files/a/b/c"), ("GET", "/fail")): print(call, app(*call, k=1))
try: app("POST", "/files/x")
except PermissionError as error: print(error)
compose = lambda *fs: reduce(lambda f, g: lambda *a, **k: g(f(*a, **k)), fs)
def curry(f, n):
    def inner(*a): return f(*a) if len(a) >= n else lambda *b: inner(*a, *b)
    return inner
print(compose(int, lambda x: x + 1, str)("41"), curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3), curry(max, 2)(1)(5))
ro = MappingProxyType({"a": 1})
try: ro["b"] = 2
except TypeError as error: print(error, ro | {"c": 1})
def scope():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def make(*, reset=lambda: None): return up, reset
    return make()
up, _ = scope()
print(up(), up(5), [f() for f in [lambda i=i: i * i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
