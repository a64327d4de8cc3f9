"""
globals(), locals(), vars() and dir(): looking at variables, never setting them by a string (I2).

In a function CPython hands out a copy, and so do we. Elsewhere it hands out the live namespace; here that is a view,
through which nothing can be set.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

from rexec.errors import DeniedError
from rexec.guest.origin import Origin
from rexec.guest.views import is_visible, view

_ABSENT: Final = object()


class Namespaces:
    """The four builtins of one environment."""

    __slots__ = ("origin", "read_dict", "visible_names")

    def __init__(
        self, origin: Origin, read_dict: Callable[[Any], Any], visible_names: Callable[[Any], list[str]]
    ) -> None:
        self.origin = origin
        self.read_dict = read_dict
        self.visible_names = visible_names

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
        return view(frame.f_globals if found is frame.f_globals else found)

    def builtins(self) -> dict[str, Callable[..., Any]]:
        def globals() -> Any:
            return view(self.caller("globals", sys._getframe(1)).f_globals)

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
            return self.visible_names(value)

        return {"globals": globals, "locals": locals, "vars": vars, "dir": dir}
