# I2: what a private copy evaluates never leaves the live builtins table in a dict that the guest holds.
import collections, dataclasses, sys
held = {}
D = dataclasses.make_dataclass("D", ["x"], namespace=held)
assert D(1) == D(1) and "__builtins__" not in held, held
P = collections.namedtuple("P", "a b")
assert P(1, 2)._replace(a=3) == (3, 2)

# ---
# A guest that replaced ABCMeta.__new__ sees what copies loaded later put into their classes: nothing that proves anything.
import abc, sys
old = abc.ABCMeta.__new__
made = []
def new(meta, name, bases, namespace, **keywords):
    for key, value in list(namespace.items()):
        if "@" in key:
            made.append(type("Meta", (type,), {key: value, "__instancecheck__": lambda c, x: True}))
    return old(meta, name, bases, namespace, **keywords)
try: abc.ABCMeta.__new__ = new
except AttributeError: pass  # since metaclasses of the library cannot be changed
try:
    import numbers
except Exception as error:
    print(error)
assert made == [], made
