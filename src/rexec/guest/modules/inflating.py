"""
``zlib.decompress`` and ``zlib.decompressobj`` whose calls have an end.

A few bytes can hold a thousand times as many, so no call makes more than ``limits.INFLATED_BYTES``; more is a
DeniedError, and what was made so far is dropped.
"""

from __future__ import annotations

import operator
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from rexec.guest.modules.limits import INFLATED_BYTES, check
from rexec.guest.sealed import Sealed, seal

RATIO: Final = 1100  # deflate makes at most 1032 bytes of one
WHAT: Final = "bytes of decompressed data"


class Decompress(Sealed, sealed=True):
    """What ``zlib.decompressobj`` makes."""

    __module__ = "zlib"
    __slots__ = ("__real__",)
    __real__: Any

    def decompress(self, data: Any, /, max_length: Any = 0) -> bytes:
        length = _length(max_length)
        if length < 0:
            raise ValueError("max_length must be non-negative")
        made: bytes = self.__real__.decompress(data, min(length or INFLATED_BYTES + 1, INFLATED_BYTES + 1))
        check(len(made), INFLATED_BYTES, WHAT)
        return made

    def flush(self, length: Any = zlib.DEF_BUF_SIZE, /) -> bytes:
        if _length(length) <= 0:
            raise ValueError("length must be greater than zero")
        made: bytes = b""
        if len(self.__real__.unconsumed_tail) * RATIO > INFLATED_BYTES:
            made = self.__real__.decompress(self.__real__.unconsumed_tail, INFLATED_BYTES + 1)
            check(len(made), INFLATED_BYTES, WHAT)
        made += self.__real__.flush()
        check(len(made), INFLATED_BYTES, WHAT)
        return made

    def copy(self) -> Decompress:
        return seal(Decompress, real=self.__real__.copy())

    def __copy__(self) -> Decompress:
        return self.copy()

    def __deepcopy__(self, memo: Any) -> Decompress:
        return self.copy()

    @property
    def eof(self) -> bool:
        return bool(self.__real__.eof)

    @property
    def unconsumed_tail(self) -> bytes:
        return bytes(self.__real__.unconsumed_tail)

    @property
    def unused_data(self) -> bytes:
        return bytes(self.__real__.unused_data)


def make_decompressobj() -> Callable[..., Any]:
    def decompressobj(wbits: Any = zlib.MAX_WBITS, zdict: Any = b"") -> Any:
        return seal(Decompress, real=zlib.decompressobj(wbits, zdict))

    return decompressobj


def make_decompress() -> Callable[..., Any]:
    def decompress(data: Any, /, wbits: Any = zlib.MAX_WBITS, bufsize: Any = zlib.DEF_BUF_SIZE) -> Any:
        wbits, bufsize = operator.index(wbits), _length(bufsize)
        if _size(data) * RATIO > INFLATED_BYTES:
            checked = zlib.decompressobj(wbits)  # errors are told by the call below, in its own words
            with suppress(zlib.error):
                check(len(checked.decompress(data, INFLATED_BYTES + 1)), INFLATED_BYTES, WHAT)
        return zlib.decompress(data, wbits, min(bufsize, INFLATED_BYTES))

    return decompress


def _length(given: Any) -> int:
    """A number of bytes as C takes it."""
    length = operator.index(given)
    if not -sys.maxsize - 1 <= length <= sys.maxsize:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return length


def _size(data: Any) -> int:
    try:
        return memoryview(data).nbytes
    except TypeError:
        return 0  # what zlib says about it
