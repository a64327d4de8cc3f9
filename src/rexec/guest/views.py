"""
Namespaces of a guest's modules, functions and classes as they are seen by whoever is not the interpreter.

The namespace of a module is where the interpreter looks before it looks for our hooks, so nobody gets hold of it:
neither a guest nor a private copy, which would put into it whatever name a guest talks it into (I2).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedAttributeError
from rexec.guest.border.expose import check_not_exposed
from rexec.guest.sealed import Sealed, seal


class NamespaceView(Sealed, sealed=True):
    """The variables of a module or a class body as they are now, to look at only."""

    __slots__ = ("__source__",)
    __source__: Mapping[str, Any]

    def __getitem__(self, name: Any) -> Any:
        if type(name) is not str or not is_visible(name):
            raise KeyError(name)
        return self.__source__[name]

    def __contains__(self, name: Any) -> bool:
        return type(name) is str and is_visible(name) and name in self.__source__

    def __iter__(self) -> Iterator[str]:
        return iter([name for name in list(self.__source__) if is_visible(name)])

    def __len__(self) -> int:
        return len(list(iter(self)))

    def get(self, name: Any, default: Any = None) -> Any:
        return self[name] if name in self else default  # noqa: SIM401 - this is get()

    def keys(self) -> list[str]:
        return list(self)

    def values(self) -> list[Any]:
        return [self[name] for name in self]

    def items(self) -> list[tuple[str, Any]]:
        return [(name, self[name]) for name in self]

    def copy(self) -> dict[str, Any]:
        return dict(self.items())

    def __repr__(self) -> str:
        return repr(self.copy())


class ModuleNamespace(NamespaceView, sealed=True):
    """
    What a guest's module has for ``__dict__``. Private copies set variables in it (``enum.global_enum`` does), under
    names that the guest could have written.
    """

    __slots__ = ()
    __source__: dict[str, Any]

    def __setitem__(self, name: Any, value: Any) -> None:
        self.__source__[checked_variable(name)] = value

    def update(self, values: Mapping[str, Any]) -> None:
        for name in values.keys():  # noqa: SIM118 - a mapping as dict.update() knows it
            self[name] = values[name]


def is_visible(name: Any) -> bool:
    """Whether a variable is one that the guest could read by writing its name."""
    if type(name) is not str or not name.isidentifier():
        return False
    return not names.is_dunder(name) or name in names.READABLE_NAMES or name in names.CLASS_NAMES


def checked_variable(name: Any) -> str:
    """A name that a guest's module may bind by text. DeniedAttributeError for any other."""
    if type(name) is not str or not name.isidentifier() or names.is_dunder(name):
        shown = repr(name) if type(name) is str else type(name).__name__
        raise DeniedAttributeError(f"a module cannot have the variable {shown}", rule="write")
    return name


def view(source: Mapping[str, Any]) -> NamespaceView:
    """A view of a namespace."""
    return seal(NamespaceView, source=source)


class GuestModule(Sealed, sealed=True):
    # A module whose source ran as guest code. Its attributes are its global variables, and its docstring theirs.

    __slots__ = ("__loading__", "__source__")
    __loading__: bool  # whether its code has not come to its end
    __source__: dict[str, Any]

    @property
    def __doc__(self) -> Any:  # type: ignore[override]  # the guest's, which may be anything
        return self.__source__.get("__doc__")

    @property
    def __dict__(self) -> Any:  # type: ignore[override]  # what there is instead of one
        return seal(ModuleNamespace, source=self.__source__)

    def __getattr__(self, name: str) -> Any:
        if name in self.__source__:
            return self.__source__[name]
        make = self.__source__.get("__getattr__")  # PEP 562
        if make is not None and names.attribute_rule(name) != "refused":
            return make(name)
        title = self.__source__.get("__name__")
        shown = title if type(title) is str else "?"
        if self.__loading__:
            file = self.__source__.get("__file__")
            place = f" from {file!r}" if sys.version_info >= (3, 13) and type(file) is str else ""
            likely = "(most likely due to a circular import)"
            raise AttributeError(f"partially initialized module {shown!r}{place} has no attribute {name!r} {likely}")
        raise AttributeError(f"module {shown!r} has no attribute {name!r}")

    def __setattr__(self, name: str, value: Any) -> None:
        check_not_exposed(value)
        self.__source__[checked_variable(name)] = value

    def __delattr__(self, name: str) -> None:
        if checked_variable(name) not in self.__source__:
            raise AttributeError(name)
        del self.__source__[name]

    def __dir__(self) -> Iterable[str]:
        return sorted(name for name in self.__source__ if type(name) is str and name.isidentifier())

    def __repr__(self) -> str:
        title, file = self.__source__.get("__name__"), self.__source__.get("__file__")
        place = f" from {file!r}" if type(file) is str else " (namespace)" if "__path__" in self.__source__ else ""
        return f"<module {title if type(title) is str else '?'!r}{place}>"


class Taken(Sealed, sealed=True):
    """
    What an import statement takes names from, in place of the module of the guest's that is its home.

    The interpreter asks for each name once more, and takes the host's module where that fails: the guest says what
    the module's ``__name__`` is. Between two names code of the guest's may run, a finalizer of what the first one was
    bound to; so the interpreter is answered with what was found.
    """

    __slots__ = ("__found__", "__home__")
    __found__: dict[str, Any]
    __home__: Any  # a GuestModule

    def __getattribute__(self, name: str) -> Any:
        found = object.__getattribute__(self, "__found__")
        if name not in found:
            raise AttributeError(name)
        return found[name]


def take(name: str, home: GuestModule, wanted: tuple[Any, ...], found: Mapping[str, Any]) -> Taken:
    """Just these names of what was found in a module. ImportError where one is missing."""
    values = {each: found.get(each, _ABSENT) for each in wanted}
    for each, value in values.items():
        if value is _ABSENT:
            raise ImportError(f"cannot import name {each!r} from {name!r}", name=name)
    return seal(Taken, found=values, home=home)


def taken(given: Taken) -> tuple[Any, dict[str, Any]]:
    """The module that names were taken from, and the names."""
    read = object.__getattribute__
    return read(given, "__home__"), read(given, "__found__")


_ABSENT: Final = object()


def make_guest_module(namespace: dict[str, Any]) -> GuestModule:
    """A module object whose attributes are the namespace itself."""
    return seal(GuestModule, source=namespace, loading=False)


def namespace_of(module: GuestModule | ModuleNamespace) -> dict[str, Any]:
    """The namespace itself, for the interpreter and for those who run code in it."""
    return module.__source__


class LibraryModule:
    """A private copy as other private copies see it. No guest gets hold of one."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.__dict__ = namespace

    def __getattr__(self, name: str) -> Any:
        """Names that a module makes when they are first asked for (PEP 562)."""
        make = self.__dict__.get("__getattr__")
        if make is None:
            raise AttributeError(f"module {self.__dict__['__name__']!r} has no attribute {name!r}")
        return make(name)


class LazyModule(LibraryModule):
    """A private copy that an ``import`` statement of another names, executed when it is first looked into."""

    def __init__(self, load: Callable[[str], Any], name: str, ready: Mapping[str, Any]) -> None:
        self.__dict__ = {**ready, "__load__": (load, name)}

    def __getattr__(self, name: str) -> Any:
        if "__load__" in self.__dict__:
            load, title = self.__load__
            self.__dict__ = load(title).__dict__
        return self.__dict__[name] if name in self.__dict__ else super().__getattr__(name)
