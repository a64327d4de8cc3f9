"""``graphlib``: topological order."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="graphlib",
    way="copy",
    source="graphlib",
    shows=("CycleError", "TopologicalSorter"),
    omits={
        "GenericAlias": "imported by the module for itself",
    },
)
