"""Callables of the library that act on attributes whose names the caller gives: the same over the guard (I4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rexec.guest.guards.answers import checked_name
from rexec.guest.sealed import Sealed, seal

Read = Callable[[Any, Any], Any]


class AttributeGetter(Sealed, sealed=True):
    """What ``operator.attrgetter`` makes."""

    __module__ = "operator"
    __slots__ = ("__paths__", "__read__")
    __paths__: tuple[tuple[str, ...], ...]
    __read__: Read

    def __call__(self, value: Any, /) -> Any:
        found = tuple(_follow(self.__read__, value, path) for path in self.__paths__)
        return found[0] if len(found) == 1 else found

    def __repr__(self) -> str:
        return f"operator.attrgetter({', '.join(repr('.'.join(path)) for path in self.__paths__)})"


class MethodCaller(Sealed, sealed=True):
    """What ``operator.methodcaller`` makes."""

    __module__ = "operator"
    __slots__ = ("__given__", "__named__", "__read__", "__title__")
    __given__: tuple[Any, ...]
    __named__: dict[str, Any]
    __read__: Read
    __title__: str

    def __call__(self, value: Any, /) -> Any:
        return self.__read__(value, self.__title__)(*self.__given__, **self.__named__)

    def __repr__(self) -> str:
        given = [repr(self.__title__), *map(repr, self.__given__)]
        given += [f"{key}={value!r}" for key, value in self.__named__.items()]
        return f"operator.methodcaller({', '.join(given)})"


def _follow(read: Read, value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = read(value, name)
    return value


def make_attrgetter(read: Read) -> Callable[..., Any]:
    """``operator.attrgetter`` whose look-ups are the guest's own ``getattr``."""

    def attrgetter(attr: Any, /, *attrs: Any) -> Any:
        paths = tuple(tuple(checked_name(each, "attrgetter()").split(".")) for each in (attr, *attrs))
        return seal(AttributeGetter, paths=paths, read=read)

    return attrgetter


def make_methodcaller(read: Read) -> Callable[..., Any]:
    """``operator.methodcaller`` whose look-up is the guest's own ``getattr``."""

    def methodcaller(name: Any, /, *given: Any, **named: Any) -> Any:
        return seal(MethodCaller, title=checked_name(name, "methodcaller()"), given=given, named=named, read=read)

    return methodcaller
