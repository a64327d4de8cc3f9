# I4: WeakSet.__reduce__ asks any object for its state; of one of ours it holds what the host put there.
import sys, weakref
reduce = weakref.WeakSet.__reduce__
reduce(sys.stdin)    ### denied: __getstate__

# ---
import sys, weakref
try: 1 / 0
except ZeroDivisionError: held = sys.exc_info()[2]
class Iterable:
    def __iter__(self): return iter(())
    def __getstate__(self): return "own"
assert weakref.WeakSet.__reduce__(Iterable())[2] == "own"
for each in (held, sys.stdout, sys.stdin, object.__new__(type(sys.stdin)), sys):
    try: found = weakref.WeakSet.__reduce__(each)
    except (AttributeError, TypeError): continue
    assert False, found
