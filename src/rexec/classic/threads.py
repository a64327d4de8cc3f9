"""
Whose context variables hold, the guest's or the host's, for each thread its own.

The decimal context is one of them: a guest that could set the host's would have what its host adds up come out wrong.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from contextvars import Context, copy_context
from typing import Any, Final

from rexec.guest.border.host_calls import for_guest, is_for_guest
from rexec.guest.border.veil import veiled
from rexec.run import own_hooks

KEPT: Final = 16  # exceptions of the host that a guest may be handling; of older ones the host gets what the guest got


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
        failures = known.setdefault("failures", deque(maxlen=KEPT))
        try:
            with own_hooks():
                return context.run(veiled, call, *arguments, **keywords)
        except BaseException as error:
            failed = next((own for clean, own in failures if clean is error), None)
            if failed is None:
                raise
        finally:
            (_now.guest, _now.host), known["inside"] = before, was_inside
            if not was_inside:
                failures.clear()
        raise failed


def outside(name: str, call: Callable[..., Any], /, *arguments: Any, **keywords: Any) -> Any:
    """
    Call what is the host's, with the host's variables as they were when it called the guest.

    An exception of a class of the host's, which may hold anything, reaches the guest as a new one; where the guest lets
    it pass, the host gets its own back.
    """
    guest, host = _now.guest, _now.host
    if guest is None or host is None:
        return call(*arguments, **keywords)
    _now.guest = _now.host = None
    try:
        return host.copy().run(veiled, call, *arguments, **keywords)
    except Exception as error:
        if is_for_guest(error):
            raise
        clean = for_guest(name, error)
        guest.local.failures.append((clean, error))
    finally:
        _now.guest, _now.host = guest, host
    raise clean  # here, so without a context
