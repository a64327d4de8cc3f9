"""``xml``: only the packages around ``xml.etree.ElementTree``."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="xml",
    way="own",
    shows=(),
    omits={
        "dom": "has no facade; use xml.etree.ElementTree",
        "parsers": "has no facade; use xml.etree.ElementTree",
        "sax": "has no facade; use xml.etree.ElementTree",
    },
    within=("etree",),
)
