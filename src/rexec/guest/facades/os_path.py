"""``os.path``: operations on the text of a path. What looks at files is shown only where a policy names it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any

from rexec.guest.guards.looks import PATH_LOOKS, make_path_looks
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
    values.update(make_path_looks(world.policy.read_path))
    return values


def _trampoline(name: str) -> Callable[..., Any]:
    """A function of the environment's own: the host's is a Python function whose attributes could be set."""
    real = getattr(posixpath, name)

    def function(*arguments: Any, **keywords: Any) -> Any:
        return real(*arguments, **keywords)

    function.__name__ = function.__qualname__ = name
    return function


_FILES = """
abspath getatime getctime isdevdrive isjunction ismount isreserved realpath relpath samefile sameopenfile samestat
supports_unicode_filenames
""".split()

RECIPE = Recipe(
    name="os.path",
    way="own",
    shows=(*CONSTANTS, *FUNCTIONS),
    since=LATER,
    make=_make,
    named=PATH_LOOKS,
    omits={
        **dict.fromkeys((*_FILES, *PATH_LOOKS), "looks at files"),
        **dict.fromkeys(("expanduser", "expandvars"), "reads the environment"),
        **dict.fromkeys(("genericpath", "os", "stat", "sys"), "imported by the module for itself"),
    },
)
