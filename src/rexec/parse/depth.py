"""What is deeper than the stack at hand: functions that recurse, and a copy of a tree that does not."""

from __future__ import annotations

import ast
import contextvars
import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")
Node = TypeVar("Node", bound=ast.AST)


def with_fresh_stack(function: Callable[[], T]) -> T:
    """
    The result of a function that recurses; called again, on a stack of its own, where this one is too short.

    The function must bear to be called twice. Raises what it raises, RecursionError if it fails there too.
    """
    try:
        return function()
    except RecursionError:
        return in_fresh_stack(function)


def in_fresh_stack(function: Callable[[], T]) -> T:
    """
    The result of a function that is called at recursion depth 0: in a thread, while this one waits.

    Where no thread can start, it is called here.
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(function())
        except BaseException as error:  # whatever it is, it is the caller's
            errors.append(error)

    thread = threading.Thread(target=contextvars.copy_context().run, args=(run,), name="rexec", daemon=True)
    try:
        thread.start()
    except RuntimeError:
        return function()
    thread.join()
    if errors:
        raise errors.pop()
    return results.pop()


def copy_tree(tree: Node) -> Node:
    """A copy of a tree that check_tree accepted, where copy.deepcopy would recurse too deeply."""
    top: list[Any] = [tree]
    pending: list[Any] = [top]
    while pending:
        values = pending.pop()
        for key in range(len(values)) if isinstance(values, list) else list(values):
            value = values[key]
            if isinstance(value, list):
                values[key] = list(value)
                pending.append(values[key])
            elif isinstance(value, ast.AST):
                values[key] = new = type(value).__new__(type(value))
                kept = (*value._fields, *value._attributes)
                vars(new).update((name, getattr(value, name)) for name in kept if hasattr(value, name))
                pending.append(vars(new))
    return cast(Node, top[0])
