"""
What private copies of the library do to objects: by an attribute that their text names, and by computed names.

A guest can call any of their methods with any object, so none of this trusts the object. ``store`` and ``read`` are
the hooks of ``library/code.py``; ``getattr`` and its kin follow the guest's rules, and know the few names more that the
copy at hand needs.
"""

from __future__ import annotations

import functools
import sys
import types
from collections.abc import Callable
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedAttributeError, Frozen
from rexec.guest.guards.answers import checked_name, denied
from rexec.guest.guards.attributes import THROWING
from rexec.guest.guards.exits import real, stand_in, thrown, without_traceback
from rexec.guest.guards.members import is_library_value, is_match_args, refused_later
from rexec.guest.guards.writes import cannot_be_set, denied_write, has_plain_setattr
from rexec.guest.origin import is_class, mro_of, raw_lookup
from rexec.guest.stand_in import STREAMS, StandIn
from rexec.guest.views import GuestModule, LibraryModule

MODULES: Final = (LibraryModule, StandIn, types.ModuleType)
_ABSENT: Final = object()
# What ABCMeta, Generic and Protocol, who alone set these, set again where a class is made from a copy of a namespace.
_MADE_ANEW: Final = frozenset(
    {"__abstractmethods__", "__callable_proto_members_only__", "__parameters__", "__protocol_attrs__"}
)
_THROWN: Final = frozenset({"throw", "athrow"})  # asked up to 3.11, where a traceback goes with them
_OF_DESCRIPTORS: Final = frozenset({"__get__", "__set__", "__delete__"})
# What the text of enum, typing and others sets on classes; Python itself looks up none of these but __bases__.
_OF_CLASSES: Final = frozenset(
    """
    __abstractmethods__ __bases__ __dataclass_transform__ __final__ __mutable_keys__ __new_member__ __no_type_check__
    __non_callable_proto_members__ __optional_keys__ __orig_bases__ __override__ __parameters__ __protocol_attrs__
    __readonly_keys__ __required_keys__ __total__ __deprecated__
    __unittest_expecting_failure__ __unittest_skip__ __unittest_skip_why__
    """.split()
)


class Reflection:
    """The hooks and the reflective builtins of one private copy."""

    __slots__ = ("extra_reads", "extra_writes", "of_modules", "origin", "table", "world")

    def __init__(
        self, world: Any, extra_reads: frozenset[str], extra_writes: frozenset[str], of_modules: frozenset[str]
    ) -> None:
        self.world = world
        self.origin = world.origin
        self.extra_reads, self.extra_writes, self.of_modules = extra_reads, extra_writes, of_modules
        self.table: dict[str, Any] = {}

    def builtins(self, others: dict[str, Any]) -> dict[str, Any]:
        """The builtins table of the copy: these, and *others*."""
        by_name: tuple[Callable[..., Any], ...] = (self.getattr, self.hasattr, self.setattr, self.delattr)
        hooks: dict[str, Any] = {names.STORE_HOOK: self.store, names.READ_HOOK: self.read, "@types": self.origin.types}
        self.table.update(others, **hooks, **{method.__name__: _function(method) for method in by_name})
        return self.table

    def is_said(self, name: str, frame: types.FrameType) -> bool:
        """
        Whether the text of this copy that asks says the name itself. A guest may hold a copy's ``getattr``, or have its
        text ask for a name that an object of the guest's holds.
        """
        return frame.f_builtins is self.table and name in _constants(frame.f_code)

    # ------------------------------------------------------------------------------------ names in the text

    def store(self, owner: Any, name: str, value: Any) -> None:
        """``owner.name = value`` in a copy's text: only into what was made inside. Most stores do not come here."""
        if type(owner) is types.FunctionType and self.origin.owns_function(owner):
            setattr(owner, name, value)
            return
        if name == "__traceback__" and has_plain_setattr(type(owner)):
            value = real(value)
        if name in names.EXIT_METHODS and is_class(owner):
            value = without_traceback(value)
        if not self.may_store(owner, name, value) and not cannot_be_set(owner, name):
            raise denied_write(owner, name)
        setattr(owner, name, value)

    def may_store(self, owner: Any, name: str, value: Any) -> bool:
        """Whether an attribute with this name, which no guest chose, may be set to a value that one may have."""
        origin, kind = self.origin, type(owner)
        if is_class(owner):
            if name == "__match_args__" and not is_match_args(value):
                return False
            if name == "__bases__":
                self.world.classes.check_bases(value)
            known = name in _OF_CLASSES or names.is_class_name(name) or is_library_value(origin, name, value)
            return origin.owns_class(owner) and known and not refused_later(origin, owner, name)
        if origin.owns_class(kind):
            return name != "__class__" and bool(self.world.writes.is_instance_name(kind, name))
        if origin.is_writable(owner) or issubclass(type(owner), StandIn):
            return True
        return bool(self.world.writes.is_writable(owner, name))

    def read(self, owner: Any, name: str) -> Any:
        """``owner.name`` in a copy's text, for a name that ``library/lists.py`` has asked for."""
        if name == "__dict__":
            return self.namespace(owner)
        if name == "__class__":
            return self.world.classes.sealed(owner.__class__)
        if name == "__self__":
            return self.bound_to(owner)
        if name == "__func__":
            return self.world.reads.getattr(owner, name)
        if name == "__get__":
            return self.world.reads.descriptors.read_get(owner)
        if name == "__traceback__":
            return stand_in(owner.__traceback__)
        if name == "with_traceback":
            return self.world.reads.read_with_traceback(owner)
        if name == "__subclasses__":  # C asks a metaclass that overrides it; what others see stays theirs
            return lambda: [each for each in owner.__subclasses__() if self.origin.owns_class(each)]
        if name in _THROWN:
            found = getattr(owner, name)
            if type(owner) in THROWING:
                return lambda *arguments: found(*thrown(arguments))
            return lambda *arguments: found(*map(stand_in, arguments))
        if issubclass(type(owner), MODULES):
            return getattr(owner, name)
        if name in self.world.reads.rules:
            return self.world.reads.getattr(owner, name)
        found = getattr(owner, name)  # an attribute that is not there is missing, not denied
        if type(owner) is types.SimpleNamespace or type(type(owner)) is Frozen:
            return found  # what stands for a frame or its code
        raise denied(name)

    def bound_to(self, owner: Any) -> Any:
        """What a method is bound to, as guests see it; ``next`` of a file of ours belongs to an object of ours."""
        if type(owner) is types.MethodType and type(type(owner.__self__)) is Frozen:
            return owner.__self__
        return self.world.reads.getattr(owner, "__self__")

    def namespace(self, owner: Any) -> Any:
        """The live ``__dict__`` of what was made inside; what ``except*`` trusts is no exception to I2."""
        kind = type(owner)
        if is_class(owner):  # never the live one: C hands it to the other operand of ==
            found = self.world.reads.names_of_namespace(owner)
            remakes = sys._getframe(3).f_code.co_name == "_add_slots"  # namespace <- read <- the hook <- dataclasses
            return {key: found[key] for key in found if key not in _MADE_ANEW} if remakes else found
        if kind is GuestModule or issubclass(kind, MODULES):
            return owner.__dict__
        if BaseExceptionGroup in mro_of(kind):
            return types.MappingProxyType(dict(owner.__dict__))
        made = self.origin.owns_class(kind) or self.origin.owns_function(owner)
        if made or self.origin.is_writable(owner) or BaseException in mro_of(kind) or not hasattr(owner, "__dict__"):
            return owner.__dict__
        raise denied("__dict__")

    # ------------------------------------------------------------------------------------ computed names

    def check_module(self, value: Any, name: Any) -> None:
        """Modules are no objects to look around in by a name that may be the guest's (redirect_stdout._stream)."""
        if issubclass(type(value), MODULES) and name not in self.of_modules:
            raise DeniedAttributeError(f'attribute "{name}" of a module is not for guests', rule="attribute")

    def getattr(self, value: Any, name: Any, default: Any = _ABSENT, /) -> Any:
        try:
            return self.look_up(value, name, sys._getframe(2))
        except AttributeError:
            if default is _ABSENT:
                raise
            return default

    def hasattr(self, value: Any, name: Any, /) -> bool:
        if type(name) is str and name in _OF_DESCRIPTORS:  # whether, and no more: enum asks, of any value
            return raw_lookup(type(value), name) is not None or (
                is_class(value) and raw_lookup(value, name) is not None
            )
        try:
            self.look_up(value, name, sys._getframe(2))
        except AttributeError:
            return False
        return True

    def look_up(self, value: Any, name: Any, frame: types.FrameType) -> Any:
        """An attribute by a name that the text of *frame* computed, or said."""
        self.check_module(value, checked_name(name, "getattr()"))
        if name in self.extra_reads and self.is_said(name, frame):
            return getattr(value, name)
        return self.world.reads.read(value, name)

    def setattr(self, value: Any, name: Any, new: Any, /) -> None:
        if issubclass(type(value), StandIn) and checked_name(name, "setattr()") in STREAMS:
            setattr(value, name, new)
            return
        owned = is_class(value) and self.origin.owns_class(value)
        if checked_name(name, "setattr()") == "__match_args__":
            if owned and is_match_args(new):
                type.__setattr__(value, "__match_args__", new)
            return
        if name == names.MARK and new is self.origin.token:
            return  # a library that copies a class by its names; the new class has its own
        if name in self.extra_writes and owned:
            setattr(value, name, new)
        else:
            self.world.writes.set(value, name, new)

    def delattr(self, value: Any, name: Any, /) -> None:
        self.world.writes.unset(value, name)


@functools.lru_cache(maxsize=1024)
def _constants(code: types.CodeType) -> frozenset[str]:
    """The texts among the constants of a function's code, and in tuples of constants."""
    found: set[str] = set()
    pending = [*code.co_consts]
    while pending:
        each = pending.pop()
        if type(each) is str:
            found.add(each)
        elif type(each) in (tuple, frozenset):
            pending.extend(each)
    return frozenset(found)


def _function(method: Callable[..., Any]) -> Callable[..., Any]:
    """A plain function: a bound method would show whose it is."""

    def function(*arguments: Any) -> Any:
        return method(*arguments)

    function.__name__ = function.__qualname__ = method.__name__
    return function
