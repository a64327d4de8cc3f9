"""The two ways to run a chunk: as a guest, and in plain CPython, which tells whether the harness is at fault."""

from __future__ import annotations

import dataclasses
import importlib
import re
import sys
import types
from pathlib import Path
from typing import Any, Protocol

HERE = Path(__file__).resolve().parent
HIDDEN = re.compile(r"(?:type object )?module '([A-Za-z.]+)' has no attribute '(_\w+)'")
PRELUDE = "from cpython_test.needs import needs as _needs, refused as _refused, decorate as _decorate, skips as _skips"


@dataclasses.dataclass(frozen=True)
class Ending:
    """``kind`` is passed, refused, skipped or failed; ``why`` says so in one line; ``refused`` are findings by line."""

    kind: str
    why: str = ""
    value: Any = None
    refused: tuple[tuple[int, str], ...] = ()


class Engine(Protocol):
    def run(self, text: str) -> Ending: ...


class Guest:
    """One session of the default policy, with the guest sources of the harness on its import path."""

    def __init__(self, folder: str) -> None:
        from rexec import Policy, Sandbox

        policy = dataclasses.replace(Policy.load("default"), import_path=(folder,))
        self.session = Sandbox(policy).session(keep_output=False)
        self.filename = "test.py"

    def run(self, text: str) -> Ending:
        result = self.session.run(text, filename=self.filename)
        error = result.error
        if result.outcome == "finished":
            return Ending("passed", value=result.value)
        assert error is not None
        if result.outcome == "refused":
            findings = tuple((each.line or 0, f"{each.rule}: {_plain(each.message)}") for each in error.diagnostics)
            return Ending("refused", findings[0][1], refused=findings)
        return Ending(*_kind(error))


def _kind(error: Any) -> tuple[str, str]:
    """What an error of a run says: a guard's denial anywhere in its chain is the reason."""
    told = f"{error.type}: {error.message}"
    each = error
    while each is not None:
        if each.rule is not None or "Denied" in each.type:
            return "refused", f"{each.rule}: {_plain(each.message)}"
        if each.type.endswith("SkipTest"):
            return "skipped", _plain(each.message)
        hidden = HIDDEN.match(each.message)
        if hidden is not None and hasattr(importlib.import_module(hidden[1]), hidden[2]):
            return "refused", "facade: a name that the module does not publish"
        each = each.cause or each.context
    return "failed", _plain(told)


def _plain(text: str) -> str:
    """One line, without addresses, so that a table of it stays the same."""
    return re.sub(r"0x[0-9a-f]{6,}", "0x", " ".join(text.split()))[:200]


class Plain:
    """The same chunks and helpers in this interpreter."""

    def __init__(self, folder: str) -> None:
        sys.path.insert(0, folder)
        self.module = sys.modules["__main__"] = types.ModuleType("__main__")

    def run(self, text: str) -> Ending:
        try:
            code = compile(text, "test.py", "exec", dont_inherit=True)
            exec(code, vars(self.module))
        except BaseException as error:
            kind = "skipped" if type(error).__name__ == "SkipTest" else "failed"
            return Ending(kind, _plain(f"{type(error).__name__}: {error}" if kind == "failed" else str(error)))
        return Ending("passed", value=vars(self.module).pop("_answer", None))
