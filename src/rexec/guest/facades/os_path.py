"""``os.path``: operations on the text of a path. Nothing here looks at a file or at the environment."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any

from rexec.guest.recipe import Recipe

CONSTANTS = ("altsep", "curdir", "defpath", "devnull", "extsep", "pardir", "pathsep", "sep")
FUNCTIONS = (
    "basename", "commonpath", "commonprefix", "dirname", "isabs", "join", "normcase", "normpath", "split",
    "splitdrive", "splitext",
)  # fmt: skip
LATER = {"3.12": ("splitroot",)}


def _make(world: Any) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(posixpath, name) for name in CONSTANTS}
    later = (name for names in LATER.values() for name in names if hasattr(posixpath, name))
    values.update({name: _trampoline(name) for name in (*FUNCTIONS, *later)})
    return values


def _trampoline(name: str) -> Callable[..., Any]:
    """A function of the environment's own: the host's is a Python function whose attributes could be set."""
    real = getattr(posixpath, name)

    def function(*arguments: Any, **keywords: Any) -> Any:
        return real(*arguments, **keywords)

    function.__name__ = function.__qualname__ = name
    return function


_FILES = """
abspath exists getatime getctime getmtime getsize isdevdrive isdir isfile isjunction islink ismount isreserved lexists
realpath relpath samefile sameopenfile samestat supports_unicode_filenames
""".split()

RECIPE = Recipe(
    name="os.path",
    way="own",
    shows=(*CONSTANTS, *FUNCTIONS),
    since=LATER,
    make=_make,
    omits={
        **dict.fromkeys(_FILES, "looks at files"),
        **dict.fromkeys(("expanduser", "expandvars"), "reads the environment"),
        **dict.fromkeys(("genericpath", "os", "stat", "sys"), "imported by the module for itself"),
    },
)
