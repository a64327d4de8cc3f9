"""Which variables a piece of text binds where: as much as the rewriters need to know, decided on the safe side."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_SCOPES = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef,
    ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
)  # fmt: skip
_LOOPS = (ast.For, ast.AsyncFor, ast.While)


@dataclass(slots=True)
class Scope:
    """
    One scope while its text is visited.

    ``class_name`` is what class-private names mangle with. ``steady`` are variables of this function that only
    its own statements can rebind; ``checked`` maps a parameter to the flag that says whether the guest made it.
    """

    kind: Literal["module", "function", "class", "expression"]
    class_name: str | None = None
    in_class_function: bool = False  # a function somewhere inside a class: it may say __class__
    steady: frozenset[str] = frozenset()
    checked: dict[str, str] = field(default_factory=dict)


def parameters(node: FunctionNode) -> list[str]:
    """The names of all parameters."""
    arguments = node.args
    every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    every += [each for each in (arguments.vararg, arguments.kwarg) if each is not None]
    return [each.arg for each in every]


def own_statements(body: list[ast.stmt]) -> Iterator[tuple[ast.AST, bool]]:
    """Every node of a function's own scope, and whether it stands in a loop. Scopes within are not entered."""
    stack: list[tuple[ast.AST, bool]] = [(statement, False) for statement in reversed(body)]
    while stack:
        node, looping = stack.pop()
        yield node, looping
        if not isinstance(node, _SCOPES):
            inside = looping or isinstance(node, _LOOPS)
            stack.extend((child, inside) for child in ast.iter_child_nodes(node))


def stored_names(node: ast.AST) -> Iterator[str]:
    """The names that this very node binds or unbinds."""
    if isinstance(node, ast.Name):
        if not isinstance(node.ctx, ast.Load):
            yield node.id
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, ast.alias):
        yield node.asname or node.name.partition(".")[0]
    elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar):
        if node.name is not None:
            yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest is not None:
        yield node.rest
    elif isinstance(node, ast.Global | ast.Nonlocal):
        yield from node.names
    elif isinstance(node, ast.arg):
        yield node.arg


def steady_names(node: ast.FunctionDef | ast.AsyncFunctionDef) -> frozenset[str]:
    """Variables of the function that no other scope can rebind: parameters, and names its own statements bind."""
    bound = set(parameters(node))
    for inner, _ in own_statements(node.body):
        if not isinstance(inner, ast.Global | ast.Nonlocal | ast.NamedExpr):
            bound.update(stored_names(inner))
    for inner in _everything(node.body):
        if isinstance(inner, ast.Global | ast.Nonlocal):
            bound.difference_update(inner.names)
    return frozenset(bound)


def written_parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """
    Parameters worth checking once, at the head of the function: never bound again anywhere in its text, and
    with several attribute writes, or one that stands in a loop.
    """
    rebound: set[str] = set()
    for inner in _everything(node.body):
        rebound.update(stored_names(inner))
    writes: dict[str, int] = {}
    for inner, looping in own_statements(node.body):
        if isinstance(inner, ast.Attribute) and not isinstance(inner.ctx, ast.Load):
            if isinstance(inner.value, ast.Name):
                writes[inner.value.id] = writes.get(inner.value.id, 0) + (2 if looping else 1)
    arguments = node.args
    plain = [each.arg for each in arguments.posonlyargs + arguments.args + arguments.kwonlyargs]
    return [name for name in plain if writes.get(name, 0) >= 2 and name not in rebound]


def _everything(body: list[ast.stmt]) -> Iterator[ast.AST]:
    for statement in body:
        yield from ast.walk(statement)
