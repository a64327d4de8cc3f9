# I2: a mapping of the guest's as the namespace of a class body answers where the hooks are looked for.
asked = []
class Mapping(dict):
    def __getitem__(self, name):
        asked.append(name)
        return (lambda owner, name: owner) if name == "@write" else dict.__getitem__(self, name)
def meta(name, bases, namespace): return None
meta.__dict__["__prepare__"] = lambda *given: Mapping()
try:
    class X(metaclass=meta):
        print.left = 7
except (AttributeError, TypeError): pass
assert not [each for each in asked if "@" in each], asked
assert not hasattr(print, "left")

# ---
# The same by a __getattr__ that the guest may write.
asked = []
class Mapping(dict):
    def __getitem__(self, name):
        asked.append(name)
        return dict.__getitem__(self, name)
class Meta:
    def __call__(self, name, bases, namespace): return None
    def __getattr__(self, name): return lambda *given: Mapping()
try:
    class X(metaclass=Meta()):
        print.left
except (AttributeError, TypeError): pass
try:
    class Y(metaclass=Meta()):
        ().__class__
except (AttributeError, TypeError): pass
assert not [each for each in asked if "@" in each], asked

# ---
# The dict that enum prepares is of a class that the guest can change.
import enum
found = []
class Meta(enum.EnumType):
    def __new__(meta, name, bases, namespace, **named):
        found.append(type(namespace))
        return super().__new__(meta, name, bases, namespace, **named)
class A(enum.Enum, metaclass=Meta): X = 1
asked = []
def answer(self, name):
    asked.append(name)
    return (lambda owner, name: owner) if name == "@write" else dict.__getitem__(self, name)
try:
    found[0].__getitem__ = answer
    class B(enum.Enum):
        X = 1
        print.left = 7
except (AttributeError, TypeError): pass
assert not [each for each in asked if "@" in each], asked
assert not hasattr(print, "left")

# ---
# With @group answered by the guest, except* splits a group by the guest's own split(): CPython crashes. Not done here.
asked = []
class Mapping(dict):
    def __getitem__(self, name):
        asked.append(name)
        return dict.__getitem__(self, name)
def meta(name, bases, namespace): return None
meta.__dict__["__prepare__"] = lambda *given: Mapping()
try:
    class X(metaclass=meta):
        try: raise ExceptionGroup("a", [ValueError(1)])
        except* ValueError: pass
except (AttributeError, TypeError): pass
assert not [each for each in asked if "@" in each], asked
