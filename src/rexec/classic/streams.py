"""
Where the streams of a guest lead, while it is called by ``r_*`` and by ``s_*``.

Under ``r_*`` text goes straight to what is the host's ``sys.stdout`` then, and the guest has no ``sys.stdout``.
Under ``s_*`` it has one, until the call ends. Each thread has calls of its own.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any, Final, NoReturn

from rexec.budget import OutputMeter
from rexec.classic.files import asked
from rexec.errors import DeniedAttributeError
from rexec.guest.sealed import seal
from rexec.guest.streams import GuestInput, GuestOutput, Streams

NAMES: Final = ("stdin", "stdout", "stderr")


class ClassicStreams(Streams):
    """The streams of one environment: those of the innermost ``s_*`` call of this thread, if there is one."""

    __slots__ = ("calls", "outside")

    def __init__(self, meter: OutputMeter) -> None:
        self.meter = meter
        self.calls = threading.local()
        self.outside = {
            "stdin": seal(GuestInput, readline=_no_input),
            "stdout": self.output("stdout", lambda text: _write(sys.stdout, text)),
            "stderr": self.output("stderr", lambda text: _write(sys.stderr, text)),
        }
        self.original = tuple(self.outside[name] for name in NAMES)  # type: ignore[assignment]  # these three

    def output(self, name: str, sink: Callable[[str], None]) -> GuestOutput:
        errors = "strict" if name == "stdout" else "backslashreplace"
        return seal(GuestOutput, title=f"<{name}>", sink=sink, meter=self.meter, errors=errors)

    def wrapped(self, name: str, stream: Any) -> Any:
        """What stands for a stream of the host's during an ``s_*`` call."""
        if name == "stdin":
            return seal(GuestInput, readline=_no_input if stream is None else _reading(stream))
        return self.output(name, lambda text: _write(stream, text))

    # ------------------------------------------------------------------------------------ calls

    def enter(self, streams: dict[str, Any]) -> None:
        """An ``s_*`` call begins, with these streams by name."""
        self.stack().append(streams)

    def leave(self) -> dict[str, Any]:
        """It ends; the streams as the guest left them."""
        return self.stack().pop()

    def stack(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.calls.__dict__.setdefault("stack", [])
        return found

    def saved(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """For each ``save_files()`` of this thread, the host's streams, and the delegates that replace them."""
        found: list[tuple[dict[str, Any], dict[str, Any]]] = self.calls.__dict__.setdefault("saved", [])
        return found

    def kept(self) -> dict[str, Any]:
        """The streams that ``reset_files()`` kept for the next call."""
        found: dict[str, Any] = self.calls.__dict__.setdefault("kept", {})
        return found

    def is_streaming(self) -> bool:
        """Whether this thread is in an ``s_*`` call."""
        return bool(self.stack())

    def current(self, name: str) -> Any:
        stack = self.stack()
        return stack[-1][name] if stack else self.outside[name]

    def replace(self, name: str, new: Any) -> None:
        if not self.stack():
            raise no_stream(name)
        self.stack()[-1][name] = new

    def shown(self, name: str) -> Any:
        """``sys.stdout`` and its siblings, for the guest."""
        if not self.stack():
            raise no_stream(name)
        return self.current(name)

    stdin = property(lambda self: self.current("stdin"), lambda self, new: self.replace("stdin", new))
    stdout = property(lambda self: self.current("stdout"), lambda self, new: self.replace("stdout", new))
    stderr = property(lambda self: self.current("stderr"), lambda self, new: self.replace("stderr", new))


def no_stream(name: str) -> AttributeError:
    text = f"module 'sys' has no attribute {name!r} here: s_exec(), s_eval() and s_execfile() give it one"
    return DeniedAttributeError(text, rule="stream")


def _write(stream: Any, text: str) -> None:
    if stream is not None:  # as in a process without a console
        asked("write", lambda: stream.write(text) and None)


def _reading(stream: Any) -> Callable[[int], Any]:
    return lambda size: asked("readline", stream.readline, size)


def _no_input(size: int) -> NoReturn:
    raise RuntimeError("input(): there is no sys.stdin here: s_exec(), s_eval() and s_execfile() give one")
