"""``datetime``: C types without state."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="datetime",
    way="table",
    source="datetime",
    shows=tuple(
        """
        MAXYEAR MINYEAR UTC date datetime time timedelta timezone tzinfo
        """.split()
    ),
    omits={
        "datetime_CAPI": "a capsule for C code",
        "sys": "imported by the module for itself",
    },
)
