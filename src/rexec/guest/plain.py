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
    """The name of a value's class, from its slot: a metaclass of the guest's is not asked."""
    return str.__getitem__(type.__dict__["__name__"].__get__(type(value)), slice(None))


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

    __slots__ = ("deepest", "depth", "done", "left", "special")

    def __init__(self, size: int | None, depth: int, special: Callable[[Any], Any] | None = None) -> None:
        self.left = size
        self.depth = depth
        self.special = special  # what else may pass: (value) -> its stand-in, or None
        self.deepest = 0
        # By id: the container (so that the id stays its own), its copy, how deep it is, what it cost.
        self.done: dict[int, tuple[Any, Any, int, int]] = {}

    def copy(self, value: Any, level: int = 0) -> Any:
        kind = type(value)
        if kind in CONTAINERS or kind is dict:
            return self.copy_container(value, kind, level)
        self.charge(value, kind)
        if kind in ATOMS:
            return value
        if is_moment(kind):
            return checked_moment(value, kind)
        stand_in = None if self.special is None else self.special(value)
        if stand_in is None:
            raise NotPlain(f"holds a {kind_name(value)!r} object, which is no plain data")
        return stand_in

    def copy_container(self, value: Any, kind: Any, level: int) -> Any:
        """A copy, or the one made before. Its size and depth count as if it were made anew."""
        _, made, height, cost = self.done.get(id(value), (None, None, 0, 8))
        if made is _LOADING:
            raise NotPlain("is nested in itself")
        if level + height >= self.depth:
            raise NotPlain(f"is nested more than {self.depth} deep", located=False)
        left, above = self.left, self.deepest
        self.spend(cost)
        self.deepest = level + height
        if made is None:
            self.done[id(value)] = (value, _LOADING, 0, 0)
            made = self.copy_dict(value, level) if kind is dict else kind(self.copy_items(value, kind, level))
            cost = 0 if left is None or self.left is None else left - self.left
            self.done[id(value)] = (value, made, self.deepest - level, cost)
        self.deepest = max(above, self.deepest)
        return made

    def copy_items(self, value: Any, kind: Any, level: int) -> list[Any]:
        made: list[Any] = []
        try:
            for each in list(value):
                made.append(self.copy(each, level + 1))
        except NotPlain as error:
            error.path.append(f"[{len(made)}]" if kind is list or kind is tuple else "{...}")
            raise
        return made

    def copy_dict(self, value: dict[Any, Any], level: int) -> dict[Any, Any]:
        made: dict[Any, Any] = {}
        for key, each in list(value.items()):
            step = "{key}"
            try:
                new = self.copy(key, level + 1)
                step = f"[{_shown(key)}]"
                made[new] = self.copy(each, level + 1)
            except NotPlain as error:
                error.path.append(step)
                raise
        return made

    def charge(self, value: Any, kind: type) -> None:
        if self.left is None:
            return
        cost = 8
        if kind is str or kind is bytes:
            cost += len(value)
        elif kind is int:
            cost += value.bit_length() // 8
        elif kind not in ATOMS and is_moment(kind):
            cost += value.__sizeof__()  # C's own: the type is exact
        self.spend(cost)

    def spend(self, cost: int) -> None:
        if self.left is None:
            return
        self.left -= cost
        if self.left < 0:
            raise NotPlain("is larger than the budget's result_bytes", located=False)


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
