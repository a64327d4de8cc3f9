"""``math``: pure C functions."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="math",
    way="table",
    source="math",
    shows=tuple(
        """
        acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc
        exp exp2 expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf
        isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians
        remainder sin sinh sqrt tan tanh tau trunc ulp
        """.split()
    ),
    since={
        "3.12": tuple("sumprod".split()),
        "3.13": tuple("fma".split()),
    },
)
