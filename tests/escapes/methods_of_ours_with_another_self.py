# I3, I5: a method of ours takes any object for self, and hands it what only its own kind may see.
import contextvars, decimal
got = []
class Fake:
    def __getattr__(self, name): return self
    def set(self, *given): got.extend(given)
    def get(self, *given): got.extend(given)
    def reset(self, *given): got.extend(given)
    def __eq__(self, other): got.append(other)
variable, traps = contextvars.ContextVar("v"), decimal.getcontext().traps
for call in (
    lambda: type(variable).set(Fake(), 1),
    lambda: type(variable).reset(Fake(), variable.set(1)),
    lambda: type(contextvars.copy_context()).get(Fake(), variable),
    lambda: type(traps).__eq__(Fake(), traps),
):
    try: call()
    except (AttributeError, TypeError): pass
assert got == [], got

# ---
# Type confusion: decimal trusts what is in the real Context, which __new__ put among the attributes of a guest's object.
import contextvars
class Mine: pass
variable, context = contextvars.ContextVar("v"), contextvars.Context()
for made in (lambda: context.__new__(Mine), lambda: variable.__new__(Mine, "x")):
    try: found = dict(vars(made()))
    except TypeError: found = {}
    assert found == {}, found

# ---
# super() asks no metaclass: it hands out the functions of a class that others derive from as they are, and its own
# __init__ gives it another class.
import os.path, sys, typing
class Fake:
    def __getattribute__(self, name):
        if name == "__class__": return kind
        found.append(name)
        return object.__getattribute__(self, name)
for one in (os.path, sys.stdout, typing.TypeVar("T"), sys.modules[__name__].__dict__ if hasattr(sys, "modules") else os):
    kind = type(one)
    found = []
    again = super(Fake, Fake())
    try: again.__init__(kind, kind)
    except TypeError: continue
    for name in ("__repr__", "__dir__", "__or__", "__iter__", "write", "get", "copy", "keys", "__len__", "__mro_entries__"):
        for method in (getattr(super(kind, kind), name, None), getattr(again, name, None)):
            try: method(Fake())
            except (AttributeError, TypeError): pass
    assert set(found) <= {"__class__"}, found

# ---
# A property of a class of ours, with the function in it.
import sys, typing
for kind in (type(sys.stdout), typing.ParamSpec):
    for name in ("name", "errors", "args", "kwargs"):
        for owner in (kind, super(kind, kind)):
            get = getattr(getattr(owner, name, None), "fget", None)
            if get is not None:
                class Fake:
                    def __getattribute__(self, name):
                        raise AssertionError(name)
                try: get(Fake())
                except TypeError: pass

# ---
# What was handed in to be made is made of its own class only, by nobody else's.
import contextvars, sys, typing
class Mine:
    pass
kinds = [type(sys.stdout), contextvars.ContextVar, contextvars.Context, contextvars.Token, typing.TypeVar]
for kind in kinds:
    for make in (kind.__new__, contextvars.ContextVar("x").__new__, sys.stdout.__new__):
        try: made = make(Mine)
        except TypeError: continue
        assert type(made) is Mine and vars(made) == {}, vars(made)

# ---
# No slot of ours has a name that a guest can read.
import contextvars
variable = contextvars.ContextVar("v")
assert not hasattr(variable, "__default__")
