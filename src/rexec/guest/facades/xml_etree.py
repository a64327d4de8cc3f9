"""``xml.etree``: only the package around ``ElementTree``."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="xml.etree",
    way="own",
    shows=(),
    omits={
        "ElementInclude": "opens files that a document names",
        "ElementPath": "imported by ElementTree for itself",
        "cElementTree": "another name of ElementTree, gone in Python 3.9",
    },
    within=("ElementTree",),
)
