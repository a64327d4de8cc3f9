"""
What may be in a class that was made inside: every key of its namespace, whichever way the class came about.
"""

from __future__ import annotations

import io
import types
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedTypeError
from rexec.guest.guards.exits import without_traceback
from rexec.guest.guards.groups import REFUSED_IN_CLASSES, is_group
from rexec.guest.guards.type_views import LEFT_ALONE
from rexec.guest.origin import Origin, is_class, mro_of, own_namespace


def class_denied(message: str) -> DeniedTypeError:
    """The error for a class that cannot be."""
    return DeniedTypeError(message, rule="class")


def checked_namespace(origin: Origin, namespace: Any, bases: tuple[type, ...]) -> dict[str, Any]:
    """
    A copy of a class namespace, every key judged, with the mark of its environment.

    Raises DeniedTypeError for a key that the language refuses to write in a class body, unless what stands under it
    is a private copy's own: a guest that puts it into a class gets what a subclass of the library's would have.
    """
    copy = dict(namespace)
    if names.MARK in copy and copy[names.MARK] is origin.token:
        del copy[names.MARK]  # a library that remakes a class copies its namespace
        if copy.get("__del__") is LEFT_ALONE:
            del copy["__del__"]
    if not _TEXT.issuperset(map(type, copy)):
        raise class_denied("a class cannot have a name that is not text")
    for key in copy:
        if key not in _PLAIN_KEYS and not names.is_class_name(key) and not is_library_value(origin, key, copy[key]):
            raise class_denied(f"a class cannot have the name {key!r}")
    for key in names.EXIT_METHODS:
        if key in copy:
            copy[key] = without_traceback(copy[key])
    if "__slots__" in copy:
        copy["__slots__"] = _checked_slots(copy["__slots__"])
    if "__match_args__" in copy and not is_match_args(copy["__match_args__"]):
        del copy["__match_args__"]  # so a positional pattern fails with Python's own TypeError
    for base in bases:
        if is_class(base) and not _WATCHED.isdisjoint(mro_of(base)):
            _check_inherited(origin, copy, bases)
            if _FILE in mro_of(base):
                copy["__del__"] = LEFT_ALONE  # C's own would call the guest's close() when nobody holds the file (I6)
    copy[names.MARK] = origin.token
    return copy


_FILE: Final = mro_of(io.BytesIO)[-2]  # _io._IOBase
# Below these, a class may have less than others. No metaclass has a __hash__ of its own, so classes answer as they are.
_WATCHED: Final = frozenset({_FILE, type, BaseExceptionGroup, types.GenericAlias})
# C leaves an alias on classes that all guests share: there, a descriptor would be called for another's objects.
_REFUSED_IN_ALIASES: Final = frozenset({"__get__", "__set__", "__delete__"})
_TEXT: Final = frozenset({str})
_PLAIN_KEYS: Final = frozenset(filter(names.is_class_name, names.CLASS_NAMES | names.COMPILER_CLASS_NAMES))


def is_library_value(origin: Origin, key: str, value: Any) -> bool:
    """Whether a private copy's text binds this to this name: functions that it wrote under it, None, or a flag."""
    if key not in names.LIBRARY_CLASS_NAMES:
        return False
    kind = type(value)
    if value is None:
        return True
    if kind is int or kind is bool:
        return key in names.LIBRARY_FLAGS
    if kind is types.FunctionType:
        return _is_written_as(origin, key, value)
    if kind is classmethod or kind is staticmethod:
        return _is_written_as(origin, key, value.__func__)
    if kind is not property:
        return False
    return all(each is None or _is_written_as(origin, key, each) for each in (value.fget, value.fset, value.fdel))


def _is_written_as(origin: Origin, key: str, function: Any) -> bool:
    if not origin.library_wrote(function):
        return False
    name: str = function.__code__.co_name
    return name == key or name == names.LIBRARY_ALIASES.get(key)


def is_match_args(value: Any) -> bool:
    """A tuple of names that need no guard: class patterns read them without one."""
    return type(value) is tuple and all(type(each) is str and names.attribute_rule(each) == "native" for each in value)


def _checked_slots(slots: Any) -> Any:
    if type(slots) is str:
        every: Any = (slots,)
    elif type(slots) in (tuple, list, dict):
        every = slots
    else:
        every = slots = tuple(slots)
    for each in every:
        if type(each) is not str or not (each.isidentifier() and (not names.is_dunder(each) or each in _SLOTS)):
            raise class_denied(f"a class cannot have the slot {each if type(each) is str else type(each).__name__!r}")
    return slots


# No protocol of Python's looks these up on a type; the second group is that of typing.ForwardRef.
_SLOTS: Final = frozenset(
    """
    __dict__ __doc__ __name__ __weakref__
    __forward_arg__ __forward_code__ __forward_evaluated__ __forward_is_argument__ __forward_is_class__
    __forward_module__ __forward_value__
    """.split()
)


def _check_inherited(origin: Origin, namespace: dict[str, Any], bases: tuple[type, ...]) -> None:
    """Names that are harmless in most classes, but neither in a metaclass nor in an exception group."""
    refused: frozenset[str] = frozenset()
    for base in bases:
        if is_class(base):
            line = mro_of(base)
            if type in line:
                refused |= names.METACLASS_REFUSED
            if BaseExceptionGroup in line:
                refused |= REFUSED_IN_CLASSES
            if types.GenericAlias in line:
                refused |= _REFUSED_IN_ALIASES
    if not refused:
        return
    slots = namespace.get("__slots__", ())
    made = [own_namespace(each) for base in bases for each in mro_of(base) if origin.owns_class(each)]
    for each in [namespace, dict.fromkeys((slots,) if type(slots) is str else slots), *made]:
        for name in refused & each.keys():
            if name == "__getattribute__" and origin.library_wrote(each[name]):
                continue  # typing's, which answers as type.__getattribute__ does
            which = "an alias" if name in _REFUSED_IN_ALIASES else "a metaclass or an exception group"
            raise class_denied(f'{which} cannot have "{name}"')


def refused_later(origin: Origin, cls: type, name: str) -> bool:
    """
    Whether setting this name on a class made inside would reach a metaclass, an exception group or an alias below it;
    or is about a metaclass of the library's, which makes the classes that private copies trust.
    """
    if cls in origin.fixed:
        return True
    if name not in names.METACLASS_REFUSED | REFUSED_IN_CLASSES | _REFUSED_IN_ALIASES:
        return False
    pending = [cls]
    while pending:
        each = pending.pop()
        if name in names.METACLASS_REFUSED and type in mro_of(each):
            return True
        if name in REFUSED_IN_CLASSES and is_group(each):
            return True
        if name in _REFUSED_IN_ALIASES and types.GenericAlias in mro_of(each):
            return True
        if name == "__getattr__" and type in mro_of(each):
            return True  # classes made from it so far have no __match_args__ of their own
        pending.extend(type.__subclasses__(each))
    return False
