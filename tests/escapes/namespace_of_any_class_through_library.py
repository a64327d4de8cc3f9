# I3, I4: `owner.__dict__` in the text of a copy gave the namespace of any class, and C code then gave the dict in it.
import functools
cached = functools.cached_property(len)
cached.attrname = "__getattribute__"
try: found = cached.__get__(object)  # object.__getattribute__ itself: any attribute by any name
except (AttributeError, TypeError): found = None
assert type(found) is not type(object.__repr__), found

# ---
# A mapping proxy hands its own dict to the other operand of ==, so the namespace of `function` could be written to.
import logging
got = []
class Template:
    def __mod__(self, values):
        got.append(values)
        return ""
class Other:
    def __eq__(self, other):
        got.append(other)
        return True
style = logging.PercentStyle("")
style._fmt = Template()
try: style._format(type(print))
except (AttributeError, TypeError): pass
for each in list(got): each == Other()
assert len(got) > 1 and all(type(each["__globals__"]) is object for each in got), got
for each in got[1:]: each["left"] = 1
assert not hasattr(print, "left")

# ---
import traceback
got = []
class Other:
    def __eq__(self, other):
        got.append(other)
        return True
class Lying(traceback.TracebackException):
    def __init__(self): pass
    def __getattribute__(self, name): return Other()
try: traceback.TracebackException.__eq__(int, Lying())
except (AttributeError, TypeError): pass
for each in got: each["left"] = 1
assert not hasattr(int, "left")

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
