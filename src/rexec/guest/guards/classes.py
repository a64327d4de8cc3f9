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

from rexec.guest.guards.class_bodies import ClassBody, preparation, prepared_by
from rexec.guest.guards.members import checked_namespace, class_denied
from rexec.guest.origin import Origin, is_class, mro_of, raw_lookup

_ABSENT: Final = object()


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
                raise class_denied(f"type {base.__name__!r} cannot be a base class")

    def made_by(self, meta: Any, name: Any, bases: Any, namespace: Any, keywords: dict[str, Any]) -> Any:
        """
        Make a class with a metaclass of the guest's, or of a private copy.

        C asks the most derived metaclass of the bases in place of *meta*, with whatever it was given. So that one is
        asked here, before there is a mark in the namespace: what C is asked for is what it makes.
        """
        self.check_bases(bases)
        winner = winning_metaclass(meta, bases)
        if winner is not meta:
            return winner.__new__(winner, name, bases, namespace, **keywords)
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

        def __new__(meta, *arguments: Any, **keywords: Any) -> Any:
            if len(arguments) != 3:
                raise TypeError(f"type.__new__() takes exactly 3 arguments ({len(arguments)} given)")
            name, bases, namespace = arguments
            if meta is classes.type:
                return classes.make(name, bases, namespace, keywords)
            if not classes.is_meta(meta):
                raise class_denied("a class cannot be made with this metaclass")
            return classes.made_by(meta, name, bases, namespace, keywords)

    TypeOfTypes.__name__ = TypeOfTypes.__qualname__ = "type"  # what C code names in its errors
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
                raise class_denied("this metaclass is not for guests")
            chosen = metaclass
        else:
            chosen = type
        if chosen is type or classes.is_meta(chosen):
            classes.check_bases(resolved)
            chosen = winning_metaclass(chosen, resolved)
        maker = _maker(classes, chosen, bases, resolved)
        made = real(body, name, *resolved, metaclass=maker, **keywords)
        if is_class(made) and type in mro_of(made) and classes.origin.library_wrote(body):
            classes.origin.fixed.add(made)
        return made

    guarded_build_class.__name__ = guarded_build_class.__qualname__ = "__build_class__"
    return guarded_build_class


def _maker(classes: Classes, chosen: Any, bases: tuple[Any, ...], resolved: tuple[Any, ...]) -> Callable[..., Any]:
    """What the real __build_class__ calls with name, bases and namespace: not a class, so it is used as it is."""

    def make(name: Any, final: Any, namespace: Any, /, **keywords: Any) -> Any:
        if chosen is not type:
            # What the interpreter looks names up in, also after this, is nothing that a metaclass gets hold of (I2).
            namespace = prepared_by(namespace) if type(namespace) is ClassBody else _spelled(namespace)
        if resolved is not bases and "__orig_bases__" not in namespace:
            namespace["__orig_bases__"] = bases
        if chosen is type:
            return classes.plain_below(name, final, namespace, **keywords)
        if type(chosen) is type(classes.type):
            return type.__call__(chosen, name, final, namespace, **keywords)  # as its own __call__ does
        return chosen(name, final, namespace, **keywords)

    prepare = preparation(classes.origin, chosen) if classes.is_meta(chosen) else None
    if prepare is not None:
        make.__prepare__ = prepare  # type: ignore[attr-defined]  # __build_class__ looks for it here
    return make


def _spelled(namespace: dict[str, Any]) -> dict[str, Any]:
    """The names of a class body that were in its text."""
    return {name: value for name, value in namespace.items() if "@" not in name}
