"""
The traceback of an uncaught exception as Python writes it, from plain text only: no object of the guest is touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from traceback import FrameSummary

    from rexec.result import Frame, GuestError

LINE: Final = 1_000  # characters of a source line that are shown, which plain Python does not cut at all
CAUSE: Final = "\nThe above exception was the direct cause of the following exception:\n\n"
CONTEXT: Final = "\nDuring handling of the above exception, another exception occurred:\n\n"
DEPTH: Final = 10  # groups within groups that are shown, as in plain Python


def traceback_of(error: GuestError) -> str:
    """The traceback of an exception and of those that led to it."""
    return "".join(_Margins().chain(error))


class _Margins:
    """How deep in groups what is written stands, as ``traceback._ExceptionPrintContext`` counts it."""

    def __init__(self) -> None:
        self.depth = 0
        self.is_open = False  # whether the last box still wants its lower edge

    def chain(self, error: GuestError) -> Iterator[str]:
        """What led to an exception, and the exception."""
        parts: list[tuple[GuestError, str]] = [(error, "")]
        while earlier := error.cause or error.context:
            parts[-1] = (error, CAUSE if error.cause else CONTEXT)
            parts.append((earlier, ""))
            error = earlier
        for each, link in reversed(parts):
            yield from self.text(link)
            yield from self.group(each) if each.exceptions or each.more else self.text("".join(_exception(each)))

    def text(self, text: str, margin: str = "|") -> Iterator[str]:
        prefix = "  " * self.depth + f"{margin} " if self.depth else ""
        for line in text.splitlines(keepends=True):
            yield prefix + line

    def group(self, error: GuestError) -> Iterator[str]:
        """An exception group: its own traceback, and a box for each of its exceptions."""
        if self.depth > DEPTH:
            yield from self.text(f"... (max_group_depth is {DEPTH})\n")
            return
        is_outermost = self.depth == 0
        self.depth += is_outermost
        head = list(_exception(error, "Exception Group Traceback (most recent call last):\n"))
        if error.frames:
            yield from self.text(head.pop(0), "+" if is_outermost else "|")
        yield from self.text("".join(head))
        boxes: list[GuestError | int] = [*error.exceptions, *([error.more] if error.more else ())]
        for number, box in enumerate(boxes, 1):
            self.is_open = number == len(boxes)
            title = "..." if isinstance(box, int) else str(number)
            yield "  " * self.depth + f"{'+-' if number == 1 else '  '}+---------------- {title} ----------------\n"
            self.depth += 1
            if isinstance(box, int):
                yield from self.text(f"and {box} more exception{'s' if box > 1 else ''}\n")
            else:
                yield from self.chain(box)
            if number == len(boxes) and self.is_open:
                yield "  " * self.depth + "+------------------------------------\n"
                self.is_open = False
            self.depth -= 1
        self.depth -= is_outermost


def _exception(error: GuestError, head: str = "Traceback (most recent call last):\n") -> Iterator[str]:
    """One exception: its frames, its message, its notes."""
    if error.frames:
        from traceback import StackSummary

        yield head
        yield from StackSummary.from_list([_summary(frame) for frame in error.frames]).format()
    yield f"{error.type}: {error.message}{error.hint}\n" if error.message else f"{error.type}{error.hint}\n"
    for note in error.notes:
        yield f"{note}\n"


def _summary(frame: Frame) -> FrameSummary:
    """
    A frame for the traceback module, which counts columns in bytes of UTF-8 and wants the line with its end.

    The line is always given, if only as "": otherwise the module would look for a file of the host's. It is
    cut short, because the module parses what the columns mark to draw the carets.
    """
    from traceback import FrameSummary

    text = (frame.source_line or "").rstrip("\r\n").encode("utf-8", "replace").decode()
    shown = text[:LINE]
    function = frame.function.rpartition(".")[2]  # tracebacks do not qualify it
    column, end = frame.column, frame.end_column
    if frame.end_line not in (None, frame.line):
        end = len(text)
    is_whole = frame.line is not None and shown.splitlines() == [shown]
    if not is_whole or column is None or end is None or not 0 <= column < end <= len(shown):
        return FrameSummary(frame.filename, frame.line, function, line=shown)
    return FrameSummary(
        frame.filename,
        frame.line,
        function,
        line=f"{shown}\n",
        end_lineno=frame.line,
        colno=len(text[:column].encode()),
        end_colno=len(text[:end].encode()),
    )
