"""
Text to Program: parse, rewrite, verify, compile, in this order and nowhere else.

``compile_program`` is what the rest of the package uses; RestrictedPython's interface to the same steps is in
``restricted``.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Sequence
from dataclasses import replace
from os import PathLike
from types import CodeType
from typing import Any, Final, Literal

from rexec.errors import RefusedError
from rexec.parse import (
    Caps,
    character,
    check_tree,
    collected_warnings,
    deepest,
    diagnostic_at,
    line_shown,
    parse,
    split_lines,
    with_fresh_stack,
)
from rexec.result import Diagnostic, Program
from rexec.rewrite.language import LanguageRewriter
from rexec.rewrite.sealed import SealedRewriter
from rexec.type_parameters import own_type_parameters
from rexec.verify import verify_code

Mode = Literal["exec", "eval", "single"]
Tree = ast.Module | ast.Expression | ast.Interactive
Filename = str | bytes | PathLike[Any]
REPORTED: Final = 1000  # refusals of one text; nobody reads more, and each takes time and memory
KEPT: Final = 200_000  # characters; a larger text is compiled each time rather than kept


def compile_program(
    source: str | bytes | bytearray,
    *,
    filename: str,
    mode: Mode = "exec",
    rewriter: type[LanguageRewriter] = SealedRewriter,
    caps: Caps | None = None,
    capture_value: bool = False,
) -> Program:
    """
    Compile a text for environments of ours. ``capture_value`` keeps the last expression statement's value under
    ``names.VALUE``. Equal texts share one Program.

    Raises RefusedError with every finding; never anything else for any text.
    """
    caps = Caps() if caps is None else caps
    if type(source) in (str, bytes) and len(source) <= KEPT:
        return _kept_program(type(source), source, filename, mode, rewriter, caps, capture_value)
    return _compile_program(source, filename, mode, rewriter, caps, capture_value)


def _compile_program(
    source: str | bytes | bytearray,
    filename: str,
    mode: Mode,
    rewriter: type[LanguageRewriter],
    caps: Caps,
    capture_value: bool,
) -> Program:
    parsed = parse(source, filename=filename, mode=mode, caps=caps)
    visitor = rewriter([], [], {})
    visitor.capture_value = capture_value
    code, found = guarded_code(parsed.tree, visitor, filename, mode, caps)
    lines = split_lines(parsed.text) if found else []
    refusals = [each for each in found if each.rule != "warning"]
    if refusals or code is None:
        raise RefusedError([_located(each, filename, lines) for each in refusals[:REPORTED]])
    located = tuple(_located(each, filename, lines) for each in found)
    return Program(
        code=code,
        filename=filename,
        mode=mode,
        text=parsed.text,
        used_names=frozenset(visitor.used_names),
        warnings=parsed.warnings + located,
    )


def _compile_kept(kind: type, *source_and_how: Any) -> Program:
    """The kind comes first, so that a str is never compared with bytes (``python -b`` warns of it)."""
    return _compile_program(*source_and_how)


_kept_program: Callable[..., Program] = functools.lru_cache(maxsize=256)(_compile_kept)


def guarded_code(
    tree: Tree, visitor: LanguageRewriter, filename: str, mode: Mode, caps: Caps
) -> tuple[CodeType | None, list[Diagnostic]]:
    """Rewrite, verify, compile; what was found on the way, and code if nothing but warnings was."""

    def steps() -> tuple[CodeType | None, list[Diagnostic]]:
        new = visitor.visit(tree)
        if visitor.diagnostics:
            return None, visitor.diagnostics
        unproved = visitor.proof(new)
        if unproved:
            return None, unproved
        check_tree(new, filename=filename, text=None, caps=caps)  # rewriting made it larger
        code, found = compiled(new, filename, mode)
        found += [] if code is None else verify_code(code)
        if code is None or found or not isinstance(visitor, SealedRewriter):
            return code, found
        try:
            return own_type_parameters(code), found
        except ValueError as error:
            message, line = error.args
            return None, [Diagnostic(message, "too-large", filename, line)]

    try:
        return with_fresh_stack(steps)
    except RecursionError:
        where = deepest(tree)
        return None, [diagnostic_at(where, "nested too deeply", rule="too-large", filename=filename, lines=())]
    except RefusedError as error:
        return None, list(error.diagnostics)


def compiled(tree: Tree, filename: Filename, mode: Mode) -> tuple[CodeType | None, list[Diagnostic]]:
    """CPython's own compiler, whose errors and warnings are findings like any other."""
    found: list[Diagnostic] = []
    try:
        with collected_warnings(str(filename), found):
            return compile(tree, filename, mode, dont_inherit=True), found
    except SyntaxError as error:
        return None, [_from_syntax_error(error)]
    except (ValueError, UnicodeError, MemoryError, OverflowError, SystemError) as error:
        return None, [Diagnostic(f"{type(error).__name__}: {error}", "syntax", str(filename), 1, 0)]


def _from_syntax_error(error: SyntaxError) -> Diagnostic:
    """Positions as the tree has them: columns from 0."""
    column = None if error.offset is None else max(error.offset - 1, 0)
    end = None if error.end_offset is None else max(error.end_offset - 1, 0)
    return Diagnostic(error.msg, "syntax", "", error.lineno, column, error.end_lineno, end)


def _located(found: Diagnostic, filename: str, lines: Sequence[str]) -> Diagnostic:
    """A finding with its file and source line, its columns counted in characters."""
    return replace(
        found,
        filename=filename,
        source_line=line_shown(lines, found.line),
        column=character(lines, found.line, found.column),
        end_column=character(lines, found.end_line, found.end_column),
    )
