"""``random``: a generator of the environment's own, seeded afresh."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="random",
    way="copy",
    source="random",
    shows=tuple(
        """
        Random SystemRandom betavariate choice choices expovariate gammavariate gauss getrandbits
        getstate lognormvariate normalvariate paretovariate randbytes randint random randrange sample
        seed setstate shuffle triangular uniform vonmisesvariate weibullvariate
        """.split()
    ),
    since={
        "3.12": tuple("binomialvariate".split()),
    },
    omits={
        "BPF": "a constant of an algorithm",
        "LOG4": "a constant of an algorithm",
        "NV_MAGICCONST": "a constant of an algorithm",
        "RECIP_BPF": "a constant of an algorithm",
        "SG_MAGICCONST": "a constant of an algorithm",
        "TWOPI": "a constant of an algorithm",
        "main": "the command line of the module",
    },
)
