import decimal, copy
from decimal import Context, Decimal, DecimalTuple, DivisionByZero, Inexact, Rounded, getcontext, localcontext
from collections.abc import Mapping, MutableMapping
c = getcontext()
print(c.traps, c.flags, repr(c.traps) == str(c.traps), len(c.traps), Inexact in c.traps, c.traps[Inexact], c.flags.get(Inexact), list(c.traps)[0])
c.traps[Inexact] = True
try: Decimal(1) / 3
except Inexact as e: print("trapped", e)
c.traps[Inexact] = False
Decimal(1) / 3
print(c.flags[Inexact], [s.__name__ for s, v in c.flags.items() if v], sorted(s.__name__ for s in c.traps.keys()), [v for v in c.traps.values()], c.flags == c.traps, c.traps == dict(c.traps), c.flags != c.traps)
print(isinstance(c.traps, MutableMapping), isinstance(c.traps, Mapping), isinstance(c.traps, dict), type(c.traps).__name__, dict(c.traps) == c.traps.copy())
for f in (lambda: c.traps.pop(Inexact), lambda: c.traps.popitem(), lambda: c.traps.clear(), lambda: c.traps.__delitem__(Inexact), lambda: c.traps[1], lambda: c.traps.__setitem__(1, 2), lambda: hash(c.traps), lambda: c.traps.foo, lambda: reversed(c.traps)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
c.traps.update({Rounded: True}); print(c.traps[Rounded]); c.traps.update({Rounded: False})
print(c.traps.setdefault(Rounded, True), c.traps.get(Rounded), c.traps.get(5, 6))
match c.traps:
    case {}: print("mapping")
d = Context(prec=3, traps=[DivisionByZero], flags=[])
print(d, d.traps[DivisionByZero], Context(traps=c.traps.copy()).traps == c.traps)
d.traps = {**c.traps}; d.flags = dict(c.flags)
print(d.traps == c.traps, d.flags == c.flags, copy.copy(d).traps == d.traps, d.copy().flags == d.flags)
try: d.traps = [Inexact]
except Exception as e: print(type(e).__name__, e)
try: del d.traps
except AttributeError as e: print(type(e).__name__)
t = Decimal("-1.50").as_tuple()
print(t, t.sign, t.digits, t.exponent, t == (1, (1, 5, 0), -2), isinstance(t, tuple), isinstance(t, DecimalTuple), type(t) is DecimalTuple, Decimal(t), t._replace(sign=0), t._asdict(), DecimalTuple._fields, DecimalTuple.__name__, DecimalTuple.__module__, Decimal("NaN").as_tuple(), Decimal("Infinity").as_tuple())
print(Decimal.as_tuple(Decimal(5)), list(map(Decimal.as_tuple, [Decimal(1)])))
class M(Decimal):
    def as_tuple(self): return ("mine", super().as_tuple())
print(M(5).as_tuple())
for f in (lambda: Decimal(1).as_tuple(1), lambda: Decimal.as_tuple(), lambda: Decimal.as_tuple(1)):
    try: print(f())
    except TypeError as e: print(e)
class C(Context):
    pass
print(C(prec=2).traps == c.traps, C().flags)
with localcontext() as l:
    l.traps[Inexact] = True
    print(l.traps[Inexact])
print(getcontext().traps[Inexact])
from fractions import Fraction as F
print(Decimal("0.5") == F(1, 2), F(1, 2) == Decimal("0.5"), Decimal("0.5") < F(2, 3), F(1, 2) < Decimal("0.6"), F(1, 3) >= Decimal("0.33"), Decimal("inf") > F(1), F(1) < Decimal("-inf"), Decimal("nan") == F(1), F(1) != Decimal("nan"), {F(1, 2): 1}.get(Decimal("0.5")), Decimal("1E+100") > F(10)**100, F(10)**100 <= Decimal("1E+100"), Decimal("0.3333333333333333333333333333333333333333") == F(1,3))
for f in (lambda: F(1) < Decimal("nan"), lambda: Decimal("nan") < F(1), lambda: F(1) == Decimal("snan"), lambda: F(1) + Decimal(1), lambda: Decimal(1) + F(1), lambda: max(Decimal(1), F(3, 2)), lambda: sorted([Decimal("0.7"), F(1, 2), 1, 0.6])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for spec in ("z.1f", ".2e", "n", ",.2f", "010", "%", "_>10.3g"):
    try: print(format(Decimal("-0.01234"), spec))
    except Exception as e: print(type(e).__name__, e)
