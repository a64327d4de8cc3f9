# I4: C code that prepares a copy reads an object's slots under the names in __slots__, which may be a list that grows.
import copy
names = ["__dict__"]
class A:
    __slots__ = names
names += ["__setattr__", "__getattribute__", "__reduce_ex__", "gi_frame", 5]
x = A()
assert copy.copy(x).__dict__ == {}
assert x.__getstate__() is None
assert x.__reduce_ex__(2)[2] is None

# ---
import copy
names = ["__dict__"]
class A(set):
    __slots__ = names
    def __iter__(self):
        names.append("__setattr__")
        return super().__iter__()
    def __setstate__(self, state):
        found.append(state)
names.append("__getattribute__")
found = []
copy.copy(A())
copy.deepcopy(A())
assert found in ([], [None, None]), found
assert not any(name.startswith("__slotn") for name in A.__dict__)

# ---
import copy
class A: pass
A.__slotnames__ = ["__setattr__"]    ### refused: "__slotnames__" cannot be set

# ---
setattr(type("A", (), {}), "__slotnames__", [])    ### denied: "__slotnames__"

# ---
type("A", (), {"__slotnames__": ["__setattr__"]})    ### denied: '__slotnames__'

# ---
import copy
class M(type):
    def __setattr__(cls, name, value): raise ValueError(name)
names = ["__dict__"]
class A(metaclass=M):
    __slots__ = names
names.append("__setattr__")
assert copy.copy(A()).__dict__ == {}
