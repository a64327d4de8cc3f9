"""
The pickle protocol, which only a guest's own ``copy`` follows.

What a guest's class says under these names is its own affair. What ``object`` and other C classes say is not: they
read slots under whatever names a class says it has, hand out functions of the host's ``copyreg``, and set what a
state tells them to. So guests, and their ``copy``, get those through here (I3, I4).
"""

from __future__ import annotations

import copyreg
import functools
import operator
import types
from collections.abc import Callable
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedTypeError
from rexec.guest.border.plain import title_of
from rexec.guest.guards.answers import denied
from rexec.guest.origin import is_class, mro_of, own_namespace

C_METHOD: Final = types.MethodDescriptorType
C_BOUND: Final = types.BuiltinMethodType
_ABSENT: Final = object()
_OBJECT: Final = {name: object.__dict__[name] for name in ("__reduce_ex__", "__reduce__", "__getstate__")}


class Native:
    """A function that C code returned to make a copy with: the state beside it is C's own too."""

    __slots__ = ("function",)

    def __init__(self, function: Any) -> None:
        self.function = function


class Pickling:
    """What answers for the names of the protocol in one environment."""

    __slots__ = ("origin", "world")

    def __init__(self, world: Any) -> None:
        self.world = world
        self.origin = world.origin

    def rules(self) -> dict[str, Callable[[Any], Any]]:
        """The rule of each name, for ``@getattr``."""
        return {name: functools.partial(self.read, name=name) for name in names.PICKLE_METHODS}

    # ------------------------------------------------------------------------------------ for guests

    def read(self, value: Any, name: str) -> Any:
        """What the guest or the library wrote, as it is; what C wrote, for objects of the guest's classes only."""
        found = getattr(value, name)
        target = found.__func__ if type(found) is types.MethodType else found
        made = self.origin.owns_function(target) or self.origin.owns_instance(target)
        if found is None or made or self.origin.is_writable(found):
            return found
        if type(found) is C_BOUND:
            return self.bound(found.__self__, name, found)
        if type(found) is C_METHOD:
            return lambda instance, /, *rest: self.bound(instance, name, found.__get__(instance))(*rest)
        raise denied(name)

    def bound(self, value: Any, name: str, found: Any) -> Callable[..., Any]:
        """A method made in C, bound to an object, as a guest may call it."""
        kind = type(value)
        own = self.origin.owns_class(kind) or BaseException in mro_of(kind)
        if not own or is_class(value) or BaseExceptionGroup in mro_of(kind):  # `except*` trusts what is in a group
            raise denied(name)
        if name == "__setstate__":
            if BaseException not in mro_of(kind):
                raise denied(name)
            return lambda state, /: self.fill_exception(value, state)
        if name == "__reduce_ex__" and is_of_object(value, name, found):
            return lambda protocol, /: self.shown(self.default(value, operator.index(protocol)))
        if name == "__reduce__" and is_of_object(value, name, found):
            return lambda: self.shown(self.old(value, 0))
        if not is_made_in_c(value, name, found):
            raise denied(name)
        if name == "__getstate__":
            self.settle_slots(kind)
        return (lambda *rest: self.shown(self.native(value, found, *rest))) if name in _REDUCERS else found

    def shown(self, reduced: Any) -> Any:
        """What C returned, if the function in it is one for guests."""
        if type(reduced) is not tuple or not reduced or type(reduced[0]) is not Native:
            return reduced
        function = reduced[0].function
        if type(function) is types.FunctionType and not self.origin.owns_function(function):
            raise denied("__reduce__")
        return (function, *reduced[1:])

    # ------------------------------------------------------------------------------------ for copy

    def reductor(self, value: Any) -> Any:
        """``x.__reduce_ex__`` as copy asks for it; None if there is none."""
        found = getattr(value, "__reduce_ex__", None)
        if is_of_object(value, "__reduce_ex__", found):
            return functools.partial(self.default, value)
        if is_made_in_c(value, "__reduce_ex__", found):
            return functools.partial(self.native, value, found)
        return found

    def plain_reductor(self, value: Any) -> Any:
        """``x.__reduce__`` where a class has no ``__reduce_ex__``."""
        found = getattr(value, "__reduce__", None)
        if is_of_object(value, "__reduce__", found):
            return functools.partial(self.old, value, 0)
        return functools.partial(self.native, value, found) if is_made_in_c(value, "__reduce__", found) else found

    def default(self, value: Any, protocol: int) -> Any:
        """``object.__reduce_ex__(value, protocol)``"""
        reduce = getattr(value, "__reduce__", None)
        if reduce is not None and getattr(type(value), "__reduce__", None) is not _OBJECT["__reduce__"]:
            return self.native(value, reduce) if is_made_in_c(value, "__reduce__", reduce) else reduce()
        if protocol < 2:
            return self.old(value, protocol)
        return self.native(value, _OBJECT["__reduce_ex__"].__get__(value), protocol)

    def old(self, value: Any, protocol: int) -> Any:
        """The same in the protocols before 2, which are Python code: that of the guest's own copy."""
        self.settle_slots(type(value))
        return self.world.library.load("copyreg")._reduce_ex(value, protocol)

    def native(self, value: Any, method: Any, *arguments: Any) -> Any:
        """What a method made in C returns, with the guest's own ``copyreg`` in place of the host's."""
        kind = type(value)
        self.settle_slots(kind)
        found = method(*arguments)
        if type(found) is not tuple or len(found) < 2:
            return found
        function, *rest = found
        if function is getattr:  # a descriptor or method: it is its own copy, and getattr is for no guest (I4)
            return method.__name__
        if BaseExceptionGroup in mro_of(kind) and len(rest) > 1 and type(rest[1]) is dict:
            rest[1] = dict(rest[1])
        name = _OF_COPYREG.get(function) if type(function) is types.FunctionType else None
        if name is not None:
            function = getattr(self.world.library.load("copyreg"), name)
            if self.origin.owns_class(kind):
                return (function, *rest)  # its __new__ and __getstate__ may be the guest's
        return (Native(function), *rest)

    def settle_slots(self, kind: type) -> None:
        """
        Note for C under which names it finds the slots of a class: only those that a guest could read natively.

        The host's ``copyreg`` would believe ``__slots__``, and a list can be added to after the class was made.
        """
        if not self.origin.owns_class(kind) or names.SLOT_NAMES in own_namespace(kind):
            return
        found: list[str] = []
        for each in mro_of(kind):
            slots = own_namespace(each).get("__slots__", ())
            for name in (slots,) if type(slots) is str else slots:
                if type(name) is str and name.isidentifier():
                    mangled = names.mangle(title_of(each), name)
                    if names.attribute_rule(mangled) == "native" and not names.is_dunder(mangled):
                        found.append(mangled)
        type.__setattr__(kind, names.SLOT_NAMES, found)

    # ------------------------------------------------------------------------------------ state

    def set_state(self, source: Any, made: Any, state: Any, *, native: bool) -> bool:
        """``made.__setstate__(state)``, where *source* was reduced by C code or not. False: there is no such method."""
        method: Any = getattr(made, "__setstate__", _ABSENT)
        if method is _ABSENT:
            return False
        if not is_made_in_c(made, "__setstate__", method):
            method(state)
        elif BaseException in mro_of(type(made)):
            self.fill_exception(made, state)
        elif native and (not self.origin.owns_class(type(source)) or type(made) is type(source)):
            method(state)
        else:
            raise DeniedTypeError(f"the __setstate__ of {type(made).__name__!r} is not for guests", rule="copy")
        return True

    def fill_exception(self, made: Any, state: Any) -> None:
        """``BaseException.__setstate__``, which sets every name there is, as attributes are set."""
        if state is None:
            return
        if not isinstance(state, dict):
            raise TypeError("state is not a dictionary")
        for name, value in dict(state).items():
            self.world.writes.set(made, name, value)


_OF_COPYREG: Final = {
    copyreg.__newobj__: "__newobj__",  # type: ignore[attr-defined]  # typeshed leaves it out
    copyreg.__newobj_ex__: "__newobj_ex__",  # type: ignore[attr-defined]  # as above
}
_REDUCERS: Final = ("__reduce__", "__reduce_ex__")


def is_of_object(value: Any, name: str, found: Any) -> bool:
    """Whether this is the method that ``object`` has under the name, bound to the value."""
    return type(found) is C_BOUND and bool(found == _OBJECT[name].__get__(value))


def is_made_in_c(value: Any, name: str, found: Any) -> bool:
    """Whether this is the method, bound to the value, that a class made in C among the bases has under the name."""
    if type(found) is C_BOUND:
        for each in mro_of(type(value)):
            method = own_namespace(each).get(name)
            if type(method) is C_METHOD and method.__name__ == name and found == method.__get__(value):
                return True
    return False
