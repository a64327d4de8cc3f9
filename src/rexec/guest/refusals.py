"""
What a guest is told of a text that it had compiled while it ran, and that was refused.

A RefusedError is the host's: its diagnostics are objects of a class that all guests would share (I3).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rexec.errors import DeniedSyntaxError, RefusedError


def for_guests(load: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, of which a guest may catch what it raises. The RefusedError is nobody's context either."""

    def load_for_guests(*arguments: Any) -> Any:
        try:
            return load(*arguments)
        except RefusedError as error:
            refusal = told(error)
        raise refusal

    return load_for_guests


def told(error: RefusedError) -> SyntaxError:
    """The first finding: Python's own error where Python says so too, else a denial."""
    first = error.diagnostics[0]
    place = (error.filename, error.lineno, error.offset, error.text)
    if first.rule == "syntax":
        return SyntaxError(error.msg, place)
    denied = DeniedSyntaxError(first.message, rule=first.rule, grant=first.grant)
    denied.filename, denied.lineno, denied.offset, denied.text = place
    return denied
