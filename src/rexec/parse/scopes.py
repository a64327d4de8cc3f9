"""What functions, classes and comprehensions cost the compiler."""

from __future__ import annotations

import ast
import sys
from typing import Any, Final

from rexec.parse.walk import FIELDS, Names, Rule, Walk, known

_COUNTS_CODE_ALIKE: Final = sys.version_info < (3, 12)  # 3.11 hashes equal functions of other lines alike


def definition(walk: Walk, node: Any, depth: int, blocks: int) -> None:
    """Decorators, defaults, annotations and bases belong to the code around, as blocks go."""
    is_class = isinstance(node, ast.ClassDef)
    enter(walk, getattr(node, "name", "<lambda>"), shares=not is_class)
    parameters, keywords = (len(getattr(node, field, ())) for field in ("type_params", "keywords"))
    walk.cost += (8 if is_class else 4) + (parameters**2 >> 5) + (keywords**2 >> 8)
    for field in known(FIELDS, node):
        walk.push(getattr(node, field, None), depth + 1, 1 if field == "body" else blocks)


def alias(walk: Walk, node: ast.AST, depth: int, blocks: int) -> None:
    """``type X = ...`` is compiled as a function."""
    walk.cost += 12
    walk.children(node, depth, blocks)


def comprehension(walk: Walk, node: Any, depth: int, blocks: int) -> None:
    """The compiler takes each ``for`` as lying within the one before, without a look at its stack."""
    walk.cost += 6
    enter(walk, "<genexpr>", shares=True, inlined=True)
    for each in node.generators:
        waits = bool(each.is_async)
        depth, blocks = depth + 1, blocks + waits
        walk.push(each, depth, blocks + 1 + waits)
    for field in ("elt", "value", "key"):
        walk.push(getattr(node, field, None), depth + 1, blocks + 1)


def declaration(walk: Walk, node: ast.Global | ast.Nonlocal, _depth: int, _blocks: int) -> None:
    walk.names.mentioned.update(map(str, node.names))
    walk.cost += len(node.names)


def enter(walk: Walk, name: str, *, shares: bool, inlined: bool = False) -> None:
    outer, before = walk.names, walk.cost
    returns, jumps, scopes = walk.returns, walk.jumps, walk.scopes
    if outer.kept:
        outer.mentioned.add(name)
    walk.scopes += 1
    inner = walk.names = Names(outer, name, shares)
    walk.cost += inner.length >> 6

    def done() -> None:
        leave(walk, inner, outer, name, walk.cost - before, walk.scopes - scopes - 1)
        if inlined and outer.kept:
            outer.mentioned |= inner.mentioned  # for names that := binds
        walk.names, walk.returns, walk.jumps = outer, returns, jumps

    walk.later(done)


def leave(walk: Walk, inner: Names, outer: Names, name: str, size: int, scopes: int) -> None:
    """
    What the symbol table pays: sets of names, copied for each scope within. And the code generator: an
    insertion at the head of the function for each variable that scopes within use.
    """
    shared = len(inner.mentioned & inner.inner)
    walk.cost += (len(inner.mentioned) * scopes >> 7) + (shared * size >> 10)
    if inner.nested:
        passed = inner.mentioned | inner.inner
        walk.cost += len(passed) >> 2
        outer.inner |= passed
    if _COUNTS_CODE_ALIKE:
        key = (name, size, len(inner.mentioned))
        walk.alike[key] = walk.alike.get(key, 0) + 1
        walk.cost += walk.alike[key] >> 5


RULES: Final[dict[str, Rule]] = {
    **dict.fromkeys(("FunctionDef", "AsyncFunctionDef", "Lambda", "ClassDef"), definition),
    **dict.fromkeys(("ListComp", "SetComp", "DictComp", "GeneratorExp"), comprehension),
    **dict.fromkeys(("Global", "Nonlocal"), declaration),
    "TypeAlias": alias,
}
