"""``os``: facts about names of files, and of the process only what a policy names (spec 1.5)."""

from __future__ import annotations

import os
from typing import Any

from rexec.guest.guards.looks import LOOKS, make_looks
from rexec.guest.recipe import Recipe

CONSTANTS = ("name", "sep", "altsep", "extsep", "pathsep", "curdir", "pardir", "linesep", "devnull")
PROCESS = (
    "getpid", "getppid", "getcwd", "getuid", "getgid", "geteuid", "getegid", "times", "uname",
)  # fmt: skip


def process_values(world: Any) -> dict[str, Any]:
    """What ``posix`` has too."""
    values: dict[str, Any] = {name: getattr(os, name) for name in PROCESS if hasattr(os, name)}
    values.update(make_looks(world.policy.read_path))
    values["error"] = OSError
    return values


def _make(world: Any) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(os, name) for name in CONSTANTS}
    values.update(process_values(world))
    values["environ"] = environ = dict(world.policy.environ)

    def getenv(key: Any, default: Any = None) -> Any:
        return environ.get(key, default)

    def fspath(path: Any) -> Any:
        return path if isinstance(path, str | bytes) else type(path).__fspath__(path)

    values.update(getenv=getenv, fspath=fspath)
    return values


RECIPE = Recipe(
    name="os",
    way="own",
    shows=(*CONSTANTS, "environ", "error", "fspath", "getenv", *(each for each in PROCESS if hasattr(os, each))),
    make=_make,
    within=("path",),
    named=LOOKS,
    rest="acts on files or processes of the host",
)
