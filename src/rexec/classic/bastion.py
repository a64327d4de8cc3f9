"""
``Bastion``: an object of the host of which a guest can call the methods, and nothing else.

What the methods take and return crosses as it is. They must not return powerful objects, and must check the types of
their arguments exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from types import MethodType
from typing import Any

from rexec.classic.threads import outside
from rexec.errors import Frozen


class BastionClass(metaclass=Frozen):
    """
    What a guest holds. *get* is called with the name of an attribute when it is first asked for; *name* is for repr().
    """

    __slots__ = ("__bastion_get__", "__bastion_kept__", "__bastion_name__")

    def __init__(self, get: Callable[[str], Any], name: str) -> None:
        if hasattr(self, "__bastion_get__"):  # a guest can call this too
            raise TypeError("a bastion is made once")
        if not callable(get):
            raise TypeError(f"get: a function is wanted, not {type(get).__name__}")
        object.__setattr__(self, "__bastion_get__", get)
        object.__setattr__(self, "__bastion_name__", name)
        object.__setattr__(self, "__bastion_kept__", {})

    def __getattr__(self, name: str) -> Any:
        if name[:1] == "_":  # before any filter is asked
            raise AttributeError(name)
        kept = self.__bastion_kept__
        if name not in kept:
            kept[name] = outside(name, self.__bastion_get__, name)
        return kept[name]

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a bastion is read-only: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a bastion is read-only: {name}")

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError("cannot copy a bastion")

    def __repr__(self) -> str:
        return f"<Bastion for {self.__bastion_name__}>"


def is_public(name: str) -> bool:
    """The filter that there is unless another is given."""
    return name[:1] != "_"


def Bastion(
    object: Any,
    filter: Callable[[str], Any] = is_public,
    name: str | None = None,
    bastionclass: Callable[..., Any] = BastionClass,
    *,
    methods: Iterable[str] | None = None,
) -> Any:
    """
    A proxy through which the bound methods of *object* can be called whose names *filter* accepts, or which *methods*
    lists. Data, properties, static methods and methods of built-in types are not shown: AttributeError.
    """
    if isinstance(methods, str):
        raise TypeError(f"methods: a tuple of names is wanted, not the single str {methods!r}")
    listed = None if methods is None else tuple(methods)
    if not callable(filter):
        raise TypeError(f"filter: a function is wanted, not {type(filter).__name__}")
    if not all(type(each) is str for each in listed or ()):
        raise TypeError("methods: a tuple of plain str is wanted")

    def get(attribute: str) -> Any:
        plain = type(attribute) is str and (listed is None or attribute in listed)
        if not plain or not filter(attribute):
            raise AttributeError(attribute)
        if isinstance(getattr(type(object), attribute, None), property | cached_property):
            raise AttributeError(attribute)  # the host's own text would run to find out that it is not shown
        found = getattr(object, attribute, None)
        if type(found) is not MethodType:
            raise AttributeError(attribute)
        return _calling(attribute, found)

    return bastionclass(get, repr(object) if name is None else name)


def _calling(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """A plain function, which leads to no object."""

    def method(*arguments: Any, **keywords: Any) -> Any:
        return outside(name, real, *arguments, **keywords)

    method.__name__ = method.__qualname__ = name
    method.__module__ = "rexec"
    return method
