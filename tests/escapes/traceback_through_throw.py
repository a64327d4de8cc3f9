# I3: before 3.12 contextlib throws with a traceback, which a subgenerator of the guest's is handed by C.
import contextlib
got = []
class Sub:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *given):
        got.extend(given)
        raise StopIteration
@contextlib.contextmanager
def managed(): yield from Sub()
with managed():
    1 / 0
assert "<traceback object" not in repr(got), got

# ---
# What stands for the generator may be any object.
import contextlib, types
@contextlib.contextmanager
def managed(): yield
manager = managed()
manager.__enter__()
got = []
manager.gen = types.SimpleNamespace(throw=lambda *given: got.extend(given))
try: 1 / 0
except ZeroDivisionError as error:
    try: manager.__exit__(type(error), error, error.__traceback__)
    except (AttributeError, RuntimeError): pass
assert "<traceback object" not in repr(got), got
