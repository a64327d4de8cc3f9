"""
Making classes: the guest's ``type`` and the ``class`` statement.

The guest's ``type`` is a class of our own, below the real one, that looks and works like it. Every road to a new
class leads through ``checked_namespace``: plain classes through ``guarded_build_class`` and ``type(n, b, d)``,
others because each metaclass within reach derives from the guest's ``type``.
"""

from __future__ import annotations

import builtins
import sys
import types
from collections.abc import Callable
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedTypeError
from rexec.guest.guards.exits import without_traceback
from rexec.guest.guards.groups import REFUSED_IN_CLASSES, is_group
from rexec.guest.origin import Origin, is_class, mro_of, own_namespace, raw_lookup

_ABSENT: Final = object()


def _denied(message: str) -> DeniedTypeError:
    return DeniedTypeError(message, rule="class")


# --------------------------------------------------------------------------------------------------------------
# What may be in a class


def checked_namespace(origin: Origin, namespace: Any, bases: tuple[type, ...]) -> dict[str, Any]:
    """
    A copy of a class namespace, every key judged, with the mark of its environment.

    Raises DeniedTypeError for a key that the language refuses to write in a class body, unless what stands under it
    is a private copy's own: a guest that puts it into a class gets what a subclass of the library's would have.
    """
    copy = dict(namespace)
    if copy.get(names.MARK) is origin.token:
        del copy[names.MARK]  # a library that remakes a class copies its namespace
    if not _TEXT.issuperset(map(type, copy)):
        raise _denied("a class cannot have a name that is not text")
    for key in [key for key in copy if key not in _PLAIN_KEYS]:
        if not (names.is_class_name(key) or is_library_value(origin, key, copy[key])):
            raise _denied(f"a class cannot have the name {key!r}")
    for key in names.EXIT_METHODS.intersection(copy):
        copy[key] = without_traceback(copy[key])
    if "__slots__" in copy:
        copy["__slots__"] = _checked_slots(copy["__slots__"])
    if "__match_args__" in copy and not is_match_args(copy["__match_args__"]):
        del copy["__match_args__"]  # so a positional pattern fails with Python's own TypeError
    _check_inherited(origin, copy, bases)
    copy[names.MARK] = origin.token
    return copy


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
    written = names.LIBRARY_ALIASES.get(key, key)
    parts = (value.fget, value.fset, value.fdel) if kind is property else (getattr(value, "__func__", value),)
    return kind in (types.FunctionType, classmethod, staticmethod, property) and all(
        each is None or (origin.library_wrote(each) and each.__code__.co_name in (key, written)) for each in parts
    )


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
            raise _denied(f"a class cannot have the slot {each if type(each) is str else type(each).__name__!r}")
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
    if not refused:
        return
    slots = namespace.get("__slots__", ())
    made = [own_namespace(each) for base in bases for each in mro_of(base) if origin.owns_class(each)]
    for each in [namespace, dict.fromkeys((slots,) if type(slots) is str else slots), *made]:
        for name in refused & each.keys():
            if name == "__getattribute__" and origin.library_wrote(each[name]):
                continue  # typing's, which answers as type.__getattribute__ does
            raise _denied(f'a metaclass or an exception group cannot have "{name}"')


def refused_later(origin: Origin, cls: type, name: str) -> bool:
    """Whether setting this name on a class made inside would reach a metaclass or an exception group below it."""
    if name not in names.METACLASS_REFUSED | REFUSED_IN_CLASSES:
        return False
    pending = [cls]
    while pending:
        each = pending.pop()
        if name in names.METACLASS_REFUSED and type in mro_of(each):
            return True
        if name in REFUSED_IN_CLASSES and is_group(each):
            return True
        if name == "__getattr__" and type in mro_of(each):
            return True  # classes made from it so far have no __match_args__ of their own
        pending.extend(type.__subclasses__(each))
    return False


# --------------------------------------------------------------------------------------------------------------
# The guest's type


class Classes:
    """What makes classes in one environment: ``type``, and ``build_class`` for the class statement."""

    __slots__ = ("build_class", "origin", "type")

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.type: Any = None  # until it is made
        self.type = _make_type(self)
        self.build_class: Callable[..., Any] = _make_build_class(self)

    def kind(self, value: object) -> Any:
        """``type(value)``, where a metaclass that is not the guest's is answered with the guest's ``type``."""
        return self.sealed(type(value))

    def sealed(self, cls: Any) -> Any:
        """A class as the guest may see it: the guest's ``type`` in place of any metaclass of another origin."""
        if cls is type or (is_class(cls) and type in mro_of(cls) and self.type not in mro_of(cls)):
            return self.type
        return cls

    def is_meta(self, value: object) -> bool:
        """Whether a value is a metaclass that guests may use: theirs, or a private copy's."""
        return is_class(value) and self.type in mro_of(value)  # type: ignore[arg-type]  # a class, as just tested

    def plain(self, name: Any, bases: Any, namespace: Any, /, **keywords: Any) -> Any:
        """Make a class whose metaclass is the real ``type``."""
        self.check_bases(bases)
        return self.plain_below(name, bases, namespace, **keywords)

    def plain_below(self, name: Any, bases: Any, namespace: Any, /, **keywords: Any) -> Any:
        """The same below bases that were checked."""
        checked = checked_namespace(self.origin, namespace, bases)
        if "__module__" not in checked:
            checked["__module__"] = calling_module()
        made = type(name, bases, checked, **keywords)
        self.origin.enroll(made)
        return made

    def check_bases(self, bases: Any) -> None:
        """Refuse bases whose metaclass is of another origin: facades, proxies, our own exceptions."""
        if type(bases) is not tuple:
            raise TypeError(f"type.__new__() argument 2 must be tuple, not {type(bases).__name__}")
        for base in bases:
            meta = type(base)
            if meta is not type and meta is not type(self.type) and self.type not in mro_of(meta) and is_class(base):
                raise _denied(f"type {base.__name__!r} cannot be a base class")

    def made_by(self, meta: Any, name: Any, bases: Any, namespace: Any, keywords: dict[str, Any]) -> Any:
        """Make a class with a metaclass of the guest's, or of a private copy."""
        self.check_bases(bases)
        checked = checked_namespace(self.origin, namespace, bases)
        if raw_lookup(meta, "__getattr__") is not None and not any(raw_lookup(b, "__match_args__") for b in bases):
            checked.setdefault("__match_args__", ())  # so that a class pattern never asks that __getattr__
        if "__module__" not in checked:
            checked["__module__"] = calling_module()
        made = type.__new__(meta, name, bases, checked, **keywords)
        self.origin.enroll(made)
        return made

    def make(self, name: Any, bases: Any, namespace: Any, keywords: dict[str, Any]) -> Any:
        """``type(name, bases, namespace)``: the bases may call for another metaclass."""
        if not isinstance(name, str):
            raise TypeError(f"type.__new__() argument 1 must be str, not {type(name).__name__}")
        self.check_bases(bases)
        if not isinstance(namespace, dict):
            raise TypeError(f"type.__new__() argument 3 must be dict, not {type(namespace).__name__}")
        winner = winning_metaclass(type, bases)
        if winner is type:
            return self.plain(name, bases, namespace, **keywords)
        return winner(name, bases, namespace, **keywords)


def calling_module() -> str:
    """The ``__name__`` that the nearest caller outside of rexec sees, which is what type() would have taken."""
    depth = 1
    while True:
        name = sys._getframe(depth).f_globals.get("__name__")
        if type(name) is str and not name.startswith("rexec."):
            return name
        depth += 1


def winning_metaclass(meta: Any, bases: tuple[Any, ...]) -> Any:
    """The most derived metaclass, as the language reference (3.3.3.3) has it. TypeError: they conflict."""
    for base in bases:
        other = type(base)
        if meta in mro_of(other):
            meta = other
        elif other not in mro_of(meta):
            raise TypeError(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                "metaclasses of all its bases"
            )
    return meta


def _make_type(classes: Classes) -> Any:
    class TypeOfTypes(type):
        """The metaclass of the guest's ``type`` and of every metaclass made inside."""

        def __new__(meta, name: str, bases: Any, namespace: Any, **keywords: Any) -> Any:
            if classes.type is not None:
                return classes.made_by(meta, name, bases, namespace, keywords)
            return type.__new__(meta, name, bases, namespace, **keywords)

        def __call__(cls, *arguments: Any, **keywords: Any) -> Any:
            if cls is not classes.type:
                return type.__call__(cls, *arguments, **keywords)
            if len(arguments) == 1 and not keywords:
                return classes.kind(arguments[0])
            if len(arguments) != 3:
                raise TypeError("type() takes 1 or 3 arguments")
            return classes.make(*arguments, keywords)

        def __getitem__(cls, item: Any) -> Any:
            if cls is classes.type:
                return types.GenericAlias(cls, item)
            if raw_lookup(cls, "__class_getitem__") is None:
                raise TypeError(f"type {cls.__name__!r} is not subscriptable")
            return cls.__class_getitem__(item)  # type: ignore[attr-defined]  # as just looked up

        def __instancecheck__(cls, value: Any) -> bool:
            return is_class(value) if cls is classes.type else type.__instancecheck__(cls, value)

        def __subclasscheck__(cls, value: Any) -> bool:
            if cls is classes.type and is_class(value):
                return type in mro_of(value)
            return type.__subclasscheck__(cls, value)

        def __setattr__(cls, name: str, value: Any) -> None:
            if cls is classes.type:
                raise TypeError(f"cannot set {name!r} attribute of immutable type 'type'")
            type.__setattr__(cls, name, value)

        def __delattr__(cls, name: str) -> None:
            if cls is classes.type:
                raise TypeError(f"cannot set {name!r} attribute of immutable type 'type'")
            type.__delattr__(cls, name)

    class Type(type, metaclass=TypeOfTypes):
        __doc__ = type.__doc__

        def __new__(meta, name: Any, bases: Any = (), namespace: Any = None, /, **keywords: Any) -> Any:
            if meta is classes.type:
                return classes.make(name, bases, namespace, keywords)
            if not classes.is_meta(meta):
                raise _denied("a class cannot be made with this metaclass")
            return classes.made_by(meta, name, bases, namespace, keywords)

    Type.__name__ = Type.__qualname__ = "type"
    Type.__module__ = "builtins"
    return Type


def _make_build_class(classes: Classes) -> Callable[..., Any]:
    real = builtins.__build_class__

    def guarded_build_class(body: Any, name: Any, /, *bases: Any, metaclass: Any = _ABSENT, **keywords: Any) -> Any:
        """The class statement. Bases that are no classes are resolved once; what they become is what is used."""
        resolved = bases if all(map(is_class, bases)) else types.resolve_bases(bases)
        if metaclass is not _ABSENT and metaclass is not classes.type and metaclass is not type:
            if is_class(metaclass) and type in mro_of(metaclass) and not classes.is_meta(metaclass):
                raise _denied("this metaclass is not for guests")
            chosen = metaclass
        else:
            chosen = type
        if chosen is type or classes.is_meta(chosen):
            classes.check_bases(resolved)
            chosen = winning_metaclass(chosen, resolved)
        maker = _maker(classes, chosen, bases, resolved)
        return real(body, name, *resolved, metaclass=maker, **keywords)

    guarded_build_class.__name__ = guarded_build_class.__qualname__ = "__build_class__"
    return guarded_build_class


def _maker(classes: Classes, chosen: Any, bases: tuple[Any, ...], resolved: tuple[Any, ...]) -> Callable[..., Any]:
    """What the real __build_class__ calls with name, bases and namespace: not a class, so it is used as it is."""

    def make(name: Any, final: Any, namespace: Any, /, **keywords: Any) -> Any:
        if resolved is not bases and "__orig_bases__" not in namespace:
            namespace["__orig_bases__"] = bases
        if chosen is type:
            return classes.plain_below(name, final, namespace, **keywords)
        if type(chosen) is type(classes.type):
            return type.__call__(chosen, name, final, namespace, **keywords)  # as its own __call__ does
        return chosen(name, final, namespace, **keywords)

    prepare = getattr(chosen, "__prepare__", None)
    if chosen is not type and prepare is not None:
        make.__prepare__ = prepare  # type: ignore[attr-defined]  # __build_class__ looks for it here
    return make
