"""
An end in time that nothing inside can put off: the work is done by a child, which the kernel ends.

The child has an interval timer whose signal nobody handles, so it ends at that moment whatever it does then, in C or in
an ``except BaseException``, and also if its parent is gone. The parent waits, and tells how it ended.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Final

from rexec.errors import IsolationError, OutOfBudget

_BY_SIGNAL: Final = 128  # and the number of the signal: as shells count


def ends_by(seconds: float) -> int | None:
    """
    Go on in a child that ends within so many seconds of real time: None there, and ``stop`` takes the limit away.

    In the parent, the exit status that the child came to; OutOfBudget if its time was over first. IsolationError
    where there are no such processes. Nothing may be waiting in a buffer.
    """
    if not hasattr(os, "fork") or not hasattr(signal, "setitimer"):
        raise IsolationError(f"a limit of time needs fork() and setitimer(), which {sys.platform} has not")
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        return None
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _: _pass_on(child, received))
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        return os.WEXITSTATUS(status)
    by = os.WTERMSIG(status)
    if by == signal.SIGALRM:
        raise OutOfBudget("wall_seconds", f"more than {seconds:g} seconds have passed")
    return _BY_SIGNAL + by


def stop() -> None:
    """In the child: the work is done, and what is left to do may take its time."""
    signal.setitimer(signal.ITIMER_REAL, 0)


def _pass_on(child: int, number: int) -> None:
    if number != signal.SIGINT or not _is_in_foreground():  # a terminal has told the child itself
        os.kill(child, number)


def _is_in_foreground() -> bool:
    try:
        with open("/dev/tty", "rb", buffering=0) as terminal:
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:
        return False
