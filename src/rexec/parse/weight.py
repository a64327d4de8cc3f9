"""What must hold of a tree before it is compiled: what it costs the compiler stays within the caps."""

from __future__ import annotations

import ast
from typing import Final

from rexec.parse import expressions, scopes, statements
from rexec.parse.caps import Caps
from rexec.parse.walk import NODES, Rule, Walk

_BY_NAME: Final[dict[str, Rule]] = expressions.RULES | scopes.RULES | statements.RULES
_RULES: Final[dict[type, Rule]] = {each: _BY_NAME.get(each.__name__, Walk.children) for each in NODES}


def weigh(tree: ast.AST, caps: Caps) -> None:
    """
    Add up what a tree costs the compiler, in units of one node (about 2 µs and 1 kB).

    Raises TooLargeError for what exceeds the caps; AttributeError or TypeError for what is no syntax tree.
    """
    Walk(caps, _RULES).add(tree)
