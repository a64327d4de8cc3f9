"""``unicodedata``: C functions over constant tables."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="unicodedata",
    way="table",
    source="unicodedata",
    shows=tuple(
        """
        UCD bidirectional category combining decimal decomposition digit east_asian_width is_normalized lookup
        mirrored name normalize numeric ucd_3_2_0 unidata_version
        """.split()
    ),
)
