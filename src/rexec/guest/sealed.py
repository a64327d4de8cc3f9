"""
Objects of ours that a guest holds: nothing about them can be set, they cannot be made, subclassed or copied.

What such an object needs for itself lies in slots under dunder names that no table of ``names`` knows, which are
refused wherever a guest writes or computes them (I1).
"""

from __future__ import annotations

from typing import Any, TypeVar

from rexec.errors import Frozen

T = TypeVar("T", bound="Sealed")


class Sealed(metaclass=Frozen):
    """The base of them all. Each class below says ``sealed=True``, which no guest's class can."""

    __module__ = "rexec"
    __slots__ = ()

    def __new__(cls, *arguments: Any, **keywords: Any) -> Any:
        raise TypeError(f"{cls.__name__!r} objects cannot be made here")

    def __init_subclass__(cls, *, sealed: bool = False) -> None:
        if not sealed:
            raise TypeError(f"type {cls.__mro__[1].__name__!r} is not an acceptable base type")

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"cannot copy a {type(self).__name__!r} object")


def seal(cls: type[T], **fields: Any) -> T:
    """A new object of a sealed class; ``field=value`` fills the slot ``__field__``."""
    made: T = object.__new__(cls)
    for name, value in fields.items():
        fill(made, f"__{name}__", value)
    return made


def fill(sealed: Sealed, slot: str, value: Any) -> None:
    """Set a slot, past whatever the class says to guests about setting."""
    object.__setattr__(sealed, slot, value)
