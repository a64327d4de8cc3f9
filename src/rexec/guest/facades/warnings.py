"""``warnings``: filters, hooks and registries of the environment's own; what is shown goes to the guest's stderr."""

from __future__ import annotations

from typing import Any

from rexec.guest.modules.reporting import live_variable
from rexec.guest.recipe import Recipe


def _make(world: Any) -> dict[str, Any]:
    home = world.library.load("warnings")
    return {name: live_variable(home, name) for name in ("filters", "formatwarning", "showwarning")}


RECIPE = Recipe(
    name="warnings",
    way="copy",
    source="warnings",
    shows=tuple(
        """
        WarningMessage catch_warnings filters filterwarnings formatwarning resetwarnings showwarning simplefilter warn
        warn_explicit
        """.split()
    ),
    since={"3.13": ("deprecated",)},
    omits={
        "defaultaction": "a copy of a variable of the interpreter's, which is not asked",
        "onceregistry": "as defaultaction",
        "sys": "imported by the module for itself",
    },
    make=_make,
)
