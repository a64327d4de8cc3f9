import functools
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, total_ordering, wraps
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7), partial(pow, 2)(3), partial(int, base=2)("101"), sorted([3, 1], key=cmp_to_key(lambda a, b: b - a)))
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
@lru_cache(maxsize=2)
def square(n):
    print("computing", n)
    return n * n
print(fib(80), square(2), square(2), square(3), square(4), square(2), square.cache_info())
square.cache_clear()
print(square.cache_info(), fib.cache_parameters(), square.__name__, square.__wrapped__(5))
p = partial(print, "a", sep="-")
p("b", end="!\n")
print(p.func is print, p.args, p.keywords)

# ---
import functools
def decorator(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        "not this text"
        return function(*args, **kwargs)
    wrapper.extra = 1
    return wrapper
@decorator
def greet(name: str) -> str:
    """Greets."""
    return f"hello {name}"
greet.calls = 0
print(greet("x"), greet.__name__, greet.__doc__, greet.__qualname__, greet.__module__, greet.__annotations__, greet.__wrapped__("y"), greet.__dict__.keys() - {"__wrapped__"} == {"extra", "calls"})
def plain(): pass
def other(): "doc"
other.tag = 5
functools.update_wrapper(plain, other)
print(plain.__name__, plain.__doc__, plain.tag)
class C:
    def __init__(self, f): functools.update_wrapper(self, f)
print(C(other).__name__, C(other).tag, functools.WRAPPER_UPDATES, functools.WRAPPER_ASSIGNMENTS[:2])

# ---
import functools
@functools.total_ordering
class Version:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
    @functools.cached_property
    def expensive(self):
        print("once")
        return self.n * 2
    def scaled(self, by, *, offset=0): return self.n * by + offset
    double = functools.partialmethod(scaled, 2, offset=1)
a, b = Version(1), Version(2)
print(a <= b, a > b, a >= b, b.expensive, b.expensive, vars(b), b.double())
del b.expensive
print(b.expensive, Version.expensive.__doc__, Version.expensive.attrname)

# ---
import functools
@functools.singledispatch
def show(x): return f"object {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def show_list(x): return f"list of {len(x)}"
show.register(str, lambda x: f"str {x}")
@show.register
def _(x: float | bytes): return "either"
print(show(1), show([1, 2]), show("s"), show(None), show(1.5), show(b""), show.dispatch(bool)(True), show.registry[list] is show_list)
class Shower:
    @functools.singledispatchmethod
    def show(self, x): return "default"
    @show.register
    def _(self, x: int): return "int"
    @show.register
    @classmethod
    def _(cls, x: str): return cls.__name__
print(Shower().show(1), Shower().show([]), Shower().show("x"), Shower.show("y"))

# ---
import functools
functools.wraps(len)(print)  ### denied: cannot be set

# ---
import functools
functools.namedtuple  ### denied: does not show "namedtuple"

# ---
import functools
functools.update_wrapper(lambda: 0, lambda: 0, assigned=("__globals__",))
functools.update_wrapper(lambda: 0, lambda: 0, updated=("__globals__",))  ### denied: __globals__

# ---
import functools
class A: pass
functools.update_wrapper(A(), lambda: 0, assigned=(), updated=())
class B:
    __class__ = functools.cached_property(lambda self: 1)  ### refused: "__class__"

# ---
# What the wrapped function has not is not missed; what the wrapper has not is.
import functools


def wrapped():
    pass


def wrapper():
    pass


wrapper.notes = {}
functools.update_wrapper(wrapper, wrapped, ("absent",), ("notes",))
print(wrapper.notes, wrapper.__wrapped__ is wrapped)
for value in (None, 1):
    if value is None:
        del wrapper.notes
    else:
        wrapper.notes = value
    try:
        functools.update_wrapper(wrapper, wrapped, (), ("notes",))
    except AttributeError as error:
        print(error)
