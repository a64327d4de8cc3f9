"""``posix``: what ``os`` shows of the process and of files, without its constants (spec 1.5)."""

from __future__ import annotations

import os
from typing import Any

from rexec.guest.facades.os import PROCESS, process_values
from rexec.guest.guards.looks import LOOKS
from rexec.guest.recipe import Recipe


def _make(world: Any) -> dict[str, Any]:
    return process_values(world)


RECIPE = Recipe(
    name="posix",
    way="own",
    shows=("error", *(each for each in PROCESS if hasattr(os, each))),
    make=_make,
    named=LOOKS,
    rest="acts on files or processes of the host",
)
