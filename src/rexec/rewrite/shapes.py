"""The few tree shapes that rewriters put into a guest's text, each at the position of what it stands for."""

from __future__ import annotations

import ast
from typing import Any, TypeVar

Node = TypeVar("Node", bound=ast.AST)


def at(new: Node, like: ast.AST) -> Node:
    """Give *new* the position of *like*, and hand it back."""
    for field in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(new, field, getattr(like, field, None) or (1 if field.endswith("lineno") else 0))
    return new


def load(identifier: str, like: ast.AST) -> ast.Name:
    """``identifier`` as it is read."""
    return at(ast.Name(id=identifier, ctx=ast.Load()), like)


def store(identifier: str, like: ast.AST) -> ast.Name:
    """``identifier`` as it is bound."""
    return at(ast.Name(id=identifier, ctx=ast.Store()), like)


def constant(value: Any, like: ast.AST) -> ast.Constant:
    """A literal."""
    return at(ast.Constant(value=value), like)


def call(function: str, arguments: list[ast.expr], like: ast.AST) -> ast.Call:
    """``function(argument, ...)``, the function being a name."""
    return at(ast.Call(func=load(function, like), args=arguments, keywords=[]), like)


def assign(identifier: str, value: ast.expr, like: ast.AST) -> ast.Assign:
    """``identifier = value``."""
    return at(ast.Assign(targets=[store(identifier, like)], value=value), like)


def delete(identifiers: list[str], like: ast.AST) -> ast.Delete:
    """``del identifier, ...``."""
    targets: list[ast.expr] = [at(ast.Name(id=each, ctx=ast.Del()), like) for each in identifiers]
    return at(ast.Delete(targets=targets), like)


def docstring_end(body: list[ast.stmt]) -> int:
    """How many statements at the head of a body must stay there: 1 for a docstring, else 0."""
    head = body[0] if body else None
    if isinstance(head, ast.Expr) and isinstance(head.value, ast.Constant) and type(head.value.value) is str:
        return 1
    return 0
