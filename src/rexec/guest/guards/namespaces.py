"""
globals(), locals(), vars() and dir(): looking at variables, never setting them by a string (I2).

In a function CPython hands out a copy, and so do we. Elsewhere it hands out the live namespace; here that is a view,
through which nothing can be set.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedError
from rexec.guest.guards.attributes import visible_names
from rexec.guest.origin import Origin
from rexec.guest.sealed import Sealed, seal

_ABSENT: Final = object()


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


def is_visible(name: Any) -> bool:
    """Whether a variable is one that the guest could read by writing its name."""
    if type(name) is not str or not name.isidentifier():
        return False
    return not names.is_dunder(name) or name in names.READABLE_NAMES or name in names.CLASS_NAMES


def _view(source: Mapping[str, Any]) -> NamespaceView:
    return seal(NamespaceView, source=source)


class Namespaces:
    """The four builtins of one environment."""

    __slots__ = ("origin", "read_dict")

    def __init__(self, origin: Origin, read_dict: Callable[[Any], Any]) -> None:
        self.origin = origin
        self.read_dict = read_dict

    def caller(self, name: str, frame: FrameType) -> FrameType:
        """The frame of the guest that called; called by a library, the variables would be the library's."""
        if id(frame.f_globals) not in self.origin.guests:
            raise DeniedError(f"{name}() can only be called directly", rule="builtin")
        return frame

    def variables(self, frame: FrameType) -> Any:
        """What locals() is in this frame."""
        found = frame.f_locals
        if frame.f_code.co_flags & 2:  # CO_NEWLOCALS: a function
            return {name: value for name, value in dict(found).items() if is_visible(name)}
        return _view(frame.f_globals if found is frame.f_globals else found)

    def builtins(self) -> dict[str, Callable[..., Any]]:
        def globals() -> Any:
            return _view(self.caller("globals", sys._getframe(1)).f_globals)

        def locals() -> Any:
            return self.variables(self.caller("locals", sys._getframe(1)))

        def vars(value: Any = _ABSENT, /) -> Any:
            if value is _ABSENT:
                return self.variables(self.caller("vars", sys._getframe(1)))
            try:
                return self.read_dict(value)
            except AttributeError as error:
                if type(error) is not AttributeError:
                    raise
            raise TypeError("vars() argument must have __dict__ attribute")

        def dir(value: Any = _ABSENT, /) -> list[str]:
            if value is _ABSENT:
                return sorted(self.variables(self.caller("dir", sys._getframe(1))))
            return visible_names(value)

        return {"globals": globals, "locals": locals, "vars": vars, "dir": dir}
