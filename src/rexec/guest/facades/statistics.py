"""``statistics``: statistics."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="statistics",
    way="copy",
    source="statistics",
    shows=tuple(
        """
        LinearRegression NormalDist StatisticsError correlation covariance fmean geometric_mean
        harmonic_mean linear_regression mean median median_grouped median_high median_low mode multimode
        pstdev pvariance quantiles stdev variance
        _coerce _convert _decimal_sqrt_of_frac _exact_ratio _fail_neg _float_sqrt_of_frac _integer_sqrt_of_frac_rto
        _isfinite _mean_stdev _normal_dist_inv_cdf _ss _sum
        """.split()
    ),
    since={
        "3.12": ("_rank",),
        "3.13": tuple("_sqrtprod kde kde_random".split()),
    },
    omits={
        "Counter": "imported by the module for itself",
        "Decimal": "imported by the module for itself",
        "Fraction": "imported by the module for itself",
        "bisect_left": "imported by the module for itself",
        "bisect_right": "imported by the module for itself",
        "defaultdict": "imported by the module for itself",
        "erf": "imported by the module for itself",
        "exp": "imported by the module for itself",
        "fabs": "imported by the module for itself",
        "fsum": "imported by the module for itself",
        "groupby": "imported by the module for itself",
        "hypot": "imported by the module for itself",
        "log": "imported by the module for itself",
        "namedtuple": "imported by the module for itself",
        "reduce": "imported by the module for itself",
        "repeat": "imported by the module for itself",
        "sqrt": "imported by the module for itself",
        "tau": "imported by the module for itself",
        "mul": "imported by the module for itself",
        "count": "imported by the module for itself",
        "itemgetter": "imported by the module for itself",
        "sumprod": "imported by the module for itself",
        "acos": "imported by the module for itself",
        "asin": "imported by the module for itself",
        "atan": "imported by the module for itself",
        "cos": "imported by the module for itself",
        "cosh": "imported by the module for itself",
        "isfinite": "imported by the module for itself",
        "isinf": "imported by the module for itself",
        "pi": "imported by the module for itself",
        "sin": "imported by the module for itself",
        "tan": "imported by the module for itself",
        "math": "imported by the module for itself",
        "numbers": "imported by the module for itself",
        "random": "imported by the module for itself",
        "sys": "imported by the module for itself",
    },
)
