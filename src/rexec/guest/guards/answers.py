"""How guards answer: a denial, and what CPython's own functions say of arguments that are wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rexec.errors import DeniedAttributeError, DeniedTypeError


def denied(name: str) -> DeniedAttributeError:
    return DeniedAttributeError(f'attribute "{name}" is not for guests', rule="attribute")


def checked_name(name: Any, action: str) -> str:
    """An exact str, or TypeError: a subclass could answer every question about itself with a lie (I5)."""
    if type(name) is not str:
        raise DeniedTypeError(f"{action}: attribute name must be string, not {type(name).__name__!r}", rule="attribute")
    return name


def as_builtin(name: str, function: Callable[..., Any], low: int, high: int) -> Callable[..., Any]:
    """A function that takes arguments, and complains about them, as CPython's built-in of that name does."""

    def builtin(*arguments: Any, **keywords: Any) -> Any:
        if keywords:
            raise TypeError(f"{name}() takes no keyword arguments")
        if not low <= len(arguments) <= high:
            few = len(arguments) < low
            bound, least = (low, "at least ") if few else (high, "at most ")
            plural = "" if bound == 1 else "s"
            raise TypeError(
                f"{name} expected {least if low != high else ''}{bound} argument{plural}, got {len(arguments)}"
            )
        return function(*arguments)

    builtin.__name__ = builtin.__qualname__ = name
    return builtin
