"""
Text to tree, under caps. Knows nothing of guests, policies or rewriting.

Whatever the text, it becomes a tree that CPython's compiler takes in its stride, or a RefusedError that says
where. Three gates, each before the step that it protects: the size in bytes (``characters``); one linear scan of
the tokens (``tokens``), since the parser recurses on brackets and is quadratic in long names and in fields of
f-strings; one walk over the tree (``weight``), since the compiler recurses on depth, copies `finally` bodies and
compares all keywords of a call.

The figures in this package were measured on CPython 3.11.7, 3.12.1 and 3.13.0.
"""

from rexec.parse.caps import Caps
from rexec.parse.depth import copy_tree, in_fresh_stack, with_fresh_stack
from rexec.parse.gates import Parsed, check_tree, parse
from rexec.parse.notices import collected_warnings
from rexec.parse.places import (
    character,
    column_in_characters,
    deepest,
    diagnostic_at,
    line_shown,
    position,
    source_line,
    split_lines,
    syntax_diagnostic,
)

__all__ = [
    "Caps",
    "Parsed",
    "character",
    "check_tree",
    "collected_warnings",
    "column_in_characters",
    "copy_tree",
    "deepest",
    "diagnostic_at",
    "in_fresh_stack",
    "line_shown",
    "parse",
    "position",
    "source_line",
    "split_lines",
    "syntax_diagnostic",
    "with_fresh_stack",
]
