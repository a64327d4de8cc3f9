for i in range(3):
    print(i, end=" ")
else:
    print("done")
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]:
    print(a, b, c)
for x in []: pass
else: print("empty")
for i in range(10):
    if i == 2: continue
    if i == 4: break
    print(i)
else:
    print("not reached")
n = 3
while n:
    n -= 1
    if n == 1: continue
    print("while", n)
else:
    print("while done")
while True:
    break
else:
    print("not reached")

# ---
class Box: pass
box = Box()
d = {}
for box.x in range(3): pass
for d["k"], box.y in [(1, 2), (3, 4)]: pass
for box.a, *box.b in ["abc"]: pass
print(vars(box), d)
def inside(box, items):
    for box.x in items: pass
    for box.n, items[0] in [(1, 2)]: pass
    return box.x, box.n, items
print(inside(box, [7, 8]))

# ---
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration  ### raised: StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), sum(Count(4)), [*Count(2)], dict(zip(Count(2), "ab")))
it = iter(Count(1))
print(next(it), next(it, "end"))
a, b = Count(2)
print(a, b)
next(it)

# ---
print(list(enumerate("ab", 1)), list(zip("ab", [1, 2])), list(reversed([1, 2])), list(map(str.upper, "ab")), list(filter(None, [0, 1])))
print(list(zip("ab", "c", strict=False)), sorted([3, 1, 2], reverse=True), list(iter([1, 2].pop, 1)), min("b", "a"), max([1, 5], key=lambda x: -x))
it = iter("abc")
print([next(it) + next(it) for _ in range(1)], list(it))
list(zip([1], [], strict=True))  ### raised: ValueError

# ---
for x in 5: pass  ### raised: TypeError: 'int' object is not iterable

# ---
for i in range(3):
    for j in range(3):
        if j == 2: break
        if i == 1: continue
        print(i, j)
for i in [1, 2]:
    i = i * 10
print(i)
data = {"a": 1, "b": 2}
for key, value in data.items():
    print(key, value)
for key in list(data):
    del data[key]
print(data)
for key in {"only"}: print(key)
for ch in "añ": print(ch)
for byte in b"ab": print(byte)

# ---
d = {1: 1}
for k in d:  ### raised: RuntimeError: dictionary changed size during iteration
    d[k + 1] = 1

# ---
def find(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            return index
    else:
        return -1
print(find("abc", "b"), find("abc", "z"))
def nested():
    for a in range(3):
        for b in range(3):
            try:
                if b == 1: continue
                if a == 2: return a, b
            finally:
                print("finally", a, b)
print(nested())

# ---
i = "outer"
[i for i in range(3)]
print(i)
for i in range(2): pass
print(i)
print((lambda: [i for i in range(2)])(), i)
