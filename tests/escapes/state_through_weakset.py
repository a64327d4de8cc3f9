# I4: WeakSet.__reduce__ asks any object for its state; of one of ours it holds what is behind it.
import weakref
reduce = weakref.WeakSet.__reduce__
reduce(globals())    ### denied: __getstate__

# ---
import decimal, sys, weakref
try: 1 / 0
except ZeroDivisionError: held = sys.exc_info()[2]
class Iterable:
    def __iter__(self): return iter(())
    def __getstate__(self): return "own"
assert weakref.WeakSet.__reduce__(Iterable())[2] == "own"
for each in (held, sys.stdout, globals(), vars(sys.modules["__main__"]), decimal.getcontext().traps, sys):
    try: found = weakref.WeakSet.__reduce__(each)
    except (AttributeError, TypeError): continue
    assert type(each) is type(vars(int)), found
