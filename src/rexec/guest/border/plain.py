"""
Plain data: the only values that cross between host and guest, and only as copies.

Plain are None, bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset of exactly these types,
and dates, times and decimals; a container is plain if all it holds is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any, Final

from rexec.errors import Frozen

ATOMS: Final[frozenset[type]] = frozenset({type(None), bool, int, float, complex, str, bytes, type(...)})
CONTAINERS: Final = (list, tuple, set, frozenset)
STEPS: Final = 8  # of a path into nested data that are told
_LOADING: Final = object()


def is_moment(kind: type) -> bool:
    """Whether a type is one of the immutable types of dates and decimals, whose modules may not be loaded yet."""
    clock, exact = sys.modules.get("datetime"), sys.modules.get("decimal")
    if clock is not None and kind in (clock.date, clock.time, clock.datetime, clock.timedelta, clock.timezone):
        return True
    return exact is not None and kind is exact.Decimal


def kind_name(value: object) -> str:
    """The name of a value's class."""
    return title_of(type(value))


def title_of(cls: type) -> str:
    """The name of a class as exact text, from its slot: a metaclass of the guest's is not asked."""
    return str.__getitem__(type.__dict__["__name__"].__get__(cls), slice(None))


class NotPlain(TypeError, metaclass=Frozen):
    """The value, or something in it, is no plain data; the text says what and where."""

    def __init__(self, problem: str, *, located: bool = True) -> None:
        super().__init__(problem)
        self.problem = problem
        self.located = located  # whether it lies at one place
        self.path: list[str] = []  # from the inside out

    def told(self, where: str) -> str:
        """The problem of the value that is called *where*, with the path into it."""
        if not self.path or not self.located:
            return f"{where} {self.problem}"
        steps = self.path[::-1]
        shown = "".join(steps[:STEPS]) + ("..." if len(steps) > STEPS else "")
        return f"{where} {self.problem} (at {shown})"


class Copier:
    """
    Copies plain data within limits: *size* bounds the bytes of text and numbers plus 8 for each item, *depth* the
    containers within each other. Raises NotPlain. What occurs twice is copied once and counted twice.
    """

    __slots__ = ("deepest", "depth", "done", "extents", "kept", "left", "special")

    def __init__(self, size: int | None, depth: int, special: Callable[[Any], Any] | None = None) -> None:
        self.left = size
        self.depth = depth
        self.special = special  # what else may pass: (value) -> its stand-in, or None
        self.deepest = 0
        self.done: dict[int, Any] = {}  # copies, by the id of the container
        self.extents: dict[int, tuple[int, int]] = {}  # what a container took: levels below it, and size
        self.kept: list[Any] = []  # the containers, so that each id stays its own

    def copy(self, value: Any, level: int = 0) -> Any:
        kind = type(value)
        if kind in ATOMS:
            if self.left is not None:
                self.spend(8 + _size(value, kind))
            return value
        if kind is dict or kind in CONTAINERS:
            return self.copy_container(value, kind, level)
        if self.left is not None:
            self.spend(8 + (value.__sizeof__() if is_moment(kind) else 0))  # C's own: the type is exact
        if is_moment(kind):
            return checked_moment(value, kind)
        stand_in = None if self.special is None else self.special(value)
        if stand_in is None:
            raise NotPlain(f"holds a {kind_name(value)!r} object, which is no plain data")
        return stand_in

    def copy_container(self, value: Any, kind: Any, level: int) -> Any:
        """A copy, or the one made before. Its size and depth count as if it were made anew."""
        key = id(value)
        made = self.done.get(key)
        height, cost = (0, 8) if made is None else self.extents.get(key, (0, 0))
        if made is _LOADING:
            raise NotPlain("is nested in itself")
        if level + height >= self.depth:
            raise NotPlain(f"is nested more than {self.depth} deep", located=False)
        left, above = self.left, self.deepest
        if left is not None:
            self.spend(cost)
        self.deepest = level + height
        if made is None:
            self.kept.append(value)
            self.done[key] = _LOADING
            made = self.copy_dict(value, level) if kind is dict else kind(self.copy_items(value, kind, level))
            self.done[key] = made
            if left is not None or self.deepest > level:
                self.extents[key] = self.deepest - level, 0 if left is None else left - (self.left or 0)
        if above > self.deepest:
            self.deepest = above
        return made

    def copy_items(self, value: Any, kind: Any, level: int) -> list[Any]:
        made: list[Any] = []
        free = self.left is None  # then an atom costs nothing, not even a call
        try:
            for each in list(value):
                made.append(each if free and type(each) in ATOMS else self.copy(each, level + 1))
        except NotPlain as error:
            error.path.append(f"[{len(made)}]" if kind is list or kind is tuple else "{...}")
            raise
        return made

    def copy_dict(self, value: dict[Any, Any], level: int) -> dict[Any, Any]:
        made: dict[Any, Any] = {}
        free = self.left is None
        for key, each in list(value.items()):
            if free and type(key) in ATOMS and type(each) in ATOMS:
                made[key] = each
                continue
            step = "{key}"
            try:
                new = self.copy(key, level + 1)
                step = f"[{_shown(key)}]"
                made[new] = self.copy(each, level + 1)
            except NotPlain as error:
                error.path.append(step)
                raise
        return made

    def spend(self, cost: int) -> None:
        """Charge what is left, where that is counted."""
        assert self.left is not None
        self.left -= cost
        if self.left < 0:
            raise NotPlain("is larger than the budget's result_bytes", located=False)


def _size(value: Any, kind: type) -> int:
    """Bytes of text, and of a number beyond the usual."""
    if kind is str or kind is bytes:
        return len(value)
    return value.bit_length() // 8 if kind is int else 0


def checked_moment(value: Any, kind: type) -> Any:
    """The value, if what it holds is of exact types too: anything else has methods that would be called later."""
    clock = sys.modules.get("datetime")
    zone = value if clock is not None and kind is clock.timezone else getattr(value, "tzinfo", None)
    if zone is None:
        return value
    exact = clock is not None and type(zone) is clock.timezone
    if not exact or type(zone.tzname(None)) is not str or type(zone.utcoffset(None)) is not clock.timedelta:  # type: ignore[union-attr]  # it is there
        raise NotPlain(f"holds a {kind_name(zone)!r} time zone, which is no plain data")
    return value


def _shown(key: Any) -> str:
    """A key of a dict in a path: short, and only where it is text or a number."""
    if type(key) is int:
        return str(key) if key.bit_length() < 100 else "..."
    if type(key) is not str:
        return "..."
    text = repr(key[:40])
    return text if len(text) <= 40 else f"{text[:37]}..."


def copied(copier: Copier, value: Any, where: str, hint: str = "") -> Any:
    """A copy; what is no plain data is Python's own TypeError, to the host and to the guest."""
    try:
        return copier.copy(value)
    except NotPlain as error:
        message = error.told(where) + hint
    raise TypeError(message)


def plain_or_none(values: Iterable[Any], size: int) -> list[Any] | None:
    """Copies of all values, or None where one is no plain data or they are too large together."""
    copier = Copier(size, 10)
    try:
        return [copier.copy(each) for each in values]
    except NotPlain:
        return None
