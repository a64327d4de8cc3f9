"""
Reading attributes whose name is not harmless everywhere, and reading attributes by a computed name.

``@getattr(object, 'name')`` comes from the rewriter with one of the names in ``names.GUARDED_DUNDERS`` or
``names.CONTESTED_ATTRIBUTES``; each has its own rule below. ``getattr`` and ``hasattr`` judge a computed name by
the same tables as the rewriter judges a written one.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any, Final

from rexec import names
from rexec.errors import Frozen
from rexec.guest.border.plain import ATOMS, CONTAINERS
from rexec.guest.guards.aliases import is_marked_for_all, own_mark, unshared
from rexec.guest.guards.ancestors import HIDDEN, Ancestors
from rexec.guest.guards.answers import as_builtin, checked_name, denied
from rexec.guest.guards.classes import Classes
from rexec.guest.guards.descriptors import Descriptors
from rexec.guest.guards.exits import real, stand_in, thrown
from rexec.guest.guards.formatting import make_format
from rexec.guest.guards.type_views import is_built_in, names_of_namespace, own_classes_namespace, readable_namespace
from rexec.guest.origin import Origin, is_class, mro_of
from rexec.guest.views import GuestModule, namespace_of

_ABSENT: Final = object()
Read = Callable[[Any], Any]
THROWING: Final = (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)
# Values that no read hands to a guest, whichever way it went.
FIELDS: Final = (types.GetSetDescriptorType, types.MemberDescriptorType)
NEVER: Final = (types.ModuleType, types.FrameType, types.CodeType, types.TracebackType)


class AttributeReads:
    """``@getattr``, ``getattr`` and ``hasattr`` of one environment."""

    __slots__ = ("classes", "descriptors", "origin", "rules")

    def __init__(self, origin: Origin, classes: Classes, set_raw: Any, unset_raw: Any) -> None:
        self.origin = origin
        self.classes = classes
        self.descriptors = Descriptors(origin, classes, set_raw, unset_raw)
        ancestors = Ancestors(origin, classes)
        self.rules: dict[str, Read] = {
            "__class__": lambda x: self.classes.sealed(x.__class__),
            "__dict__": self.read_dict,
            "__annotations__": self.read_annotations,
            "__bases__": lambda x: ancestors.read_several(x, "__bases__"),
            "__base__": ancestors.read_base,
            "__mro__": lambda x: ancestors.read_several(x, "__mro__"),
            "__subclasses__": ancestors.read_subclasses,
            "__self__": self.read_self,
            "__func__": lambda x: self.read_function(x, "__func__"),
            "__wrapped__": lambda x: self.read_function(x, "__wrapped__"),
            "__orig_class__": self.read_orig_class,
            "__defaults__": lambda x: self.read_own(x, "__defaults__"),
            "__kwdefaults__": lambda x: self.read_own(x, "__kwdefaults__"),
            "__new__": self.read_new,
            "format": lambda x: self.read_format(x, "format"),
            "format_map": lambda x: self.read_format(x, "format_map"),
            "obj": self.read_obj,
            "with_traceback": self.read_with_traceback,
            "throw": lambda x: self.read_throw(x, "throw"),
            "athrow": lambda x: self.read_throw(x, "athrow"),
            "__traceback__": lambda x: stand_in(x.__traceback__),
        }
        self.rules.update(self.descriptors.rules())
        for name in ("__origin__", "__objclass__", "__thisclass__", "__self_class__"):
            self.rules[name] = lambda x, name=name: self.shown_class(getattr(x, name), name)  # type: ignore[misc]  # a default binds it

    def getattr(self, value: Any, name: str) -> Any:
        """``@getattr``: the name comes from the rewriter. A name without a rule is denied."""
        rule = self.rules.get(name)
        if rule is None:
            raise denied(name)
        return self.checked(rule(value), name)

    def read(self, value: Any, name: Any) -> Any:
        """Any attribute by its computed name, as if the guest had written it."""
        rule = names.attribute_rule(checked_name(name, "getattr()"))
        if rule == "refused":
            getattr(value, name)  # an attribute that is not there is missing, not denied
            raise denied(name)
        return self.getattr(value, name) if rule == "guarded" else self.checked(getattr(value, name), name)

    def checked(self, found: Any, name: str) -> Any:
        """
        What a read found, if it is a thing for guests. A guarded name read of a class is, in C, a descriptor, which a
        class of the guest's would apply without a guard.
        """
        kind = type(found)
        if kind in NEVER:
            raise denied(name)
        if kind in FIELDS and names.attribute_rule(name) != "native" and not self.origin.owns_class(found.__objclass__):
            raise denied(name)
        return found

    # ------------------------------------------------------------------------------------ rules, one a name

    def read_dict(self, value: Any) -> Any:
        """The live namespace of an instance, function or module made inside; a filtered copy of a class's."""
        kind = type(value)
        if kind is types.MethodType:
            return self.read_dict(value.__func__)
        if kind is GuestModule:
            return types.MappingProxyType(
                {k: v for k, v in namespace_of(value).items() if not names.is_dunder(k) and "@" not in k}
            )
        if is_class(value):
            if not (self.origin.owns_class(value) or value is self.classes.type or is_built_in(value)):
                raise denied("__dict__")
            return self.namespace(value)
        if BaseExceptionGroup in mro_of(kind):
            return types.MappingProxyType(dict(value.__dict__))  # `except*` trusts split() found in there
        made = self.origin.owns_class(kind) or self.origin.owns_function(value)
        if made or self.origin.is_writable(value) or BaseException in mro_of(kind):
            return value.__dict__
        if not hasattr(value, "__dict__"):
            return value.__dict__  # Python's own AttributeError
        raise denied("__dict__")

    def namespace(self, cls: Any) -> Any:
        """What may be seen of a class's namespace, never the live one: C hands that to the other operand of ==."""
        if self.origin.owns_class(cls):
            return own_classes_namespace(cls, self.origin.library_wrote, lambda name: self.getattr(cls, name))
        real = type if cls is self.classes.type else cls
        return readable_namespace(real, lambda name: self.getattr(cls, name))

    def names_of_namespace(self, cls: Any) -> Any:
        """The same for a private copy."""
        if self.origin.owns_class(cls):
            return self.namespace(cls)
        return names_of_namespace(type if cls is self.classes.type else cls)

    def read_annotations(self, value: Any) -> Any:
        if is_class(value) and not self.origin.owns_class(value):
            raise denied("__annotations__")
        if is_class(value) or self.origin.owns_function(value) or self.origin.owns_instance(value):
            return value.__annotations__
        if type(value) is types.MethodType:
            return self.read_annotations(value.__func__)
        if type(value) in (classmethod, staticmethod) and self.origin.owns_function(value.__func__):
            return value.__annotations__
        if hasattr(value, "__annotations__"):
            raise denied("__annotations__")
        return value.__annotations__  # Python's own AttributeError

    def read_self(self, value: Any) -> Any:
        """Of a bound method, the object it is bound to; of a built-in, only plain data and guests' objects."""
        found = value.__self__
        kind = type(found)
        if kind in NEVER or (is_class(found) and self.classes.sealed(found) is not found):
            raise denied("__self__")
        if type(value) is types.MethodType and not self.origin.owns_function(value.__func__):
            raise denied("__self__")
        return found

    def read_function(self, value: Any, name: str) -> Any:
        """The function under a method or a wrapper, if the guest made it."""
        found = getattr(value, name)
        if self.origin.owns_function(found) or self.origin.owns_instance(found) or is_class(found):
            return found
        if type(found) in (types.BuiltinFunctionType, types.MethodType, property, classmethod, staticmethod):
            return found
        raise denied(name)

    def read_orig_class(self, value: Any) -> Any:
        """The alias that an object was made by. C code sets it on objects of the host too, for all guests to see."""
        if self.may_have_orig_class(value):
            return own_mark(self.origin, value)
        raise AttributeError(f"{type(value).__name__!r} object has no attribute '__orig_class__'")

    def may_have_orig_class(self, value: Any) -> bool:
        own = self.origin.owns_class(value) if is_class(value) else self.origin.owns_instance(value)
        return own or self.origin.owns_function(value) or self.origin.is_writable(value)

    def shown_class(self, found: Any, name: str) -> Any:
        """What may be a class, unless it is one that ``__mro__`` leaves out."""
        if found is HIDDEN or self.origin.is_text_of_host(found):
            raise denied(name)
        return self.classes.sealed(found)

    def read_own(self, value: Any, name: str) -> Any:
        target = value.__func__ if type(value) is types.MethodType else value
        found = getattr(target, name)
        if not (self.origin.guest_wrote(target) or self.origin.owns_instance(target)):
            if found is not None or not self.origin.library_wrote(target):
                raise denied(name)  # a default may be what the library's text trusts: codecs keeps its getattr there
        return found

    def read_new(self, value: Any) -> Any:
        found = value.__new__
        if found is HIDDEN.__new__:
            raise denied("__new__")
        if type(found) is types.FunctionType and not self.origin.owns_function(found):
            return unshared(found)  # ours
        return self.classes.type.__new__ if found is type.__new__ else found

    def read_format(self, value: Any, name: str) -> Any:
        """str.format and str.format_map, bound or not: the same method with guarded fields."""
        found = getattr(value, name)
        if type(found) is types.BuiltinMethodType and str in mro_of(type(found.__self__)):
            if found.__name__ in ("format", "format_map"):
                return make_format(found.__name__, self.read, found.__self__)
        if type(found) is types.MethodDescriptorType and found in (str.format, str.format_map):
            return make_format(found.__name__, self.read, None)
        return found

    def read_obj(self, value: Any) -> Any:
        """Of an AttributeError, only what the guest made, data, or an object of ours for guests."""
        found = value.obj
        if AttributeError not in mro_of(type(value)):
            return found
        kind = type(found)
        data = kind is object or kind in ATOMS or kind in CONTAINERS or kind is dict
        ours = self.origin.owns_class(kind) or self.origin.owns_function(found)
        if data or ours or type(kind) is Frozen or (is_class(found) and self.origin.owns_class(found)):
            return found
        raise denied("obj")

    def read_throw(self, value: Any, name: str) -> Any:
        """The throw of a generator or coroutine, for the stand-in that a guest holds of a traceback."""
        found = getattr(value, name)
        if type(found) is types.BuiltinMethodType and type(found.__self__) in THROWING:
            return lambda *arguments: found(*thrown(arguments))
        return found

    def read_with_traceback(self, value: Any) -> Any:
        """BaseException.with_traceback, for the stand-in that a guest holds."""
        found = value.with_traceback
        if type(found) is types.BuiltinMethodType and BaseException in mro_of(type(value)):
            return lambda traceback, /: found(real(traceback))
        if type(found) is types.MethodDescriptorType:
            return lambda instance, traceback, /: found(instance, real(traceback))
        return found

    def visible_names(self, value: Any) -> list[str]:
        """``dir(value)`` without what no guest can read."""
        found = [name for name in dir(value) if type(name) is str and names.attribute_rule(name) != "refused"]
        if "__orig_class__" in found and (not self.may_have_orig_class(value) or is_marked_for_all(self.origin, value)):
            found.remove("__orig_class__")
        return found

    # ------------------------------------------------------------------------------------ builtins

    def builtins(self) -> dict[str, Callable[..., Any]]:
        """``getattr`` and ``hasattr`` as the guest calls them."""

        def get(value: Any, name: Any, default: Any = _ABSENT) -> Any:
            if default is _ABSENT:
                return self.read(value, name)
            try:
                return self.read(value, name)
            except AttributeError:
                return default

        def has(value: Any, name: Any) -> bool:
            try:
                self.read(value, name)
            except AttributeError:
                return False
            return True

        return {"getattr": as_builtin("getattr", get, 2, 3), "hasattr": as_builtin("hasattr", has, 2, 2)}
