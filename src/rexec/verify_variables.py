"""
What the second proof knows of a function's variables: which of them nobody else can rebind, and which were tested
at its head. Shares nothing with the rewriters.
"""

from __future__ import annotations

import ast
from collections import Counter
from functools import cached_property
from typing import Any

from rexec import names


class Variables:
    """The variables of one function. Each question is answered by one pass over it, however often it is asked."""

    def __init__(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.function = function

    @cached_property
    def own(self) -> frozenset[str]:
        """Variables of this function, which no other function rebinds."""
        arguments = self.function.args
        every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
        own = {each.arg for each in [*every, arguments.vararg, arguments.kwarg] if each is not None}
        elsewhere: set[str] = set()
        stack: list[ast.AST] = list(self.function.body)
        while stack:
            node = stack.pop()
            if isinstance(node, ast.Global | ast.Nonlocal):
                elsewhere.update(node.names)
            elif not isinstance(node, ast.NamedExpr):
                own.update(bound_by(node))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
                for each in ast.walk(node):
                    elsewhere.update(each.names if isinstance(each, ast.Global | ast.Nonlocal) else ())
            elif not isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
                stack.extend(ast.iter_child_nodes(node))
        return frozenset(own - elsewhere)

    @cached_property
    def flagged(self) -> frozenset[str]:
        """Parameters whose flag is set at the function's head, where neither is bound anywhere else."""
        tests: dict[str, ast.expr | None] = {}
        for index, statement in enumerate(self.function.body):
            if not (index == 0 and isinstance(statement, ast.Expr)) and not _is_flag(statement):
                break
            if _is_flag(statement):
                tests[statement.targets[0].id] = type_tested(statement.value)  # type: ignore[attr-defined]  # as tested
        arguments = self.function.args
        plain = [each.arg for each in arguments.posonlyargs + arguments.args + arguments.kwonlyargs]
        bound = Counter(
            name for statement in self.function.body for each in ast.walk(statement) for name in bound_by(each)
        )
        return frozenset(
            each
            for each in plain
            if not bound[each]
            and bound[names.OWN + each] == 1
            and (value := tests.get(names.OWN + each)) is not None
            and is_name(value, each)
        )


def type_tested(node: ast.expr) -> ast.expr | None:
    """The expression E of ``@type(E) in @types``."""
    if (
        isinstance(node, ast.Compare)
        and len(node.ops) == 1
        and isinstance(node.ops[0], ast.In)
        and is_name(node.comparators[0], "@types")
        and isinstance(node.left, ast.Call)
        and is_name(node.left.func, "@type")
        and len(node.left.args) == 1
        and not node.left.keywords
    ):
        return node.left.args[0]
    return None


def _is_flag(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Assign)
        and len(statement.targets) == 1
        and isinstance(statement.targets[0], ast.Name)
        and statement.targets[0].id.startswith(names.OWN)
    )


def bound_by(node: ast.AST) -> list[str]:
    """The names that this very node binds, declares or unbinds."""
    if isinstance(node, ast.Name):
        return [] if isinstance(node.ctx, ast.Load) else [node.id]
    found: list[Any] = []
    for field in ("name", "asname", "rest", "arg"):
        value = getattr(node, field, None)
        if type(value) is str:
            found.append(value.partition(".")[0] if isinstance(node, ast.alias) else value)
    return found + list(getattr(node, "names", [])) if isinstance(node, ast.Global | ast.Nonlocal) else found


def is_name(node: ast.AST, identifier: str) -> bool:
    return isinstance(node, ast.Name) and node.id == identifier and isinstance(node.ctx, ast.Load)
