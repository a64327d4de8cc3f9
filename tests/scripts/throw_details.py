import sys


def g():
    try:
        yield 1
    except ValueError as error:
        print("caught", error, error.__traceback__ is not None)
        yield 2


x = g()
next(x)
try:
    raise ValueError("v")
except ValueError:
    print(x.throw(*sys.exc_info()))


class M:
    def __enter__(self):
        self.g = g()
        next(self.g)

    def __exit__(self, *details):
        self.g.throw(*details)
        return True


with M():
    raise ValueError("w")
print(next(y := g()), y.throw(ValueError("one argument")))
