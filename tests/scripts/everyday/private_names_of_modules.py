import enum, random, statistics, typing
from fractions import Fraction
print(random.TWOPI, random.LOG4, random.NV_MAGICCONST, random.SG_MAGICCONST, random.BPF, random.RECIP_BPF)
print(statistics._sum([1, 2.5, Fraction(1, 4)]), statistics._exact_ratio(0.25), statistics._convert(Fraction(1, 4), float), statistics._coerce(int, Fraction), statistics._isfinite(1.0))
print(statistics._decimal_sqrt_of_frac(1, 4), statistics._float_sqrt_of_frac(1, 4), statistics._integer_sqrt_of_frac_rto(9, 1), list(statistics._fail_neg([1, 2])))
print(typing.GenericAlias(list, (int,)), typing.GenericAlias is type(list[int]))
@enum.global_enum
class Color(enum.Enum):
    RED = 1
    GREEN = 2
@enum.global_enum
class Bits(enum.IntFlag):
    A = 1
    B = 2
print(RED, repr(GREEN), Color.RED is RED, repr(A | B), str(A | B), A | B)
class Kept(enum.Enum):
    X = 1
    __reduce_ex__ = enum.pickle_by_enum_name
import copy
print(copy.deepcopy([Kept.X])[0] is Kept.X)
