"""
The time zones of the system for a private copy of ``zoneinfo``.

They are data of the library, public and the same for everyone, like the tables of ``unicodedata``; so no policy need
grant the directories. What is read is a regular file below one of them, or of the package ``tzdata``, under a key of
plain names; links that lead out are not followed, and what does not begin as a time zone does is not there.
"""

from __future__ import annotations

import functools
import importlib.util
import io
import os
import re
import sysconfig
from collections.abc import Callable
from typing import Any, Final

from rexec.errors import DeniedFileError
from rexec.guest.guards.files import read_below
from rexec.guest.modules.replacing import replace
from rexec.guest.origin import mro_of
from rexec.guest.stand_in import StandIn

_PART: Final = re.compile(r"[A-Za-z0-9_+-]{1,40}")
_MAGIC: Final = b"TZif"
_BASE: Final = "__"


@functools.cache
def directories() -> tuple[str, ...]:
    """Where this system keeps time zones, as Python was built to look; the environment of the process is not asked."""
    named = sysconfig.get_config_var("TZPATH") or ""
    found = [each for each in named.split(os.pathsep) if os.path.isabs(each) and os.path.isdir(each)]
    package = importlib.util.find_spec("tzdata")
    if package is not None and package.submodule_search_locations:
        found += [os.path.join(each, "zoneinfo") for each in package.submodule_search_locations]
    return tuple(dict.fromkeys(map(os.path.realpath, found)))


def checked_key(key: Any) -> str:
    """The key as an exact str. ValueError, in CPython's words, for one that is no relative path."""
    if str not in mro_of(type(key)):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(key).__name__}")
    exact = str.__getitem__(key, slice(None))
    if exact.startswith("/"):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {exact}")
    normal = os.path.normpath(exact)
    if len(normal) != len(exact):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {exact}")
    if not os.path.normpath(os.path.join(_BASE, normal)).startswith(_BASE):
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {exact}")
    return exact


@functools.lru_cache(maxsize=64)
def zone(key: str) -> bytes | None:
    """The contents of a time zone's file; None if there is none."""
    if not all(_PART.fullmatch(each) for each in key.split("/")):
        return None
    for root in directories():
        try:
            content = read_below([root], os.path.join(root, key))
        except (OSError, DeniedFileError):
            continue
        if content.startswith(_MAGIC):
            return content
    return None


@functools.cache
def zones() -> frozenset[str]:
    """The keys of all time zones."""
    found: set[str] = set()
    for root in directories():
        for folder, below, files in os.walk(root):
            if folder == root:
                below[:] = [each for each in below if each not in ("right", "posix")]
            found.update(os.path.relpath(os.path.join(folder, each), root) for each in files)
    return frozenset(key for key in found - {"posixrules"} if zone.__wrapped__(key) is not None)


def make_tzpath(world: Any) -> Any:
    """``zoneinfo._tzpath``: where a key stands for its own path."""

    def find_tzfile(key: Any) -> str | None:
        exact = checked_key(key)
        return None if zone(exact) is None else exact

    def available_timezones() -> set[str]:
        return set(zones())

    return StandIn(
        TZPATH=(), InvalidTZPathWarning=RuntimeWarning, reset_tzpath=None, find_tzfile=find_tzfile,
        available_timezones=available_timezones,
    )  # fmt: skip


def _patch_zoneinfo(world: Any, namespace: dict[str, Any]) -> None:
    def read(key: str, mode: str) -> io.BytesIO:
        return io.BytesIO(zone(checked_key(key)) or b"")

    kind, written = namespace["ZoneInfo"], namespace["ZoneInfo"].__repr__

    def __repr__(self: Any) -> Any:
        """In the words of C's version, which tells the module of its own class only."""
        text = written(self)
        return f"zoneinfo.{text}" if type(self) is kind else text

    namespace["open"] = read
    replace(world, kind, "__repr__", __repr__)


def _patch_common(world: Any, namespace: dict[str, Any]) -> None:
    def load_tzdata(key: Any) -> Any:
        raise namespace["ZoneInfoNotFoundError"](f"No time zone found with key {key}")

    namespace["load_tzdata"] = load_tzdata


ZONE_STANDINS: Final[dict[str, Callable[[Any], Any]]] = {"zoneinfo._tzpath": make_tzpath}
ZONE_PATCHES: Final[dict[str, Callable[[Any, dict[str, Any]], None]]] = {
    "zoneinfo._common": _patch_common,
    "zoneinfo._zoneinfo": _patch_zoneinfo,
}
