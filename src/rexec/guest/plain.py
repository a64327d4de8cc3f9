"""
Plain data: the only values that cross between host and guest, and only as copies.

Plain are None, bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset of exactly these types,
and dates, times and decimals; a container is plain if all it holds is.
"""

from __future__ import annotations

import sys
from typing import Any, Final

from rexec.errors import Frozen

ATOMS: Final[frozenset[type]] = frozenset({type(None), bool, int, float, complex, str, bytes, type(...)})
CONTAINERS: Final = (list, tuple, set, frozenset)


def is_moment(kind: type) -> bool:
    """Whether a type is one of the immutable types of dates and decimals, whose modules may not be loaded yet."""
    clock, exact = sys.modules.get("datetime"), sys.modules.get("decimal")
    if clock is not None and kind in (clock.date, clock.time, clock.datetime, clock.timedelta, clock.timezone):
        return True
    return exact is not None and kind is exact.Decimal


class NotPlain(TypeError, metaclass=Frozen):
    """The value, or something in it, is no plain data; the text says what and where."""


class Copier:
    """
    Copies plain data within limits: *size* bounds the bytes of text and numbers plus 8 for each item, *depth* the
    containers within each other. Raises NotPlain. A container that holds itself is too deep.
    """

    __slots__ = ("depth", "left", "special")

    def __init__(self, size: int | None, depth: int, special: Any = None) -> None:
        self.left = size
        self.depth = depth
        self.special = special  # what else may pass: (value) -> its stand-in, or None

    def copy(self, value: Any, where: str = "value", level: int = 0) -> Any:
        kind = type(value)
        self.charge(value, kind, where)
        if kind in ATOMS:
            return value
        if level >= self.depth:
            raise NotPlain(f"{where} is nested more than {self.depth} deep")
        if kind in CONTAINERS:
            return kind([self.copy(each, where, level + 1) for each in list(value)])
        if kind is dict:
            return {
                self.copy(key, where, level + 1): self.copy(each, where, level + 1) for key, each in list(value.items())
            }
        if is_moment(kind):
            return self.copy_moment(value, where)
        stand_in = None if self.special is None else self.special(value)
        if stand_in is None:
            raise NotPlain(f"{where} holds a {kind.__name__!r} object, which is no plain data")
        return stand_in

    def copy_moment(self, value: Any, where: str) -> Any:
        """Its time zone must be plain as well: another one is an object whose methods would be called later."""
        zone = getattr(value, "tzinfo", None)
        if zone is not None and not is_moment(type(zone)):
            raise NotPlain(f"{where} holds a {type(zone).__name__!r} time zone, which is no plain data")
        return value

    def charge(self, value: Any, kind: type, where: str) -> None:
        if self.left is None:
            return
        cost = 8
        if kind is str or kind is bytes:
            cost += len(value)
        elif kind is int:
            cost += value.bit_length() // 8
        self.left -= cost
        if self.left < 0:
            raise NotPlain(f"{where} is larger than the budget's result_bytes")
