"""``keyword``: the words of the language, in lists of the environment's own."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="keyword",
    way="copy",
    source="keyword",
    shows=("iskeyword", "issoftkeyword", "kwlist", "softkwlist"),
)
