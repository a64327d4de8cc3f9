# I3: calling a generic alias sets __orig_class__ on what comes back, a class that all guests share, and a guest's class
# below it inherits that: the two chunks run in one process.
import binascii, struct, types, zlib
for each in (struct.error, zlib.error, binascii.Error, ExceptionGroup):
    types.GenericAlias(lambda: each, (["of another guest"],))()

# ---
import binascii, struct, zlib
for each in (struct.error, zlib.error, binascii.Error, ExceptionGroup):
    class Mine(each): pass
    assert not hasattr(Mine, "__orig_class__"), Mine.__orig_class__.__args__
    assert "__orig_class__" not in dir(each)

# ---
# A function of the host's that all guests reach.
import sys, types
types.GenericAlias(lambda: sys.stdout.__new__, ())()

# ---
import sys
assert "__orig_class__" not in dir(sys.stdout.__new__)

# ---
# An alias that is a descriptor too would be called for whatever another guest's instance has set there.
import types
class Alias(types.GenericAlias):    ### denied: __set__
    def __set__(self, instance, value): print("another guest's", instance)

# ---
import types
class Mixin:
    def __get__(self, instance, owner): print("another guest's", instance)
class Alias(Mixin, types.GenericAlias): pass    ### denied: __get__

# ---
import types
class Alias(types.GenericAlias): pass
Alias.__set__ = print    ### denied: __set__

# ---
import collections.abc
type(collections.abc.Callable[[int], str]).__set__ = print    ### denied: __set__

# ---
# What is one's own is there.
class Own(ValueError):
    @classmethod
    def __class_getitem__(cls, item): return type(list[int])(cls, item)
made = Own[int]()
assert made.__orig_class__ == Own[int] and "__orig_class__" in dir(made)
