# I2: EnumType.__setattr__ is library code that sets whatever name it is given, on any enumeration.
import enum


class Colour(enum.Enum):
    RED = 1


type(Colour).__setattr__(Colour, "__del__", lambda self: None)    ### denied: __del__

# ---
class Plain:
    pass


object.__setattr__(Plain(), "__class__", int)    ### denied: __class__
