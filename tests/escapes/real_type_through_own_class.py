# I2, I4: library code asks an object for its __class__ and calls that: of a class it is the guest's type, never the real one.
import collections
class Name:
    def copy(self): return "Evil"
class C:
    maps = [Name(), (), {"__del__": lambda self: print("in the host's time")}]
collections.ChainMap.copy(C)    ### denied: cannot have the name '__del__'

# ---
import collections
class Name:
    def copy(self): return "Made"
class C:
    maps = [Name(), (), {"x": 1}]
made = collections.ChainMap.copy(C)
made.y = 2
assert type(made) is type and (made.x, made.y) == (1, 2)

# ---
import fractions, ipaddress, collections, statistics, datetime
seen = []
class Meta(type):
    def __call__(cls, *given): seen.append(cls)
class C(metaclass=Meta):
    _numerator, _denominator = 1, 2
    _ip, _prefixlen = 5, 3
    data = []
for call in (
    lambda: fractions.Fraction.__copy__(C), lambda: fractions.Fraction.__deepcopy__(C, None),
    lambda: ipaddress.IPv4Address.__add__(C, 1), lambda: collections.UserList.copy(C),
    lambda: collections.UserList.__add__(C, []), lambda: collections.UserString.upper(C),
):
    try:
        seen.append(call())
    except Exception:
        pass
assert type not in [type(each) for each in seen if each is not C]
