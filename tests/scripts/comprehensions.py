print([x * 2 for x in range(3)], {x % 2 for x in range(5)} == {0, 1}, {x: x * x for x in range(3)}, list(x for x in "ab"))
print([(x, y) for x in range(3) for y in range(x) if x != y if y >= 0], [[j for j in range(i)] for i in range(3)])
print([a + b for a, b in [(1, 2), (3, 4)]], [x for x, *_ in ["abc"]], {**{k: v for k, v in zip("ab", "cd")}})
print(sum(x for x in range(4)), any(x > 2 for x in range(4)), "".join(c.upper() for c in "abc"))

# ---
x = "module"
class A:
    x = "class"
    items = [1, 2]
    from_first = [i for i in items]
    try:
        seen = [x for _ in range(1)]
    except NameError:
        seen = "no"
    method = [lambda self, i=i: (self.x, i) for i in range(2)][1]
    _p = 3
    private = [__private for __private in range(2)]
print(A.from_first, A.seen, A().method(), A.private)

# ---
def f():
    x = 1
    inner = [x + y for y in range(2)]
    lambdas = [lambda: x for _ in range(2)]
    x = 10
    return inner, [each() for each in lambdas], [z for z in [x]]
print(f())
print([y := 1, y ** 2, y + 1], y)
print([last := i for i in range(3)], last)
def walrus():
    total = 0
    return [total := total + i for i in range(4)], total
print(walrus())

# ---
class Box: pass
def f():
    boxes = [Box() for _ in range(2)]
    [setattr(b, "x", i) for i, b in enumerate(boxes)]
    target = Box()
    [0 for target.y in range(3)]
    return [b.x for b in boxes], target.y
print(f())
box = Box()
[0 for box.z in range(5)]
{0 for box.a, box.b in [(1, 2)]}
print(vars(box))
d = {}
[0 for d["k"] in range(2)]
print(d)

# ---
import math
[0 for math.pi in range(2)]  ### denied: "pi"

# ---
def f(a):
    return [0 for a.x in range(2)]  ### denied: "x"
f(print)

# ---
[x.gi_frame for x in []]            ### refused: gi_frame
{x.__class__ for x in [1]}
[x.__code__ for x in []]            ### refused: __code__
(x for x.__class__ in [])           ### refused: __class__
{__import__: 1 for _ in []}         ### refused: "__import__"
[__builtins__ for __builtins__ in []]  ### refused: "__builtins__" is not ### refused: "__builtins__" cannot

# ---
print({x.__class__.__name__ for x in [1]}, [x.__doc__ for x in [Exception("e")]][0][:6])

# ---
gen = (print("evaluated", i) or i for i in range(3))
print("nothing yet")
print(next(gen), list(gen))
lazy = (1 // i for i in [1, 0])  ### raised: ZeroDivisionError
print(next(lazy))
next(lazy)

# ---
def outer():
    data = [1, 2, 3]
    return sum(v for v in (w * 2 for w in data) if v > 2), {k: [i for i in range(k)] for k in data}
print(outer())
print([f"{x}{y}" for x in "ab" for y in [1, 2]], [[y for y in x] for x in ["ab", "c"]])
