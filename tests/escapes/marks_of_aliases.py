# I3: C sets __orig_class__ on whatever a generic alias makes when it is called, on objects that all guests share too.
import struct, types
make = types.GenericAlias(lambda: struct.error, int)
assert make() is struct.error
assert "__orig_class__" not in dir(struct.error)
assert not hasattr(struct.error, "__orig_class__")
class Own(list): pass
assert "__orig_class__" in dir(types.GenericAlias(Own, int)())

# ---
import codecs
assert codecs.StreamReader.__getattr__.__kwdefaults__ is None
codecs.StreamReader.__getattr__.__defaults__    ### denied: __defaults__
