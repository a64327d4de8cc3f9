"""
How a run that did not finish is told: lines that editors can follow, and tracebacks as Python writes them.

    script.py:3:7: attribute "__globals__" is not for guests [attribute]
        f.__globals__
          ^^^^^^^^^^^
        to allow it, add to the policy: ...

Everything here works on plain text; nothing of the guest is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from traceback import FrameSummary

    from rexec.result import Diagnostic, Frame, GuestError, Result

WIDTH: Final = 160  # characters of a source line that are shown with a finding
LINE: Final = 1_000  # and in a traceback, which plain Python does not cut at all
CAUSE: Final = "\nThe above exception was the direct cause of the following exception:\n\n"
CONTEXT: Final = "\nDuring handling of the above exception, another exception occurred:\n\n"


def describe(result: Result) -> str:
    """What standard error is to say about a result; nothing about one that finished."""
    error = result.error
    if error is None:
        return "" if result.ok else f"{result.outcome}\n"
    if error.diagnostics:
        return "".join(map(_diagnostic, error.diagnostics))
    if result.outcome == "raised":
        return _exit(error) if error.exit_status is not None else _traceback(error)
    if result.outcome == "denied":
        return _traceback(error) + _rule(error, error.message) + _grant(error.grant)
    what = {"out_of_budget": "out of budget: ", "broken": "the sandbox broke: "}.get(result.outcome, "")
    return _rule(error, what + error.message) + _excerpt(error) + _grant(error.grant)


def _exit(error: GuestError) -> str:
    """A SystemExit with a message that is no number: the message."""
    return "" if error.exit_text is None else f"{error.exit_text}\n"


def _diagnostic(finding: Diagnostic) -> str:
    return f"{_flat(str(finding))}\n{_excerpt(finding)}{_grant(finding.grant)}"


def _rule(error: GuestError, message: str) -> str:
    """The line of an error as a compiler writes it."""
    column = None if error.column is None else error.column + 1
    where = [str(part) for part in (error.filename, error.line, column) if part is not None]
    rule = f" [{error.rule}]" if error.rule else ""
    return _flat(": ".join([":".join(where), message] if where else [message])) + rule + "\n"


def _grant(grant: str | None) -> str:
    return f"    to allow it, add to the policy: {_flat(grant)}\n" if grant else ""


def _flat(text: str) -> str:
    return _visible(" ".join(text.splitlines()))


def _visible(text: str) -> str:
    """Without what a terminal would obey: a text that was refused must not get to say anything."""
    return "".join(char if char.isprintable() or char == "\t" else "?" for char in text)


def _excerpt(at: Diagnostic | GuestError) -> str:
    """The source line without its indentation, and carets below what is meant. A long line is cut."""
    source = _visible((at.source_line or "").rstrip())
    text = source.lstrip()
    if not text:
        return ""
    if at.column is None:
        return f"    {text[:WIDTH]}\n"
    indentation = len(source) - len(text)
    start = min(max(at.column - indentation, 0), len(text))
    end = start if at.end_column is None else at.end_column - indentation
    if at.end_line not in (None, at.line):
        end = len(text)
    cut = max(0, start - WIDTH // 2) if len(text) > WIDTH else 0
    text, start, end = text[cut : cut + WIDTH], start - cut, min(end - cut, WIDTH)
    blank = "".join(char if char == "\t" else " " * _columns(char) for char in text[:start])
    carets = "^" * max(sum(map(_columns, text[start:end])), 1)
    return f"    {text}\n    {blank}{carets}\n"


def _columns(char: str) -> int:
    """How wide a terminal shows a character."""
    if char.isascii():
        return 1
    from unicodedata import combining, east_asian_width

    return 0 if combining(char) else 1 + (east_asian_width(char) in "FW")


def _traceback(error: GuestError) -> str:
    """The traceback of an exception and of those that led to it, as Python writes it."""
    parts = ["".join(_exception(error))]
    while earlier := error.cause or error.context:
        parts += [CAUSE if error.cause else CONTEXT, "".join(_exception(earlier))]
        error = earlier
    return "".join(reversed(parts))


def _exception(error: GuestError) -> Iterator[str]:
    """One exception: its frames, its message, its notes."""
    if error.frames:
        from traceback import StackSummary

        yield "Traceback (most recent call last):\n"
        yield from StackSummary.from_list([_summary(frame) for frame in error.frames]).format()
    yield f"{error.type}: {error.message}\n" if error.message else f"{error.type}\n"
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
