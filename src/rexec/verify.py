"""
The second proof: the rewritten tree and the compiled code are judged again from scratch.

Nothing here is shared with the rewriters but the tables of ``names``. A visitor that forgot a check makes a
text be refused here, with the words "not proved", instead of letting it through.

What is proved of a sealed tree:

- every node class is on the list below, every identifier passes the name rules, and a name that holds an ``@``
  is one of ours, in a place where ours belong;
- every attribute read needs no guard, every attribute that is set or deleted is set on an object that was
  just checked, under that very attribute's name;
- names that C code trusts are bound in a class, or set, to nothing that could deceive it;
- no import reads a part of a dotted name: that is asked of the gate;
- every clause of ``except*`` asks about the group in flight last, right before it is split;
- the compiled code, with all code inside it, holds no name and no constant of another kind.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Final

from rexec import names
from rexec.result import Diagnostic
from rexec.verify_trusted import Trusted
from rexec.verify_variables import Variables, bound_by, is_name, type_tested

NODES: Final[frozenset[str]] = frozenset(
    """
    Module Interactive Expression FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign
    AnnAssign For AsyncFor While If With AsyncWith Match Raise Try TryStar Assert Import ImportFrom Global Nonlocal
    Expr Pass Break Continue BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp
    GeneratorExp Await Yield YieldFrom Compare Call FormattedValue Interpolation JoinedStr TemplateStr Constant
    Attribute Subscript Starred Name List Tuple Slice Load Store Del And Or Add Sub Mult MatMult Div Mod Pow LShift
    RShift BitOr BitXor BitAnd FloorDiv Invert Not UAdd USub Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn comprehension
    ExceptHandler arguments arg keyword alias withitem match_case MatchValue MatchSingleton MatchSequence
    MatchMapping MatchClass MatchStar MatchAs MatchOr TypeVar ParamSpec TypeVarTuple
    """.split()
)
TEMPORARY: Final = re.compile(re.escape(names.TEMPORARY) + r"\d+")
CONSTANTS: Final = (type(None), bool, int, float, complex, str, bytes, type(...))
COMPILER_NAMES: Final[frozenset[str]] = frozenset(
    # What CPython's compiler spells by itself, in names, variables and cells.
    """
    __class__ __classcell__ __classdict__ __classdictcell__ __annotations__ __module__ __qualname__ __doc__ __name__
    __firstlineno__ __static_attributes__ __type_params__ __orig_bases__ __annotate__ __annotate_func__
    __conditional_annotations__ __build_class__ .0 .1 .defaults .kwdefaults .type_params .generic_base .format
    """.split()
)


@dataclass(frozen=True, slots=True)
class Around:
    """Where a node stands: the class that names mangle with, and the function whose variables it sees."""

    class_name: str | None = None
    function: Variables | None = None
    scope: str = "module"


def verify_sealed(tree: ast.AST) -> list[Diagnostic]:
    """Everything in a tree rewritten by SealedRewriter that cannot be proved. An empty list is the proof."""
    trusted = Trusted()
    return [
        _unproved(node, what)
        for node, around in _walk(tree)
        for what in (*_judge(node, around), *trusted.judge(node, around.scope))
    ]


def verify_code(code: CodeType) -> list[Diagnostic]:
    """Names and constants of compiled code, and of all code within."""
    found: list[Diagnostic] = []
    stack = [code]
    while stack:
        each = stack.pop()
        every = (*each.co_names, *each.co_varnames, *each.co_cellvars, *each.co_freevars)
        bad = [name for name in every if not _is_compiled_name(name)]
        values = list(each.co_consts)
        while values:
            value = values.pop()
            if type(value) is CodeType:
                stack.append(value)
            elif type(value) in (tuple, frozenset):
                values.extend(value)
            elif type(value) not in CONSTANTS and type(value) is not slice:
                bad.append(type(value).__name__)
        text = "not proved: compiled code holds {!r}"
        found += [Diagnostic(text.format(one), "verify", "", each.co_firstlineno) for one in bad]
    return found


def _is_compiled_name(name: str) -> bool:
    if name == "":  # `from . import x`
        return True
    if name in names.HOOKS or name in COMPILER_NAMES or name == names.VALUE or TEMPORARY.fullmatch(name):
        return True
    if name == names.INNERMOST:
        return True
    if name in names.HOOKED_NAMES:  # __metaclass__; the trees say where such names may stand
        return True
    if name.startswith(names.OWN):
        return name[len(names.OWN) :].isidentifier()
    if not all(part.isidentifier() for part in name.split(".")):  # an import names its module with dots
        return False
    if names.is_dunder(name):
        known = names.READABLE_DUNDERS | names.CLASS_NAMES | names.WRITABLE_DUNDERS | names.READABLE_NAMES
        return name in known or name in ("__future__", "__main__") or names.is_generated(name)
    return True


def _unproved(node: ast.AST, what: str) -> Diagnostic:
    where = [getattr(node, each, None) for each in ("lineno", "col_offset", "end_lineno", "end_col_offset")]
    return Diagnostic(f"not proved: {what}", "verify", "", *where)


def _walk(tree: ast.AST) -> Iterator[tuple[ast.AST, Around]]:
    """Every node with what is around it. A definition's decorators, defaults and bases stand outside of it."""
    text_only = _annotations_are_text(tree)
    stack: list[tuple[ast.AST, Around]] = [(tree, Around())]
    while stack:
        node, around = stack.pop()
        yield node, around
        inner = around
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inner = Around(around.class_name, Variables(node), "function")
        elif isinstance(node, ast.ClassDef):
            inner = Around(node.name, None, "class")
        elif isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            inner = Around(around.class_name, None, "expression")
        for field, value in ast.iter_fields(node):
            if text_only and field in ("annotation", "returns"):
                continue
            within = inner if field == "body" or inner.scope == "expression" else around
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ast.AST):
                    stack.append((each, within))


def _annotations_are_text(tree: ast.AST) -> bool:
    for each in tree.body if isinstance(tree, ast.Module) else []:
        if isinstance(each, ast.ImportFrom) and each.module == "__future__" and each.level == 0:
            if any(alias.name == "annotations" for alias in each.names):
                return True
    return False


# --------------------------------------------------------------------------------------------------------------
# What may stand where


def _judge(node: ast.AST, around: Around) -> Iterator[str]:
    if type(node).__name__ not in NODES:
        yield f"node {type(node).__name__}"
    elif isinstance(node, ast.Attribute):
        yield from _judge_attribute(node, around)
    elif isinstance(node, ast.Name):
        yield from _judge_name(node, around)
    elif isinstance(node, ast.Call):
        yield from _judge_call(node)
    elif isinstance(node, ast.Constant):
        if type(node.value) not in CONSTANTS:
            yield f"constant of type {type(node.value).__name__}"
    elif isinstance(node, ast.TryStar):
        yield from ("except* splits an unchecked group" for each in node.handlers if not _is_group_call(each.type))
    else:
        yield from _judge_identifiers(node)


def _judge_attribute(node: ast.Attribute, around: Around) -> Iterator[str]:
    name = names.mangle(around.class_name, node.attr)
    if isinstance(node.ctx, ast.Load):
        if names.attribute_rule(name) != "native":
            yield f"attribute {name!r} is read without a guard"
        return
    rule = names.attribute_write_rule(name)
    if rule == "refused":
        yield f"attribute {name!r} is set"
    elif not (_is_write_call(node.value, name) or (rule == "native" and _is_inline(node.value, name, around))):
        yield f"attribute {name!r} is set on an unchecked object"


def _is_write_call(node: ast.expr, name: str, variable: str | None = None) -> bool:
    """``@write(anything, 'name')``, or ``@write(variable, 'name')``."""
    return (
        isinstance(node, ast.Call)
        and is_name(node.func, "@write")
        and not node.keywords
        and len(node.args) == 2
        and not isinstance(node.args[0], ast.Starred)
        and (variable is None or is_name(node.args[0], variable))
        and isinstance(node.args[1], ast.Constant)
        and node.args[1].value == name
    )


def _is_group_call(node: ast.expr | None) -> bool:
    """``@group(anything)``"""
    return (
        isinstance(node, ast.Call)
        and is_name(node.func, "@group")
        and not node.keywords
        and len(node.args) == 1
        and not isinstance(node.args[0], ast.Starred)
    )


def _is_inline(node: ast.expr, name: str, around: Around) -> bool:
    """``v if TEST else @write(v, 'name')`` where TEST says that the guest made v, and v cannot change between."""
    if not (isinstance(node, ast.IfExp) and isinstance(node.body, ast.Name) and around.function is not None):
        return False
    variable, test = node.body.id, node.test
    if not _is_write_call(node.orelse, name, variable):
        return False
    if isinstance(test, ast.Name):
        return test.id == names.OWN + variable and variable in around.function.flagged
    tested = type_tested(test)
    if isinstance(tested, ast.NamedExpr):
        return tested.target.id == variable and TEMPORARY.fullmatch(variable) is not None
    return isinstance(tested, ast.Name) and tested.id == variable and variable in around.function.own


def _judge_name(node: ast.Name, around: Around) -> Iterator[str]:
    name = node.id
    ours = name in names.HOOKS or name == names.VALUE or name.startswith(names.OWN) or TEMPORARY.fullmatch(name)
    if ours:
        if name in names.HOOKS and not isinstance(node.ctx, ast.Load):
            yield f"name {name!r} is bound"
    elif name == "__class__" and isinstance(node.ctx, ast.Load):
        if around.class_name is None or around.scope == "class":  # elsewhere the compiler makes it a variable
            yield f"name {name!r} outside of a method"
    elif names.is_dunder(name):
        known = names.READABLE_NAMES if isinstance(node.ctx, ast.Load) else names.ASSIGNABLE_NAMES
        if not (name in known or name in names.CLASS_NAMES or names.is_generated(name)):
            yield f"name {name!r}"
    elif not name.isidentifier():
        yield f"name {name!r}"


def _judge_call(node: ast.Call) -> Iterator[str]:
    """``@getattr`` takes a literal name; the other hooks are judged where they stand."""
    if isinstance(node.func, ast.Name) and node.func.id == "@getattr":
        literal = len(node.args) == 2 and isinstance(node.args[1], ast.Constant) and not node.keywords
        if not literal or names.attribute_rule(node.args[1].value) != "guarded":  # type: ignore[attr-defined]  # as tested
            yield "a guarded read of no literal name"


def _judge_identifiers(node: ast.AST) -> Iterator[str]:
    """Every other field of the grammar that holds a name as text."""
    if isinstance(node, ast.alias):
        if node.name == "*":
            yield "import *"
        parts = [] if node.name == names.INNERMOST else node.name.split(".")
        parts += [node.asname] if node.asname else []
        yield from (f"import of {part!r}" for part in parts if not _is_import_name(part))
    elif isinstance(node, ast.ImportFrom):
        parts = node.module.split(".") if node.module else []
        yield from (f"import from {part!r}" for part in parts if not (_is_import_name(part) or part == "__main__"))
    elif isinstance(node, ast.Import):
        for each in node.names:
            if each.name == names.INNERMOST or (each.asname and "." in each.name):
                yield f"import of {each.name!r} under another name"
    elif isinstance(node, ast.keyword):
        if node.arg is not None and (not node.arg.isidentifier() or not _is_known(node.arg)):
            yield f"keyword {node.arg!r}"
    elif isinstance(node, ast.MatchClass):
        yield from (f"pattern {name!r}" for name in node.kwd_attrs if names.attribute_rule(name) != "native")
    else:
        for name in bound_by(node):
            if not name.isidentifier() or not _is_bindable(name):
                yield f"name {name!r} is bound"


def _is_bindable(name: str) -> bool:
    known = name in names.ASSIGNABLE_NAMES or name in names.CLASS_NAMES or names.is_generated(name)
    return known or not names.is_dunder(name)


def _is_known(name: str) -> bool:
    return not names.is_dunder(name) or name in names.READABLE_DUNDERS


def _is_import_name(name: str) -> bool:
    return name.isidentifier() and (_is_known(name) or name == "__future__")
