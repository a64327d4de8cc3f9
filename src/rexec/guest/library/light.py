"""
``re`` and ``types`` as other private copies see them, so that theirs need not be executed for what C provides.

The patterns that the library's own text holds are compiled once per process. A compiled pattern cannot be changed,
so all environments may share it; a guest's own patterns go through its own copy of ``re``.
"""

from __future__ import annotations

import functools
import re
import types
from typing import Any, Final

from rexec.guest.stand_in import StandIn

_FLAGS: Final = ("ASCII", "DOTALL", "I", "IGNORECASE", "MULTILINE", "VERBOSE")
_SHARED: Final = functools.reduce(lambda known, name: known | int(getattr(re, name)), _FLAGS, 0)


_IMMUTABLE: Final = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
TYPES: Final = {
    name: value for name, value in vars(types).items() if type(value) is type and value.__flags__ & _IMMUTABLE
}


class Light(StandIn):
    """A stand-in for a module; what it has not is the copy's own, which is loaded for it."""

    def __init__(self, world: Any, name: str, **values: Any) -> None:
        super().__init__(**values)
        self.__load__ = world.library.load, name

    def __getattr__(self, name: str) -> Any:
        load, title = self.__load__
        return getattr(load(title), name)


class Expressions(Light):
    """The stand-in for ``re``."""

    def __init__(self, world: Any) -> None:
        super().__init__(world, "re")
        self.__world__ = world
        for name in _FLAGS:
            setattr(self, name, int(getattr(re, name)))
        self.Pattern, self.Match = re.Pattern, re.Match

    def compile(self, pattern: Any, flags: Any = 0) -> Any:
        """``re.compile``; a pattern that may not be the library's is compiled by the copy."""
        if type(pattern) in (str, bytes) and type(flags) is int and not flags & ~_SHARED:
            if self.__world__.library.loading:
                return _compiled(pattern, flags)
        return self.__world__.library.load("re").compile(pattern, flags)


@functools.lru_cache(maxsize=256)
def _compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    return re.compile(pattern, flags)
