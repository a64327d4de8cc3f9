if (n := len("abc")) > 2: print(n)
while (line := ["last", "first"][n - 2]) != "last":
    print(line)
    n -= 1
print([y for x in range(4) if (y := x * 2) > 2], y)
print((a := 1, b := a + 1), a, b, (c := [1, 2])[0], f"{(d := 4)}", {(e := "k"): e})
def f(x, default=(g := 5)):
    if (m := x) and (p := m + 1): return m, p, g
    return None
print(f(1), g)
lambda: (q := 1)
any((witness := x) > 2 for x in range(5))
print(witness)

# ---
class Box: pass
def f():
    (box := Box()).x = 1
    (other := box).y = (z := 2)
    return vars(box), vars(other), z
print(f())
(box := Box()).x = 1
print(box.x, (box := Box()).__dict__)
def g():
    (box := Box()).n = 1
    box.n += 1
    (box := Box()).n = 5
    return box.n
print(g())
def h(self):
    self.x = 1
    (self := Box()).x = 2
    self.x += 1
    return self.x
print(h(Box()))

# ---
class A: x = [i := 1, i + 1]
print(A.x, A.i)

# ---
class B:
    y = [j := k for k in range(2)]  ### refused: assignment expression within a comprehension cannot be used in a class body

# ---
(x.y := 1)  ### refused: cannot use assignment expressions with attribute

# ---
[x := 1 for x in range(3)]  ### refused: assignment expression cannot rebind comprehension iteration variable 'x'

# ---
def outer():
    total = 0
    def inner():
        nonlocal total
        return [total := total + i for i in range(4)]
    return inner(), total
def module_level():
    global seen
    [seen := i for i in range(3)]
print(outer(), module_level(), seen)
def in_lambda(): return (lambda: [z := 5, z])()
print(in_lambda())
