import functools, time, types


def timed(label=None):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                calls.append((label or function.__name__, time.perf_counter() >= start))

        wrapper.calls = calls
        return wrapper

    calls = []
    return decorate


@timed("adder")
def add(a: int, b: int = 2, *more, key=None, **rest) -> int:
    "Add."
    return a + b + sum(more)


print(add(1), add(1, 2, 3), add.calls, add.__name__, add.__doc__, add.__wrapped__(5), add.__annotations__)


@functools.lru_cache(maxsize=2)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(30), fib.cache_info(), fib.cache_parameters(), fib.__wrapped__.__name__)
fib.cache_clear()


@functools.singledispatch
def show(value):
    return f"object {value!r}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
@show.register(tuple)
def _(value):
    return "many " + ", ".join(map(show, value))


print(show("a"), show(5), show([1, (2, "x")]), show(True), show.dispatch(bool)(1), sorted(k.__name__ for k in show.registry))
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(pow, exp=2)(5), functools.partial(print, "p", sep="-").keywords)


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


print(Version("1.10") > Version("1.9"), Version("1") >= Version("1"), max(map(Version, ["1.2", "1.10"])).parts)


class Page:
    def __init__(self):
        self.loads = 0

    @functools.cached_property
    def text(self):
        self.loads += 1
        return "text"

    @functools.singledispatchmethod
    def take(self, value):
        return "other"

    @take.register
    def _(self, value: str):
        return "text " + value

    def base(self, a, b):
        return (a, b)

    half = functools.partialmethod(base, 1)


page = Page()
print(page.text, page.text, page.loads, vars(page), page.take(5), page.take("x"), page.half(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))

# ---
def f(*args, **kwargs):
    return args, kwargs


seen = []


def t(x):
    seen.append(x)
    return x


class Holder:
    def __init__(self):
        self.__dict__["n"] = 0

    def __getattr__(self, name):
        seen.append("get " + name)
        return 1

    def __setattr__(self, name, value):
        seen.append(f"set {name}={value}")

    def __getitem__(self, key):
        seen.append(f"item {key}")
        return 10

    def __setitem__(self, key, value):
        seen.append(f"setitem {key}={value}")


h = Holder()


def hold(tag):
    seen.append(tag)
    return h


print(f(t(1), *[t(2)], k=t(3), **{t("z"): t(4)}), seen)
seen.clear()
hold("a").x = hold("b")[t("k")] = hold("c").y, hold("d").z = t((5, 6))
print(seen)
seen.clear()
hold("a").x += t(1)
hold("b")[t("i")] *= t(2)
hold("c").y, hold("d")[t(0)] = t(8), t(9)
print(seen)
seen.clear()
for hold("loop").v in [1, 2]:
    pass
[0 for hold("comp").w in "ab"]
with type("M", (), {"__enter__": lambda s: (1, 2), "__exit__": lambda *a: None})() as (hold("w").p, hold("w")[0]):
    pass
print(seen)
seen.clear()
print({t("k1"): t("v1"), t("k2"): t("v2")}, [t(1), t(2)][t(0)], t(1) < t(2) < t(0) < t(9), t(0) or t(3), t(1) if t(0) else t(2), seen)
seen.clear()
(t(1), t(2))[t(0):t(1):t(1)]
lambda a=t("default"): a
print(f"{t('f')!r:>{t(5)}}", seen)
seen.clear()


@(t(lambda c: seen.append("deco1") or c))
@(t(lambda c: seen.append("deco2") or c))
class K(*[t(object)], **{}):
    seen.append("body")
    x = t(5)


print([s if isinstance(s, (str, int)) else "f" for s in seen])
seen.clear()
hold("ann").x: t("annotation") = t("value")
y: t("ann2") = t("value2")
print(seen, __annotations__)

# ---
def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def reset():
        nonlocal n
        n = 0

    return up, reset


up, reset = counter()
print(up(), up(5), reset(), up())
total = 0


def tally(n):
    global total, made_here
    total += n
    made_here = total * 2


tally(5)
tally(6)
print(total, made_here, [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])


def default(a, b=[], /, *, c={}):
    b.append(a)
    c[a] = len(b)
    return b, c


print(default(1), default(2), default(3, []))
for bad in (lambda: default(), lambda: default(1, 2, 3), lambda: default(a=1), lambda: default(1, d=2), lambda: (lambda *, k: k)()):
    try:
        bad()
    except TypeError as error:
        print(error)


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(fact(20), " ".join(hanoi(3, "A", "B", "C")), (lambda x: (yield x))(1).__next__())


def late():
    try:
        print(unbound)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    unbound = 1


late()
try:
    nowhere
except NameError as error:
    print(error, error.name)


def closure():
    x = 1

    class Inner:
        y = x
        w = 2
        z = [x for _ in range(1)]

    return Inner.y, Inner.w, Inner.z


print(closure())
del total
try:
    total
except NameError as error:
    print(error)
