"""How one facade is made: what it shows, what it leaves out, and where its values come from."""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from rexec.guest.facade import Late

Way = Literal["table", "copy", "own"]
_ABSENT: Final = object()


@dataclass(frozen=True, slots=True)
class Recipe:
    """
    One facade.

    ``way``: *table*, names over C functions and immutable types of the host's module ``source``; *copy*, names of a
    private copy of the standard library's ``source``; *own*, every value comes from ``make``.
    ``shows`` is the reviewed default; ``since`` are names that appear in a later Python, by its version.
    ``omits`` holds the reason for every other public name; ``rest`` the one for all that it does not hold, where
    whatever is not shown reaches the host by design. ``make`` builds, in an environment, the values that stand in
    for the module's own; ``writable`` are shown types whose instances the guest may set attributes of; ``within``
    are facades of submodules that it shows as attributes; ``named`` are names that it shows only to a policy that lists
    them one by one.
    """

    name: str
    way: Way
    shows: tuple[str, ...]
    source: str = ""
    since: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    omits: Mapping[str, str] = field(default_factory=dict)
    rest: str = ""
    make: Callable[[Any], Mapping[str, Any]] | None = None
    writable: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    late: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """The reviewed names that the running Python has."""
        running = sys.version_info[:2]
        later = (shown for version, shown in self.since.items() if _version(version) <= running)
        return (*self.shows, *(name for shown in later for name in shown))

    def values(self, world: Any) -> dict[str, Any]:
        """Every value that the facade may show, for one environment."""
        own = dict(self.make(world)) if self.make is not None else {}
        shown = (*self.names(), *self.named)
        if self.way == "own":
            return {name: own[name] for name in shown}
        home = importlib.import_module(self.source) if self.way == "table" else world.library.load(self.source)
        return {name: own[name] if name in own else self._value(home, name) for name in shown}

    def _value(self, home: Any, name: str) -> Any:
        return Late(functools.partial(getattr, home, name)) if name in self.late else getattr(home, name)


def _version(text: str) -> tuple[int, int]:
    major, minor = text.split(".")
    return int(major), int(minor)
