"""How large a text may be, and what says that one is larger."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Caps:
    """
    How large a text may be: bytes of UTF-8, brackets and blocks within each other, nodes of its tree, levels
    of its tree.

    ``nodes`` bounds what compiling costs too, in units of one node: code that the compiler repeats counts
    each time. 500000 take it about two seconds. 3.11 cannot compile a tree of more than 960 levels.
    """

    source_bytes: int = 2_000_000
    nesting: int = 100
    nodes: int = 500_000
    depth: int = 800


DEFAULT_CAPS: Final = Caps()
_NOWHERE: Final = ast.Pass()


class TooLargeError(Exception):
    """A cap is exceeded at this character of the text, or at this node of the tree."""

    def __init__(self, message: str, index: int = 0, node: ast.AST = _NOWHERE) -> None:
        super().__init__(message)
        self.index = index
        self.node = node
