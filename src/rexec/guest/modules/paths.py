"""
Paths as text: ``posixpath`` and ``ntpath`` as far as they ask no file, and ``pathlib`` without what does.

Private copies and guests see the same two sealed modules (``PurePath.parser`` is one of them).
"""

from __future__ import annotations

import ntpath
import posixpath
from collections.abc import Callable
from types import ModuleType
from typing import Any, Final

from rexec.errors import DeniedFileError
from rexec.guest.facade import make_facade

CONSTANTS: Final = ("altsep", "curdir", "extsep", "pardir", "pathsep", "sep")
FUNCTIONS: Final = (
    "basename", "commonpath", "commonprefix", "dirname", "isabs", "join", "normcase", "normpath", "split",
    "splitdrive", "splitext", "splitroot",
)  # fmt: skip
WITH_FILES: Final = ("Path", "PosixPath", "WindowsPath")


def _pure(home: ModuleType) -> Any:
    """A sealed module of what is text in, text out."""
    values: dict[str, Any] = {name: getattr(home, name) for name in CONSTANTS}
    values |= {name: trampoline(getattr(home, name)) for name in FUNCTIONS if hasattr(home, name)}
    if home is ntpath:
        values |= {name: trampoline(getattr(home, name)) for name in ("isreserved",) if hasattr(home, name)}
    title = home.__name__

    def missing(name: str) -> AttributeError:
        return AttributeError(f"module {title!r} has no attribute {name!r}")

    return make_facade(title, values, missing)


def trampoline(real: Callable[..., Any]) -> Callable[..., Any]:
    """A function of the environment's own: the host's is a Python function whose attributes could be set."""

    def function(*arguments: Any, **keywords: Any) -> Any:
        return real(*arguments, **keywords)

    function.__name__ = function.__qualname__ = real.__name__
    return function


def make_posixpath(world: Any) -> Any:
    return _pure(posixpath)


def make_ntpath(world: Any) -> Any:
    return _pure(ntpath)


def no_files(*arguments: Any, **keywords: Any) -> None:
    """What stands for functions of ``os`` in the text of copies that guests use for paths alone."""
    raise DeniedFileError("paths are text here: open() reads what is granted", rule="file")


def patch_pathlib(world: Any, namespace: dict[str, Any]) -> None:
    """The classes that reach files are let go of."""
    for name in WITH_FILES:
        namespace.pop(name, None)
