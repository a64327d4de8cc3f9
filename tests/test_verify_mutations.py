"""
With the rewriter's checks switched off, the second proof alone refuses whatever they refuse.

The texts are those of the guest scripts and of the escapes that announce a refusal.
"""

from __future__ import annotations

import ast
import functools
import sys
from pathlib import Path
from typing import Any

import pytest

from guest_scripts import Chunk, all_chunks
from rexec.compile import compile_program
from rexec.errors import RefusedError
from rexec.result import Diagnostic
from rexec.rewrite.hooked import HookedRewriter
from rexec.rewrite.language import LanguageRewriter
from rexec.rewrite.sealed import SealedRewriter

HERE = Path(__file__).parent
BY_THE_PARSER = {"syntax", "size", "depth", "nesting", "characters", "verify", "warning"}
# Told where Python itself would fail at run time; nothing can come of it.
HARMLESS = ("except* must name what it handles", "has no guard")


class BlindSealed(SealedRewriter):
    """Finds nothing."""

    def error(self, node: ast.AST, info: str, rule: str = "language") -> None: ...


class BlindHooked(HookedRewriter):
    """Finds nothing."""

    def error(self, node: ast.AST, info: str, rule: str = "language") -> None: ...


PAIRS: list[tuple[type[LanguageRewriter], type[LanguageRewriter]]] = [
    (SealedRewriter, BlindSealed),
    (HookedRewriter, BlindHooked),
]


def findings(text: str, rewriter: type[LanguageRewriter]) -> tuple[Diagnostic, ...]:
    try:
        compile_program(text, filename="x.py", rewriter=rewriter)
    except RefusedError as error:
        return error.diagnostics
    return ()


@functools.cache
def refused(rewriter: type[LanguageRewriter]) -> list[tuple[Chunk, set[tuple[str, int | None]]]]:
    """Each text that this rewriter refuses, with the rules and lines."""
    found = []
    for folder in ("scripts", "escapes"):
        for chunk in all_chunks(HERE / folder):
            if chunk.runs_on(sys.version_info[:2]):
                told = [each for each in findings(chunk.text, rewriter) if each.rule not in BY_THE_PARSER]
                where = {(each.rule, each.line) for each in told if not any(each.message.endswith(h) for h in HARMLESS)}
                if where:
                    found.append((chunk, where))
    return found


@pytest.mark.parametrize(("seeing", "blind"), PAIRS, ids=["sealed", "hooked"])
def test_proof_alone_refuses_every_line_that_the_rewriter_refuses(seeing: Any, blind: Any) -> None:
    missed = {}
    for chunk, where in refused(seeing):
        proved = findings(chunk.text, blind)
        assert {each.rule for each in proved} <= {"verify"}
        lines = {each.line for each in proved}
        left = sorted((line or 0, rule) for rule, line in where if line not in lines)
        if left:
            missed[chunk.title] = left
    assert missed == {}


@pytest.mark.parametrize(("seeing", "blind"), PAIRS, ids=["sealed", "hooked"])
def test_texts_are_refused_under_every_rule(seeing: Any, blind: Any) -> None:
    rules = {rule for _, where in refused(seeing) for rule, _ in where}
    assert rules >= {"name", "attribute", "import", "method", "pattern"}
    assert len(refused(seeing)) > 30
