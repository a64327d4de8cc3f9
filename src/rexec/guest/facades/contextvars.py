"""``contextvars``: variables and contexts of ours, which show nothing that C or the host keeps there."""

from __future__ import annotations

from typing import Any

from rexec.guest.modules.contexts import GuestContext, GuestToken, GuestVariable, copied_context
from rexec.guest.recipe import Recipe


def _make(world: Any) -> dict[str, Any]:
    def copy_context() -> GuestContext:
        return copied_context()

    return {"Context": GuestContext, "ContextVar": GuestVariable, "Token": GuestToken, "copy_context": copy_context}


RECIPE = Recipe(
    name="contextvars",
    way="own",
    shows=("Context", "ContextVar", "Token", "copy_context"),
    make=_make,
)
