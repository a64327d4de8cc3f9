import cmath
print(cmath.sqrt(-1), cmath.phase(1j) == cmath.pi / 2, cmath.polar(1), cmath.rect(1, 0), cmath.exp(0), cmath.log(1), cmath.log10(1), cmath.isnan(cmath.nan))
print(cmath.sin(0), cmath.cos(0), cmath.tan(0), cmath.isinf(cmath.infj), cmath.isclose(1j, 1j), cmath.isfinite(1), cmath.tau, cmath.e, cmath.acos(1), cmath.nanj)
cmath.log(0)  ### raised: ValueError: math domain error

# ---
import cmath
cmath.pi = 3  ### denied: "pi"
