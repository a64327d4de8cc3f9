"""Text to and from the terminal, while a guest runs."""

from __future__ import annotations

import io
from collections.abc import Callable
from time import monotonic
from typing import Final, TextIO

from rexec.errors import OutOfBudget

BURST: Final = 1_000  # writes in a row that are passed on one by one
RATE: Final = 1_000  # writes per second that are passed on one by one after that


class Live:
    """
    A stream of ours, written to as the guest writes.

    Each write is passed on at once, as long as there are not more of them than anyone can follow; those of a
    guest that is faster wait in the stream's buffer, as in plain Python when the output is a pipe.

    The first write that fails is kept in ``failure``. From then on every write raises OutOfBudget, which ends
    the run: the guest has nobody to write to.
    """

    __slots__ = ("_spare", "_then", "failure", "stream", "unbuffered")

    def __init__(self, stream: TextIO | None) -> None:
        self.stream = stream  # None: the descriptor was closed before we started
        self.failure: OSError | None = None
        self.unbuffered = False  # whether every write is passed on at once: nothing may be lost when we are ended
        self._spare: float = BURST
        self._then = monotonic()

    def write(self, text: str) -> None:
        """Pass a text on. Raises OutOfBudget if it cannot be."""
        if self.stream is None:
            return
        if self.failure is not None:
            raise OutOfBudget("output", "the output is closed")
        try:
            _write(self.stream, text)
            now = monotonic()
            spare = self._spare + (now - self._then) * RATE
            self._then = now
            if spare >= 1 or self.unbuffered:
                spare = min(spare, BURST) - 1
                self.stream.flush()
            self._spare = spare
        except OSError as error:
            self._fail(error)
            raise OutOfBudget("output", "the output is closed") from None

    def flush(self) -> None:
        """Pass on what waits in the buffer; a failure is kept, not raised."""
        if self.stream is not None and self.failure is None:
            try:
                self.stream.flush()
            except OSError as error:
                self._fail(error)

    def say(self, text: str) -> None:
        """Write a text of ours; a failure is kept, not raised."""
        if self.stream is not None and self.failure is None:
            try:
                _write(self.stream, text)
                self.stream.flush()
            except OSError as error:
                self._fail(error)

    def _fail(self, error: OSError) -> None:
        """Keep the error, and send what is buffered nowhere: the interpreter will flush once more."""
        self.failure = error
        import os

        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stream.fileno() if self.stream else nowhere)
            os.close(nowhere)
        except (OSError, ValueError):
            self.stream = None  # no descriptor behind it: nothing will be flushed


class Prompted(io.TextIOBase):
    """A stream of ours that the guest reads. What it wrote, a question perhaps, is passed on first."""

    def __init__(self, stream: TextIO, before: Callable[[], None]) -> None:
        self._stream = stream
        self._before = before

    def read(self, size: int | None = -1, /) -> str:
        """At most *size* characters, or all up to the end."""
        self._before()
        return self._stream.read(-1 if size is None else size)

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # IOBase has bytes here
        """One line with its end, or nothing at the end of the stream."""
        self._before()
        return self._stream.readline(size)


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
    except UnicodeEncodeError:  # what this terminal cannot show is spelled out
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
