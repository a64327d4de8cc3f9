"""
``__orig_class__``: what C sets, asking no guard, on whatever comes back from calling a generic alias.

A guest chooses what an alias calls (``list[int]`` of its own subclass will do), so that may be a class that all guests
share, and that C lets anyone change. Nobody sees such a mark, on the class or through a class below it; nothing of a
guest's is called for it, since no alias can be made a descriptor; and it goes when the environment does.
"""

from __future__ import annotations

import functools
import sys
import zlib
from collections.abc import Sized
from types import FunctionType
from typing import Any, Final

from rexec.guest.origin import Origin, is_class, mro_of, own_namespace

NAME: Final = "__orig_class__"
_IMMUTABLE: Final = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
_HOMES: Final = ("_hashlib", "_io", "_random", "_struct", "binascii", "decimal", "pyexpat", "time", "zlib")
_OF_ABCS: Final = type(Sized._abc_impl)  # type: ignore[attr-defined]  # what C keeps for an ABC
_ALWAYS: Final = (ExceptionGroup, _OF_ABCS, type(zlib.compressobj()), type(zlib.decompressobj()))


def is_marked_for_all(origin: Origin, value: Any) -> bool:
    """Whether what stands under the name was set on a class of another origin."""
    for each in mro_of(value if is_class(value) else type(value)):
        if NAME in own_namespace(each):
            return not origin.owns_class(each)
    return False


def own_mark(origin: Origin, value: Any) -> Any:
    """The alias that an object made inside was called by. AttributeError if that is another's."""
    if not is_marked_for_all(origin, value):
        return value.__orig_class__
    held = {} if is_class(value) else getattr(value, "__dict__", {})
    if type(held) is dict and NAME in held:
        return held[NAME]
    raise AttributeError(f"{type(value).__name__!r} object has no attribute {NAME!r}")


def forget_marks() -> None:
    """Let go of what guests' aliases left on the classes that all share."""
    for home in _HOMES:
        if home in sys.modules:
            for each in _changeable(home):
                _forget(each)
    for each in _ALWAYS:
        _forget(each)


def _forget(cls: type) -> None:
    if NAME in own_namespace(cls):
        try:
            type.__delattr__(cls, NAME)
        except AttributeError:
            return  # another thread was faster


@functools.cache
def _changeable(home: str) -> tuple[type, ...]:
    """The classes of a module made in C that C lets anyone change."""
    found = {id(each): each for each in vars(sys.modules[home]).values() if type(each) is type}
    return tuple(each for each in found.values() if not each.__flags__ & _IMMUTABLE)


def unshared(function: FunctionType) -> FunctionType:
    """The same function once more, for one guest: attributes can be set of it."""
    code, variables, name = function.__code__, function.__globals__, function.__name__
    made = FunctionType(code, variables, name, function.__defaults__, function.__closure__)
    made.__kwdefaults__, made.__qualname__ = function.__kwdefaults__, function.__qualname__
    return made
