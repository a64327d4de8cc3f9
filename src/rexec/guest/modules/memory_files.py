"""
``io`` for private copies and for guests: files in memory, and the base classes of whatever acts like a file.

``BytesIO`` and ``StringIO`` are C's. The rest is a private copy of ``_pyio``: C's versions hand a method of the
guest's their own memory, which it could keep and read when it is freed, and believe what it says of its length.
"""

from __future__ import annotations

import io
import os
from _abc import _abc_register  # type: ignore[import-not-found]  # ABCMeta.register of a copy takes a guest's classes only
from collections.abc import Callable
from typing import Any, Final

from rexec.guest.guards.files import ReadFile
from rexec.guest.modules.replacing import remove, replace
from rexec.guest.modules.text_codecs import make_codecs
from rexec.guest.stand_in import StandIn
from rexec.guest.streams import GuestInput, GuestOutput

OF_C: Final = (
    "BlockingIOError", "BytesIO", "DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder", "SEEK_CUR", "SEEK_END",
    "SEEK_SET", "StringIO", "UnsupportedOperation",
)  # fmt: skip
BASES: Final = ("BufferedIOBase", "IOBase", "RawIOBase", "TextIOBase")
FILES: Final = ("BufferedRWPair", "BufferedRandom", "BufferedReader", "BufferedWriter", "TextIOWrapper")


class _Io(StandIn):
    """``io`` as copies see it. The classes of ``_pyio`` are made when one is asked for."""

    def __init__(self, world: Any) -> None:
        self.__world__ = world
        for name in OF_C:
            setattr(self, name, getattr(io, name))
        self.__all__ = io.__all__

    def __getattr__(self, name: str) -> Any:
        if name not in BASES and name not in FILES and name != "text_encoding":
            raise AttributeError(f"module 'io' has no attribute {name!r}")
        return getattr(self.__world__.library.load("_pyio"), name)


def patch_pyio(world: Any, namespace: dict[str, Any]) -> None:
    """What of ``_pyio`` asks the system, and what would run after the guest: ``__del__``, which calls ``close``."""
    namespace["os"] = StandIn(linesep=os.linesep)
    namespace["IncrementalNewlineDecoder"] = io.IncrementalNewlineDecoder
    del namespace["FileIO"]
    remove(world, namespace["IOBase"], "__del__")
    replace(world, namespace["IOBase"], "_unsupported", _unsupported)
    for names, module in ((BASES, "io"), (FILES, "_io")):
        for name in names:
            replace(world, namespace[name], "__module__", module)
    replace(world, namespace["TextIOWrapper"], "_get_locale_encoding", lambda self: "UTF-8")
    for base, files in (("BufferedIOBase", [io.BytesIO]), ("TextIOBase", [io.StringIO, GuestInput, GuestOutput])):
        for each in files:
            _abc_register(namespace[base], each)
    _abc_register(namespace["IOBase"], ReadFile)


def _unsupported(self: Any, name: str) -> None:
    """In the words of C's version."""
    raise io.UnsupportedOperation(name)


def _pyio_of_c(world: Any) -> Any:
    """``_io``: ``_pyio`` registers C's file with its own base class."""
    return StandIn(FileIO=io.FileIO)


FILE_STANDINS: Final[dict[str, Callable[[Any], Any]]] = {
    "_codecs": make_codecs,
    "_io": _pyio_of_c,
    "io": _Io,
}
