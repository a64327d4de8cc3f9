# Events, plugins, commands, states: classes that find each other.
import weakref
from collections import defaultdict
from functools import wraps, partial, singledispatch, singledispatchmethod, total_ordering, cached_property
from typing import Protocol, runtime_checkable, Generic, TypeVar

class Signal:
    def __init__(self, *names): self.names, self.receivers = names, []
    def connect(self, receiver=None, *, priority=0):
        if receiver is None:
            return partial(self.connect, priority=priority)
        self.receivers.append((priority, receiver))
        self.receivers.sort(key=lambda pair: -pair[0])
        return receiver
    def send(self, sender, **values):
        if (missing := set(self.names) - values.keys()):
            raise TypeError(f"missing {sorted(missing)}")
        return [(r.__name__, r(sender, **values)) for _, r in self.receivers]
    def __set_name__(self, owner, name): self.title = f"{owner.__name__}.{name}"
    def __repr__(self): return f"<Signal {getattr(self, 'title', '?')} {len(self.receivers)}>"
class Button:
    clicked = Signal("x", "y")
@Button.clicked.connect
def first(sender, x, y): return x + y
@Button.clicked.connect(priority=5)
def second(sender, *, x, **rest): return (type(sender).__name__, x, rest)
print(Button.clicked, Button.clicked.send(Button(), x=1, y=2))
try:
    Button.clicked.send(None, x=1)
except TypeError as error:
    print(error)

class PluginMeta(type):
    registry = {}
    def __new__(meta, name, bases, namespace, **options):
        namespace.setdefault("name", name.lower())
        return super().__new__(meta, name, bases, namespace)
    def __init__(cls, name, bases, namespace, *, register=True, **options):
        super().__init__(name, bases, namespace)
        cls.options = {**getattr(cls, "options", {}), **options}
        if register and bases:
            if cls.name in meta_registry():
                raise TypeError(f"{cls.name!r} is registered already")
            PluginMeta.registry[cls.name] = cls
    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        made.ready = True
        return made
    def __iter__(cls): return iter(sorted(cls.registry))
    def __getitem__(cls, name): return cls.registry[name]
    def __contains__(cls, name): return name in cls.registry
    @property
    def count(cls): return len(cls.registry)
def meta_registry(): return PluginMeta.registry
class Plugin(metaclass=PluginMeta):
    def run(self, value): return value
class Upper(Plugin, order=1):
    def run(self, value): return super().run(value).upper()
class Twice(Upper, speed="fast"):
    name = "double"
    def run(self, value): return super().run(value) * 2
class Hidden(Plugin, register=False): pass
print(list(Plugin), Plugin["double"]().run("ab"), "upper" in Plugin, Plugin.count, Twice.options, Twice().ready, type(Twice).__name__)
try:
    type(Plugin)("Upper", (Plugin,), {})
except TypeError as error:
    print(error)

@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...
class Square:
    def draw(self): return "[]"
print(isinstance(Square(), Drawable), isinstance(5, Drawable), issubclass(Square, Drawable))
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, item: T): self.item = item
    def map(self, f): return Box(f(self.item))
    def __repr__(self): return f"Box({self.item!r})"
print(Box[int](3).map(str), Box[int], Box[int].__args__, Box.__parameters__, Box[int](3).__orig_class__)

@singledispatch
def show(value): return f"other {value!r}"
@show.register
def _(value: int): return f"int {value}"
@show.register(list)
@show.register(tuple)
def _(value): return f"{type(value).__name__} of {', '.join(map(show, value))}"
print(show(5), show([1, (2, "x")]), show(None), show.dispatch(bool) is show.dispatch(int))
class Shower:
    @singledispatchmethod
    def of(self, value): return "?"
    @of.register
    def _(self, value: str): return value.upper()
    @of.register
    def _(self, value: dict): return sorted(value)
print(Shower().of("a"), Shower().of({2: 1, 1: 2}), Shower().of(1))

@total_ordering
class Version:
    def __init__(self, text): self.text = text
    @cached_property
    def parts(self):
        print("split", self.text)
        return tuple(map(int, self.text.split(".")))
    def __eq__(self, other): return self.parts == other.parts
    def __lt__(self, other): return self.parts < other.parts
    def __hash__(self): return hash(self.parts)
a, b = Version("1.10"), Version("1.9")
print(a > b, a >= b, max(a, b).text, sorted([a, b], reverse=True)[0] is a, len({a, Version("1.10")}), "parts" in vars(a))

class Cache:
    def __init__(self): self.items = weakref.WeakValueDictionary()
    def get(self, key, make):
        try: return self.items[key]
        except KeyError:
            made = self.items[key] = make(key)
            return made
class Thing:
    def __init__(self, key): self.key = key
cache = Cache()
one = cache.get("a", Thing)
print(cache.get("a", Thing) is one, cache.get("b", Thing).key, list(cache.items), len(cache.items))
del one
print(len(cache.items))

# ---
# Undo and redo; a machine of states by table, by classes and by decorators.
from enum import Enum, Flag, IntEnum, StrEnum, unique
from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext
class Command:
    def __init_subclass__(cls, /, undo=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.undo_with = undo
    def __init__(self, *args): self.args = args
    def __call__(self, document): raise NotImplementedError
class Insert(Command):
    def __call__(self, d):
        at, text = self.args
        d.text = d.text[:at] + text + d.text[at:]
        return Delete(at, len(text))
class Delete(Command, undo=Insert):
    def __call__(self, d):
        at, count = self.args
        gone, d.text = d.text[at:at + count], d.text[:at] + d.text[at + count:]
        return Insert(at, gone)
class Document:
    def __init__(self): self.text, self._undo, self._redo = "", [], []
    def do(self, command):
        self._undo.append(command(self))
        self._redo.clear()
        return self
    def undo(self):
        if self._undo: self._redo.append(self._undo.pop()(self))
        return self
    def redo(self):
        if self._redo: self._undo.append(self._redo.pop()(self))
        return self
    @contextmanager
    def transaction(self):
        mark = len(self._undo)
        try:
            yield self
        except Exception as error:
            while len(self._undo) > mark: self.undo()
            self._redo.clear()
            print("rolled back:", error)
d = Document().do(Insert(0, "hello")).do(Insert(5, " world")).do(Delete(0, 1))
print(d.text, d.undo().text, d.undo().text, d.redo().redo().text)
with d.transaction():
    d.do(Insert(0, "XX")).do(Delete(3, 4))
    raise ValueError("no")
print(d.text, Delete.undo_with is Insert, len(d._redo))

class Light(Enum):
    RED = ("stop", 3)
    GREEN = ("go", 2)
    YELLOW = ("wait", 1)
    def __init__(self, word, seconds): self.word, self.seconds = word, seconds
    @property
    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]
    @classmethod
    def of(cls, word): return next(each for each in cls if each.word == word)
    def __str__(self): return self.name.title()
light = Light.RED
for _ in range(4):
    print(light, light.seconds, end=" ")
    light = light.next
print(Light.of("go"), Light["RED"], repr(Light.YELLOW), Light.RED in Light, len(Light))
class Perm(Flag):
    R = 4; W = 2; X = 1
    ALL = R | W | X
print(Perm.R | Perm.X, Perm.ALL & ~Perm.W, Perm(6), Perm.R in Perm.ALL, bool(Perm(0)), [each.name for each in Perm.ALL])
class Size(IntEnum):
    S = 1; M = 2
class Word(StrEnum):
    HELLO = "hello"
print(Size.M > Size.S, Size(1), Size.S + 1, f"{Word.HELLO} {Word.HELLO!r}", Word("hello") is Word.HELLO, max(Size))
try:
    @unique
    class Twice(Enum):
        A = 1; B = 1
except ValueError as error:
    print(error)

class Machine:
    def __init__(self): self.state, self.log = "idle", []
    transitions = {}
    @classmethod
    def on(cls, state, event):
        def register(function):
            cls.transitions[state, event] = function
            return function
        return register
    def fire(self, event, *args):
        try: handler = self.transitions[self.state, event]
        except KeyError: raise RuntimeError(f"{event!r} is not possible when {self.state}") from None
        self.log.append((self.state, event))
        self.state = handler(self, *args) or self.state
        return self
@Machine.on("idle", "coin")
def _(self, amount=1):
    self.credit = getattr(self, "credit", 0) + amount
    return "paid" if self.credit >= 2 else None
@Machine.on("paid", "push")
def _(self):
    self.credit -= 2
    return "idle"
m = Machine().fire("coin").fire("coin", 2).fire("push")
print(m.state, m.log, vars(m)["credit"])
try:
    m.fire("push")
except RuntimeError as error:
    print(error, error.__suppress_context__)

# ---
# Context managers on a stack; decorators that keep what they wrap.
from contextlib import ExitStack, contextmanager, ContextDecorator, suppress, redirect_stdout, AbstractContextManager
import functools, io
log = []
class Resource(AbstractContextManager):
    def __init__(self, name, fail=False): self.name, self.fail = name, fail
    def __enter__(self):
        if self.fail: raise OSError(f"cannot open {self.name}")
        log.append(f"+{self.name}")
        return self
    def __exit__(self, kind, value, traceback):
        log.append(f"-{self.name}{'!' + kind.__name__ if kind else ''}")
        return kind is KeyError
@contextmanager
def tag(name):
    log.append(f"<{name}>")
    try: yield name
    except ZeroDivisionError: log.append("caught"); raise ValueError("changed") from None
    finally: log.append(f"</{name}>")
with ExitStack() as stack:
    names = [stack.enter_context(Resource(n)).name for n in "ab"]
    stack.callback(log.append, "callback")
    stack.push(lambda *exc: log.append(exc[0]))
    log.append("body")
print(names, log)
log.clear()
try:
    with ExitStack() as stack:
        stack.enter_context(Resource("a"))
        stack.enter_context(Resource("b", fail=True))
except OSError as error:
    print(error, log)
log.clear()
with Resource("k"): {}["missing"]
try:
    with tag("t") as t, Resource("r"): 1 / 0
except ValueError as error:
    print(error, error.__cause__, log)
class timed(ContextDecorator):
    def __init__(self, label): self.label = label
    def __enter__(self): log.append(f"start {self.label}"); return self
    def __exit__(self, *exc): log.append(f"stop {self.label}"); return False
@timed("f")
def f(a, b=2): "docs"; return a + b
@tag("g")
def g(): return "g"
log.clear()
print(f(1), f.__doc__, g(), g(), log)
out = io.StringIO()
with redirect_stdout(out), suppress(StopIteration):
    print("caught", end="")
    next(iter(()))
print(repr(out.getvalue()))
def retry(times, *errors, wait=lambda n: None):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try: return function(*args, **kwargs)
                except errors as error:
                    wrapper.failures.append((attempt, str(error)))
                    if attempt == times: raise
                    wait(attempt)
        wrapper.failures = []
        return wrapper
    return decorate
def memoize(function=None, *, key=lambda *a, **k: (a, tuple(sorted(k.items())))):
    if function is None: return functools.partial(memoize, key=key)
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        k = key(*args, **kwargs)
        if k not in wrapper.cache:
            wrapper.cache[k] = function(*args, **kwargs)
        return wrapper.cache[k]
    wrapper.cache = {}
    return wrapper
calls = iter([ValueError("one"), ValueError("two"), "fine"])
@retry(3, ValueError)
def flaky():
    "Fails twice."
    value = next(calls)
    if isinstance(value, Exception): raise value
    return value
print(flaky(), flaky.failures, flaky.__name__, flaky.__doc__, flaky.__wrapped__.__name__)
@memoize
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
@memoize(key=lambda text: text.lower())
def shout(text): return text.upper()
print(fib(60), len(fib.cache), shout("a"), shout("A"), shout.cache)
def deco(**options):
    def inner(obj):
        for name, value in options.items(): setattr(obj, name, value)
        return obj
    return inner
@deco(version=2, author="me")
class C:
    @deco(route="/x")
    def m(self): return self.m.route
    @staticmethod
    @deco(kind="s")
    def s(): return C.s.kind
    @classmethod
    def make(cls): return cls()
    @property
    def p(self): return self._p
    @p.setter
    def p(self, value): self._p = value * 2
    @p.deleter
    def p(self): del self._p
c = C.make()
c.p = 4
print(C.version, c.m(), C.s(), c.p, C.p.fset.__name__, hasattr(c, "_p"), C.m.route)
del c.p
print(hasattr(c, "p"))
