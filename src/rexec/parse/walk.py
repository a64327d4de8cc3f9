"""A tree is walked without recursion, and what each of its nodes costs is added up."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from rexec.parse.caps import Caps, TooLargeError

T = TypeVar("T")
# Handlers around one instruction. CPython counts blocks of statements only, and forgets those of inlined
# comprehensions, of `await`, and around all of a generator; with 21 it overruns an array (3.12, 3.13).
_BLOCKS: Final = 20
NODES: Final = [each for each in vars(ast).values() if isinstance(each, type) and issubclass(each, ast.AST)]
# Fields that hold no nodes, or none that cost anything.
_UNSEEN: Final = frozenset({"ctx", "op", "ops", "kind", "type_comment", "id", "attr", "name", "arg"})
FIELDS: Final[dict[type, tuple[str, ...]]] = {
    each: tuple(field for field in reversed(each._fields) if field not in _UNSEEN) for each in NODES
}
_STEP: Final = 0  # the depth that tells steps from nodes


def known(table: Mapping[type, T], node: ast.AST) -> T:
    """What a table says of a node; of one whose class the host derived, what it says of the class of Python's."""
    found = table.get(type(node))
    return next(table[base] for base in type(node).__mro__ if base in table) if found is None else found


class Names:
    """What one scope costs: the names it mentions, those that scopes within it mention, its full name."""

    def __init__(self, outer: Names | None, name: str, shares: bool) -> None:
        self.mentioned: set[str] = set()
        self.inner: set[str] = set()
        self.length: int = len(name) + (0 if outer is None else outer.length + len(".<locals>."))
        self.nested: bool = outer is not None and outer.kept
        self.kept: bool = shares or self.nested  # these names can be variables of another scope


class Walk:
    """
    One pass over a tree that adds up what it costs, each node by the rule of its class. Raises TooLargeError.

    An own stack stands for recursion: of nodes with their depth and the blocks around them, and of steps to
    be taken when all that was pushed after them is done.
    """

    def __init__(self, caps: Caps, rules: Mapping[type, Rule]) -> None:
        self.caps = caps
        self.rules = rules
        self.stack: list[tuple[Any, int, int]] = []
        self.nodes = 0
        self.cost = 0
        self.returns = 0
        self.jumps = 0  # break and continue
        self.captures = 0
        self.scopes = 0
        self.formats = 0  # f-strings around this point
        self.names = Names(None, "", shares=False)
        self.alike: dict[tuple[str, int, int], int] = {}

    def add(self, tree: ast.AST) -> None:
        self.stack.append((tree, 1, 0))
        node = tree
        while self.stack:
            item, depth, blocks = self.stack.pop()
            if isinstance(item, ast.AST):
                node = item
                self.nodes += 1
                self.cost += 1
                if depth > self.caps.depth:
                    raise TooLargeError(f"more than {self.caps.depth} levels", node=node)
                if blocks > _BLOCKS:
                    raise TooLargeError("too many statically nested blocks", node=node)
                known(self.rules, item)(self, item, depth, blocks)
            elif depth == _STEP:
                item()
            self.check(node)
        self.cost += len(self.names.mentioned) * self.scopes >> 7  # declared global in the module itself
        self.check(tree)

    def check(self, node: ast.AST) -> None:
        if self.cost > self.caps.nodes:
            what = "nodes" if self.nodes > self.caps.nodes else "nodes' worth of code once compiled"
            raise TooLargeError(f"the text has more than {self.caps.nodes} {what}", node=node)

    def later(self, step: Callable[[], None]) -> None:
        self.stack.append((step, _STEP, 0))

    def push(self, value: Any, depth: int, blocks: int) -> None:
        """Have a node, or each of a list, weighed; the first one first."""
        if value.__class__ is list:
            self.stack.extend([(each, depth, blocks) for each in reversed(value)])
        elif value is not None:
            self.stack.append((value, depth, blocks))

    def children(self, node: Any, depth: int, blocks: int) -> None:
        depth += 1
        for field in known(FIELDS, node):
            value = getattr(node, field, None)
            if value.__class__ is list:
                self.stack.extend([(each, depth, blocks) for each in reversed(value)])
            elif value is not None:
                self.stack.append((value, depth, blocks))


Rule = Callable[[Walk, Any, int, int], None]
