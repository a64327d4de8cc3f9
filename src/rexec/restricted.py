"""
RestrictedPython's interface: its functions, signatures and result shapes, so that its users can change one import.
"""

from __future__ import annotations

import ast
import warnings
from types import CodeType
from typing import Any, cast

import RestrictedPython.compile as upstream
from RestrictedPython.compile import CompileResult as CompileResult
from RestrictedPython.transformer import RestrictingNodeTransformer

from rexec.compile import Filename, Mode, Tree, compiled, guarded_code
from rexec.errors import RefusedError
from rexec.parse import Caps, check_tree, copy_tree, deepest, parse, with_fresh_stack
from rexec.result import Diagnostic
from rexec.rewrite.language import LanguageRewriter
from rexec.rewrite.sealed import SealedRewriter

Source = str | bytes | bytearray | Tree


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
        code, diagnostics = guarded_code(tree, visitor, str(filename), mode, Caps())
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
        code, diagnostics = compiled(tree, filename, mode)
        errors.extend(_line(each) for each in diagnostics if each.rule != "warning")
        return code

    try:
        return with_fresh_stack(steps)
    except RecursionError:
        errors.append(f"Line {getattr(deepest(tree), 'lineno', None)}: RecursionError: nested too deeply")
        return None


def _line(found: Diagnostic) -> str:
    return f"Line {found.line}: {found.message}"


def _entry(found: Diagnostic, error: RefusedError) -> str:
    """An error of the parser in upstream's words."""
    cause = error.__cause__
    if not isinstance(cause, SyntaxError):
        return _line(found)
    return upstream.syntax_error_template.format(
        lineno=None if cause.lineno is None else found.line,  # Python's can be 0
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

    ``globalize`` lists variables of the body that are global. Errors in either text are in the result. *name* may be
    any text, as Zope's ids are (``my script.py``): a guest cannot write such a name, and it shadows no hook.
    """
    if type(name) is not str:
        what = f"the name of a function is text, not {type(name).__name__}"
        return CompileResult(None, (f"Line None: TypeError: {what}",), [], {})
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
    function.body = statements
    function.name = _placeholder(wrapper) if _is_id(name, policy) else name
    ast.fix_missing_locations(wrapper)
    result = _compile_restricted_mode(wrapper, filename, "exec", flags, dont_inherit, policy)
    if function.name == name or result.code is None:
        return result
    return result._replace(code=_renamed(result.code, function.name, name))


def _is_id(name: str, policy: type[ast.NodeTransformer] | None) -> bool:
    """Whether a name is none that our rewriters, which take identifiers only, could judge, and none of a hook."""
    ours = policy is not None and issubclass(policy, LanguageRewriter)
    return ours and not name.isidentifier() and "@" not in name


def _placeholder(wrapper: Tree) -> str:
    """An identifier that occurs nowhere in a tree."""
    name, text = "function", ast.dump(wrapper)
    while name in text:
        name += "_"
    return name


def _renamed(code: CodeType, old: str, new: str) -> CodeType:
    """The same code with another name for its function, also in the qualified names of what is within."""

    def renamed(value: Any) -> Any:
        if type(value) is CodeType:
            return _renamed(value, old, new)
        if type(value) is str and (value == old or value.startswith(f"{old}.<locals>.")):
            return new + value[len(old) :]
        return value

    return code.replace(
        co_name=renamed(code.co_name),
        co_qualname=renamed(code.co_qualname),
        co_names=tuple(map(renamed, code.co_names)),
        co_consts=tuple(map(renamed, code.co_consts)),
    )


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
