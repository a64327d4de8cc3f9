"""
Context variables of one guest: the real Context is the host's word for more than a guest may see.

It holds the variables of C modules too (that of ``decimal`` is one, and ``decimal`` trusts what is in it). So what a
task, a handle or ``copy_context()`` gives a guest is a GuestContext, which runs functions and shows nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import Context, copy_context
from typing import Any

from rexec.errors import DeniedTypeError
from rexec.guest.sealed import Sealed, seal


class GuestContext(Sealed, sealed=True):
    """A copy of the guest's context variables."""

    __module__ = "contextvars"
    __slots__ = ("__real__",)
    __real__: Context

    def run(self, callable: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return self.__real__.run(callable, *args, **kwargs)

    def copy(self) -> GuestContext:
        return seal(GuestContext, real=self.__real__.copy())

    def __repr__(self) -> str:
        return "<Context>"


def copied_context() -> GuestContext:
    """``contextvars.copy_context`` as guests and private copies see it."""
    return seal(GuestContext, real=copy_context())


def real_context(context: Any) -> Context:
    """The Context that a GuestContext stands for, a copy of the current one for None. For trusted code only."""
    if context is None:
        return copy_context()
    if type(context) is not GuestContext:
        raise DeniedTypeError(f"context must be a Context, not {type(context).__name__!r}", rule="context")
    return context.__real__
