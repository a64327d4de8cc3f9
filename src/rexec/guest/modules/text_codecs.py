"""
Encodings for private copies: a registry of each environment's own, over copies of ``codecs`` and ``encodings``.

The interpreter has one registry for the whole process, whose entries are written in the host's Python. What is found
here instead are copies, and only those that turn text into bytes and back, or do as little.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from rexec.errors import DeniedTypeError
from rexec.guest.library.lists import ENCODINGS
from rexec.guest.modules.replacing import replace
from rexec.guest.origin import mro_of
from rexec.guest.stand_in import StandIn

HANDLERS: Final[frozenset[str]] = frozenset(  # made in C; any other is the host's own
    "strict ignore replace xmlcharrefreplace backslashreplace namereplace surrogateescape surrogatepass".split()
)
_SHARED: Final = frozenset({"lookup", "lookup_error", "register", "register_error", "unregister", "encode", "decode"})


def make_codecs(world: Any) -> Any:
    """``_codecs``: C's functions for each encoding, and look-ups in this environment's own registry."""
    import _codecs

    table = {name: value for name, value in vars(_codecs).items() if not name.startswith("_") and name not in _SHARED}
    found: dict[str, Any] = {}

    def lookup(encoding: Any, /) -> Any:
        encoding = _exact(encoding, "lookup")
        entry = found.get(encoding)
        if entry is None:
            entry = found[encoding] = world.library.load(f"encodings.{_module_name(encoding)}").getregentry()
        return entry

    def lookup_error(errors: Any, /) -> Any:
        name = _exact(errors, "lookup_error")
        if name not in HANDLERS:
            raise LookupError(f"unknown error handler name '{name}'")
        return _codecs.lookup_error(name)

    def encode(obj: Any, encoding: Any = "utf-8", errors: Any = "strict") -> Any:
        return lookup(encoding).encode(obj, errors)[0]

    def decode(obj: Any, encoding: Any = "utf-8", errors: Any = "strict") -> Any:
        return lookup(encoding).decode(obj, errors)[0]

    table.update(lookup=lookup, lookup_error=lookup_error, encode=encode, decode=decode)
    return StandIn(**table)


def _exact(text: Any, function: str) -> str:
    """A name as an exact str: C's own function would find the host's entry under what it really is."""
    if str not in mro_of(type(text)):
        raise TypeError(f"{function}() argument must be str, not {type(text).__name__}")
    return str.__getitem__(text, slice(None))


def _module_name(encoding: str) -> str:
    """The module of ``encodings`` that an encoding is in. LookupError where there is none for guests."""
    from encodings import normalize_encoding
    from encodings.aliases import aliases

    name = normalize_encoding(encoding.lower()) if encoding.isascii() else ""
    for each in (aliases.get(name), aliases.get(name.replace(".", "_")), name):
        if type(each) is str and each in ENCODINGS:
            return each
    raise LookupError(f"unknown encoding: {encoding}")


# --------------------------------------------------------------------------------------------------------------
# Methods of copies that delete an attribute: a guest can call them with any object


def deleting(world: Any, cls: Any, *names: str) -> None:
    """Let these methods of a private copy's class act on what was made inside only."""
    for name in names:
        replace(world, cls, name, _on_own(world, name, cls.__dict__[name]))


def _on_own(world: Any, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: Any, *arguments: Any) -> Any:
        if not world.origin.owns_instance(self):
            raise DeniedTypeError(f"{name}() takes an object made here", rule="write")
        return function(self, *arguments)

    method.__name__ = method.__qualname__ = name
    return method


def _patch_streams(world: Any, namespace: dict[str, Any]) -> None:
    for kind in ("StreamReader", "StreamWriter"):
        if "reset" in vars(namespace[kind]):
            deleting(world, namespace[kind], "reset")


STREAM_PATCHES: Final[dict[str, Callable[[Any, dict[str, Any]], None]]] = dict.fromkeys(
    ("encodings.utf_16", "encodings.utf_32", "encodings.utf_8_sig"), _patch_streams
)
