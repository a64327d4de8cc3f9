"""
Objects of ours that a guest holds: nothing about them can be set, they cannot be made, subclassed or copied.

What such an object needs for itself lies in slots under dunder names that no table of ``names`` knows, which are
refused wherever a guest writes or computes them (I1). A class that guests may call says how with ``__make__``, a
classmethod; there is no ``__new__``, which could be handed another class.
"""

from __future__ import annotations

from typing import Any, Final, TypeVar

from rexec import names
from rexec.errors import Frozen

T = TypeVar("T", bound="Sealed")
_OF_PYTHON: Final = ("__dict__", "__weakref__")  # guards judge reads of the first


class Sealed(metaclass=Frozen):
    """The base of them all. Each class below says ``sealed=True``, which no guest's class can."""

    __module__ = "rexec"
    __slots__ = ()

    @classmethod
    def __make__(cls, *arguments: Any, **keywords: Any) -> Any:
        raise TypeError(f"{cls.__name__!r} objects cannot be made here")

    def __init_subclass__(cls, *, sealed: bool = False) -> None:
        if not sealed:
            raise TypeError(f"type {cls.__mro__[1].__name__!r} is not an acceptable base type")
        for slot in () if "__names__" in vars(cls) else vars(cls)["__slots__"]:  # those of a facade are what it shows
            if names.is_dunder(slot) and slot not in _OF_PYTHON and names.attribute_rule(slot) != "refused":
                raise TypeError(f"guests can read the slot {slot!r}")

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"cannot copy a {type(self).__name__!r} object")


def seal(cls: type[T], **fields: Any) -> T:
    """
    A new object of a sealed class; ``field=value`` fills the slot ``__field__``. TypeError for any other class.
    """
    if type(cls) is not Frozen or not issubclass(cls, Sealed):
        raise TypeError(f"{cls.__name__!r} is no sealed class")
    made: T = object.__new__(cls)
    for name, value in fields.items():
        fill(made, f"__{name}__", value)
    return made


def fill(sealed: Sealed, slot: str, value: Any) -> None:
    """Set a slot, past whatever the class says to guests about setting."""
    object.__setattr__(sealed, slot, value)
