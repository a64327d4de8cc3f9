"""
What a class is made of and what is made of it: ``__mro__ __bases__ __base__ __subclasses__``.

Left out are classes whose text is the host's: what hangs off them, registries and functions, is shared.
"""

from __future__ import annotations

from typing import Any, Final
from weakref import ReferenceType

from rexec.errors import DeniedAttributeError
from rexec.guest.guards.classes import Classes
from rexec.guest.origin import Origin, is_class

# What C calls when an object dies, a reference of this class calls at any time; guests have one of their own.
HIDDEN: Final = ReferenceType
_base_of = type.__dict__["__base__"].__get__


class Ancestors:
    """The rules for these names in one environment."""

    __slots__ = ("classes", "origin")

    def __init__(self, origin: Origin, classes: Classes) -> None:
        self.origin = origin
        self.classes = classes

    def read_several(self, value: Any, name: str) -> Any:
        found = getattr(type if value is self.classes.type else value, name)
        if type(found) is not tuple:
            return found
        shown = [each for each in found if not (each is HIDDEN or self.origin.is_text_of_host(each))]
        return tuple(dict.fromkeys(map(self.classes.sealed, shown)))

    def read_base(self, value: Any) -> Any:
        found = object if value is self.classes.type else value.__base__
        while found is HIDDEN or self.origin.is_text_of_host(found):
            found = _base_of(found)
        return self.classes.sealed(found)

    def read_subclasses(self, value: Any) -> Any:
        """Those made inside, of a class made inside."""
        if not (is_class(value) and self.origin.owns_class(value)):
            raise DeniedAttributeError('attribute "__subclasses__" is not for guests', rule="attribute")
        return lambda: [each for each in type.__subclasses__(value) if self.origin.owns_class(each)]
