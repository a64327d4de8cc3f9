# I3: ABCMeta.__new__ lets C mark whatever the metaclass above it returns: the two chunks run in one process.
import abc, struct
class Between(type):
    def __new__(meta, *given): return struct.error
class Meta(abc.ABCMeta, Between): pass
try: Meta("X", (), {})
except (AttributeError, TypeError): pass

# ---
import struct
assert not hasattr(struct.error, "_abc_impl")
