"""The three gates in their order: what a text must pass to become a tree."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import Literal, cast

from rexec.errors import RefusedError
from rexec.parse.caps import DEFAULT_CAPS, Caps, TooLargeError
from rexec.parse.characters import check_characters, decoded
from rexec.parse.depth import with_fresh_stack
from rexec.parse.notices import collected_warnings
from rexec.parse.places import (
    diagnostic_at,
    line_shown,
    position,
    refusal,
    split_lines,
    syntax_diagnostic,
    with_plain_newlines,
)
from rexec.parse.tokens import scan
from rexec.parse.weight import weigh
from rexec.result import Diagnostic

Mode = Literal["exec", "eval", "single"]
Tree = ast.Module | ast.Expression | ast.Interactive


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree, the text it was made of, and what Python warned about."""

    tree: Tree
    text: str
    warnings: tuple[Diagnostic, ...] = ()


def parse(source: str | bytes | bytearray, *, filename: str, mode: Mode, caps: Caps = DEFAULT_CAPS) -> Parsed:
    """
    The tree of a text. Bytes are decoded by their byte order mark or coding cookie, UTF-8 otherwise.

    Raises RefusedError and nothing else: rule ``syntax`` for what Python itself rejects, with Python's own
    exception as the cause; rule ``too-large`` for what exceeds the caps.
    """
    # Exactly str or bytes, past any method that a subclass has of its own.
    exact = str.__str__(source) if isinstance(source, str) else memoryview(source)
    if len(exact) > caps.source_bytes:
        raise refusal(f"the text is longer than {caps.source_bytes} bytes", filename, line=1, column=0)
    text = exact if isinstance(exact, str) else decoded(exact.tobytes(), filename)
    check_characters(text, filename, caps)
    plain = with_plain_newlines(text)
    try:
        scan(plain, caps)
    except TooLargeError as excess:
        line, column = position(plain, excess.index)
        raise refusal(str(excess), filename, line, column, lines=plain.split("\n")) from None
    tree, found = _parsed(plain, filename, mode)
    check_tree(tree, filename=filename, text=text, caps=caps)
    return Parsed(tree, text, found)


def check_tree(tree: ast.AST, *, filename: str, text: str | None, caps: Caps = DEFAULT_CAPS) -> None:
    """
    Hold a tree that exists already against the caps.

    To be asked again after a rewrite, which makes trees larger. Raises RefusedError, rule ``too-large``; rule
    ``syntax`` where nodes lack fields.
    """
    try:
        weigh(tree, caps)
    except TooLargeError as excess:
        lines = [] if text is None else split_lines(text)
        # Some nodes, as that of `a as b` in a with statement, have no place; what is in them has.
        node = next((each for each in ast.walk(excess.node) if hasattr(each, "lineno")), excess.node)
        finding = diagnostic_at(node, str(excess), rule="too-large", filename=filename, lines=lines)
        raise RefusedError([finding]) from None
    except (AttributeError, TypeError) as error:  # a tree made by hand, that compile() would not take either
        raise RefusedError([Diagnostic(f"not a syntax tree: {error}", "syntax", filename)]) from error


def _parsed(text: str, filename: str, mode: Mode) -> tuple[Tree, tuple[Diagnostic, ...]]:
    lines = text.split("\n")

    def attempt() -> tuple[Tree, tuple[Diagnostic, ...]]:
        found: list[Diagnostic] = []
        # No file has the name "". With any other, CPython quotes that file's lines in its errors.
        with collected_warnings("", found):
            tree = cast(Tree, ast.parse(text, "", mode))
        located = [replace(n, filename=filename, source_line=line_shown(lines, n.line)) for n in found]
        return tree, tuple(located)

    try:
        return with_fresh_stack(attempt)
    except SyntaxError as error:
        raise RefusedError([syntax_diagnostic(error, filename=filename, lines=lines)]) from error
    except (RecursionError, MemoryError) as error:
        # CPython runs out of parser levels, or of memory, without saying where.
        raise refusal("the text is too deeply nested to parse", filename, 1, 0, lines=lines) from error
    except (ValueError, OverflowError, SystemError) as error:
        raise RefusedError([Diagnostic(str(error), "syntax", filename, 1, 0)]) from error
