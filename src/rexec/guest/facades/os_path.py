"""``os.path``: operations on the text of a path. Nothing here looks at a file or at the environment."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any

from rexec.guest.recipe import Recipe

SHOWS = (
    "basename", "commonpath", "commonprefix", "dirname", "isabs", "join", "normcase", "normpath", "split",
    "splitdrive", "splitext",
)  # fmt: skip


def _make(world: Any) -> dict[str, Any]:
    return {name: _trampoline(name) for name in SHOWS}


def _trampoline(name: str) -> Callable[..., Any]:
    """A function of the environment's own: the host's is a Python function whose attributes could be set."""
    real = getattr(posixpath, name)

    def function(*arguments: Any, **keywords: Any) -> Any:
        return real(*arguments, **keywords)

    function.__name__ = function.__qualname__ = name
    return function


RECIPE = Recipe(
    name="os.path",
    way="own",
    shows=SHOWS,
    make=_make,
    rest="is no operation on text",
    omits=dict.fromkeys(
        "abspath exists getatime getctime getmtime getsize isdir isfile islink lexists realpath relpath "
        "samefile sameopenfile samestat ismount isjunction isdevdrive".split(),
        "looks at files",
    )
    | {"expanduser": "reads the environment", "expandvars": "reads the environment"},
)
