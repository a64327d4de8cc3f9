"""Lines, columns, and the findings that name them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Final

from rexec.errors import RefusedError
from rexec.result import Diagnostic

_LINE_SHOWN: Final = 2000  # characters; of a longer line nobody reads the caret


def with_plain_newlines(text: str) -> str:
    """A text as the tokenizer reads it: each line ends in a newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def split_lines(text: str) -> list[str]:
    """The lines of a text as the tokenizer counts them; str.splitlines splits at form feeds and more."""
    return with_plain_newlines(text).split("\n")


def source_line(text: str, line: int | None) -> str | None:
    """One line of a text, counted from 1, without its end; None where the text has no such line."""
    if line is None or line < 1:
        return None
    lines = with_plain_newlines(text).split("\n", line)
    return lines[line - 1] if line <= len(lines) else None


def position(text: str, index: int) -> tuple[int, int]:
    """Line, from 1, and column, from 0, of a character."""
    before = with_plain_newlines(text[:index])
    return before.count("\n") + 1, len(before) - before.rfind("\n") - 1


def column_in_characters(text_line: str, byte_offset: int) -> int:
    """A column that the tree gives, in bytes of UTF-8, as characters."""
    if text_line.isascii():
        return byte_offset
    return len(text_line.encode("utf-8", "surrogatepass")[:byte_offset].decode("utf-8", "ignore"))


def diagnostic_at(
    node: ast.AST,
    message: str,
    *,
    rule: str,
    filename: str,
    lines: Sequence[str],
    grant: str | None = None,
) -> Diagnostic:
    """A finding about a node. *lines* are those of split_lines; without them columns stay bytes."""
    line, end_line = getattr(node, "lineno", None), getattr(node, "end_lineno", None)
    column = character(lines, line, getattr(node, "col_offset", None))
    end_column = character(lines, end_line, getattr(node, "end_col_offset", None))
    shown = line_shown(lines, line)
    return Diagnostic(message, rule, filename, line, column, end_line, end_column, shown, grant)


def deepest(tree: ast.AST) -> ast.AST:
    """A node of a tree's last level that has a place, to show where a text is nested too deeply."""
    *_, last = (tree, *(each for each in ast.walk(tree) if hasattr(each, "lineno")))
    return last


def syntax_diagnostic(error: SyntaxError, *, filename: str, lines: Sequence[str], in_bytes: bool = False) -> Diagnostic:
    """
    What Python says about a text. Its parser counts columns in characters, its compiler *in_bytes*.

    The line comes from *lines*, never from the error: CPython reads that from the file called *filename*.
    """
    line, end_line = (None if n is None else max(n, 1) for n in (error.lineno, error.end_lineno))
    column, end = (None if n is None or n < 1 else n - 1 for n in (error.offset, error.end_offset))
    shown = lines[line - 1] if line is not None and line <= len(lines) else ""
    if in_bytes:
        column, end = character(lines, line, column), character(lines, end_line, end)
    elif error.text is not None and "\n" in error.text.rstrip("\n"):
        # Of a token of several lines, CPython counts the characters in its first line, up to the byte meant.
        column, end = (
            None if n is None else column_in_characters(shown, len(error.text[:n].encode())) for n in (column, end)
        )
    elif error.text is not None and error.text[:1] == "(" != shown[:1]:
        # 3.11 parses a field of an f-string as a text of its own, in parentheses.
        inner = error.text.strip()[1:-1]
        start = shown.find(inner) - 1 if inner and shown.count(inner) == 1 else None
        column, end = (None if start is None or n is None else start + n for n in (column, end))
    if column is None or end is None or end_line is None:
        end_line = end = None
    message = error.msg or type(error).__name__
    return Diagnostic(message, "syntax", filename, line, column, end_line, end, line_shown(lines, line))


def character(lines: Sequence[str], line: int | None, byte: int | None) -> int | None:
    """A column of the tree in a line, as characters; as it is where the text has no such line."""
    if line is None or byte is None or not 0 < line <= len(lines):
        return byte
    return column_in_characters(lines[line - 1], byte)


def line_shown(lines: Sequence[str], line: int | None) -> str | None:
    """The line that a finding quotes; None where there is none, or where it is too long to be read."""
    if line is None or not 0 < line <= len(lines) or len(lines[line - 1]) > _LINE_SHOWN:
        return None
    return lines[line - 1]


def refusal(
    message: str,
    filename: str,
    line: int | None = None,
    column: int | None = None,
    *,
    rule: str = "too-large",
    lines: Sequence[str] = (),
) -> RefusedError:
    return RefusedError([Diagnostic(message, rule, filename, line, column, source_line=line_shown(lines, line))])
