import numbers
from fractions import Fraction
print([isinstance(1, k) for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)], isinstance(1.5, numbers.Rational), isinstance(1j, numbers.Complex), isinstance(Fraction(1, 2), numbers.Rational), isinstance(True, numbers.Integral))
class Mine: pass
numbers.Number.register(Mine)
print(isinstance(Mine(), numbers.Number), issubclass(int, numbers.Real))
numbers.Real()  ### raised: TypeError: Can't instantiate abstract class Real

# ---
import numbers
numbers.ABCMeta  ### denied: imported by the module for itself
