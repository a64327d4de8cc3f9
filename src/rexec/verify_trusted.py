"""
What the second proof knows of names that C code trusts: ``__exit__`` and ``__aexit__``, whose caller passes a
traceback, and ``__match_args__``, whose names a class pattern reads without a guard. Shares nothing with the rewriters.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from rexec import names
from rexec.verify_variables import bound_by, is_name

IN_CLASSES: Final = names.EXIT_METHODS | {"__match_args__"}
_BINDING: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Assign, ast.AnnAssign)


class Trusted:
    """The places of one tree where such a name may be bound or set. A statement is judged before what is in it."""

    def __init__(self) -> None:
        self.placed: set[int] = set()

    def judge(self, node: ast.AST, scope: str) -> Iterator[str]:
        """What of this very node binds or sets one of these names otherwise."""
        if isinstance(node, _BINDING):
            self.placed.update(map(id, _good_targets(node)))
        if isinstance(node, ast.Attribute):
            if node.attr in names.EXIT_METHODS and not isinstance(node.ctx, ast.Load) and id(node) not in self.placed:
                yield f"attribute {node.attr!r} is set to what may see a traceback"
        elif scope == "class" and id(node) not in self.placed:
            yield from (f"name {name!r} is bound in a class" for name in bound_by(node) if name in IN_CLASSES)


def _good_targets(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Assign | ast.AnnAssign) -> list[ast.AST]:
    """What a node binds or sets in a shape that holds no danger; a method, itself."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        guarded = node.name in names.EXIT_METHODS and node.decorator_list and is_name(node.decorator_list[0], "@exit")
        return [node] if guarded else []
    if isinstance(node, ast.Assign) and len(node.targets) > 1:
        return []
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    name = target.id if isinstance(target, ast.Name) else getattr(target, "attr", None)
    if name == "__match_args__":
        return [target] if is_match_args(node.value) else []
    return [target] if name in names.EXIT_METHODS and _is_exit_call(node.value) else []


def is_match_args(value: ast.expr | None) -> bool:
    """A literal tuple of names that need no guard; nothing at all, which is just an annotation."""
    if value is None:
        return True
    every = [getattr(each, "value", None) for each in value.elts] if isinstance(value, ast.Tuple) else [None]
    return all(type(each) is str and names.attribute_rule(each) == "native" for each in every)


def _is_exit_call(value: ast.expr | None) -> bool:
    """``@exit(anything)``"""
    return (
        isinstance(value, ast.Call)
        and is_name(value.func, "@exit")
        and len(value.args) == 1
        and not value.keywords
        and not isinstance(value.args[0], ast.Starred)
    )


def is_without_traceback(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether the body of an ``__exit__``, of HookedRewriter's, first lets go of every parameter that may hold one."""
    arguments = node.args
    positional = [each.arg for each in arguments.posonlyargs + arguments.args]
    expected = [f"{name} = None" for name in positional[3:4] + [each.arg for each in arguments.kwonlyargs]]
    if arguments.kwarg is not None:
        expected.append(f"{arguments.kwarg.arg} = {{}}")
    if arguments.vararg is not None and len(positional) < 4:
        name = arguments.vararg.arg
        kept = [f"{names.TEMPORARY}{index}" for index in range(3 - len(positional))]
        value = f"({', '.join([*kept, 'None'])}{'' if kept else ','})"
        expected.append(f"match {name}:\n    case [{', '.join([*kept, '_'])}]:\n        {name} = {value}")
    first = node.body[0]
    start = int(isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant))
    actual = [ast.unparse(each) for each in node.body[start : start + len(expected)]]
    defaults = all(each is None or ast.unparse(each) == "None" for each in arguments.kw_defaults)
    return actual == expected and defaults and not node.decorator_list
