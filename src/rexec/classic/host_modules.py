"""
Modules of the host that rexec has no facade for: what a subclass that names one hands to its guests.

A name counts only if it is the standard library's, wherever else a module of that name lies (spec, finding 11).
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
import sysconfig
from collections.abc import Callable, Iterable
from types import BuiltinFunctionType, FunctionType, MappingProxyType, MethodType, ModuleType
from typing import Any, Final

from rexec.guest.border.plain import Copier, NotPlain
from rexec.guest.border.withheld import REASONS
from rexec.guest.guards.attributes import NEVER

_FUNCTIONS: Final = (FunctionType, BuiltinFunctionType, MethodType)
_FOREIGN: Final = frozenset({"site-packages", "dist-packages"})  # they lie below the standard library's directory
_ABSENT: Final = object()


def trusted_directories() -> list[str]:
    """Where the standard library's own files are."""
    found = (sysconfig.get_path(each) for each in ("stdlib", "platstdlib"))
    return sorted({os.path.realpath(each) for each in found if each})


def is_available(name: str, trusted: Iterable[str]) -> bool:
    """Whether a module of this name is built in, frozen, or in one of the trusted directories."""
    if any(part.startswith("_") for part in name.split(".")) or name.partition(".")[0] not in sys.stdlib_module_names:
        return False
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError, AttributeError):
        return False
    if spec is None:
        return False
    return spec.origin in ("built-in", "frozen") or _is_below(spec.origin, trusted)


def _is_below(origin: str | None, trusted: Iterable[str]) -> bool:
    """Whether a file lies in one of the directories, and not among what was installed there later."""
    if origin is None:
        return False
    path = os.path.realpath(origin)
    for each in trusted:
        if path.startswith(os.path.join(each, "")):
            return _FOREIGN.isdisjoint(os.path.relpath(path, each).split(os.sep))
    return False


def warning_about(name: str) -> str:
    """What a subclass that names the module is told."""
    reason = REASONS.get(name.partition(".")[0])
    if reason is None:
        return f"ok_builtin_modules: rexec has not reviewed {name!r}: guests get all its public names"
    return f"ok_builtin_modules: {name!r} breaks the sandbox: {reason}, and guests get all its public names"


def load(name: str, trusted: Iterable[str]) -> ModuleType:
    """The host's module. ImportError unless it is available."""
    if not is_available(name, trusted):
        raise ImportError(f"No module named {name!r}", name=name)
    return importlib.import_module(name)


def shown_values(module: Any, names: Iterable[str]) -> dict[str, Any]:
    """
    What a facade of a module of the host shows: never an underscore name, nor a module or what leads to a frame.
    Functions are called through one of ours, plain data is copied.
    """
    found = {}
    for name in names:
        value = getattr(module, name, _ABSENT) if type(name) is str and not name.startswith("_") else _ABSENT
        if value is not _ABSENT and name.isidentifier() and not isinstance(value, NEVER):
            found[name] = as_shown(name, value)
    return found


def as_shown(name: str, value: Any) -> Any:
    """The value as guests get it."""
    kind = type(value)
    if kind in _FUNCTIONS:
        return _calling(name, value)
    if kind is dict:  # read-only, and a copy: comparing such a view hands out the dict that is behind it
        kept = {key: as_shown("value", each) for key, each in value.items() if not isinstance(each, NEVER)}
        return MappingProxyType(kept)
    try:
        return Copier(None, 100).copy(value)
    except NotPlain:
        return value


def _calling(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """A function of ours: C functions import by the builtins of whoever calls them, and show their module."""

    def function(*arguments: Any, **keywords: Any) -> Any:
        return real(*arguments, **keywords)

    function.__name__ = function.__qualname__ = name
    function.__module__ = "rexec"
    return function
