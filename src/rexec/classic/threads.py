"""
Whose context variables hold, the guest's or the host's, for each thread its own.

The decimal context is one of them: a guest that could set the host's would have what its host adds up come out wrong.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import Context, copy_context
from typing import Any

from rexec.guest.border.veil import veiled


class _Now(threading.local):
    """Of one thread: whose guest is running, and the variables of the host that called it."""

    guest: Threads | None = None
    host: Context | None = None


_now = _Now()


class Threads:
    """The context variables of one RExec's guest."""

    def __init__(self) -> None:
        self.local = threading.local()

    def run(self, call: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
        """Call what is the guest's. Within a call of the same guest nothing changes."""
        if _now.guest is self:
            return call(*arguments, **keywords)
        known = self.local.__dict__
        context = known.setdefault("context", Context())
        before, was_inside = (_now.guest, _now.host), known.get("inside", False)
        if was_inside:  # the host was called, and calls again: a context can be entered once
            context = context.copy()
        _now.guest, _now.host, known["inside"] = self, copy_context(), True
        try:
            return context.run(veiled, call, *arguments, **keywords)
        finally:
            (_now.guest, _now.host), known["inside"] = before, was_inside


def outside(call: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
    """Call what is the host's, with the host's variables as they were when it called the guest."""
    guest, host = _now.guest, _now.host
    if host is None:
        return call(*arguments, **keywords)
    _now.guest = _now.host = None
    try:
        return host.copy().run(call, *arguments, **keywords)
    finally:
        _now.guest, _now.host = guest, host
