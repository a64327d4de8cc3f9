"""``array``: arrays of numbers."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="array",
    way="table",
    source="array",
    shows=tuple(
        """
        ArrayType array typecodes
        """.split()
    ),
)
