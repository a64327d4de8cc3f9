"""
How a run that did not finish is told: lines that editors can follow, and tracebacks as Python writes them.

    script.py:3:7: attribute "__globals__" is not for guests [attribute]
        f.__globals__
          ^^^^^^^^^^^
        to allow it, add to the policy: ...

Everything here works on plain text; nothing of the guest is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rexec.cli.tracebacks import traceback_of

if TYPE_CHECKING:
    from rexec.result import Diagnostic, GuestError, Result

WIDTH: Final = 160  # characters of a source line that are shown with a finding


def describe(result: Result) -> str:
    """What standard error is to say about a result; nothing about one that finished."""
    error = result.error
    if error is None:
        return "" if result.ok else f"{result.outcome}\n"
    if error.diagnostics:
        return "".join(map(_diagnostic, error.diagnostics))
    if result.outcome == "raised":
        return _exit(error) if error.exit_status is not None else traceback_of(error)
    if result.outcome == "denied":
        return traceback_of(error) + _rule(error, error.message) + _grant(error.grant)
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
