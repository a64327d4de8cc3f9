"""The tank: what a run may still write."""

from __future__ import annotations

from rexec.errors import OutOfBudget


class OutputMeter:
    """Counts what a guest writes to all of its output streams together, in bytes of UTF-8."""

    __slots__ = ("limit", "written")

    def __init__(self, limit: int | None) -> None:
        self.limit = limit
        self.written = 0

    def charge(self, text: str) -> None:
        """
        Count *text* before it is kept.

        Raises OutOfBudget, to the host only, once the limit is passed; it stays passed.
        """
        self.written += len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
        if self.empty:
            raise OutOfBudget("output_bytes", f"more than {self.limit} bytes of output")

    @property
    def empty(self) -> bool:
        """Whether nothing may be written any more."""
        return self.limit is not None and self.written > self.limit
