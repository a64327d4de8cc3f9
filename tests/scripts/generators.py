def count(n):
    while n:
        received = yield n
        if received: print("received", received)
        n -= 1
    return "returned"
g = count(3)
print(next(g), g.send("hello"), next(g), next(g, "over"))
def delegating():
    result = yield from count(2)
    print("result", result)
    yield from "ab"
    yield from []
print(list(delegating()))

# ---
def g():
    try:
        yield 1  ### raised: KeyError: 'not caught'
        yield 2
    except ValueError as error:
        print("caught", error)
        yield 3
    finally:
        print("cleaned up")
it = g()
print(next(it), it.throw(ValueError("thrown")))
it.close()
it = g()
next(it)
it.close()
print(list(it))
it = g()
print(next(it))
it.throw(KeyError("not caught"))

# ---
def g():
    value = yield
    while value is not None:
        value = yield value * 2
it = g()
next(it)
print(it.send(2), it.send(5))
it.send(None)  ### raised: StopIteration

# ---
def g(): yield
it = g()
it.send(1)  ### raised: TypeError: can't send non-None value to a just-started generator

# ---
def raises_stop():
    yield 1
    raise StopIteration("becomes another error")
list(raises_stop())  ### raised: RuntimeError: generator raised StopIteration

# ---
def squares(self):
    for i in range(3):
        self.n = i
        yield self.n ** 2
        self.n += 10
class Box: pass
box = Box()
print([(x, box.n) for x in squares(box)], box.n)
class Tree:
    def __init__(self, value, *children): self.value, self.children = value, children
    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))

# ---
it = (x for x in "ab")
print(it.__name__, it.gi_running, type(it).__name__, iter(it) is it)
it.gi_frame  ### refused: gi_frame

# ---
it = (x for x in "ab")
getattr(it, "gi_frame")  ### denied: gi_frame

# ---
it = (x for x in "ab")
getattr(it, "gi_code")  ### denied: gi_code

# ---
it = (x for x in "ab")
getattr(it, "gi_yieldfrom")  ### denied: gi_yieldfrom

# ---
def accumulate():
    total = 0
    while True:
        value = yield total
        if value is None: return total
        total += value
def main():
    total = yield from accumulate()
    yield f"total {total}"
m = main()
next(m)
m.send(3)
m.send(4)
print(m.send(None))

# ---
def infinite():
    n = 0
    while True:
        n += 1
        yield n
import itertools
print(list(itertools.islice(infinite(), 5)), next(x for x in infinite() if x % 7 == 0))
def fib(a=0, b=1):
    while True:
        yield a
        a, b = b, a + b
print([x for x, _ in zip(fib(), range(10))])

# ---
def g():
    x = yield 1
    y = yield x
    lambda: (yield)
    return (yield y)
it = g()
print(next(it), it.send("x"), it.send("y"))
try:
    it.send("last")
except StopIteration as stop:
    print(stop.value, stop.args)

# ---
yield 1  ### refused: 'yield' outside function

# ---
def g():
    try:
        yield 1
    finally:
        yield 2
it = g()
next(it)
it.close()  ### raised: RuntimeError: generator ignored GeneratorExit

# ---
class Manager:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *details): print("exit", details[0])
def with_inside():
    with Manager():
        yield 1
        yield 2
for x in with_inside():
    print(x)
    break
print("after")
del x
it = with_inside()
print(next(it))
it.close()
