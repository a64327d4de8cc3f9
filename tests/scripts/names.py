_private = 1
__mangled_nowhere = 2
x_ = _private + __mangled_nowhere
print(_private, __mangled_nowhere, x_)
_, *_rest = [1, 2, 3]
print(_, _rest)

# ---
print(__name__, __doc__, __debug__)
__version__ = "1.0"
__author__ = "somebody"
__all__ = ["a", "b"]
print(__version__, __author__, __all__)

# ---
"""The text of the module."""
print(__doc__)
__doc__ = "another"
print(__doc__)
del __doc__

# ---
größe = 3
ſ = 4  # the compiler knows this name as s
print(größe, s)

# ---
from_ = print_ = format_ = 1
format = "shadowed"
print(format, from_, print_)
del format
print(format(3.14159, ".2f"))

# ---
type = "mine"
print(type)
del type
print(type(1))

# ---
print(undefined_name)  ### raised: NameError: name 'undefined_name' is not defined

# ---
def f():
    print(value)  ### raised: UnboundLocalError
    value = 1
f()

# ---
print(__builtins__)  ### refused: "__builtins__"

# ---
__builtins__ = {}  ### refused: "__builtins__" cannot be assigned

# ---
__import__("os")  ### refused: "__import__"

# ---
__loader__, __spec__  ### refused: "__loader__" ### refused: "__spec__"

# ---
def f():
    return __class__  ### refused: "__class__"

# ---
global __import__  ### refused: "__import__" cannot be assigned

# ---
def __getattr__(name):
    return name
print(__getattr__("a module function"))

# ---
for __builtins__ in []: pass                    ### refused: "__builtins__"
with open("x") as __loader__: pass              ### refused: "__loader__"
import math as __spec__                         ### refused: "__spec__"
def __build_class__(): pass                     ### refused: "__build_class__"
class __import__: pass                          ### refused: "__import__"
try: pass
except ValueError as __builtins__: pass         ### refused: "__builtins__"
(__builtins__ := 1)                             ### refused: "__builtins__"
lambda __builtins__: 1                          ### refused: "__builtins__"
def f(__builtins__): pass                       ### refused: "__builtins__"
def f(*__builtins__): pass                      ### refused: "__builtins__"
def f(**__builtins__): pass                     ### refused: "__builtins__"
del __builtins__                                ### refused: "__builtins__"
[1 for __builtins__ in ()]                      ### refused: "__builtins__"
match 1:
    case __builtins__: pass                     ### refused: "__builtins__"
match 1:
    case [*__builtins__]: pass                  ### refused: "__builtins__"
match 1:
    case {**__builtins__}: pass                 ### refused: "__builtins__"
__builtins__ += 1                               ### refused: "__builtins__"
__builtins__: int = 1                           ### refused: "__builtins__"

# ---
__name__ = "renamed"
class A: pass
print(A.__module__, __name__)

# ---
# names that look like those which rewritten code uses, but hold no @
type_ = types = write = getattr_ = exit_ = t0 = own_self = value = 1
_getattr_ = _write_ = _print_ = _getitem_ = 2
print(types, write, t0, own_self, _getattr_, _write_, _print_, _getitem_)
