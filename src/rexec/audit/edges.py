"""
The edges of the walk: what a guest gets from a value it holds, without calling it.

Attributes are read as a guest's own text reads them, so what its guards deny is no edge. A way is
written as the guest would write it, and can be written on: it is a name, a call, an item or in brackets.
"""

from __future__ import annotations

import itertools
import types
from collections.abc import Iterator
from typing import Any, Final

from rexec import names
from rexec.guest.environment import Environment
from rexec.guest.facade import Facade, shown_names
from rexec.guest.origin import is_class, mro_of, own_namespace, raw_lookup

ITEMS: Final = 60  # of one container or iteration that are looked at: the text of calendar.month_name has 13, errno 130
# What the first value of a class is asked for besides, whatever its dir() says: C code and __getattr__ answer for more.
SOME: Final = ("_x", "x", "x_")
ASKED: Final = frozenset({*names.READABLE_DUNDERS, *names.GUARDED_DUNDERS, *names.CONTESTED_ATTRIBUTES, *SOME})
# Attributes of a class that give each instance the same: a method of it.
ROUTINES: Final = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.WrapperDescriptorType,
    types.MethodDescriptorType,
    types.ClassMethodDescriptorType,
)
SEQUENCES: Final = (list, tuple)
UNORDERED: Final = (set, frozenset)
MAPPINGS: Final = (dict, types.MappingProxyType)
# Iterating these runs no text, and gives one of what the value of its type gave before.
TEXT: Final = (str, bytes, bytearray, memoryview, range)
Edge = tuple[str, Any]


class Edges:
    """What one environment's guest gets from a value."""

    def __init__(self, world: Environment) -> None:
        self.world = world
        self.names: dict[type, tuple[str, ...]] = {}  # of each class that was met: what differs from value to value

    def attributes(self, way: str, value: Any) -> Iterator[Edge]:
        """
        Class and attributes; of any but the first value of a class, without the methods that all of them have.

        What a value answers with an exception is an edge too: ``caught(way.name)``.
        """
        yield f"type({way})", self.world.classes.kind(value)
        for name in self.names_of(value):
            step = f"{way}.{name}" if name.isidentifier() else f"getattr({way}, {name!r})"
            try:
                yield step, self.read(value, name)
            except BaseException as error:
                not_ours(error)
                if not _is_plain_miss(error, value):
                    yield f"caught({step})", error

    def read(self, value: Any, name: str) -> Any:
        """An attribute that the guest's text names. Most names compile to what Python has for it, without a guard."""
        return getattr(value, name) if names.attribute_rule(name) == "native" else self.world.reads.getattr(value, name)

    def names_of(self, value: Any) -> list[str]:
        """The names under which a value may have an attribute."""
        kind = type(value)
        if issubclass(kind, Facade):
            return [*shown_names(value), *SOME]
        found: set[str] = set()
        if kind in self.names:
            found.update(self.names[kind], _own_names(value))
            if is_class(value):
                found |= _raw_names(value, below=object)
        else:
            self.names[kind] = tuple(name for name in _raw_names(kind) if type(raw_lookup(kind, name)) not in ROUTINES)
            found.update(_raw_names(kind), _own_names(value), ASKED, _raw_names(value) if is_class(value) else ())
            found.update(_shown(value))
        return [name for name in sorted(found) if names.attribute_rule(name) != "refused"]

    def contents(self, way: str, value: Any) -> Iterator[Edge]:
        """What a container holds, and what a loop over any other value gives."""
        yield from items(way, value)
        kind = type(value)
        if kind in (*SEQUENCES, *UNORDERED, *MAPPINGS, *TEXT) or raw_lookup(kind, "__iter__") is None:
            return
        try:
            for number, each in enumerate(itertools.islice(iter(value), ITEMS)):
                yield f"[*{way}][{number}]", each
        except BaseException as error:
            not_ours(error)
            yield f"caught([*{way}])", error


def items(way: str, value: Any) -> Iterator[Edge]:
    """What a built-in container holds."""
    kind = type(value)
    if kind in SEQUENCES or (tuple in mro_of(kind) and kind is not tuple):
        held: Any = tuple.__iter__(value) if kind is not list else iter(value)
        yield from ((f"{way}[{number}]", each) for number, each in enumerate(itertools.islice(held, ITEMS)))
    elif kind in UNORDERED:
        yield from ((f"[*{way}][{number}]", each) for number, each in enumerate(itertools.islice(value, ITEMS)))
    elif kind in MAPPINGS:
        for number, (key, each) in enumerate(_pairs(value)):
            if type(key) in (str, int):
                yield f"{way}[{key!r}]", each
            else:
                yield f"[*{way}][{number}]", key
                yield f"[*{way}.values()][{number}]", each


def _pairs(value: Any) -> list[tuple[Any, Any]]:
    """What a dict holds, or the mapping that a proxy is of; there are proxies of other things."""
    try:
        return list(itertools.islice(value.items(), ITEMS))
    except Exception:
        return []


def _raw_names(cls: type, below: type | None = None) -> set[str]:
    """What the namespaces of a class and its bases hold, but those of one base."""
    return {name for each in mro_of(cls) if each is not below for name in own_namespace(each) if type(name) is str}


def _own_names(value: Any) -> list[str]:
    """What a value's own namespace holds, found without asking it."""
    slot = raw_lookup(type(value), "__dict__")
    if is_class(value) or type(slot) is not types.GetSetDescriptorType:
        return []
    held = slot.__get__(value)
    return [name for name in held if type(name) is str] if type(held) is dict else []


def _shown(value: Any) -> list[str]:
    """What a value's dir() says."""
    try:
        return [name for name in dir(value) if type(name) is str]
    except Exception:  # a __dir__ of its own
        return []


def not_ours(error: BaseException) -> None:
    """Raise again what is meant for whoever started the audit."""
    if type(error) is KeyboardInterrupt:
        raise error


def _is_plain_miss(error: BaseException, value: Any) -> bool:
    """Whether an exception holds nothing but the value that was asked and a text."""
    if type(error) is not AttributeError:
        return False
    return (error.obj is value or error.obj is None) and error.__context__ is None and error.__cause__ is None
