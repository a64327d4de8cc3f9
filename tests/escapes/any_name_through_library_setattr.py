# I2: EnumType.__setattr__ is library code that sets whatever name it is given, on any enumeration.
import enum


class Colour(enum.Enum):
    RED = 1


type(Colour).__setattr__(Colour, "__del__", lambda self: None)    ### denied: __del__

# ---
class Plain:
    pass


object.__setattr__(Plain(), "__class__", int)    ### denied: __class__

# ---
# the same function, found in the namespace of its class
import enum
class Colour(enum.Enum):
    RED = 1
vars(enum.EnumType)["__setattr__"](Colour, "__del__", lambda self: None)    ### denied: __del__

# ---
import typing
alias = type(typing.Iterable)
for cls in alias.__mro__:
    if "__setattr__" in vars(cls):
        vars(cls)["__setattr__"](typing.Iterable[int], "__class__", alias)    ### denied: __class__
