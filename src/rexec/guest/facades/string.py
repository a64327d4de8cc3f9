"""``string``: constants, templates, and a ``Formatter`` whose attribute look-ups are the guest's own ``getattr``."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="string",
    way="copy",
    source="string",
    shows=tuple(
        """
        Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits
        octdigits printable punctuation whitespace
        """.split()
    ),
)
