"""
Setting and deleting attributes: only of what the guest made, and only under names that the rules let it write.

The rewriter tests instances inline and asks here about everything else; ``setattr``, ``delattr`` and the inherited
``__setattr__`` ask here always.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedAttributeError, DeniedWriteError
from rexec.guest.facade import Facade
from rexec.guest.guards.answers import as_builtin, checked_name
from rexec.guest.guards.exits import real, without_traceback
from rexec.guest.guards.members import is_match_args, refused_later
from rexec.guest.origin import Origin, is_class, mro_of, raw_lookup

CHAIN_NAMES: Final = frozenset("__cause__ __context__ __suppress_context__ __traceback__".split())
FUNCTION_NAMES: Final = frozenset(
    """
    __name__ __qualname__ __doc__ __module__ __annotations__ __wrapped__ __isabstractmethod__ __dict__ __type_params__
    """.split()
)


def denied_write(value: Any, name: str) -> DeniedAttributeError:
    if issubclass(type(value), Facade):
        return DeniedWriteError(f'attribute "{name}" of {value!r} cannot be set here', rule="write")
    what = f"type {value.__name__!r}" if type(value) is type else f"{type(value).__name__!r} object"
    return DeniedAttributeError(f'attribute "{name}" of {what} cannot be set here', rule="write")


def cannot_be_set(value: Any, name: str) -> bool:
    """
    Whether Python itself refuses, so that its own error is the best answer: classes made in C, and instances of
    such classes that have no namespace and no such attribute, or read-only ones only.
    """
    kind = type(value)
    if kind is type:
        return bool(value.__flags__ & _IMMUTABLE)
    if type(kind) is not type or not kind.__flags__ & _IMMUTABLE or kind.__dictoffset__:
        return False
    if raw_lookup(kind, "__setattr__") is not object.__dict__["__setattr__"]:
        return False
    return kind in _READ_ONLY or raw_lookup(kind, name) is None


def has_plain_setattr(kind: type) -> bool:
    """Whether setting an attribute of such instances is left to the interpreter: no guest's function is told."""
    return any(raw_lookup(kind, "__setattr__") is each for each in _PLAIN_SETATTR)


_PLAIN_SETATTR: Final = (object.__setattr__, BaseException.__setattr__)
_IMMUTABLE: Final = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
_READ_ONLY: Final = frozenset({range, slice, complex, int, float, bool, str, bytes, memoryview})


class AttributeWrites:
    """``@write``, ``setattr`` and ``delattr`` of one environment, and the guarded ``object.__setattr__``."""

    __slots__ = ("origin", "proxies")

    def __init__(self, origin: Origin, proxies: Callable[[Any, str], bool]) -> None:
        self.origin = origin
        self.proxies = proxies  # whether a value is a proxy, facade or stream that declares this attribute writable

    def write(self, value: Any, name: str) -> Any:
        """``@write``: the object back, if the guest may set or delete this attribute of it."""
        if self.is_writable(value, name) or cannot_be_set(value, name):
            return value
        raise denied_write(value, name)

    def is_writable(self, value: Any, name: str) -> bool:
        if names.attribute_write_rule(name) == "refused":
            return False
        if is_class(value):
            return self.is_class_writable(value, name)
        kind = type(value)
        if self.origin.owns_class(kind):
            return self.is_instance_name(kind, name)
        if self.origin.owns_function(value):
            return not names.is_dunder(name) or name in FUNCTION_NAMES
        if self.origin.is_writable(value):
            return not names.is_dunder(name) or name in FUNCTION_NAMES
        if BaseException in mro_of(kind):
            ours = type(kind) is not type  # one of our own errors: only what raising it again sets
            return name in CHAIN_NAMES if ours else self.is_instance_name(kind, name)
        return self.proxies(value, name)

    def is_class_writable(self, cls: Any, name: str) -> bool:
        if not self.origin.owns_class(cls) or refused_later(self.origin, cls, name):
            return False
        return name in names.CLASS_NAMES or name not in (
            "__dict__",
            "__wrapped__",
            "__cause__",
            "__notes__",
            "__traceback__",
        )

    def is_instance_name(self, kind: type, name: str) -> bool:
        """Any name but those that ``except*`` would trust."""
        return BaseExceptionGroup not in mro_of(kind) or not (name in names.GROUP_METHODS or name == "__dict__")

    # ------------------------------------------------------------------------------------ by computed name

    def set(self, value: Any, name: Any, new: Any) -> None:
        """``setattr`` as the guest calls it, and as private copies of the library do."""
        if not self.takes_match_args(value, checked_name(name, "setattr()"), new):
            self.write(value, name)
        if name != "__traceback__" or has_plain_setattr(type(value)):
            new = self.checked_value(name, new)
        setattr(value, name, new)

    def takes_match_args(self, value: Any, name: str, new: Any) -> bool:
        """Whether this sets what class patterns read, to what a class body could have set it to."""
        if name != "__match_args__" or not is_class(value) or not self.origin.owns_class(value):
            return False
        return is_match_args(new) and not refused_later(self.origin, value, name)

    def unset(self, value: Any, name: Any) -> None:
        """``delattr`` as the guest calls it."""
        self.write(value, checked_name(name, "delattr()"))
        delattr(value, name)

    def checked_value(self, name: str, new: Any) -> Any:
        return without_traceback(new) if name in names.EXIT_METHODS else real(new) if name == "__traceback__" else new

    def set_raw(self, instance: Any, name: Any, new: Any, *, slot: Callable[..., None]) -> None:
        """``object.__setattr__`` and its kin: past a __setattr__ that the guest wrote, not past the rules."""
        self.write(instance, checked_name(name, "__setattr__()"))
        slot(name, self.checked_value(name, new))

    def unset_raw(self, instance: Any, name: Any, *, slot: Callable[..., None]) -> None:
        """``object.__delattr__`` and its kin."""
        self.write(instance, checked_name(name, "__delattr__()"))
        slot(name)

    def builtins(self) -> dict[str, Callable[..., Any]]:
        """``setattr`` and ``delattr`` as the guest calls them."""
        return {
            "setattr": as_builtin("setattr", self.set, 3, 3),
            "delattr": as_builtin("delattr", self.unset, 2, 2),
        }
