"""
A Result as one JSON object, its fields under their own names.

JSON has no word for some plain data. Such a value becomes an object with a single key that begins with ``$``:

    b"ab"                 {"$bytes": "YWI="}                  base64
    (1, 2)                {"$tuple": [1, 2]}                  $set and $frozenset alike, in no order
    {1: 2, "$": 3}        {"$dict": [[1, 2], ["$", 3]]}       when a key is no str, or begins with $
    nan, inf, -inf        {"$float": "nan"}
    2 ** 64               {"$int": "0x10000000000000000"}     beyond 64 bits
    1 + 2j                {"$complex": [1.0, 2.0]}
    Decimal("1.50")       {"$Decimal": "1.50"}
    date(2020, 1, 2)      {"$date": "2020-01-02"}             $time and $datetime alike, ISO 8601
    timedelta(1)          {"$timedelta": [1, 0, 0]}           days, seconds, microseconds
    timezone.utc          {"$timezone": "UTC"}
    anything else         {"$object": "module.Class"}
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from rexec.result import Diagnostic, Frame, GuestError, Result, Usage

RECORDS: Final = (Result, GuestError, Frame, Diagnostic, Usage)
SPELLED: Final[dict[tuple[str, str], Callable[[Any], Any]]] = {
    ("decimal", "Decimal"): str,
    ("datetime", "date"): lambda value: value.isoformat(),
    ("datetime", "time"): lambda value: value.isoformat(),
    ("datetime", "datetime"): lambda value: value.isoformat(),
    ("datetime", "timezone"): str,
    ("datetime", "timedelta"): lambda value: [value.days, value.seconds, value.microseconds],
}


def dump(result: Result) -> str:
    """The JSON text of a result, ASCII only, on one line."""
    try:
        return json.dumps(_record(result), allow_nan=False)
    except RecursionError:
        short = replace(result, value=None, value_note="the value is nested too deeply for JSON")
        return json.dumps(_record(short), allow_nan=False)


def _record(record: Any) -> Any:
    """One of our own classes, as an object of its fields; everything below ``value`` is guest data."""
    if type(record) in RECORDS:
        names = record.__dataclass_fields__
        return {n: _plain(record.value) if n == "value" else _record(getattr(record, n)) for n in names}
    return [_record(item) for item in record] if type(record) is tuple else record


def _plain(value: Any) -> Any:
    """A value of the guest's. Types are compared exactly (I5), so no method of the guest's runs."""
    kind = type(value)
    if value is None or kind is bool or kind is str:
        return value
    if kind is int:
        return value if -(2**63) <= value < 2**64 else {"$int": hex(value)}
    if kind is float:
        return value if value - value == 0 else {"$float": repr(value)}
    if kind is list:
        return [_plain(item) for item in value]
    if kind is tuple or kind is set or kind is frozenset:
        return {f"${kind.__name__}": [_plain(item) for item in value]}
    if kind is dict:
        return _mapping(value)
    if kind is bytes:
        import base64

        return {"$bytes": base64.b64encode(value).decode()}
    if kind is complex:
        return {"$complex": [_plain(value.real), _plain(value.imag)]}
    return _spelled(value)


def _mapping(value: dict[Any, Any]) -> dict[str, Any]:
    if all(type(key) is str and not key.startswith("$") for key in value):
        return {key: _plain(item) for key, item in value.items()}
    return {"$dict": [[_plain(key), _plain(item)] for key, item in value.items()]}


def _spelled(value: Any) -> dict[str, Any]:
    kind = type(value)
    for (module, name), spell in SPELLED.items():
        if kind is getattr(sys.modules.get(module), name, None):
            return {f"${name}": spell(value)}
    return {"$object": f"{kind.__module__}.{kind.__qualname__}"}
