"""``errno``: numbers. Which names there are is the platform's choice; ``errorcode`` is a copy for each environment."""

from __future__ import annotations

import errno
from typing import Any

from rexec.guest.recipe import Recipe


def _own(world: Any) -> dict[str, Any]:
    return {"errorcode": dict(errno.errorcode)}


RECIPE = Recipe(
    name="errno",
    way="table",
    source="errno",
    shows=("errorcode", *sorted(name for name, value in vars(errno).items() if type(value) is int)),
    make=_own,
)
