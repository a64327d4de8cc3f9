"""What expressions cost the compiler."""

from __future__ import annotations

import ast
from typing import Any, Final

from rexec.parse.walk import Rule, Walk


def name(walk: Walk, node: ast.Name, _depth: int, _blocks: int) -> None:
    if walk.names.kept:
        walk.names.mentioned.add(node.id)


def binding(walk: Walk, node: Any, depth: int, blocks: int) -> None:
    """A node with a name of its own: a parameter, an import, a handler, a capture."""
    if walk.names.kept:
        for field in ("arg", "name", "asname", "rest"):
            walk.names.mentioned.add(str(getattr(node, field, None)))
    if isinstance(node, ast.MatchAs | ast.MatchStar | ast.MatchMapping):
        walk.captures += 1
    walk.children(node, depth, blocks)


def constant(walk: Walk, node: ast.Constant, depth: int, blocks: int) -> None:
    value = getattr(node, "value", None)
    if isinstance(value, str | bytes):
        walk.cost += len(value) >> 6
    elif isinstance(value, int):
        walk.cost += (value.bit_length() >> 10) ** 2
    elif isinstance(value, tuple | frozenset):  # only in trees that were made by hand
        walk.push([ast.Constant(each) for each in value], depth + 1, blocks)


def product(walk: Walk, node: ast.BinOp, depth: int, blocks: int) -> None:
    """The compiler computes products of constants, up to 4096 characters or 256 items each."""
    if isinstance(node.op, ast.Mult):
        for each in (node.left, node.right):
            value = each.value if isinstance(each, ast.Constant) else each
            walk.cost += 64 if isinstance(value, str | bytes | ast.Tuple) else 0
    walk.children(node, depth, blocks)


def keywords(walk: Walk, node: Any, depth: int, blocks: int) -> None:
    """The compiler compares each keyword with all others."""
    count = len(getattr(node, "keywords", None) or getattr(node, "kwd_attrs", None) or ())
    walk.cost += count * count >> 8
    walk.children(node, depth, blocks)


def comparison(walk: Walk, node: ast.Compare, depth: int, blocks: int) -> None:
    walk.cost += 2 * len(node.ops)
    walk.children(node, depth, blocks)


def text(walk: Walk, node: ast.AST, depth: int, blocks: int) -> None:
    """In an annotation that stays text, each f-string within another doubles the backslashes in it."""
    before = walk.cost
    walk.formats += 1

    def done() -> None:
        walk.formats -= 1
        if walk.formats:
            walk.cost += walk.cost - before

    walk.later(done)
    walk.children(node, depth, blocks)


def waiting(walk: Walk, node: ast.Await | ast.YieldFrom, depth: int, blocks: int) -> None:
    walk.cost += 2
    walk.children(node, depth, blocks + 1)


RULES: Final[dict[str, Rule]] = {
    "Name": name,
    "Constant": constant,
    "BinOp": product,
    "Compare": comparison,
    **dict.fromkeys(("Call", "MatchClass"), keywords),
    **dict.fromkeys(("arg", "alias", "MatchAs", "MatchStar", "MatchMapping"), binding),
    **dict.fromkeys(("JoinedStr", "TemplateStr"), text),
    **dict.fromkeys(("Await", "YieldFrom"), waiting),
}
