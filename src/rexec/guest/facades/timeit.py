"""``timeit``: statements given as text run as guest code; what is callable is called."""

from __future__ import annotations

from rexec.guest.modules.timing import make_timeit
from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="timeit",
    way="own",
    shows=tuple(
        """
        Timer default_number default_repeat default_timer dummy_src_name reindent repeat template timeit
        """.split()
    ),
    omits={
        "gc": "imported by the module for itself",
        "itertools": "imported by the module for itself",
        "main": "the command line of the module",
        "sys": "imported by the module for itself",
        "time": "imported by the module for itself",
    },
    make=make_timeit,
)
