# I3: an attribute that is NotImplemented made the interpreter ask the owner's __rmatmul__, with an object of ours.
import functools

got = []
class A:
    def __getattribute__(self, name):
        return NotImplemented if name == "__dict__" else object.__getattribute__(self, name)
    def __rmatmul__(self, other):
        got.append(other)
        return {}
    @functools.cached_property
    def x(self):
        return 1
try:
    A().x
except TypeError:
    pass
assert got == [], got
