def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs
print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=60, e=70, x=80, y=90))
print(f(*[1, 2], *(3,), 4, **{"d": 5}, **{"z": 6}))
print(f(1, d=0, a="also", b="positional only"))

# ---
def f(a, b): return a + b
f(1)  ### raised: TypeError: f() missing 1 required positional argument: 'b'

# ---
def f(a): return a
f(1, 2)  ### raised: TypeError: f() takes 1 positional argument but 2 were given

# ---
def f(*, a): return a
f(b=1)  ### raised: TypeError

# ---
f(a=1, a=2)  ### refused: keyword argument repeated

# ---
log = []
def note(label, value=None):
    log.append(label)
    return value
def decorate(label):
    log.append(f"make {label}")
    def decorator(function):
        log.append(f"apply {label}")
        return function
    return decorator
@decorate("outer")
@decorate("inner")
def f(a: note("annotation a"), b: note("annotation b") = note("default b", 1), *, c=note("default c", 2)) -> note("returns"):
    return a + b + c
print(f(0), log)
log.clear()
print(note("function", f)(note("a", 1), *note("star", [2]), c=note("c", 3)), log)

# ---
def mutable(items=[]):
    items.append(len(items))
    return items
print(mutable(), mutable(), mutable([5]))
def late(n=len("abc")): return n
print(late(), late.__defaults__)
late.__defaults__ = (9,)  ### refused: __defaults__

# ---
def counter(start):
    count = start
    def up(step=1):
        nonlocal count
        count += step
        return count
    def reset():
        nonlocal count
        count = start
        return count
    return up, reset
up, reset = counter(10)
print(up(), up(5), reset(), up())

# ---
def three():
    x = 1
    def two():
        nonlocal x
        x += 1
        def one():
            nonlocal x
            x += 1
            return x
        return one()
    return two(), x
print(three())
adders = [lambda n, i=i: n + i for i in range(3)]
late = [lambda n: n + i for i in range(3)]
print([add(10) for add in adders], [add(10) for add in late])

# ---
x = "module"
def f():
    global x, y
    x = "changed"
    y = "made"
    class Inner:
        global z
        z = "from a class"
        x = "in the class"
    return Inner.x
print(f(), x, y, z)

# ---
def factorial(n): return 1 if n < 2 else n * factorial(n - 1)
def is_even(n): return n == 0 or is_odd(n - 1)
def is_odd(n): return n != 0 and is_even(n - 1)
print(factorial(20), is_even(50), is_odd(7))
def deep(n): return deep(n + 1)
try:
    deep(0)
except RecursionError as error:
    print(str(error).split(" ")[:4])

# ---
square = lambda x: x * x
defaults = lambda a, b=2, *c, d=4, **e: (a, b, c, d, e)
print(square(4), defaults(1), defaults(1, 2, 3, d=5, z=6), (lambda: None)(), (lambda *a, k: (a, k))(1, k=2))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
compose = lambda f, g: lambda x: f(g(x))
print(compose(square, lambda x: x + 1)(2))

# ---
def documented():
    """The docstring stays first."""
    return documented.__doc__
print(documented())
def writes(self):
    """The docstring stays first here too."""
    self.a = 1
    self.b = 2
print(writes.__doc__)
def only_docstring(self):
    "alone"
print(only_docstring(1), only_docstring.__doc__)

# ---
def nothing(): pass
def early(x):
    if x:
        return "early"
def unreachable():
    return 1
    yield
print(nothing(), early(1), early(0), list(unreachable()))

# ---
def apply(function, *args, **kwargs): return function(*args, **kwargs)
print(apply(max, 3, 1, 2), apply(dict, a=1), apply(apply, apply, len, "abc"))
def memo(function):
    known = {}
    def wrapper(n):
        if n not in known:
            known[n] = function(n)
        return known[n]
    wrapper.known = known
    return wrapper
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), len(fib.known))

# ---
class Callable:
    def __call__(self, *a, **k): return a, k
print(Callable()(1, x=2), callable(Callable()), callable(1))
@Callable()
def wrapped(): ...
print(wrapped[0][0].__name__)
functions = {"add": lambda a, b: a + b}
@functions.setdefault("new", lambda f: f"<{f.__name__}>")
def named(): ...
print(named)

# ---
def f(a, (b, c)): pass  ### refused: Function parameters cannot be parenthesized

# ---
def f(__x__): pass      ### refused: "__x__" cannot be a parameter
lambda __class__: 1     ### refused: "__class__" cannot be a parameter
f(__reduce__=1)         ### refused: "__reduce__" cannot be a keyword

# ---
def f(_a, __b, _c=1, *_, **__): return _a, __b, _c, _, __
print(f(1, 2, 3, 4, x=5))
class A:
    def f(self, __x, *, __y=2): return __x + __y
    def g(self): return self.f(1, _A__y=10)
print(A().f(1), A().g(), A().f(1, _A__y=3))

# ---
def f():
    return locals()
print(f())
def g(a, b=2):
    c = 3
    return sorted(locals().items())
print(g(1))

# ---
def f(): yield
def g(): return (yield)
print(next(g()), list(f()))
return_ = f
return 1  ### refused: 'return' outside function

# ---
def nonlocal_missing():
    nonlocal nowhere  ### refused: no binding for nonlocal 'nowhere' found
nonlocal_missing()

# ---
def first(): return 1
def second(x=first()): return x + first()
first = lambda: 10
print(second(), second.__name__, first.__name__)
print((lambda x, /: x)(5), (lambda *, k=1: k)(k=3))
def starred(): return *[1, 2], 3
print(starred())
