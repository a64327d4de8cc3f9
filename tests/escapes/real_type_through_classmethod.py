# I3: classmethod.__get__ without an owner binds to the real type(instance), which for a class is the real `type`.
class A:
    pass


def identity(cls):
    return cls


got = classmethod(identity).__get__(A)()
assert got is type
try:
    got("X", (), {"__del__": identity})
except TypeError as error:
    print(type(error).__name__)       # plain CPython makes the class
else:
    print("DeniedTypeError")

# ---
# I3: past the guest's own type in the order of bases sits the real one, whose __new__ takes any namespace.
class M(type):
    pass


made = super(type, M).__new__(M, "X", (), {"__del__": lambda self: print("out")})    ### denied: __del__

# ---
type("X", (), {"__del__": lambda self: None})    ### denied: __del__

# ---
class M(type):
    pass


M("X", (), {"__match_args__": ("x",), "__class__": int})    ### denied: __class__
