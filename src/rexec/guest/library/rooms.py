"""
Which room makes which stand-in and patches which private copy. A room is imported when its first module is.

A row is a room, what it calls its table (or its one function), and the modules that the table is about.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from typing import Any, Final

_STANDINS: Final = (
    # What comes later takes the place.
    (
        "standins",
        "STANDINS",
        "_thread _typing atexit builtins concurrent gc inspect ntpath operator os os.path posixpath sys threading",
    ),
    ("event_loops", "EVENT_STANDINS", "asyncio.events concurrent.futures contextvars"),
    ("extracts", "EXTRACTS", "_csv locale platform"),
    ("reporting", "REPORTING", "_colorize ast linecache"),
    ("unit_tests", "UNIT_TESTS", "gettext shutil signal"),
    ("memory_files", "FILE_STANDINS", "_codecs _io io"),
    ("weak", "WEAK_STANDINS", "_weakref"),
    ("zones", "ZONE_STANDINS", "zoneinfo._tzpath"),
    ("expat", "XML_STANDINS", "xml.parsers.expat"),
)
_PATCHES: Final = (
    ("patches", "PATCHES", "abc collections dataclasses functools re types"),
    ("annotations", "patch_typing", "typing"),
    ("copying", "patch_copy", "copy"),
    ("event_loops", "EVENT_PATCHES", "asyncio.coroutines asyncio.format_helpers asyncio.futures asyncio.tasks"),
    ("memory_files", "patch_pyio", "_pyio"),
    ("weak", "patch_weakref", "weakref"),
    ("logs", "patch_logging", "logging"),
    ("paths", "patch_pathlib", "pathlib"),
    ("queues", "patch_queue", "queue"),
    ("text_codecs", "STREAM_PATCHES", "encodings.utf_16 encodings.utf_32 encodings.utf_8_sig"),
    ("text_patches", "TEXT_PATCHES", "calendar pprint shlex uuid"),
    ("expat", "XML_PATCHES", "xml.etree.ElementTree"),
    ("zones", "ZONE_PATCHES", "zoneinfo._common zoneinfo._zoneinfo"),
    ("reporting", "REPORTING_PATCHES", "traceback warnings"),
    ("unit_tests", "UNIT_TEST_PATCHES", "unittest.async_case unittest.loader unittest.main unittest.result"),
    ("c_code", "C_PATCHES", "_collections_abc _strptime fractions json.decoder numbers re"),
)
_EARLY: Final = {"functools": ("patches", "imported_by_functools"), "typing": ("annotations", "imported_by_typing")}
STANDINS: Final = {name: (room, table) for room, table, names in _STANDINS for name in names.split()}


@functools.cache
def _patched() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for room, table, names in _PATCHES:
        for name in names.split():
            found.setdefault(name, []).append((room, table))
    return found


def _made(room: str, table: str, name: str) -> Callable[..., Any]:
    found = getattr(importlib.import_module(f"rexec.guest.modules.{room}"), table)
    return found[name] if isinstance(found, dict) else found  # type: ignore[no-any-return]  # tables of callables


def stand_in_for(name: str, world: Any) -> Any:
    """The stand-in for a module of ``STANDINS``, made for one environment."""
    return _made(*STANDINS[name], name)(world)


def patch(name: str, world: Any, namespace: dict[str, Any]) -> None:
    """Replace what a private copy does past the guards, right after it was made."""
    for room, table in _patched().get(name, ()):
        _made(room, table, name)(world, namespace)


def imported_early(copy: str, name: str, world: Any) -> Any:
    """What a copy that is just being made gets for ``import name`` in place of another copy; None: the other copy."""
    return _made(*_EARLY[copy], name)(world, name) if copy in _EARLY else None
