"""
Tracebacks, which lead to the frames of the host: a guest holds a stand-in, and trusted code gets the real one back.

Whoever calls __exit__ or __aexit__ hands over the traceback, so what a class made inside, a guest's or a private
copy's, binds under these names is a function that swaps it:

    def __exit__(self, exc_type, exc, tb)    is bound as a function that passes a stand-in for tb
"""

from __future__ import annotations

from types import FunctionType, MethodType, TracebackType
from typing import Any

from rexec.errors import DeniedTypeError
from rexec.guest.origin import is_class, mro_of, raw_lookup
from rexec.guest.sealed import Sealed, seal


class GuestTraceback(Sealed, sealed=True):
    """What a guest holds of a traceback: that there is one."""

    __slots__ = ("__real__",)
    __real__: TracebackType

    def __eq__(self, other: object) -> bool:
        return type(other) is GuestTraceback and self.__real__ is other.__real__

    def __hash__(self) -> int:
        return object.__hash__(self.__real__)

    def __repr__(self) -> str:
        return "<traceback of the sandbox>"


def stand_in(value: Any) -> Any:
    """The same value, or the stand-in for a traceback."""
    if type(value) is not TracebackType:
        return value
    return seal(GuestTraceback, real=value)


def real(value: Any) -> Any:
    """The same value, or the traceback that a stand-in holds. For trusted code only."""
    return value.__real__ if type(value) is GuestTraceback else value


def thrown(arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """What throw() is given, as one exception: three arguments warn on the host's stderr from 3.12 on."""
    if not 2 <= len(arguments) <= 3:
        return arguments
    kind, value, traceback = (*arguments, None)[:3]
    if not is_class(kind) or BaseException not in mro_of(kind):
        return tuple(map(real, arguments))
    if value is None or kind not in mro_of(type(value)):
        value = kind() if value is None else kind(*value) if type(value) is tuple else kind(value)
    if traceback is None:
        return (value,)
    return (BaseException.with_traceback(value, real(traceback)),)


def without_traceback(value: Any) -> Any:
    """
    What a class made inside may bind as __exit__ or __aexit__ in place of *value*.

    A function, a static or class method, and any callable that is no descriptor are bound as a function of the
    same kind that swaps tracebacks. Another descriptor could hand out a callable of its own at each access:
    DeniedTypeError.
    """
    if value is None:
        return None
    kind = type(value)
    if kind is staticmethod or kind is classmethod:
        return kind(_swapping(value.__func__))
    if kind is FunctionType:
        return _swapping(value)
    if not callable(value) or (raw_lookup(kind, "__get__") is not None and kind is not MethodType):
        raise DeniedTypeError("__exit__ and __aexit__ must be functions", rule="exit")
    return staticmethod(_swapping(value))


def _swapping(function: Any) -> Any:
    def screened(*arguments: Any, **keywords: Any) -> Any:
        swapped = {key: stand_in(each) for key, each in keywords.items()}
        return function(*map(stand_in, arguments), **swapped)

    if type(function) is FunctionType:
        screened.__name__, screened.__qualname__ = function.__name__, function.__qualname__
        screened.__doc__ = function.__doc__
        if function.__dict__.get("__isabstractmethod__"):  # ABCMeta asks what is bound
            screened.__isabstractmethod__ = True  # type: ignore[attr-defined]  # functions take any attribute
    return screened
