"""``numbers``: the numeric tower, whose registries belong to the environment."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="numbers",
    way="copy",
    source="numbers",
    shows=tuple(
        """
        Complex Integral Number Rational Real
        """.split()
    ),
    omits={
        "ABCMeta": "imported by the module for itself",
        "abstractmethod": "imported by the module for itself",
    },
)
