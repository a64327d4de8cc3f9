# I2: classmethod.__get__ without an owner takes the real type of the instance, whichever way it is called.
class C: pass
classmethod.__get__(classmethod(lambda cls: cls), C)()("X", (), {"__del__": 1})    ### denied: cannot have the name '__del__'

# ---
class C: pass
class Mine(classmethod): pass
Mine(lambda cls: cls).__get__(C)()("X", (), {"__del__": 1})    ### denied: cannot have the name '__del__'

# ---
class C: pass
class Mine(classmethod):
    def __get__(self, *given): return super().__get__(*given)
Mine(lambda cls: cls).__get__(C)()("X", (), {"__del__": 1})    ### denied: cannot have the name '__del__'

# ---
import functools
single = functools.singledispatchmethod(lambda self, x: 0)
single.register(int, classmethod(lambda cls, x: cls))
class C: pass
single.__get__(C, None)(1)("X", (), {"__del__": 1})    ### denied: cannot have the name '__del__'

# ---
class C:
    @classmethod
    def made(cls): return cls
class D(C): pass
assert C.__dict__["made"].__get__(C())() is C and C.__dict__["made"].__get__(None, D)() is D
assert classmethod.__get__(C.__dict__["made"], None, D)() is D
assert super(D, D()).made() is D and super(D, D).made.__func__(C) is C

# ---
# python: >=3.12
import types
class M(type): pass
for cls in (type, M, int):
    assert all(each is type or each is object for each in types.get_original_bases(cls))
