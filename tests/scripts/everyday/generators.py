def gen(n):
    received = []
    try:
        while n:
            got = yield n
            received.append(got)
            n -= 1
    except ValueError as error:
        yield f"caught {error}"
    finally:
        print("cleanup", received)
    return "done"


g = gen(3)
print(next(g), g.send("a"), g.throw(ValueError("boom")))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)


def outer():
    result = yield from gen(2)
    print("result", result)
    return result * 2


o = outer()
print(list(o))
g = gen(5)
next(g)
g.close()
print(list(g), g.gi_running)


def tree(n):
    if n:
        yield from tree(n // 2)
        yield n
        yield from tree(n // 2)


print(list(tree(4)), sum(x * x for x in tree(6)), dict(enumerate(tree(2))), max((len(w), w) for w in "a bb cc".split()))
lines = iter(["a", "b", "", "c"])
print(list(iter(lambda: next(lines), "")), next(iter([]), "empty"))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(3)), 2 in Countdown(5), [*Countdown(2), *Countdown(1)], dict(zip("ab", Countdown(9))), min(Countdown(4)), tuple(map(str, Countdown(2))))
first, *middle, last = Countdown(5)
print(first, middle, last)
try:
    a, b = Countdown(3)
except ValueError as error:
    print(error)
try:
    a, b, *c = [1]
except ValueError as error:
    print(error)
try:
    [1, 2, 3][5]
except IndexError as error:
    print(error)
