"""``struct``: C functions over the guest's own buffers."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="struct",
    way="table",
    source="struct",
    shows=tuple(
        """
        Struct calcsize error iter_unpack pack pack_into unpack unpack_from
        """.split()
    ),
)
