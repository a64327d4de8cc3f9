"""``urllib``: only the package around ``urllib.parse``."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="urllib",
    way="own",
    shows=(),
    omits={
        "error": "reaches the network",
        "request": "reaches the network",
        "response": "reaches the network",
        "robotparser": "reaches the network",
    },
    within=("parse",),
)
