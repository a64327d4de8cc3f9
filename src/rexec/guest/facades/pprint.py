"""``pprint``: long values over several lines, on the guest's stdout."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="pprint",
    way="copy",
    source="pprint",
    shows=("PrettyPrinter", "isreadable", "isrecursive", "pformat", "pp", "pprint", "saferepr"),
    omits={
        "re": "imported by the module for itself",
    },
)
