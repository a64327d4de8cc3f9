"""``html``: escaping of text."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="html",
    way="copy",
    source="html",
    shows=("escape", "unescape"),
    within=("entities", "parser"),
)
