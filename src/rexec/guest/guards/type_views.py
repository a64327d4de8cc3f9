"""The namespace of a class as guests may look at it: what they could read by writing ``C.name``."""

from __future__ import annotations

import functools
import types
from collections.abc import Callable, Mapping
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedError
from rexec.guest.origin import own_namespace

_IMMUTABLE: Final = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
# Guarded names under which a class has a method, and whose rule answers with one that acts as it does.
_METHODS: Final = frozenset(names.CONTESTED_ATTRIBUTES) | {"__new__", "__getattribute__", "__setattr__", "__delattr__"}
_HIDDEN: Final = names.MARKS | names.INTERNAL_ATTRIBUTES  # a property of the library's reads frames and code
_GUARDED: Final = frozenset(names.GUARDED_DUNDERS)
LEFT_ALONE: Final = object.__init__  # does nothing: what classes that C would close have for __del__
WITHHELD: Final = object()  # in place of what is there and not for guests


def is_built_in(cls: Any) -> bool:
    """Whether a class is made in C and shared by all: nothing in its namespace can be set."""
    return type(cls) is type and bool(cls.__flags__ & _IMMUTABLE)


def readable_namespace(cls: Any, read: Callable[[str], Any]) -> Mapping[str, Any]:
    """
    A view without names that are not for guests. *read* answers for the guarded ones.

    What lies under a native name is what reading it from the class gives, or the class method that it is bound from.
    """
    found: dict[str, Any] = {}
    for name, value in own_namespace(cls).items():
        rule = names.attribute_rule(name)
        if rule == "native":
            found[name] = value
        elif rule == "guarded" and name in _METHODS:
            try:
                found[name] = read(name)
            except DeniedError:
                continue
    return types.MappingProxyType(found)


def names_of_namespace(cls: Any) -> dict[str, Any]:
    """
    The same for a private copy's text, which may ask whether a class has a name that no guest may read. A dict of its
    own: whoever gets hold of one can change no other.
    """
    return dict(_kept_names(cls) if is_built_in(cls) else _names(cls))


def _names(cls: Any) -> dict[str, Any]:
    return {
        name: value if names.attribute_rule(name) == "native" else WITHHELD
        for name, value in own_namespace(cls).items()
        if name not in names.MARKS
    }


_kept_names: Final = functools.lru_cache(maxsize=512)(_names)


def own_classes_namespace(
    cls: Any, library_wrote: Callable[[Any], bool], read: Callable[[str], Any]
) -> Mapping[str, Any]:
    """
    The namespace of a class made inside. Methods that the library's text put there sit under guarded names as what
    *read* makes of them: typing's ``__setattr__`` sets whatever name it is given.
    """
    found = dict(own_namespace(cls))
    if found.get("__del__") is LEFT_ALONE:
        del found["__del__"]
    for name in _HIDDEN.intersection(found):
        del found[name]
    for name in _GUARDED.intersection(found):
        if library_wrote(found[name]):
            try:
                found[name] = read(name)
            except DeniedError:
                del found[name]
    return types.MappingProxyType(found)
