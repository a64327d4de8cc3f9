"""``html.entities``: the names of characters, in dicts of the environment's own."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="html.entities",
    way="copy",
    source="html.entities",
    shows=("codepoint2name", "entitydefs", "html5", "name2codepoint"),
)
