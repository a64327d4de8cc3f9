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
        BPF LOG4 NV_MAGICCONST RECIP_BPF SG_MAGICCONST TWOPI
        """.split()
    ),
    since={
        "3.12": tuple("binomialvariate".split()),
    },
    omits={
        "main": "the command line of the module",
    },
)
