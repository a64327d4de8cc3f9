"""
A pytest plug-in that puts our functions where RestrictedPython's own test-suite takes its own from.

The suite imports names from the package, so replacing them before collection is enough; no file is changed.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import RestrictedPython
import RestrictedPython.compile
import RestrictedPython.Eval
from RestrictedPython import RestrictingNodeTransformer

import rexec.restricted

FUNCTIONS = (
    "compile_restricted",
    "compile_restricted_eval",
    "compile_restricted_exec",
    "compile_restricted_function",
    "compile_restricted_single",
)
CALLS: list[str] = []


def as_upstream(name: str) -> Callable[..., Any]:
    """Our function, counted, with upstream's default policy."""
    ours = getattr(rexec.restricted, name)

    @functools.wraps(ours)
    def function(*arguments: Any, **keywords: Any) -> Any:
        CALLS.append(name)
        if len(arguments) < (9 if name == "compile_restricted_function" else 5):
            keywords.setdefault("policy", RestrictingNodeTransformer)
        return ours(*arguments, **keywords)

    return function


def pytest_configure() -> None:
    for name in FUNCTIONS:
        function = as_upstream(name)
        for module in (RestrictedPython, RestrictedPython.compile, RestrictedPython.Eval):
            if hasattr(module, name):
                setattr(module, name, function)


def pytest_sessionfinish() -> None:
    Path(os.environ["REXEC_UPSTREAM_CALLS"]).write_text(str(len(CALLS)), encoding="utf-8")
