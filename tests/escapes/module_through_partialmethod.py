# I3: a partialmethod keeps what its function is bound to: of a built-in function that is its module, builtins itself.
import functools
class Get:
    def __get__(self, instance, owner=None): return len
class P:
    method = functools.partialmethod(Get())
assert P().method.func is len
assert "__self__" not in P().method.__dict__

# ---
import functools
class P:
    def f(self, *given): return self, given
    method = functools.partialmethod(f, 1)
p = P()
assert p.method.__self__ is p and p.method(2) == (p, (1, 2))

# ---
import heapq
class Next:
    def __iter__(self): return self
    __next__ = print
assert list(heapq.merge([1, 4], iter([2, 3]))) == [1, 2, 3, 4]
try: list(heapq.merge(Next()))
except Exception: pass
