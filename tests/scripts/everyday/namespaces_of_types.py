print(dict.__dict__["keys"]({1: 2}), "keys" in vars(dict), "x" in int.__dict__, "__add__" in int.__dict__, str.__dict__["upper"] is str.upper)
print(type(type.__dict__).__name__, type(dict.__dict__) is type(type.__dict__), "__call__" in type.__dict__)
print(dict.__dict__["fromkeys"](dict, "ab"), str.__dict__["format"]("{}", 5), len(vars(object)) > 5)
print(sorted(name for name in vars(list) if not name.startswith("_")))
print(sorted(name for name in Exception.__dict__ if not name.startswith("_")), "args" in vars(BaseException))
class A(dict):
    def keys(self): return "mine"
for cls in A.__mro__:
    if "keys" in vars(cls):
        print(cls, cls.__dict__["keys"](A()))

# ---
def overrides(cls, name):
    return [each.__name__ for each in cls.__mro__ if name in each.__dict__]
class A:
    def __eq__(self, other): return True
    def __repr__(self): return "A"
class B(A, list):
    def append(self, item): pass
print(overrides(B, "__eq__"), overrides(B, "append"), overrides(B, "__len__"), overrides(bool, "__and__"))
print(object.__dict__["__repr__"](5)[:4], object.__dict__["__new__"] is not None, bool.__dict__.get("nothing"))

# ---
int.__dict__["x"] = 1    ### raised: TypeError: 'mappingproxy' object does not support item assignment
