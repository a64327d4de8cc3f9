"""
Reading the methods by which attributes are found and set: ``__get__ __set__ __delete__ __getattribute__ __getattr__
__setattr__ __delattr__``. What a guest gets follows the rules of the guest's own reads and writes.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any, Final

from rexec import names
from rexec.errors import Frozen
from rexec.guest.guards.answers import checked_name, denied
from rexec.guest.guards.classes import Classes
from rexec.guest.origin import Origin, is_class, mro_of

FUNCTION_LIKE: Final = (types.FunctionType, types.MethodType)
DESCRIPTORS: Final = (property, staticmethod, super, *FUNCTION_LIKE)
_IN_C: Final = frozenset(
    {
        types.GetSetDescriptorType, types.MemberDescriptorType, types.WrapperDescriptorType,
        types.MethodDescriptorType, types.ClassMethodDescriptorType,
    }
)  # fmt: skip


class Descriptors:
    """The rules for these names in one environment."""

    __slots__ = ("classes", "origin", "set_raw", "unset_raw")

    def __init__(self, origin: Origin, classes: Classes, set_raw: Any, unset_raw: Any) -> None:
        self.origin = origin
        self.classes = classes
        self.set_raw, self.unset_raw = set_raw, unset_raw  # guarded object.__setattr__ and __delattr__

    def rules(self) -> dict[str, Callable[[Any], Any]]:
        return {
            "__getattribute__": self.read_getattribute,
            "__getattr__": lambda x: self.read_own_method(x, "__getattr__"),
            "__setattr__": lambda x: self.read_setter(x, "__setattr__", self.set_raw),
            "__delattr__": lambda x: self.read_setter(x, "__delattr__", self.unset_raw),
            "__get__": lambda x: self.read_descriptor(x, "__get__"),
            "__set__": lambda x: self.read_descriptor(x, "__set__"),
            "__delete__": lambda x: self.read_descriptor(x, "__delete__"),
        }

    def read_own_method(self, value: Any, name: str) -> Any:
        found = getattr(value, name)
        target = found.__func__ if type(found) is types.MethodType else found
        if not self.origin.owns_function(target):
            raise denied(name)
        return found

    def read_getattribute(self, value: Any) -> Any:
        """object.__getattribute__ and its bound form, with the rules of ``getattr``."""
        found = value.__getattribute__
        if type(found) is types.MethodWrapperType:
            return lambda name: self.raw_read(found.__self__, found, name)
        if type(found) is types.WrapperDescriptorType:
            return lambda instance, name: self.raw_read(instance, types.MethodType(found, instance), name)
        found = self.read_own_method(value, "__getattribute__")
        if type(found) is types.MethodType and self.origin.library_wrote(found.__func__):
            return lambda name: self.raw_read(found.__self__, found, name)
        if self.origin.library_wrote(found):
            return lambda instance, name: self.raw_read(instance, types.MethodType(found, instance), name)
        return found

    def raw_read(self, instance: Any, bound: Callable[[str], Any], name: Any) -> Any:
        """What the slot finds, past a __getattribute__ that the guest wrote; only for names without a rule."""
        rule = names.attribute_rule(checked_name(name, "__getattribute__()"))
        if rule == "native":
            return getattr(instance, name) if type(instance) is Frozen else bound(name)  # no function of ours itself
        if rule == "refused":
            raise denied(name)
        if name == "__dict__" and self.origin.owns_instance(instance) and not is_class(instance):
            if BaseExceptionGroup not in mro_of(type(instance)):
                return bound(name)
        if name == "__class__":
            return self.classes.sealed(type(instance))
        raise denied(name)

    def read_setter(self, value: Any, name: str, guarded: Callable[..., Any]) -> Any:
        """object.__setattr__ and its bound form, with the checks of an assignment."""
        found = getattr(value, name)
        if type(found) is types.MethodWrapperType:
            return lambda *rest: guarded(found.__self__, *rest, slot=found)
        if type(found) is types.WrapperDescriptorType:
            return lambda instance, *rest: guarded(instance, *rest, slot=types.MethodType(found, instance))
        target = found.__func__ if type(found) is types.MethodType else found
        if self.origin.guest_wrote(target):
            return found
        if type(found) is types.MethodType:  # a library's own: it sets whatever name it is given
            return lambda *rest: guarded(found.__self__, *rest, slot=found)
        if self.origin.owns_function(found):
            return lambda instance, *rest: guarded(instance, *rest, slot=types.MethodType(found, instance))
        raise denied(name)

    def read_descriptor(self, value: Any, name: str) -> Any:
        """Descriptors that hold what the guest gave them, and slots of classes made inside."""
        kind = type(value)
        if is_class(value) and not _IN_C.isdisjoint(mro_of(value)):
            raise denied(name)  # it would apply any such descriptor to any object
        if name == "__get__" and (classmethod in mro_of(kind) or kind is super or is_class(value)):
            return self.read_get(value)
        if kind is types.MemberDescriptorType and self.origin.owns_class(value.__objclass__):
            return getattr(value, name)
        if kind in DESCRIPTORS or self.origin.owns_class(kind) or is_class(value):
            return getattr(value, name)
        if hasattr(value, name):
            raise denied(name)
        return getattr(value, name)

    def read_get(self, value: Any) -> Any:
        """``__get__``: that of a classmethod, without an owner, would take the real type of the instance."""
        found = value.__get__
        if type(found) is types.MethodWrapperType and classmethod in mro_of(type(found.__self__)):
            return lambda instance, owner=None: found(instance, self.classes.kind(instance) if owner is None else owner)
        if type(found) is types.WrapperDescriptorType and classmethod in mro_of(found.__objclass__):
            return lambda descriptor, instance, owner=None: found(
                descriptor, instance, self.classes.kind(instance) if owner is None else owner
            )
        return found
