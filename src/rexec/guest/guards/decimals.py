"""
What ``decimal`` shows of itself: C code over two Python classes of the host, of which the guest gets its own.

``Context.traps`` and ``Context.flags`` are mappings whose class derives from the host's ABCs, and
``Decimal.as_tuple`` makes a named tuple of the host's.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from rexec.guest.sealed import Sealed, seal

_ABSENT = object()


class SignalDict(Sealed, sealed=True):
    """The signals of a context as they are now; what is set here is set in the context."""

    __module__ = "decimal"
    __slots__ = ("__abc__", "__source__")
    __abc__: Any
    __source__: Any
    __hash__ = None  # type: ignore[assignment]  # a mapping that can change
    __reversed__ = None

    def __getitem__(self, signal: Any) -> Any:
        return self.__source__[signal]

    def __setitem__(self, signal: Any, value: Any) -> None:
        self.__source__[signal] = value

    def __delitem__(self, signal: Any) -> None:
        del self.__source__[signal]

    def __len__(self) -> int:
        return len(self.__source__)

    def __iter__(self) -> Iterator[Any]:
        return iter(list(self.__source__))

    def __contains__(self, signal: Any) -> bool:
        return signal in self.__source__

    def __eq__(self, other: Any) -> Any:
        return self.__source__.__eq__(other.__source__ if type(other) is SignalDict else other)

    def __repr__(self) -> str:
        return repr(self.__source__)

    def copy(self) -> Any:
        return self.__source__.copy()

    def get(self, signal: Any, default: Any = None) -> Any:
        return self.__source__.get(signal, default)

    def keys(self) -> Any:
        return self.__abc__.KeysView(self)

    def items(self) -> Any:
        return self.__abc__.ItemsView(self)

    def values(self) -> Any:
        return self.__abc__.ValuesView(self)

    def pop(self, signal: Any, default: Any = _ABSENT) -> Any:
        return self.__abc__.MutableMapping.pop(self, signal, *(() if default is _ABSENT else (default,)))

    def popitem(self) -> Any:
        return self.__abc__.MutableMapping.popitem(self)

    def clear(self) -> None:
        self.__abc__.MutableMapping.clear(self)

    def update(self, other: Any = (), /, **named: Any) -> None:
        self.__abc__.MutableMapping.update(self, other, **named)

    def setdefault(self, signal: Any, default: Any = None) -> Any:
        return self.__abc__.MutableMapping.setdefault(self, signal, default)


class Decimals:
    """What one environment has in place of decimal's Python classes."""

    __slots__ = ("made", "world")

    def __init__(self, world: Any) -> None:
        self.world = world
        self.made: Any = None

    def shown(self, found: Any) -> Any:
        """A value as the guest may see it: signals through a view."""
        if not _is_signals(found):
            return found
        return seal(SignalDict, source=found, abc=self.world.library.load("collections.abc"))

    def tuple_type(self) -> Any:
        """``DecimalTuple`` of this environment."""
        if self.made is None:
            namedtuple = self.world.library.load("collections").namedtuple
            self.made = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
        return self.made

    def tuple_of(self, found: Any) -> Any:
        return tuple.__new__(self.tuple_type(), found)


def _is_signals(found: Any) -> bool:
    exact = sys.modules.get("decimal")
    return exact is not None and type(found) is type(exact.getcontext().traps)
