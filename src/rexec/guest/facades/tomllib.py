"""``tomllib``: TOML as text, or from a file that the guest has opened."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="tomllib",
    way="copy",
    source="tomllib",
    shows=("TOMLDecodeError", "load", "loads"),
)
