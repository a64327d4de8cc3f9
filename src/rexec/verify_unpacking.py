"""
What the second proof knows of the calls of hooks that HookedRewriter makes, and of how sequences are taken apart.
Shares nothing with the rewriters.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, Final

from rexec.verify_variables import is_name

ARGUMENTS: Final[dict[str, int]] = {
    "_getattr_": 2,
    "_getitem_": 2,
    "_getiter_": 1,
    "_write_": 1,
    "_unpack_sequence_": 3,
    "_iter_unpack_sequence_": 3,
    "_inplacevar_": 3,
}
SEQUENCE: Final = (ast.Tuple, ast.List)


def is_hook_call(node: ast.AST | None, hook: str) -> bool:
    """``hook(...)`` with as many plain arguments as the hook takes."""
    return (
        isinstance(node, ast.Call)
        and is_name(node.func, hook)
        and len(node.args) == ARGUMENTS[hook]
        and not node.keywords
        and not any(isinstance(each, ast.Starred) for each in node.args)
    )


def is_unpacked(node: Any, hook: str, target: Any) -> bool:
    """``hook(value, SPEC, _getiter_)`` with the spec of the target."""
    if not is_hook_call(node, hook) or not is_name(node.args[2], "_getiter_"):
        return False
    try:
        return bool(ast.literal_eval(node.args[1]) == _spec(target))
    except ValueError:
        return False


def _spec(target: Any) -> dict[str, object]:
    """Items behind a star are counted from the end. A starred sequence takes what its items would take."""
    items = list(_items(target))
    star = next((index for index, each in enumerate(items) if isinstance(each, ast.Starred)), len(items))
    childs = tuple(
        (index - len(items) if index > star else index, _spec(each))
        for index, each in enumerate(items)
        if isinstance(each, SEQUENCE)
    )
    return {"childs": childs, "min_len": len(items) - (star < len(items))}


def _items(target: Any) -> Iterator[ast.expr]:
    for each in target.elts:
        if isinstance(each, ast.Starred) and isinstance(each.value, SEQUENCE):
            yield from _items(each.value)
        else:
            yield each
