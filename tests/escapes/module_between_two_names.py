# I3: between two names of an import, a finalizer takes the second away; the interpreter then looks in the host's
# sys.modules, under the name that the guest gave its module.
__name__ = "os"
path = "the guest's own"
other = 2


def unbind():
    global path
    try:
        yield
    finally:
        del path


held = unbind()
next(held)
from __main__ import other as held, path as found
assert found == "the guest's own" and held == 2

# ---
import weakref

__name__ = "os"
path = other = 1


class Held:
    pass


def unbind(reference):
    global path
    del path


held = Held()
reference = weakref.ref(held, unbind)
from __main__ import other as held, path as found
assert (found, held) == (1, 1)

# ---
import os.path as p, math, os.path
from os import path
assert p is path is os.path and math.floor(1.5) == 1

# ---
try:
    import os.path.join as found
except ImportError:
    pass
else:
    assert False
