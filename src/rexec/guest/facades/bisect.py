"""``bisect``: C functions over the guest's own sequences."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="bisect",
    way="table",
    source="bisect",
    shows=tuple(
        """
        bisect bisect_left bisect_right insort insort_left insort_right
        """.split()
    ),
)
