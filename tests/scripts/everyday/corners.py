"""The text of the program."""
import sys

print(__name__, __doc__, __name__ == "__main__", sys.argv, isinstance(sys.version_info, tuple), sys.version_info >= (3, 11), sys.maxsize > 2**31, sys.byteorder in ("little", "big"))


def main(argv=None):
    "Docstring."
    print("main", argv or sys.argv[1:], main.__doc__, main.__qualname__, main.__module__)
    return 0


class WithDoc:
    """A class."""

    attribute = 1
    """not a docstring"""

    def method(self):
        """A method."""


if __name__ == "__main__":
    main()
print(WithDoc.__doc__, WithDoc.method.__doc__, WithDoc().method.__doc__, WithDoc.__module__, WithDoc.method.__qualname__, WithDoc.__qualname__, (lambda: 0).__name__, (lambda: 0).__doc__)
sys.stdout.write("written\n")
print("to stderr", file=sys.stderr)
print(1, "a", None, sep="-", end="!\n", flush=True)
print(*range(3), sep="\n")
print()

# ---
# Exceptions clear their names, finally overrides, loops have else.
def override():
    try:
        raise ValueError
    finally:
        return "finally wins"


def swallow():
    for i in range(3):
        try:
            raise KeyError(i)
        except KeyError:
            continue
        finally:
            print("f", i)
    else:
        print("loop else")
    while True:
        try:
            return "inner"
        finally:
            break
    return "after break"


print(override(), swallow())
try:
    raise ValueError(1)
except ValueError as e:
    pass
try:
    e
except NameError as error:
    print(error)
for x in []:
    pass
else:
    print("empty else", "x" in globals())
for n in range(2, 10):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
i = 0
while i < 3:
    i += 1
    if i == 2:
        continue
else:
    print("while else", i)


def nested():
    try:
        try:
            raise ValueError("a")
        finally:
            raise KeyError("b")
    except KeyError as error:
        return repr(error.__context__), error.__suppress_context__


print(nested())


def reraise():
    try:
        1 / 0
    except ZeroDivisionError as error:
        error.seen = True
        try:
            raise
        except ZeroDivisionError as again:
            return again is error, again.seen


print(reraise())

# ---
# Assignments of every kind, in every scope.
a = b = c = []
a += [1]
print(b, c is a)
(a, b), [c, *d] = (1, 2), "xyz"
print(a, b, c, d)
a, b = b, a
*a, b = range(4)
print(a, b)
x = [0, 0]
i = 0
i, x[i] = 1, 9
print(i, x)
x[0], x[1] = x[1], x[0]
matrix = [[0] * 2 for _ in range(2)]
matrix[1][0] += 5
matrix[-1][-1] -= 1
print(matrix, x)
d = {}
d["k"], d["l"] = d, 1
print(len(d), d["k"]["l"])
d["n"] = d.get("n", 0) + 1
d["n"] **= 3
d["n"] <<= 2
d["n"] |= 1
d["n"] //= 2
d["n"] @= type("M", (), {"__rmatmul__": lambda s, o: o * 100})()
print(d["n"])


class Body:
    total = 0
    for n in range(3):
        total += n
    items = [total]
    items[0] += 1
    del n
    values = [v * 2 for v in items]
    first, *others = range(3)
    if (m := len(values)) > 0:
        pass
    def method(self, total=total): return total
    lam = lambda self: self.total
    with_outer = (lambda: i)()


print(Body.total, Body.items, Body.values, Body().method(), Body().lam(), hasattr(Body, "n"), Body.first, Body.others, Body.m, Body.with_outer)


def scopes():
    seen = [y := 1, y**2]
    total = sum(last := v for v in range(4))
    squares = {k: (w := k * k) for k in range(3)}
    def inner():
        nonlocal y
        y += 1
        global made_global
        made_global = y
        return [y + z for z in range(2)]
    return seen, total, last, squares, w, inner(), y


print(scopes(), made_global)
print([(i, j) for i in range(3) for j in range(i) if i + j > 1], {c for c in "aab"} == {"a", "b"}, [[y for y in range(x)] for x in range(3)], [x for x in (yy for yy in "ab")])
while (chunk := x.pop() if x else None) is not None:
    print("chunk", chunk)
del matrix[0], d["k"], i
print(matrix, sorted(d))
s = list(range(10))
s[2:5] = "ab"
s[::3] = [0] * len(s[::3])
del s[-2:]
print(s, s[5:1:-2], s[slice(1, 3)], [1, 2, 3][-1:], (1, 2, 3)[::-1])
s[1:1] = [7]
s *= 2
print(s)

# ---
def describe(value):
    match value:
        case None | False:
            return "nothing"
        case 0:
            return "zero"
        case int(n) | float(n) if n < 0:
            return f"negative {n}"
        case int() | float():
            return "number"
        case str(s) if len(s) > 3:
            return f"long {s}"
        case "a" | "b" as letter:
            return f"letter {letter}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case (1, (2, inner), *rest):
            return f"nested {inner} {rest}"
        case {"type": "point", "x": x, **rest}:
            return f"point {x} {rest}"
        case {}:
            return "mapping"
        case Point(x=0, y=y):
            return f"on axis {y}"
        case Point(x, y):
            return f"point {x},{y}"
        case Colors.RED:
            return "red"
        case bytes(b):
            return f"bytes {b}"
        case _:
            return "other"


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Colors:
    RED = object()


for value in (None, False, 0, -5, -1.5, 7, "long text", "a", "zz", [], [1], [1, 2, 1], (1, (2, 3), 4), {"type": "point", "x": 1, "z": 2}, {"k": 1}, Point(0, 5), Point(1, 2), Colors.RED, b"x", object, {1, 2}, range(1), "", True):
    print(describe(value), end="; ")
print()
command = "go north fast".split()
match command:
    case ["go", ("north" | "south") as way, *how]:
        print(way, how)
match (1, 2):
    case (a, b) if a > b:
        print("no")
    case (a, b):
        print("yes", a, b)
