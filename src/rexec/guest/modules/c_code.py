"""
Where the C code under a private copy knows the host's Python classes only: set right after the copy was made.

C takes a class or a function from the host's module of that name: the exception to raise, the ABC to ask, the text
of a weekday. Each patch gives the copy its own in that place, so that a guest sees one class and no host's.
"""

from __future__ import annotations

import importlib
import operator
from _abc import _abc_register  # type: ignore[import-not-found]  # ABCMeta.register of a copy takes a guest's classes only
from collections.abc import Callable
from typing import Any, Final

from rexec.guest.modules.replacing import replace
from rexec.guest.origin import mro_of
from rexec.guest.stand_in import StandIn

# --------------------------------------------------------------------------------------------------------------
# json: the scanner made in C raises the JSONDecodeError that it finds in the host's json.decoder


def _patch_json_decoder(world: Any, namespace: dict[str, Any]) -> None:
    importlib.import_module("json.decoder")  # on 3.11 the C code looks in sys.modules, and fails where it is not there
    own, is_theirs = namespace["JSONDecodeError"], world.origin.is_text_of_host
    scanner = world.library.load("json.scanner")
    for home, name in ((namespace, "scanstring"), (namespace, "c_scanstring")):
        home[name] = _raising(home[name], is_theirs, own)
    make = scanner.make_scanner

    def make_scanner(context: Any) -> Callable[..., Any]:
        """What a JSONDecoder scans with."""
        return _raising(make(context), is_theirs, own)

    scanner.make_scanner = scanner.c_make_scanner = make_scanner


def _raising(function: Callable[..., Any], is_theirs: Callable[[Any], bool], own: Any) -> Callable[..., Any]:
    """The function, with the guest's own exception where C raises the host's."""

    def scan(*arguments: Any, **keywords: Any) -> Any:
        try:
            return function(*arguments, **keywords)
        except ValueError as error:
            if type(error).__name__ != "JSONDecodeError" or not is_theirs(type(error)):
                raise
            msg, doc, pos = error.msg, error.doc, error.pos  # type: ignore[attr-defined]  # as its name says
        raise own(msg, doc, pos)

    return scan


# --------------------------------------------------------------------------------------------------------------
# re: templates


def _patch_re(world: Any, namespace: dict[str, Any]) -> None:
    for name in ("sub", "subn"):
        namespace[name] = _substitution(world, namespace, name)


def _substitution(world: Any, namespace: dict[str, Any], name: str) -> Callable[..., Any]:
    original = namespace[name]

    def substitute(pattern: Any, repl: Any, string: Any, *rest: Any, **keywords: Any) -> Any:
        if not callable(repl):
            flags = keywords.get("flags", rest[1] if len(rest) > 1 else 0)
            repl = world.contested.templates.own(namespace["_compile"](pattern, flags), repl)
        return original(pattern, repl, string, *rest, **keywords)

    substitute.__name__ = substitute.__qualname__ = name
    substitute.__doc__ = original.__doc__
    return substitute


# --------------------------------------------------------------------------------------------------------------
# ABCs: what modules made in C register when they are imported


def _patch_numbers(world: Any, namespace: dict[str, Any]) -> None:
    import decimal

    _abc_register(namespace["Number"], decimal.Decimal)


def _patch_collections_abc(world: Any, namespace: dict[str, Any]) -> None:
    from array import array

    from rexec.guest.guards.decimals import SignalDict

    _abc_register(namespace["MutableSequence"], array)
    _abc_register(namespace["MutableMapping"], SignalDict)


# --------------------------------------------------------------------------------------------------------------
# fractions: a Decimal compares itself with what the host's numbers.Rational says is one


def _patch_fractions(world: Any, namespace: dict[str, Any]) -> None:
    import decimal

    fraction = namespace["Fraction"]
    equal, compare = fraction.__eq__, fraction._richcmp

    def scaled(self: Any, other: Any) -> Any:
        """The decimal times the denominator, exactly: compares with the numerator as it does with the fraction."""
        if not other.is_finite():
            return other
        exactly = decimal.Context(
            prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[]
        )  # as _decimal.c does it
        return exactly.multiply(other, int(self.denominator))

    def __eq__(a: Any, b: Any) -> Any:
        if decimal.Decimal in mro_of(type(b)):
            return scaled(a, b) == int(a.numerator)
        return equal(a, b)

    def _richcmp(self: Any, other: Any, op: Callable[[Any, Any], Any]) -> Any:
        if decimal.Decimal in mro_of(type(other)):
            return _TURNED[op](scaled(self, other), int(self.numerator))
        return compare(self, other, op)

    replace(world, fraction, "__eq__", __eq__)
    replace(world, fraction, "_richcmp", _richcmp)


_TURNED: Final = {
    operator.lt: operator.gt,
    operator.gt: operator.lt,
    operator.le: operator.ge,
    operator.ge: operator.le,
}

# --------------------------------------------------------------------------------------------------------------
# _strptime: reads the names of months and weekdays


def _patch_strptime(world: Any, namespace: dict[str, Any]) -> None:
    """From 3.13 on it tells ``warnings`` which files are its own; the stand-in for that is not interested."""
    namespace["__file__"] = ""
    namespace["os"] = StandIn(path=StandIn(dirname=str))


C_PATCHES: Final[dict[str, Callable[[Any, dict[str, Any]], None]]] = {
    "_collections_abc": _patch_collections_abc,
    "_strptime": _patch_strptime,
    "fractions": _patch_fractions,
    "json.decoder": _patch_json_decoder,
    "numbers": _patch_numbers,
    "re": _patch_re,
}
