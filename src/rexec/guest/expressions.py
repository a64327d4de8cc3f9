"""
``re`` as other private copies see it: compiled patterns, without the enumeration of flags and what that imports.

The patterns that the library's own text holds are compiled once per process. A compiled pattern cannot be changed,
so all environments may share it; a guest's own patterns go through its own copy of ``re``.
"""

from __future__ import annotations

import functools
import re
from typing import Any, Final

from rexec.guest.standins import StandIn

_FLAGS: Final = ("ASCII", "DOTALL", "I", "IGNORECASE", "MULTILINE", "VERBOSE")
_SHARED: Final = functools.reduce(lambda known, name: known | int(getattr(re, name)), _FLAGS, 0)


class Expressions(StandIn):
    """The stand-in for ``re``; what it has not is the copy's own, which is loaded for it."""

    def __init__(self, world: Any) -> None:
        self.__world__ = world
        for name in _FLAGS:
            setattr(self, name, int(getattr(re, name)))
        self.Pattern, self.Match = re.Pattern, re.Match

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__world__.library.load("re"), name)

    def compile(self, pattern: Any, flags: Any = 0) -> Any:
        """``re.compile``; a pattern that may not be the library's is compiled by the copy."""
        if type(pattern) in (str, bytes) and type(flags) is int and not flags & ~_SHARED:
            if self.__world__.library.loading:
                return _compiled(pattern, flags)
        return self.__world__.library.load("re").compile(pattern, flags)


@functools.lru_cache(maxsize=256)
def _compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    return re.compile(pattern, flags)
