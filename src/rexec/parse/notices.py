"""What Python's own parser and compiler warn about."""

from __future__ import annotations

import contextlib
import contextvars
import re
import threading
import warnings
from collections.abc import Iterator
from typing import Any, Final, cast

from rexec.result import Diagnostic

_WARNINGS_KEPT: Final = 100
_one_at_a_time = threading.Lock()
_lock_is_ours: contextvars.ContextVar[bool] = contextvars.ContextVar("_lock_is_ours", default=False)


@contextlib.contextmanager
def collected_warnings(filename: str, found: list[Diagnostic]) -> Iterator[None]:
    """
    Keep what Python's parser and compiler warn about in *filename* as findings, rule ``warning``.

    Nothing of it reaches the host's filters, not even those that make errors of warnings; warnings about
    other files go where they went before.
    """
    module = re.escape(filename.removesuffix(".py") or "<unknown>") + r"\Z"
    nested = _lock_is_ours.get()
    if not nested:
        _one_at_a_time.acquire()
    ours = _lock_is_ours.set(True)
    try:
        with warnings.catch_warnings():
            elsewhere = warnings.showwarning

            def show(message: Any, category: Any, file: str, line: int, *rest: Any) -> None:
                if file != filename:
                    elsewhere(message, category, file, line, *rest)
                elif len(found) < _WARNINGS_KEPT:
                    found.append(Diagnostic(str(message), "warning", filename, line))

            warnings.showwarning = cast(Any, show)
            for category in (SyntaxWarning, DeprecationWarning):
                warnings.filterwarnings("always", category=category, module=module)
            yield
    finally:
        _lock_is_ours.reset(ours)
        if not nested:
            _one_at_a_time.release()
