"""``fractions``: rational numbers."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="fractions",
    way="copy",
    source="fractions",
    shows=tuple(
        """
        Fraction
        """.split()
    ),
    omits={
        "Decimal": "imported by the module for itself",
        "functools": "imported by the module for itself",
        "math": "imported by the module for itself",
        "numbers": "imported by the module for itself",
        "operator": "imported by the module for itself",
        "re": "imported by the module for itself",
        "sys": "imported by the module for itself",
    },
)
