# I4: enum handed out its own getattr, which reads names that no guest may.
import enum
class Colour(enum.Enum): RED = 1
try: look = enum.pickle_by_enum_name(Colour.RED, 4)[0]
except (AttributeError, TypeError): look = getattr
try: reduce = look(object, "__reduce_ex__")  # as C has it, it reads the slots of any object
except AttributeError: reduce = None
if reduce is not None:
    import asyncio
    try: found = reduce(asyncio.new_event_loop(), 2)
    except (AttributeError, TypeError): found = ()
    assert found == (), found

# ---
# python: >=3.12
# A property of enum looks up the name that the guest gave it, on what the guest gave it.
import enum, sys
look = enum.property()
look._attr_type, look._cls_type, look.name = "attr", object, "__reduce_ex__"
class X: pass
try: reduce = look.__get__(X(), X)
except AttributeError: reduce = None
try: 1 / 0
except ZeroDivisionError: traceback = sys.exc_info()[2]
if reduce is not None:
    try: found = reduce(traceback, 2)
    except (AttributeError, TypeError): found = ()
    assert found == (), found

# ---
# The fields of a dataclass have names that the guest can change, and dataclasses read __getstate__ of anything.
import dataclasses, sys
@dataclasses.dataclass(slots=True, frozen=True)
class A: x: int
@dataclasses.dataclass
class B: x: int
dataclasses.fields(B)[0].name = "__getstate__"
try: state = A.__getstate__(B)[0]
except (AttributeError, TypeError): state = None
try: 1 / 0
except ZeroDivisionError: traceback = sys.exc_info()[2]
if state is not None:
    try: found = state(traceback)
    except (AttributeError, TypeError): found = ()
    assert found == (), found
