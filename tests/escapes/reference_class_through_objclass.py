# I6: C's own class of references, which calls a callback in the host's time too, is the __objclass__ of its methods.
import weakref
try: found = weakref.ref.__call__.__objclass__
except AttributeError: found = weakref.ref
assert found is weakref.ref, found
