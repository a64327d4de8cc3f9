import math
print(math.sqrt(16), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fabs(-2), math.factorial(5), math.gcd(12, 18, 24), math.lcm(4, 6))
print(math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.prod([1, 2, 3]), math.fsum([0.1] * 10), math.hypot(3, 4), math.dist([0, 0], [3, 4]))
print(math.exp(0), math.log(math.e), math.log2(8), math.log10(100), math.log1p(0), math.expm1(0), math.exp2(3), math.pow(2, 3), math.cbrt(27))
print(math.sin(0), math.cos(0), math.tan(0), math.asin(0), math.acos(1), math.atan(0), math.atan2(0, 1), math.sinh(0), math.cosh(0), math.tanh(0))
print(math.degrees(math.pi), math.radians(180) == math.pi, math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1), math.isclose(1, 1 + 1e-10))
print(math.modf(1.5), math.frexp(8), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.fmod(7, 3), math.remainder(7, 3), math.ulp(1.0), math.nextafter(1, 2))
print(math.gamma(5), round(math.lgamma(5), 6), math.erf(0), math.erfc(0), math.tau / 2 == math.pi, math.asinh(0), math.acosh(1), math.atanh(0))
math.sqrt(-1)  ### raised: ValueError

# ---
# python: >=3.12
import math
print(math.sumprod([1, 2], [3, 4]))

# ---
# python: >=3.13
import math
print(math.fma(2, 3, 4))

# ---
import math
math.sqrt = 1  ### denied: "sqrt"

# ---
import math
math.integer  ### raised: AttributeError: module 'math' has no attribute 'integer'
