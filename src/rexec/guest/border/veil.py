"""
What the host is doing when it calls a guest is nothing to the guest.

While an exception is being handled, all that is called finds it: by sys.exc_info(), by a bare ``raise``, as the context
of its own exceptions. That of the host may hold anything of the host's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

_context: Final = BaseException.__dict__["__context__"]  # its slot: a guest's class may have a property of that name


def veiled(call: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
    """
    Call what runs a guest. In place of an exception that the host is handling it finds the very one that a bare
    ``raise`` without any raises; nothing can be put there that is none.
    """
    if sys.exception() is None:
        return call(*arguments, **keywords)
    veil = RuntimeError("No active exception to reraise")
    try:
        raise veil
    except RuntimeError:
        veil.__context__ = veil.__traceback__ = None
        try:
            return call(*arguments, **keywords)
        except BaseException as error:
            _lift(veil, error)
            raise


def _lift(veil: BaseException, error: BaseException) -> None:
    """Take the veil away from where an exception's contexts end."""
    seen: set[int] = set()
    step: BaseException | None = error
    while step is not None and id(step) not in seen:
        seen.add(id(step))
        above = _context.__get__(step)
        if above is veil:
            _context.__set__(step, None)
        step = above
