"""``textwrap``: paragraphs."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="textwrap",
    way="copy",
    source="textwrap",
    shows=tuple(
        """
        TextWrapper dedent fill indent shorten wrap
        """.split()
    ),
    omits={
        "re": "imported by the module for itself",
    },
)
