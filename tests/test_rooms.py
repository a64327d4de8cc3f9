"""Every stand-in and patch that a room makes is in the table that finds it, and the other way round."""

from __future__ import annotations

import importlib

from rexec.guest.library import rooms


def listed(rows: tuple[tuple[str, str, str], ...]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for room, table, names in rows:
        found.setdefault((room, table), set()).update(names.split())
    return found


def test_tables_of_the_rooms_are_listed_whole() -> None:
    for (room, table), names in listed((*rooms._STANDINS, *rooms._PATCHES)).items():
        made = getattr(importlib.import_module(f"rexec.guest.modules.{room}"), table)
        if isinstance(made, dict):
            assert set(made) == names, (room, table)
        else:
            assert callable(made) and len(names) == 1


def test_no_stand_in_is_made_twice() -> None:
    names = [name for _, _, row in rooms._STANDINS for name in row.split()]
    assert len(names) == len(set(names))
