"""
Who made what: the one place that says whether an object came to be inside an environment.

A class made inside carries ``names.MARK`` in its own namespace, with a token that only its environment knows;
no identifier spells that key, and no guest can look it up. Functions are known by the namespace they see. All
questions are answered from ``type(x)`` and raw slots, never by asking the object (I5).
"""

from __future__ import annotations

import functools
from collections import _tuplegetter  # type: ignore[attr-defined]  # what a named tuple has for a field
from types import FunctionType, SimpleNamespace
from typing import Any, Final

from rexec import names
from rexec.errors import Frozen

_type_dict: Final = type.__dict__["__dict__"].__get__
_type_mro: Final = type.__dict__["__mro__"].__get__

_IMMUTABLE: Final = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
_OBJECT_HASH: Final = object.__dict__["__hash__"]
_OBJECT_EQ: Final = object.__dict__["__eq__"]

PLAIN_HOLDERS: Final = (SimpleNamespace,)
# Types that we did not make, each instance of which belongs to whoever made it.
WRITABLE_TYPES: Final = (
    *PLAIN_HOLDERS,
    functools.partial,
    _tuplegetter,
    type(functools.lru_cache(lambda: None)),
    property,
    classmethod,
    staticmethod,
)


def own_namespace(cls: type) -> Any:
    """The class's own namespace as the interpreter holds it, read-only; metaclasses are not asked."""
    return _type_dict(cls)


def mro_of(cls: type) -> tuple[type, ...]:
    """The class and its bases in order; metaclasses are not asked."""
    return _type_mro(cls)  # type: ignore[no-any-return]  # a slot


def is_class(value: object) -> bool:
    """Whether a value is a class; ``__class__`` is not asked."""
    return issubclass(type(value), type)  # of two real classes the interpreter asks nobody


def raw_lookup(cls: type, name: str) -> Any:
    """What the class or its first base that has it binds to the name; None if there is none."""
    for each in mro_of(cls):
        namespace = own_namespace(each)
        if name in namespace:
            return namespace[name]
    return None


class Origin:
    """What one environment made."""

    __slots__ = ("fixed", "guests", "libraries", "token", "types", "writable")

    def __init__(self) -> None:
        self.token = object()
        self.types: set[type] = set()  # "@types": classes whose instances may be written to without a call
        self.guests: dict[int, dict[str, Any]] = {}  # namespaces of guest modules, by id
        self.libraries: dict[int, dict[str, Any]] = {}  # namespaces of private copies, by id
        self.fixed: set[type] = set()  # metaclasses of private copies: nothing about them can be set
        self.writable: set[type] = set(WRITABLE_TYPES)

    def adopt(self, namespace: dict[str, Any], *, library: bool = False) -> None:
        """Functions that see this namespace count as made inside."""
        (self.libraries if library else self.guests)[id(namespace)] = namespace

    def enroll(self, cls: type) -> None:
        """
        Let instances of a class made inside be written to by the inline test. Any other class is left out: what a
        metaclass returned may be one.

        The test looks the class up in a set, which must not run a metaclass's own __hash__ or __eq__.
        """
        meta = type(cls)
        if not is_class(cls) or not self.owns_class(cls):
            return
        if meta is type or (raw_lookup(meta, "__hash__") is _OBJECT_HASH and raw_lookup(meta, "__eq__") is _OBJECT_EQ):
            self.types.add(cls)

    def owns_class(self, cls: type) -> bool:
        """Whether a class was made inside."""
        return own_namespace(cls).get(names.MARK) is self.token

    def is_text_of_host(self, cls: object) -> bool:
        """Whether a value is a class that Python text outside made: not C, and no sealed one of ours."""
        if not is_class(cls) or cls.__flags__ & _IMMUTABLE or self.owns_class(cls):  # type: ignore[attr-defined, arg-type]  # a class
            return False
        if type(cls) is not type:
            return type(cls) is not Frozen and type not in mro_of(cls)  # type: ignore[arg-type]  # a class
        return any(type(each) is FunctionType for each in own_namespace(cls).values())

    def owns_function(self, value: object) -> bool:
        """Whether a value is a Python function made inside."""
        if type(value) is not FunctionType:
            return False
        return id(value.__globals__) in self.guests or id(value.__globals__) in self.libraries

    def guest_wrote(self, value: object) -> bool:
        """Whether a value is a Python function of the guest's own text."""
        return type(value) is FunctionType and id(value.__globals__) in self.guests

    def library_wrote(self, value: object) -> bool:
        """Whether a value is a Python function of a private copy's text."""
        return type(value) is FunctionType and id(value.__globals__) in self.libraries

    def is_writable(self, value: object) -> bool:
        """Whether attributes may be set of a value whose type is not of ours: it holds only what was made inside."""
        kind = type(value)
        if kind not in self.writable:
            return False
        if kind is property:
            held: tuple[Any, ...] = (value.fget, value.fset, value.fdel)  # type: ignore[attr-defined]  # a property
        elif kind is classmethod or kind is staticmethod:
            held = (value.__func__,)  # type: ignore[attr-defined]  # as tested
        else:
            return True
        return all(each is None or self.owns_function(each) or self.owns_instance(each) for each in held)

    def owns_instance(self, value: object) -> bool:
        """Whether a value is an instance of a class made inside."""
        return self.owns_class(type(value))
