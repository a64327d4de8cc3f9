"""
A facade: what a guest gets in place of a module.

Its attributes are the names that the policy grants, held in slots of a class made for them, so a read is as fast
as any and there is nothing else to find. It has no ``__name__`` (``from m import x`` falls back to the host's
``sys.modules`` by it) and no namespace, and nothing about it can be set.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rexec import names
from rexec.errors import DeniedAttributeError, Frozen
from rexec.guest.border.expose import check_not_exposed
from rexec.guest.sealed import Sealed, fill, seal

Missing = Callable[[str], AttributeError]


class Late:
    """A value that a facade asks for when a guest first does."""

    __slots__ = ("load",)

    def __init__(self, load: Callable[[], Any]) -> None:
        self.load = load


class Facade(Sealed, sealed=True):
    """The base of every facade's class."""

    __slots__ = ("__absent__", "__late__", "__title__")
    __absent__: Missing
    __late__: Mapping[str, Late]
    __title__: str

    def __getattr__(self, name: str) -> Any:
        late = self.__late__.get(name)
        if late is None:
            raise self.__absent__(name)
        value = late.load()
        fill(self, name, value)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        if is_settable(self, name):
            vars(type(self))[name].__set__(self, value)
            return
        raise DeniedAttributeError(f"module {self.__title__!r} is read-only", rule="write")

    def __delattr__(self, name: str) -> None:
        raise DeniedAttributeError(f"module {self.__title__!r} is read-only", rule="write")

    def __dir__(self) -> Iterable[str]:
        return sorted(shown_names(self))

    def __shown__(self) -> tuple[str, ...]:
        return vars(type(self))["__names__"]  # type: ignore[no-any-return]  # as make_facade put it there

    def __repr__(self) -> str:
        return f"<module {self.__title__!r} of the sandbox>"


class OpenFacade(Facade, sealed=True):
    """
    The base of facades that their host may add to while a guest uses them. Guests write to none: their guards ask
    ``is_settable``.
    """

    __slots__ = ("__dict__",)

    def __setattr__(self, name: str, value: Any) -> None:
        if is_settable(self, name):
            vars(type(self))[name].__set__(self, value)
            return
        check_not_exposed(value)
        if type(name) is not str or not name.isidentifier() or names.is_dunder(name):
            raise TypeError(f"module {self.__title__!r} cannot have the attribute {name!r}")
        fill(self, name, value)

    def __delattr__(self, name: str) -> None:
        object.__delattr__(self, name)

    def __shown__(self) -> tuple[str, ...]:
        namespace = vars(type(self))
        return (*(each for each in namespace["__names__"] if _is_there(namespace[each], self)), *vars(self))


def _is_there(member: Any, facade: Facade) -> bool:
    """Whether a slot is filled. A property is not asked."""
    if type(member) is property:
        return True
    try:
        member.__get__(facade)
    except AttributeError:
        return False
    return True


def make_open_facade(title: str, values: Mapping[str, Any], missing: Missing) -> Facade:
    """As make_facade; the host may add to it, and take away."""
    return make_facade(title, values, missing, OpenFacade)


def make_facade(title: str, values: Mapping[str, Any], missing: Missing, base: type[Facade] = Facade) -> Facade:
    """
    A facade that shows *values*; *missing* makes the exception for any other name.

    A value that is a property of ours becomes one of the facade's class, and can be set if it has a setter.
    """
    live = {name: value for name, value in values.items() if type(value) is property}
    fixed = {name: value for name, value in values.items() if name not in live}
    cls = _make_class(title, tuple(values), live, base) if live else _class_of(title, tuple(values), base)
    late = {name: value for name, value in fixed.items() if type(value) is Late}
    facade: Facade = seal(cls, title=title, absent=missing, late=late)
    for name, value in fixed.items():
        if name not in late:
            fill(facade, name, value)
    return facade


@functools.lru_cache(maxsize=1024)
def _class_of(title: str, shown: tuple[str, ...], base: type[Facade]) -> Any:
    """The class of facades that show just these values. Nothing in it can change, so all environments share it."""
    return _make_class(title, shown, {}, base)


def _make_class(title: str, shown: tuple[str, ...], live: dict[str, Any], base: type[Facade]) -> Any:
    slots = tuple(name for name in shown if name not in live)
    namespace = {**live, "__slots__": slots, "__module__": "rexec", "__names__": shown}
    return Frozen(title, (base,), namespace, sealed=True)


def shown_names(facade: Facade) -> tuple[str, ...]:
    """The names that a facade shows."""
    return facade.__shown__()


def is_settable(facade: Facade, name: str) -> bool:
    """Whether a facade lets one of its attributes be set."""
    found = vars(type(facade)).get(name)
    return type(found) is property and found.fset is not None
