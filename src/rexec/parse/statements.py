"""What statements cost the compiler: those that leave, and what is done when they do."""

from __future__ import annotations

import ast
import sys
from typing import Any, Final

from rexec.parse.expressions import binding
from rexec.parse.walk import Rule, Walk

_COUNTS_CODE_ALIKE: Final = sys.version_info < (3, 12)  # as in scopes


def leaving(walk: Walk, node: ast.Return | ast.Break | ast.Continue, depth: int, blocks: int) -> None:
    if isinstance(node, ast.Return):
        walk.returns += 1
    else:
        walk.jumps += 1
    walk.children(node, depth, blocks)


def loop(walk: Walk, node: Any, depth: int, blocks: int) -> None:
    jumps = walk.jumps

    def done() -> None:
        walk.jumps = jumps

    waits = isinstance(node, ast.AsyncFor)
    walk.cost += 8 if waits else 0
    walk.push(node.orelse, depth + 1, blocks)
    walk.later(done)
    walk.push(node.body, depth + 1, blocks)
    for field in ("iter", "target", "test"):
        walk.push(getattr(node, field, None), depth + 1, blocks + (2 if waits else 0))


def with_(walk: Walk, node: ast.With | ast.AsyncWith, depth: int, blocks: int) -> None:
    """Each statement that leaves the block calls every __exit__ of it."""
    exits = walk.returns + walk.jumps
    items, waits = len(node.items), isinstance(node, ast.AsyncWith)
    cost = items * (28 if waits else 4)
    walk.cost += cost

    def done() -> None:
        walk.cost += cost * (walk.returns + walk.jumps - exits)

    walk.later(done)
    walk.push(node.body, depth + 1, blocks + items)
    walk.push(node.items, depth + 1, blocks + items + waits)


def handler(walk: Walk, node: ast.ExceptHandler, depth: int, blocks: int) -> None:
    exits = walk.returns + walk.jumps

    def done() -> None:
        walk.cost += 4 * (walk.returns + walk.jumps - exits)

    walk.later(done)
    binding(walk, node, depth, blocks)


def try_(walk: Walk, node: Any, depth: int, blocks: int) -> None:
    """
    A finally body is compiled for the ordinary end, for an exception, and for each statement that leaves;
    statements that leave from within it are repeated with it.
    """
    guarded = blocks + bool(node.finalbody)
    exits = walk.returns + walk.jumps

    def final() -> None:
        repeated = walk.returns + walk.jumps - exits + 1
        cost, returns, jumps, scopes = walk.cost, walk.returns, walk.jumps, walk.scopes

        def done() -> None:
            alike = repeated * (walk.scopes - scopes)
            walk.scopes += alike
            walk.cost += repeated * (walk.cost - cost) + (alike**2 >> 9 if _COUNTS_CODE_ALIKE else 0)
            walk.returns += repeated * (walk.returns - returns)
            walk.jumps += repeated * (walk.jumps - jumps)

        walk.later(done)
        walk.push(node.finalbody, depth + 1, blocks + 1)

    if node.finalbody:
        walk.later(final)
    walk.push(node.orelse, depth + 1, guarded)
    walk.push(node.handlers, depth + 1, guarded + 2)
    walk.push(node.body, depth + 1, guarded + bool(node.handlers))


def case(walk: Walk, node: ast.match_case, depth: int, blocks: int) -> None:
    """Each name that a pattern binds is moved below all values that are still to be matched."""
    captures = walk.captures

    def done() -> None:
        walk.cost += (walk.captures - captures) ** 2 >> 2

    walk.push(node.body, depth + 1, blocks)
    walk.push(node.guard, depth + 1, blocks)
    walk.later(done)
    walk.push(node.pattern, depth + 1, blocks)


RULES: Final[dict[str, Rule]] = {
    **dict.fromkeys(("Return", "Break", "Continue"), leaving),
    **dict.fromkeys(("For", "AsyncFor", "While"), loop),
    **dict.fromkeys(("With", "AsyncWith"), with_),
    **dict.fromkeys(("Try", "TryStar"), try_),
    "ExceptHandler": handler,
    "match_case": case,
}
