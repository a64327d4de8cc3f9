"""
Public names under which C code runs Python code of the host, or shows an object of the host's.

The method that a guest gets in their place runs the private copy of that Python code, or hands C nothing but exact
str and bytes, so that no cache, lock or class of the host ever meets an object of the guest's (I3, I6).
"""

from __future__ import annotations

import re
import sys
import types
import typing
from collections.abc import Callable
from typing import Any, Final

from rexec.guest.guards.decimals import Decimals
from rexec.guest.guards.templates import Templates
from rexec.guest.origin import is_class, mro_of

Read = Callable[[Any], Any]
_WHOLE: Final = slice(None)
_ALIAS: Final = getattr(typing, "TypeAliasType", None)
_METHOD: Final = type(re.compile("").sub)  # a method that is told its class (PEP 573) has a type of its own


class Contested:
    """What answers for the contested names of one environment."""

    __slots__ = ("decimals", "templates", "world")

    def __init__(self, world: Any) -> None:
        self.world = world
        self.decimals = Decimals(world)
        self.templates = Templates(world)

    def rules(self) -> dict[str, Read]:
        """The rule of each name, for ``@getattr``."""
        return {
            "sub": lambda x: self.read_substitution(x.sub),
            "subn": lambda x: self.read_substitution(x.subn),
            "expand": lambda x: self.read_expand(x.expand),
            "strptime": lambda x: self.read_strptime(x.strptime),
            "utcnow": lambda x: self.read_utc(x.utcnow, 0),
            "utcfromtimestamp": lambda x: self.read_utc(x.utcfromtimestamp, 1),
            "traps": self.read_traps,
            "flags": self.read_flags,
            "as_tuple": lambda x: self.read_as_tuple(x.as_tuple),
            "__parameters__": lambda x: self.read_parameters(x, x.__parameters__),
        }

    # ------------------------------------------------------------------------------------ re

    def read_substitution(self, found: Any) -> Any:
        """Pattern.sub and Pattern.subn: templates become exact, and errors in them are the guest's own."""
        kind = type(found)
        if kind is _METHOD and type(found.__self__) is re.Pattern:
            return self.substitution(found)
        if kind is types.MethodDescriptorType and found.__objclass__ is re.Pattern:

            def of_any(*given: Any, **named: Any) -> Any:
                if given and type(given[0]) is re.Pattern:
                    return self.substitution(found.__get__(given[0], re.Pattern))(*given[1:], **named)
                return found(*given, **named)  # TypeError in its own words

            return of_any
        return found

    def substitution(self, found: Any) -> Callable[..., Any]:
        own, pattern = self.templates.own, found.__self__

        def substitute(*given: Any, **named: Any) -> Any:
            if given:
                if type(given[0]) is not str or "\\" in given[0]:
                    given = (own(pattern, given[0]), *given[1:])
            elif "repl" in named:
                named["repl"] = own(pattern, named["repl"])
            return found(*given, **named)

        return substitute

    def read_expand(self, found: Any) -> Any:
        """Match.expand, as read_substitution has it."""

        def expand(match: Any, template: Any) -> Any:
            return self.templates.expand(match, template)

        if is_bound(found, re.Match):
            return lambda template: expand(found.__self__, template)
        return expand if is_unbound(found, re.Match) else found

    # ------------------------------------------------------------------------------------ datetime

    def read_strptime(self, found: Any) -> Any:
        """``strptime`` of dates and times: the C code calls the host's, which keeps a cache under a lock."""
        owner = of_clock(found)
        if owner is None:
            return found

        def strptime(*given: Any) -> Any:
            if len(given) != 2 or not all(str in mro_of(type(each)) for each in given):
                return found(*given)  # TypeError in its own words
            home = self.world.library.load("_strptime")
            run = getattr(home, f"_strptime_datetime_{owner}", None) or home._strptime_datetime  # up to 3.13
            return run(found.__self__, *map(exact_text, given))

        return strptime

    def read_utc(self, found: Any, count: int) -> Any:
        """``utcnow`` and ``utcfromtimestamp``, which from 3.12 on complain on the host's stderr."""
        if sys.hexversion < 0x030C0000 or of_clock(found) is None:
            return found

        def utc(*given: Any, **named: Any) -> Any:
            if named:
                raise TypeError(f"datetime.{found.__name__}() takes no keyword arguments")
            if len(given) != count:
                called = (
                    "utcfromtimestamp() takes exactly 1 argument" if count else "datetime.utcnow() takes no arguments"
                )
                raise TypeError(f"{called} ({len(given)} given)")
            clock = sys.modules["datetime"]
            make = clock.datetime.fromtimestamp if count else clock.datetime.now
            moment = make(*given, clock.timezone.utc)
            return found.__self__(
                moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.microsecond,
                None,
            )  # fmt: skip

        return utc

    # ------------------------------------------------------------------------------------ decimal

    def read_traps(self, value: Any) -> Any:
        found = value.traps
        return self.decimals.shown(found) if type(found).__name__ == "SignalDict" else found

    def read_flags(self, value: Any) -> Any:
        found = value.flags
        return self.decimals.shown(found) if type(found).__name__ == "SignalDict" else found

    def read_as_tuple(self, found: Any) -> Any:
        """Decimal.as_tuple, whose named tuple is the guest's own."""
        exact = getattr(sys.modules.get("decimal"), "Decimal", type(None))
        if is_bound(found, exact) or is_unbound(found, exact):
            return lambda *given, **named: self.decimals.tuple_of(found(*given, **named))
        return found

    # ------------------------------------------------------------------------------------ typing

    def read_parameters(self, value: Any, found: Any) -> Any:
        """What the parameters of ``type X[*Ts] = ...`` are, of which C knows only its own by sight."""
        if type(value) is not _ALIAS:
            return found
        home = self.world.library.load("typing")
        return tuple(home.Unpack[each] if type(each) is home.TypeVarTuple else each for each in found)


def is_made_in_c(found: Any) -> bool:
    """Whether this is a bound method made in C, of the usual type or of the one below it."""
    return types.BuiltinMethodType in mro_of(type(found))


def is_bound(found: Any, owner: type) -> bool:
    """Whether this is a method made in C, bound to an instance of the class or of one below it."""
    return is_made_in_c(found) and owner in mro_of(type(found.__self__))


def is_unbound(found: Any, owner: type) -> bool:
    """Whether this is a method made in C, as the class itself has it."""
    return type(found) is types.MethodDescriptorType and found.__objclass__ is owner


def of_clock(found: Any) -> str | None:
    """The type of ``datetime`` that this class method made in C is one of, if it is."""
    clock = sys.modules.get("datetime")
    if clock is None or not is_made_in_c(found) or not is_class(found.__self__):
        return None
    for each in (clock.datetime, clock.date, clock.time):
        if each in mro_of(found.__self__):
            return str(each.__name__)
    return None


def exact_text(text: str) -> str:
    """The same text as an exact str; nothing of the guest's is asked."""
    return str.__getitem__(text, _WHOLE)
