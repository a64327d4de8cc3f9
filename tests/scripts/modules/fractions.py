from fractions import Fraction
from decimal import Decimal
a = Fraction(1, 3)
print(a + Fraction(1, 6), a * 3, a ** 2, a / 2, -a, abs(-a), a < 0.5, Fraction("3/4"), Fraction("0.125"), Fraction(0.5), Fraction(Decimal("1.1")), a.numerator, a.denominator)
print(Fraction(22, 7).limit_denominator(5), float(a), round(Fraction(7, 2)), int(Fraction(7, 2)), Fraction(6, 4), a == Fraction(2, 6), hash(Fraction(2, 1)) == hash(2), divmod(Fraction(7, 2), 1), repr(a))
print(sum([Fraction(1, i) for i in range(1, 5)]), Fraction.from_float(0.25), 1 + a, 2.0 * a, a // 1, a % 1, Fraction(3).as_integer_ratio(), isinstance(a, Fraction))
class Mine(Fraction):
    def double(self): return self * 2
print(Mine(1, 2).double())
Fraction(1, 0)  ### raised: ZeroDivisionError: Fraction(1, 0)

# ---
# python: >=3.12
from fractions import Fraction
print(f"{Fraction(1, 3):.3f}")

# ---
import fractions
fractions.math  ### denied: imported by the module for itself
