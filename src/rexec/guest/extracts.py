"""
The few functions that private copies take from modules of which guests have another version, or none.

As in ``standins``, each holds just what the copies use, and no guest gets hold of one.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, Final

from rexec.guest.library_lists import COPIES
from rexec.guest.sealed import Sealed, seal
from rexec.guest.standins import StandIn

_LOCALES: Final = ("", "C", "C.UTF-8", "C.utf8", "POSIX")  # in all of them months and weekdays have the same names


def _csv(world: Any) -> Any:
    """``_csv``: C's module made once more, since its dialects, its limit and its classes are state of the module."""
    import _csv
    from importlib.util import module_from_spec

    spec: Any = _csv.__spec__
    own = module_from_spec(spec)
    spec.loader.exec_module(own)
    names = ["__doc__", "__version__", *(name for name in dir(own) if not name.startswith("_"))]
    return StandIn(**{name: getattr(own, name) for name in names if hasattr(own, name)})


class TextInMemory(Sealed, sealed=True):
    """
    A file in memory, as shlex and pprint pass one on to methods that a guest may have written.

    C's own calls a ``close`` that a subclass of the guest's defines when nobody holds the file any more (I6).
    """

    __slots__ = ("__content__",)
    __content__: io.StringIO

    def read(self, size: int | None = -1, /) -> str:
        return self.__content__.read(size)

    def readline(self, size: int = -1, /) -> str:
        return self.__content__.readline(size)

    def write(self, text: str, /) -> int:
        return self.__content__.write(text)

    def getvalue(self) -> str:
        return self.__content__.getvalue()

    def close(self) -> None:
        self.__content__.close()

    def __iter__(self) -> Iterator[str]:
        return iter(self.__content__.readline, "")


def _io(world: Any) -> Any:
    """``io``: only what a private copy makes for itself, and it may pass that on."""

    def make(initial: str = "") -> TextInMemory:
        return seal(TextInMemory, content=io.StringIO(initial))

    return StandIn(StringIO=make)


def _locale(world: Any) -> Any:
    """``locale``: the locale is C, and stays so; it belongs to the whole process."""
    error: Any = world.classes.plain("Error", (Exception,), {"__module__": "locale"})

    def setlocale(category: Any, locale: Any = None) -> str:
        if locale is None or (type(locale) is str and locale in _LOCALES) or locale == (None, None):
            return "C"
        raise error("unsupported locale setting")

    def getlocale(category: Any = None) -> tuple[None, None]:
        return None, None

    return StandIn(LC_TIME=2, Error=error, setlocale=setlocale, getlocale=getlocale)


def _platform(world: Any) -> Any:
    """``platform``: uuid asks which system this is, for functions that no guest gets."""
    return StandIn(system=lambda: "")


_MAKERS: Final[dict[str, Callable[[Any], Any]]] = {
    "_csv": _csv,
    "io": _io,
    "locale": _locale,
    "platform": _platform,
}
EXTRACTS: Final = {name: make for name, make in _MAKERS.items() if name not in COPIES}
