# I2, I4: what lies in the namespace of a built-in class acts as what a guest reads from the class by name.
class A: pass
class B: pass
a = A()
object.__dict__["__setattr__"](a, "__class__", B)    ### denied: "__class__"

# ---
object.__dict__["__getattribute__"](len, "__self__")    ### denied: "__self__"

# ---
str.__dict__["format"]("{0.gi_frame}", (i for i in ()))    ### denied: gi_frame

# ---
import types
assert not {"__globals__", "__code__", "__closure__"} & set(types.FunctionType.__dict__)
assert not {"gi_frame", "gi_code"} & set(vars(types.GeneratorType))
assert not {"mro", "__subclasses__", "__prepare__", "__dict__", "__bases__"} & set(type.__dict__)
assert "__reduce_ex__" not in object.__dict__

# ---
BaseException.__dict__["__traceback__"]    ### raised: '__traceback__'

# ---
import math
type(math).__dict__    ### denied: "__dict__"

# ---
types = type.__dict__["__new__"](type, "T", (), {"__del__": print})    ### denied: __del__

# ---
type.__dict__["__name__"].__set__(int, "x")    ### denied: "__set__"

# ---
type.__dict__["__qualname__"].__get__(int)    ### denied: "__get__"
