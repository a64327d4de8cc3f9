"""
The second proof for trees under the hook protocol: judged from scratch, as ``verify`` does for sealed trees.

What is proved of a hooked tree:

- attributes and items are read by hooks only, and set or deleted only on what ``_write_`` hands back. The one
  exception is ``_print._call_print``, on the collector that the host made;
- what a loop, a comprehension, a star or ``yield from`` iterates went through ``_getiter_``, or a hook that
  takes it. The exceptions are displays made on the spot: ``for x in (y,)`` and ``**{...}``;
- a target that takes a sequence apart is assigned from ``_unpack_sequence_``, with the spec of this target;
- hooks stand where the rewriter puts them and nowhere else, and no name that the guest binds looks like one;
- every class has the host's metaclass, and no ``__exit__`` of a class sees its traceback.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from rexec import names
from rexec.result import Diagnostic
from rexec.verify import CONSTANTS, NODES, TEMPORARY, Around, _unproved, _walk
from rexec.verify_trusted import IN_CLASSES, is_match_args, is_without_traceback
from rexec.verify_unpacking import ARGUMENTS, SEQUENCE, is_hook_call, is_unpacked
from rexec.verify_variables import is_name

CALLED: Final = {"_apply_", *ARGUMENTS} - {"_write_"}  # wherever an expression may stand
OPERATORS: Final = "+= -= *= /= %= **= <<= >>= |= ^= &= //= @=".split()
HOOK_LIKE: Final = re.compile(r"_.*[^_].*_|_tmp.*|_print|_guarded_writes", re.DOTALL)
RESERVED: Final = ("print", "printed", "builtins", "breakpoint")
LITERALS: Final = (ast.Constant, ast.UnaryOp, ast.USub, ast.BinOp, ast.Add, ast.Sub)


def verify_hooked(tree: ast.AST) -> list[Diagnostic]:
    """Everything in a tree rewritten by HookedRewriter that cannot be proved. An empty list is the proof."""
    nodes = list(_walk(tree))
    placed = {id(name) for node, _ in nodes for name in _placed(node)}
    found = [(node, what) for node, around in nodes for what in _judge(node, around)]
    found += [(node, what) for node, around in nodes for what in _judge_name(node, around, placed)]
    return [_unproved(node, what) for node, what in found]


def _placed(node: ast.AST) -> Iterator[ast.AST]:
    """The names of hooks, and others that need a reason, that stand where they belong in this very node."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        name = node.func.id
        if name in CALLED or (name == "_print" and not node.args and not node.keywords):
            yield node.func
        if name.endswith("unpack_sequence_") and is_name(node.args[-1], "_getiter_"):
            yield node.args[-1]
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        if node.attr == "_call_print":
            yield node.value
    elif isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.value, ast.Call):
        if is_hook_call(node.value, "_write_"):
            yield node.value.func
    elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) == "_print":
        if ast.unparse(node) == "_print = _print_(_getattr_)":
            yield from (each for each in ast.walk(node) if isinstance(each, ast.Name))
    elif isinstance(node, ast.Assign | ast.AnnAssign) and is_match_args(node.value):
        yield node.targets[0] if isinstance(node, ast.Assign) else node.target
    elif isinstance(node, ast.ClassDef):
        yield from (each.value for each in node.keywords if each.arg == "metaclass")


# ------------------------------------------------------------------------------------------------------------
# Names


def _is_hook_like(name: str) -> bool:
    return HOOK_LIKE.fullmatch(name) is not None and not names.is_dunder(name)


def _is_plain(name: str) -> bool:
    """Whether a name without double underscores is one for guests."""
    return name.isidentifier() and not (_is_hook_like(name) or name in RESERVED or name.endswith("__roles__"))


def _is_bindable(name: str) -> bool:
    if not names.is_dunder(name):
        return _is_plain(name)
    known = name in names.ASSIGNABLE_NAMES or name in names.CLASS_NAMES or names.is_generated(name)
    return known and name not in ("__name__", "__package__") and name not in names.PICKLE_METHODS


def _judge_name(node: ast.AST, around: Around, placed: set[int]) -> Iterator[str]:
    """A name as an expression, then every other field of the grammar that binds one."""
    trusted = IN_CLASSES if around.scope == "class" else frozenset()
    if isinstance(node, ast.Name) and id(node) not in placed and not TEMPORARY.fullmatch(node.id):
        if not isinstance(node.ctx, ast.Load):
            if not _is_bindable(node.id) or node.id in trusted:
                yield f"name {node.id!r} is bound"
        elif node.id == "__class__" and (around.class_name is None or around.scope == "class"):
            yield f"name {node.id!r} outside of a method"
        elif names.is_dunder(node.id):
            known = node.id in names.READABLE_NAMES or node.id in names.CLASS_NAMES
            if not (known or names.is_generated(node.id)):
                yield f"name {node.id!r}"
        elif not _is_plain(node.id):
            yield f"name {node.id!r}"
    for name in _bound(node):
        pattern = isinstance(node, ast.pattern) and TEMPORARY.fullmatch(name)
        if not pattern and (not _is_bindable(name) or name in trusted):
            yield f"name {name!r} is bound"


def _bound(node: ast.AST) -> list[str]:
    """What a node binds by a field that holds text."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return []  # _judge_function
    if isinstance(node, ast.alias):
        return [node.asname] if node.asname else []  # what else an import binds is judged with the import
    if isinstance(node, ast.Global | ast.Nonlocal):
        return list(node.names)
    every = [getattr(node, field, None) for field in ("name", "rest")]
    every += [node.arg] if isinstance(node, ast.arg) else []
    return [each for each in every if type(each) is str]


def _judge_function(node: Any, around: Around) -> Iterator[str]:
    """In a class a def may have dunder names, and what is called with a traceback lets go of it."""
    known = _is_bindable(node.name)
    if around.scope == "class":
        known = known or node.name in names.DEFINABLE_METHODS or node.name in names.ASSIGNABLE_NAMES
        known = known and node.name not in names.PICKLE_METHODS | {"__match_args__"}
        if node.name in names.EXIT_METHODS and not is_without_traceback(node):
            yield f"method {node.name!r} sees the traceback"
    if not known:
        yield f"name {node.name!r} is bound"


def _judge_import(node: Any, around: Around) -> Iterator[str]:
    """Names are read off a module in C, so none may start with an underscore."""
    for alias in node.names:
        for part in alias.name.split("."):
            plain = _is_plain(part) and names.attribute_rule(part) != "refused"
            if not plain or (part.startswith("_") and part != "_"):
                yield f"import of {part!r}"


def _judge_keyword(node: Any, around: Around) -> Iterator[str]:
    if node.arg is None:
        if not isinstance(node.value, ast.Dict | ast.DictComp):
            yield "a mapping is unpacked without a hook"
    else:
        known = not names.is_dunder(node.arg) or node.arg in names.READABLE_DUNDERS
        if not known or not node.arg.isidentifier() or _is_hook_like(node.arg):
            yield f"keyword {node.arg!r}"


# ------------------------------------------------------------------------------------------------------------
# Accesses


def _judge(node: ast.AST, around: Around) -> Iterator[str]:
    if type(node).__name__ not in NODES or isinstance(node, ast.TryStar | ast.AugAssign):
        yield f"node {type(node).__name__}"
    elif type(node) in JUDGES:
        yield from JUDGES[type(node)](node, around)


def _judge_constant(node: Any, around: Around) -> Iterator[str]:
    if type(node.value) not in CONSTANTS:
        yield f"constant of type {type(node.value).__name__}"


def _judge_attribute(node: Any, around: Around) -> Iterator[str]:
    if isinstance(node.ctx, ast.Load):
        if not (is_name(node.value, "_print") and node.attr == "_call_print"):
            yield f"attribute {node.attr!r} is read without a hook"
        return
    name = names.mangle(around.class_name, node.attr)
    refused = names.attribute_write_rule(name) == "refused" or name.endswith("__roles__")
    refused = refused or name in names.PICKLE_METHODS
    if refused or name in names.EXIT_METHODS or _is_hook_like(node.attr):
        yield f"attribute {name!r} is set"
    if not is_hook_call(node.value, "_write_"):
        yield f"attribute {name!r} is set without a hook"


def _judge_subscript(node: Any, around: Around) -> Iterator[str]:
    if isinstance(node.ctx, ast.Load):
        yield "an item is read without a hook"
    elif not is_hook_call(node.value, "_write_"):
        yield "an item is set without a hook"


def _judge_call(node: Any, around: Around) -> Iterator[str]:
    starred = any(isinstance(each, ast.Starred) for each in node.args)
    starred = starred or any(each.arg is None for each in node.keywords)
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    called = node.args[0] if name == "_apply_" and node.args else node.func
    if starred != (name == "_apply_") or isinstance(called, ast.Starred):
        yield "a call with stars goes through no hook, or one without through _apply_"
    if isinstance(called, ast.Name) and called.id in ("exec", "eval"):
        yield f"call of {called.id!r}"
    if name in ARGUMENTS:
        if not is_hook_call(node, name):
            yield f"hook {name!r} is called with other arguments"
        elif name == "_getattr_" and not _is_readable_name(node.args[1]):
            yield "an attribute is read by no literal name for guests"
        elif name == "_inplacevar_" and getattr(node.args[0], "value", None) not in OPERATORS:
            yield "an operator that is none"


def _is_readable_name(node: ast.expr) -> bool:
    if not isinstance(node, ast.Constant) or type(node.value) is not str or node.value.endswith("__roles__"):
        return False
    refused = names.attribute_rule(node.value) == "refused" or node.value in names.PICKLE_METHODS
    return not (refused or _is_hook_like(node.value))


def _judge_dict(node: Any, around: Around) -> Iterator[str]:
    for key, value in zip(node.keys, node.values, strict=True):
        if key is None and not isinstance(value, ast.Dict | ast.DictComp):
            yield "a mapping is unpacked without a hook"


def _judge_iterated(node: Any, around: Around) -> Iterator[str]:
    """``*x`` and ``yield from x``"""
    if not isinstance(getattr(node, "ctx", None), ast.Store) and not is_hook_call(node.value, "_getiter_"):
        yield f"{type(node).__name__} without a hook"


def _judge_loop(node: Any, around: Around) -> Iterator[str]:
    value, spec = node.iter, isinstance(node.target, SEQUENCE)
    synchronous = not (isinstance(node, ast.AsyncFor) or getattr(node, "is_async", False))
    alone = value.elts[0] if isinstance(value, ast.Tuple) and len(value.elts) == 1 and synchronous else None
    if isinstance(alone, ast.Starred):
        alone = None
    if not spec:
        proved = alone is not None or is_hook_call(value, "_getiter_")
    else:
        whole = is_unpacked(value, "_iter_unpack_sequence_", node.target) and synchronous
        proved = whole or is_unpacked(alone, "_unpack_sequence_", node.target)
    if not proved:
        yield f"{type(node).__name__} iterates without a hook"


def _judge_assign(node: Any, around: Around) -> Iterator[str]:
    if any(isinstance(each, SEQUENCE) for each in node.targets):
        if len(node.targets) > 1 or not is_unpacked(node.value, "_unpack_sequence_", node.targets[0]):
            yield "a sequence is taken apart without a hook"


def _judge_withitem(node: Any, around: Around) -> Iterator[str]:
    if isinstance(node.optional_vars, SEQUENCE):
        yield "a sequence is taken apart without a hook"


def _judge_class(node: Any, around: Around) -> Iterator[str]:
    metaclasses = [each.value for each in node.keywords if each.arg == "metaclass"]
    if len(metaclasses) != 1 or not is_name(metaclasses[0], "__metaclass__"):
        yield f"class {node.name!r} has not the host's metaclass"


def _judge_pattern(node: Any, around: Around) -> Iterator[str]:
    """CPython compares values and asks for classes by itself; it reads no attribute."""
    values = [*getattr(node, "keys", []), *([node.value] if isinstance(node, ast.MatchValue) else [])]
    if not all(isinstance(each, LITERALS) for value in values for each in ast.walk(value)):
        yield "a pattern holds more than a literal"
    if isinstance(node, ast.MatchClass):
        if not isinstance(node.cls, ast.Name) or node.patterns or node.kwd_patterns:
            yield "a class pattern reads attributes"


JUDGES: Final[dict[type[ast.AST], Callable[[Any, Around], Iterator[str]]]] = {
    ast.Constant: _judge_constant,
    ast.Attribute: _judge_attribute,
    ast.Subscript: _judge_subscript,
    ast.Call: _judge_call,
    ast.keyword: _judge_keyword,
    ast.Dict: _judge_dict,
    ast.Starred: _judge_iterated,
    ast.YieldFrom: _judge_iterated,
    ast.For: _judge_loop,
    ast.AsyncFor: _judge_loop,
    ast.comprehension: _judge_loop,
    ast.Assign: _judge_assign,
    ast.withitem: _judge_withitem,
    ast.Import: _judge_import,
    ast.ImportFrom: _judge_import,
    ast.FunctionDef: _judge_function,
    ast.AsyncFunctionDef: _judge_function,
    ast.ClassDef: _judge_class,
    ast.MatchValue: _judge_pattern,
    ast.MatchMapping: _judge_pattern,
    ast.MatchClass: _judge_pattern,
}
