"""
Cutting a test module of CPython's into chunks that a guest can run one after the other.

A chunk is one statement of the top level. Imports of what the guest has not become ``name = _needs("module")``, whose
first use skips the test that makes it. What the rewriter refuses is cut out of its chunk, method by method.

This file knows trees of harmless text only: CPython's own tests.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

HELPERS = "cpython_test"  # the package of guest sources that stands for CPython's package ``test``
OWN = "untrusted_"
Edit = tuple[int, int, str]  # first byte, end, what comes in its place


# What tests ask the process before they decide what to test, and what it is here.
OF_THE_PROCESS = {
    "sys.flags.optimize": "0",
    "sys.get_int_max_str_digits()": "4300",
    "sys.getfilesystemencoding()": "'utf-8'",
    "sys.gettrace()": "None",
}


@dataclass
class Chunk:
    """One statement; ``binds`` are the names it gives, ``tests`` the test methods that stand in its class."""

    text: str
    line: int
    binds: tuple[str, ...]
    title: str = ""
    tests: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    refused: dict[str, str] = field(default_factory=dict)  # method -> why


@dataclass(frozen=True)
class World:
    """What the guest of this run can import: the names that a module shows, or None where there is no such module."""

    shows: Callable[[str], frozenset[str] | None]
    star: Callable[[str], tuple[str, ...]]
    helpers: frozenset[str]  # modules of HELPERS
    stand_ins: tuple[str, ...] = ("unittest", "tempfile")  # modules that are taken from HELPERS
    own: frozenset[str] = frozenset()  # modules that the guest has as source, under OWN and their names


class Text:
    """A text and the places of its nodes as offsets in bytes."""

    def __init__(self, text: str) -> None:
        self.bytes = text.encode()
        self.starts = [0]
        for line in self.bytes.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)

    def edited(self, edits: list[Edit]) -> str:
        made = self.bytes
        for start, end, new in sorted(edits, reverse=True):
            made = made[:start] + new.encode() + made[end:]
        return made.decode()


def cut(text: str, world: World, package: str = "") -> list[Chunk]:
    """The chunks of a test module, with its imports and decorators replaced."""
    source, tree = Text(text), ast.parse(text)
    edits = [_import_edit(source, node, world, package) for node in ast.walk(tree) if _is_import(node)]
    edits += [edit for node in _decorated(tree) for edit in _decorator_edits(source, node)]
    edits += _module_edits(source, tree)
    made = source.edited([edit for edit in edits if edit is not None])
    lines = made.encode().splitlines(keepends=True)
    return [_chunk(statement, lines) for statement in ast.parse(made).body if not _is_main(statement)]


def _chunk(statement: ast.stmt, lines: list[bytes]) -> Chunk:
    first = _first_line(statement)
    body = b"".join(lines[first - 1 : statement.end_lineno]).decode()
    tests: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    title = ""
    if isinstance(statement, ast.ClassDef):
        title = statement.name
        tests = tuple(each.name for each in statement.body if _is_function(each) and each.name.startswith("test"))
        bases = tuple(each.id for each in statement.bases if isinstance(each, ast.Name))
    return Chunk("\n" * (first - 1) + body, first, tuple(_binds(statement)), title, tests, bases)


def without(chunk: Chunk, findings: list[tuple[int, str]]) -> bool:
    """Cut what is refused out of a chunk's class; false where there is no class to cut out of."""
    tree = ast.parse(chunk.text)
    statement = tree.body[-1]
    if not isinstance(statement, ast.ClassDef):
        return False
    lines = chunk.text.split("\n")
    found = False
    for each in reversed(statement.body):
        mine = [why for line, why in findings if _first_line(each) <= line <= (each.end_lineno or 0)]
        if not mine:
            continue
        found = True
        stubs = [f"{name} = _refused({mine[0]!r})" for name in _binds(each)]
        if _is_function(each) and each.name.startswith("test"):
            chunk.refused[each.name] = mine[0]
            stubs = []
        stub = " " * each.col_offset + ("; ".join(stubs) or "pass")
        count = (each.end_lineno or 0) - _first_line(each)
        lines[_first_line(each) - 1 : each.end_lineno] = [stub] + [""] * count
    chunk.text = "\n".join(lines)
    return found


# --------------------------------------------------------------------------------------------------------------
# Imports


def _is_import(node: ast.AST) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _import_edit(source: Text, node: ast.AST, world: World, package: str) -> Edit | None:
    assert isinstance(node, ast.Import | ast.ImportFrom)
    if isinstance(node, ast.Import):
        parts = [_import(alias, world) for alias in node.names]
    elif node.module == "__future__":
        return None
    else:
        parts = list(_from(_absolute(node, package), node.names, world))
    return (*source.span(node), "; ".join(parts) or "pass")


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    base = parts[: len(parts) - node.level + 1]
    return ".".join([*base, node.module] if node.module else base)


def _import(alias: ast.alias, world: World) -> str:
    name, first = alias.name, alias.name.partition(".")[0]
    if first in world.stand_ins:
        return f"import {HELPERS}.{first} as {alias.asname or first}"
    if first == "test" and name[5:] in world.helpers:
        return (
            f"import {HELPERS}.{name[5:]}; {alias.asname or 'test'} = {HELPERS}"
            if not alias.asname
            else (f"import {HELPERS}.{name[5:]} as {alias.asname}")
        )
    if name in world.own:
        return f"import {OWN}{name} as {alias.asname or name}"
    if world.shows(name) is not None:
        return f"import {name} as {alias.asname}" if alias.asname else f"import {name}"
    if not alias.asname and world.shows(first) is not None:
        return f"import {first}"
    return f"{alias.asname or first} = _needs({name!r})"


def _from(module: str, aliases: list[ast.alias], world: World) -> Iterator[str]:
    first, _, rest = module.partition(".")
    if module in world.stand_ins:
        module = f"{HELPERS}.{module}"
    elif first == "test":
        for alias in aliases:
            bound = alias.asname or alias.name
            inner = f"{rest}.{alias.name}" if rest else alias.name
            if inner in world.helpers:
                yield f"import {HELPERS}.{inner} as {bound}"
            elif rest in world.helpers:
                yield f"from {HELPERS}.{rest} import {alias.name} as {bound}"
            else:
                yield f"{bound} = _needs({'test.' + inner!r})"
        return
    if module in world.own:
        module, shown = OWN + module, frozenset(alias.name for alias in aliases)
    else:
        shown = world.shows(module)
    names = [(alias.name, alias.asname or alias.name) for alias in aliases]
    if names == [("*", "*")]:
        names = [(name, name) for name in world.star(module)]
    for name, bound in names:
        if module.startswith(HELPERS) or (shown is not None and name in shown):
            yield f"from {module} import {name} as {bound}"
        else:
            yield f"{bound} = _needs({module + '.' + name!r})"


# --------------------------------------------------------------------------------------------------------------
# Statements


def _decorated(tree: ast.Module) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """The classes of the top level, and the test methods in them."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node
            for each in node.body:
                if _is_function(each) and each.name.startswith("test"):
                    yield each


def _decorator_edits(source: Text, node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[Edit]:
    """A decorator that needs what there is not skips what it decorates, instead of failing the class around it."""
    for each in node.decorator_list:
        start, end = source.span(each)
        yield start, start, "_decorate(lambda: ("
        yield end, end, "))"


def _module_edits(source: Text, tree: ast.Module) -> Iterator[Edit]:
    """``sys.modules[name] = module``: a test makes sure of which version it tests, and there is only one here."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).startswith("sys.modules["):
            yield (*source.span(node), "pass")
        elif isinstance(node, ast.Attribute | ast.Call) and ast.unparse(node) in OF_THE_PROCESS:
            yield (*source.span(node), OF_THE_PROCESS[ast.unparse(node)])


def _is_function(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def _first_line(node: ast.stmt) -> int:
    return min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])


def _is_main(node: ast.stmt) -> bool:
    """``if __name__ == "__main__"``, and what only the real unittest calls."""
    if isinstance(node, ast.If):
        return "__main__" in ast.unparse(node.test)
    return isinstance(node, ast.FunctionDef) and node.name in ("load_tests", "test_main")


def _binds(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement binds in its own scope."""
    if isinstance(statement, ast.ClassDef) or _is_function(statement):
        yield statement.name  # type: ignore[union-attr]  # all three have one
        return
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.ClassDef) or _is_function(node):
            yield node.name  # type: ignore[attr-defined]  # as above
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((each.asname or each.name).partition(".")[0] for each in node.names)
