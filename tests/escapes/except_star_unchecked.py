# `except*` calls split() and derive() of the group in flight, wherever they are found (CVE-2025-22153).
# Libraries that write into an object's namespace set them past the guards of assignment.
import functools
class Holder: pass
holder = Holder()
holder.split = lambda kinds: (b"not", b"exceptions")
group = ExceptionGroup("g", [ValueError()])
functools.update_wrapper(group, holder, assigned=())    ### denied: "split"

# ---
import functools
class Holder: pass
holder = Holder()
holder.derive = lambda exceptions: ExceptionGroup("other", exceptions)
class Group(ExceptionGroup): pass
functools.wraps(holder, assigned=())(Group("g", [ValueError()]))    ### denied: "derive"

# ---
import functools
group = ExceptionGroup("g", [ValueError(), KeyError()])
cached = functools.cached_property(lambda self: lambda kinds: (b"not", b"exceptions"))
cached.attrname = "split"
try:
    cached.__get__(group, None)
except (TypeError, AttributeError):
    pass
try:
    raise group
except* KeyError as keys:
    assert type(keys) is ExceptionGroup
except* ValueError as values:
    assert type(values) is ExceptionGroup

# ---
import copy
class Holder: pass
holder = Holder()
group = ExceptionGroup("g", [ValueError()])
holder.__dict__["__reduce_ex__"] = lambda protocol: (lambda: group, (), {"split": 5})
copy.copy(holder)    ### denied: "split"

# ---
import copy
class Holder: pass
holder = Holder()
holder.__dict__["__reduce__"] = lambda: (lambda: group, (), {"split": 5})    # object's own method asks the class
group = ExceptionGroup("g", [ValueError()])
assert copy.deepcopy([holder])[0] is not group

# ---
# A state for another object than the one it was taken from.
import copy
group, ready = ExceptionGroup("g", [ValueError()]), False
class Error(Exception):
    def __new__(cls, *rest): return group if ready else super().__new__(cls)
error = Error()
error.derive = lambda exceptions: ExceptionGroup("other", exceptions)
ready = True
copy.copy(error)    ### denied: "derive"

# ---
import copy
group, ready = ExceptionGroup("g", [ValueError()]), False
class Error(Exception):
    def __new__(cls, *rest): return group if ready else super().__new__(cls)
error = Error()
error.split = lambda kinds: (b"not", b"exceptions")
ready = True
copy.deepcopy(error)    ### denied: "split"

# ---
# Names that an exception's own __setstate__ would set, though nobody may write them.
import copy
class Error(Exception): pass
class Other(Exception): pass
error = Error()
error.__dict__["__class__"] = Other
copy.copy(error)    ### denied: "__class__"

# ---
# C copies the notes while it splits, between one call of derive() and the next.
class Notes:
    def __len__(self): return 1
    def __getitem__(self, index): raise IndexError
group = ExceptionGroup("g", [ValueError(), KeyError()])
group.__notes__ = Notes()
try:
    raise group
except* KeyError:    ### denied: except* cannot split an exception group with its own "__notes__"
    pass

# ---
class Meta(type): pass
class Group(ExceptionGroup, metaclass=Meta): pass
def f(cls):
    cls.split = lambda self, kinds: (b"not", b"exceptions")    ### denied: "split"
f(Group)

# ---
import abc
class Mixin(abc.ABC): pass
class Group(Mixin, ExceptionGroup): pass
def f(cls):
    cls.derive = lambda self, exceptions: ExceptionGroup("other", exceptions)    ### denied: "derive"
f(Mixin)

# ---
class Group(ExceptionGroup):    ### denied: "split"
    __slots__ = ("split",)

# ---
import dataclasses
@dataclasses.dataclass(slots=True, init=False)    ### denied: "derive"
class Group(ExceptionGroup):
    derive: int

# ---
import collections
group, ready = ExceptionGroup("g", [ValueError(), KeyError()]), False
class Copied(collections.UserDict):
    def __new__(cls, *rest): return group if ready else object.__new__(cls)
copied = Copied()
copied.__dict__["split"] = lambda kinds: (b"not", b"exceptions")
ready = True
copied.__copy__()    ### raised: AttributeError

# ---
import types
class Holder: pass
group = ExceptionGroup("g", [ValueError(), KeyError()])
Holder.__init__(group)
types.SimpleNamespace.__init__(group, split=1)    ### raised: TypeError

# ---
# The state of a group that is copied goes the same way as any other.
import copy, functools
class Group(ExceptionGroup): pass
class Error(Exception): pass
error = Error()
error.split = lambda kinds: (b"not", b"exceptions")
group = Group("g", [ValueError(), error])
found = copy.deepcopy(group)
try:
    raise found
except* Error as errors:
    assert type(errors) is ExceptionGroup
except* ValueError as values:
    assert type(values) is ExceptionGroup
