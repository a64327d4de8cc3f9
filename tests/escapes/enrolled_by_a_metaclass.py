# I2, I5: type.__new__ asks the more derived metaclass, the guest's, and what that returned counted as made inside.
class Base(type): pass
class Meta(Base):
    armed = False
    def __new__(meta, name, bases, namespace):
        assert not [each for each in namespace if "@" in each], namespace
        return type(print) if Meta.armed else super().__new__(meta, name, bases, namespace)
A = Meta("A", (), {})
Meta.armed = True
try: type.__new__(Base, "X", (A,), {})
except TypeError: pass
def leave(function):
    function.left = 7
try: leave(print)
except AttributeError: pass
assert not hasattr(print, "left")

# ---
# A metaclass saw the mark of its environment, with the token in it.
import dataclasses
got = []
class Meta(type):
    def __new__(meta, name, bases, namespace):
        got.extend(namespace)
        return super().__new__(meta, name, bases, namespace)
@dataclasses.dataclass(slots=True)
class Data(metaclass=Meta):
    x: int = 1
assert not [each for each in got if "@" in each], got
