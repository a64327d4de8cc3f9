"""
Text to Program: parse, rewrite, verify, compile, in this order and nowhere else.

``compile_program`` is what the rest of the package uses. The ``compile_restricted_*`` functions have the signatures
and result shapes of RestrictedPython, whose users can change one import.
"""

from __future__ import annotations

import ast
import functools
import warnings
from collections.abc import Callable
from dataclasses import replace
from os import PathLike
from types import CodeType
from typing import Any, Final, Literal, cast

import RestrictedPython.compile as upstream
from RestrictedPython.compile import CompileResult as CompileResult
from RestrictedPython.transformer import RestrictingNodeTransformer

from rexec.errors import RefusedError
from rexec.parse import (
    Caps,
    check_tree,
    collected_warnings,
    column_in_characters,
    copy_tree,
    parse,
    source_line,
    with_fresh_stack,
)
from rexec.result import Diagnostic, Program
from rexec.rewrite.language import LanguageRewriter
from rexec.rewrite.sealed import SealedRewriter
from rexec.verify import verify_code

Mode = Literal["exec", "eval", "single"]
Tree = ast.Module | ast.Expression | ast.Interactive
Source = str | bytes | bytearray | Tree
Filename = str | bytes | PathLike[Any]
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
    if type(source) is str and len(source) <= KEPT:
        return _kept_program(source, filename, mode, rewriter, caps, capture_value)
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
    code, found = _guarded_code(parsed.tree, visitor, filename, mode, caps)
    located = tuple(_located(each, filename, parsed.text) for each in found)
    refusals = tuple(each for each in located if each.rule != "warning")
    if refusals or code is None:
        raise RefusedError(refusals)
    return Program(
        code=code,
        filename=filename,
        mode=mode,
        text=parsed.text,
        used_names=frozenset(visitor.used_names),
        warnings=parsed.warnings + located,
        leaves_finalizers=_leaves_finalizers(code),
    )


_kept_program: Callable[..., Program] = functools.lru_cache(maxsize=256)(_compile_program)


def _guarded_code(
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
        code, found = _compiled(new, filename, mode)
        return code, found + ([] if code is None else verify_code(code))

    try:
        return with_fresh_stack(steps)
    except RecursionError:
        return None, [Diagnostic("nested too deeply", "too-large", filename)]
    except RefusedError as error:
        return None, list(error.diagnostics)


def _compiled(tree: Tree, filename: Filename, mode: Mode) -> tuple[CodeType | None, list[Diagnostic]]:
    """CPython's own compiler, whose errors and warnings are findings like any other."""
    found: list[Diagnostic] = []
    try:
        with collected_warnings(str(filename), found):
            return compile(tree, filename, mode, dont_inherit=True), found
    except SyntaxError as error:
        return None, [_from_syntax_error(error)]
    except (ValueError, UnicodeError, MemoryError, OverflowError, SystemError) as error:
        return None, [Diagnostic(f"{type(error).__name__}: {error}", "syntax", str(filename))]


def _from_syntax_error(error: SyntaxError) -> Diagnostic:
    """Positions as the tree has them: columns from 0."""
    column = None if error.offset is None else max(error.offset - 1, 0)
    end = None if error.end_offset is None else max(error.end_offset - 1, 0)
    return Diagnostic(error.msg, "syntax", "", error.lineno, column, error.end_lineno, end)


def _located(found: Diagnostic, filename: str, text: str) -> Diagnostic:
    """A finding with its file and source line, its columns counted in characters."""
    if found.line is None:
        return replace(found, filename=filename)
    line = source_line(text, found.line)
    last = line if found.end_line in (None, found.line) else source_line(text, found.end_line)
    return replace(
        found,
        filename=filename,
        source_line=line,
        column=None if found.column is None or line is None else column_in_characters(line, found.column),
        end_column=None if found.end_column is None or last is None else column_in_characters(last, found.end_column),
    )


_SUSPENDS: Final = 0x20 | 0x80 | 0x200  # CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR


def _leaves_finalizers(code: CodeType) -> bool:
    """Whether clean-up of the guest's could be pending after its end: suspended functions that handle exceptions."""
    pending = [code]
    while pending:
        each = pending.pop()
        if (each.co_flags & _SUSPENDS and each.co_exceptiontable) or "weakref" in each.co_names:
            return True
        pending.extend(value for value in each.co_consts if type(value) is CodeType)
    return False


# --------------------------------------------------------------------------------------------------------------
# RestrictedPython's interface


def _compile_restricted_mode(
    source: Source,
    filename: Filename,
    mode: Mode,
    flags: int,
    dont_inherit: bool,
    policy: type[ast.NodeTransformer] | None,
) -> CompileResult:
    if not upstream.IS_CPYTHON:  # type: ignore[attr-defined]  # where upstream's users patch it
        warnings.warn_explicit(upstream.NOT_CPYTHON_WARNING, RuntimeWarning, "RestrictedPython", 0)
    if policy is None:
        code = compile(source, filename, mode=mode, flags=flags, dont_inherit=dont_inherit)
        return CompileResult(code, (), [], {})
    if not issubclass(policy, RestrictingNodeTransformer):
        raise TypeError("Unallowed policy provided for RestrictedPython")
    if not isinstance(source, str | bytes | bytearray | ast.Module | ast.Expression | ast.Interactive):
        raise TypeError(f'Not allowed source type: "{type(source).__name__}".')
    rewriter = policy
    if policy is RestrictingNodeTransformer:
        from rexec.rewrite.upstream import RepairedTransformer

        rewriter = RepairedTransformer
    errors: list[str] = []
    found: list[str] = []
    used_names: dict[str, bool] = {}
    try:
        tree, _ = _tree(source, str(filename), mode)
    except RefusedError as error:
        return CompileResult(None, tuple(_entry(each, error) for each in error.diagnostics), [], {})
    visitor = rewriter(errors, found, used_names)
    if isinstance(visitor, LanguageRewriter):
        code, diagnostics = _guarded_code(tree, visitor, str(filename), mode, Caps())
        if visitor.diagnostics != diagnostics:  # its own findings are in errors already
            errors.extend(_line(each) for each in diagnostics if each.rule != "warning")
    else:
        code = _visited(tree, visitor, errors, filename, mode)
    return CompileResult(None if errors else code, tuple(errors), found, used_names)


def _tree(source: Source, filename: str, mode: Mode) -> tuple[Tree, str | None]:
    """A tree of our own: what the caller handed in stays as it is."""
    if isinstance(source, str | bytes | bytearray):
        parsed = parse(source, filename=filename, mode=mode)
        return parsed.tree, parsed.text
    check_tree(source, filename=filename, text=None)
    return copy_tree(source), None


def _visited(
    tree: Tree, visitor: RestrictingNodeTransformer, errors: list[str], filename: Filename, mode: Mode
) -> CodeType | None:
    """Upstream's way, whose later errors become entries too."""

    def steps() -> CodeType | None:
        visitor.visit(tree)
        if errors:
            return None
        code, diagnostics = _compiled(tree, filename, mode)
        errors.extend(_line(each) for each in diagnostics if each.rule != "warning")
        return code

    try:
        return with_fresh_stack(steps)
    except RecursionError:
        errors.append("Line None: RecursionError: nested too deeply")
        return None


def _line(found: Diagnostic) -> str:
    return f"Line {found.line}: {found.message}"


def _entry(found: Diagnostic, error: RefusedError) -> str:
    """An error of the parser in upstream's words."""
    cause = error.__cause__
    if not isinstance(cause, SyntaxError):
        return _line(found)
    return upstream.syntax_error_template.format(
        lineno=cause.lineno,
        type=type(cause).__name__,
        msg=cause.msg,
        statement=cause.text.strip() if cause.text else None,
    )


def compile_restricted_exec(
    source: Source,
    filename: Filename = "<string>",
    flags: int = 0,
    dont_inherit: bool = False,
    policy: type[ast.NodeTransformer] | None = SealedRewriter,
) -> CompileResult:
    """
    Compile a module. ``flags`` and ``dont_inherit`` count only with ``policy=None``, which is plain ``compile``.

    ``policy`` is a rewriter class: SealedRewriter for environments of ours, HookedRewriter for hosts with guards of
    their own, RestrictingNodeTransformer for code that must behave as upstream does. Errors are in the result.
    """
    return _compile_restricted_mode(source, filename, "exec", flags, dont_inherit, policy)


def compile_restricted_eval(
    source: Source,
    filename: Filename = "<string>",
    flags: int = 0,
    dont_inherit: bool = False,
    policy: type[ast.NodeTransformer] | None = SealedRewriter,
) -> CompileResult:
    """Compile an expression; otherwise as compile_restricted_exec."""
    return _compile_restricted_mode(source, filename, "eval", flags, dont_inherit, policy)


def compile_restricted_single(
    source: Source,
    filename: Filename = "<string>",
    flags: int = 0,
    dont_inherit: bool = False,
    policy: type[ast.NodeTransformer] | None = SealedRewriter,
) -> CompileResult:
    """Compile one interactive statement; otherwise as compile_restricted_exec."""
    return _compile_restricted_mode(source, filename, "single", flags, dont_inherit, policy)


def compile_restricted_function(
    p: str,
    body: Source,
    name: str,
    filename: Filename = "<string>",
    globalize: list[str] | None = None,
    flags: int = 0,
    dont_inherit: bool = False,
    policy: type[ast.NodeTransformer] | None = SealedRewriter,
) -> CompileResult:
    """
    Compile a function from the text of its parameters and of its body. Running the code binds *name* to it.

    ``globalize`` lists variables of the body that are global. Errors in either text are in the result.
    """
    try:
        statements = _function_body(body)
        wrapper = parse(f"def masked_function_name({p}): pass", filename="<func wrapper>", mode="exec").tree
    except RefusedError as error:
        return CompileResult(None, tuple(_entry(each, error) for each in error.diagnostics), [], {})
    function = cast(ast.Module, wrapper).body[0]
    if len(wrapper.body) != 1 or not isinstance(function, ast.FunctionDef) or not statements:  # type: ignore[arg-type]  # a Module
        what = "empty body" if not statements else "not a list of parameters"
        return CompileResult(None, (f"Line 1: SyntaxError: {what}",), [], {})
    if globalize:
        statements = [ast.Global(list(globalize)), *statements]
    function.name = name
    function.body = statements
    ast.fix_missing_locations(wrapper)
    return _compile_restricted_mode(wrapper, filename, "exec", flags, dont_inherit, policy)


def _function_body(body: Source) -> list[ast.stmt]:
    tree, _ = _tree(body, "<func code>", "exec")
    if isinstance(tree, ast.Expression):
        return [ast.copy_location(ast.Expr(tree.body), tree.body)]
    return list(tree.body)


def compile_restricted(
    source: Source,
    filename: Filename = "<unknown>",
    mode: str = "exec",
    flags: int = 0,
    dont_inherit: bool = False,
    policy: type[ast.NodeTransformer] | None = SealedRewriter,
) -> CodeType:
    """
    Compile like the built-in ``compile``: code, or SyntaxError whose one argument is the tuple of all errors.

    Warnings are issued as SyntaxWarning. TypeError for an unknown mode.
    """
    if mode not in ("exec", "eval", "single"):
        raise TypeError(f"unknown mode {mode}")
    result = _compile_restricted_mode(source, filename, cast(Mode, mode), flags, dont_inherit, policy)
    for each in result.warnings:
        warnings.warn(each, SyntaxWarning, stacklevel=2)
    if result.errors:
        raise SyntaxError(result.errors)
    return cast(CodeType, result.code)
