"""
Seeds: values of every kind that a guest can make, so that the walk has instances to look at and not just classes.

Each file of ``seeds/`` is a guest's script for one module, run where the policy grants that module. Every expression
that stands by itself is a seed, written as it stands there; where it fails, the exception is the seed. What the
policy does not grant is such an exception too.
"""

from __future__ import annotations

import ast
import functools
import os
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from rexec.audit.edges import not_ours
from rexec.errors import RefusedError
from rexec.guest.environment import Environment
from rexec.guest.facades import FILES
from rexec.policy import Policy

FOLDER: Final = os.path.join(os.path.dirname(__file__), "seeds")
PRIMARY: Final = (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.List, ast.Dict, ast.Set, ast.Tuple)
EVERYWHERE: Final = "builtins"  # the file for the language itself


class Statement(NamedTuple):
    """One statement of a seed script."""

    text: str
    is_seed: bool
    way: str = ""  # how the value of a seed is written on


def plant(world: Environment) -> Iterator[tuple[str, Any]]:
    """Run the seeds of every module that the policy grants; each seed and each exception with its text."""
    for file in files(world.policy):
        for text, is_seed, way in statements(file):
            try:
                code = world.load_text(text, f"<seed {file}>", "eval" if is_seed else "exec")
                value = world.execute(code, world.main)
            except RefusedError:  # it does not even compile
                continue
            except BaseException as error:
                not_ours(error)
                yield f"caught({text})", error
            else:
                if is_seed:
                    yield way, value


def files(policy: Policy) -> list[str]:
    """The seed scripts for what a policy grants."""
    wanted = [EVERYWHERE, *(file for module, file in FILES.items() if module in policy.modules)]
    return [file for file in wanted if os.path.exists(_path(file))]


@functools.cache
def statements(file: str) -> tuple[Statement, ...]:
    """The statements of a seed script."""
    with open(_path(file), encoding="utf-8") as stream:
        source = stream.read()
    found = []
    lines = source.splitlines(keepends=True)
    for node in ast.parse(source).body:
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        text = "".join(lines[first - 1 : node.end_lineno]).strip()
        if isinstance(node, ast.Expr):
            found.append(Statement(text, True, text if isinstance(node.value, PRIMARY) else f"({text})"))
        else:
            found.append(Statement(text, False))
    return tuple(found)


def _path(file: str) -> str:
    return os.path.join(FOLDER, f"{file}.py")
