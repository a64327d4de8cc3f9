# I2: a library's method called with any object writes what its text says into objects the guest made, and no others.
import contextlib, json, struct, typing, enum, abc
contextlib.nullcontext.__init__(struct.error, 5)    ### denied: "enter_result" of type

# ---
import json, struct
json.JSONEncoder.__init__(struct.error)    ### denied: "skipkeys" of type

# ---
import typing, struct
typing.NewType.__init__(struct.error, "renamed", int)    ### denied: "__qualname__" of type

# ---
import abc, math, struct
abc.abstractmethod(struct.error)    ### denied: "__isabstractmethod__" of type

# ---
# A copy of a list or dict look-alike updates the namespace of whatever __new__ returned.
import collections, struct
class D(collections.UserDict):
    def __new__(cls, *given): return struct.error if given == () and D.other else super().__new__(cls)
    other = False
d = D()
d.via_copy = 1
D.other = True
try:
    d.copy()
except Exception:
    pass
assert not hasattr(struct.error, "via_copy")

# ---
# A traceback never comes near a guest: neither through a context manager, a future, nor an attribute hook.
import asyncio, contextlib, enum
seen = []
class E(Exception):
    def with_traceback(self, traceback):
        seen.append(type(traceback).__name__)
        return self
    def __setattr__(self, name, value):
        seen.append(type(value).__name__)
        super().__setattr__(name, value)
class G:
    def __init__(self): self.on = False
    def __iter__(self): return self
    def __next__(self):
        if self.on: raise StopIteration
        self.on = True
    def throw(self, *given): seen.extend(type(each).__name__ for each in given); raise given[0] if len(given) == 1 else given[1]
    def close(self): pass
try:
    with contextlib.contextmanager(G)(): raise E()
except E: pass
@contextlib.contextmanager
def managed(): yield
try:
    with managed(): raise E()
except E: pass
async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(E())
    try: await future
    except E: pass
    seen.append(type(getattr(future, "_exception_tb", None)).__name__)
asyncio.run(main())
try:
    class Broken(enum.Enum):
        a = 1
        class b:
            def __set_name__(self, owner, name): raise E()
except Exception: pass
assert "traceback" not in seen, seen

# ---
# The documentation of a property that the host shares with everybody stays as it is.
import functools
shared = property(functools.partial)
shared.__doc__ = "mine"    ### denied: "__doc__" of
