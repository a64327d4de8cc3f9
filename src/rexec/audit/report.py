"""What an audit found: values that cross rooms, a text of one line a finding, and JSON."""

from __future__ import annotations

import json
import types
from dataclasses import asdict, dataclass
from typing import Any

from rexec.audit.forbidden import module_name, title
from rexec.guest.origin import is_class, mro_of


@dataclass(frozen=True, slots=True)
class Finding:
    """A shortest way to something forbidden: its kind, the way as a guest writes it, and what lies there."""

    kind: str
    way: str
    what: str

    def __str__(self) -> str:
        return " ".join(f"{self.kind}: {self.way}: {self.what}".split())


@dataclass(frozen=True, slots=True)
class Report:
    """One audit of one policy on one Python: ``reached`` counts the values that were looked at."""

    policy: str
    python: str
    reached: int
    seconds: float
    findings: tuple[Finding, ...]


def describe(report: Report) -> str:
    """A line for each finding, and one that sums up."""
    count = len(report.findings)
    found = "nothing forbidden" if not count else f"{count} finding{'s' if count > 1 else ''}"
    last = f"{report.policy}: {found} in {report.reached} values ({report.seconds:.1f} s)"
    return "".join(f"{line}\n" for line in [*map(str, report.findings), last])


def dump(report: Report) -> str:
    """The JSON text of a report, on one line."""
    return json.dumps(asdict(report))


def what_is(value: Any) -> str:
    """What a value is, from raw slots: it is not asked for its repr."""
    kind = type(value)
    if types.ModuleType in mro_of(kind):
        return module_name(value)
    if is_class(value):
        return title(value)
    if kind is types.FunctionType:
        return f"{value.__globals__.get('__name__')}.{value.__qualname__}"
    if kind is types.MethodType and type(value.__func__) is types.FunctionType:
        return what_is(value.__func__)
    return f"{title(kind)} object"
