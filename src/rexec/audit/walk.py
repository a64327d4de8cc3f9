"""
The walk: everything within a guest's reach, each value with a shortest way to it.

Breadth first, so that the first way found is a shortest one. Values that are made anew at each look (methods,
results, exceptions) are told apart by what they are made of, or the walk would have no end.
"""

from __future__ import annotations

import types
from collections import Counter, deque
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from rexec.audit import calls
from rexec.audit.edges import Edges
from rexec.audit.forbidden import Forbidden
from rexec.guest.environment import Environment
from rexec.guest.origin import is_class, mro_of

ATOMS: Final = (str, bytes, int, float, complex, bool, type(None), type(...), type(NotImplemented))
DEPTH: Final = 7  # steps from a root
AFTER_CALLS: Final = 4  # steps from what a call gave
ROUNDS: Final = 2  # of calls
LIKENESSES: Final = 12  # instances of one class, made of the same types, that are looked into
METHODS_OF_C: Final = (types.BuiltinFunctionType, types.MethodWrapperType)
_namespace: Final = BaseException.__dict__["__dict__"].__get__


class Found(NamedTuple):
    """A value, how a guest gets it, and in how many steps."""

    way: str
    value: Any
    depth: int


class Walk:
    """What one guest reaches. The values are held, so that no id is used twice."""

    def __init__(self, world: Environment) -> None:
        self.world = world
        self.forbidden = Forbidden(world)
        self.leaks: list[tuple[str, Found]] = []  # forbidden kind, and what is of it; nothing beyond is looked at
        self.edges = Edges(world)
        self.found: list[Found] = []
        self.seen: set[Any] = set()
        self.looked: set[int] = set()  # ids of what was found
        self.alike: Counter[Any] = Counter()
        self.pending: deque[Found] = deque()

    def add(self, roots: Iterable[tuple[str, Any]]) -> None:
        """Values to begin with."""
        for way, value in roots:
            self.take(way, value, 0)

    def look(self) -> None:
        """Follow every edge of what was added, to the end."""
        while self.pending:
            way, value, depth = self.pending.popleft()
            if depth >= DEPTH:
                continue
            for step, each in self.edges.contents(way, value):
                self.take(step, each, depth + 1)
            likeness = _likeness(value)
            self.alike[likeness] += 1
            if likeness is None or self.alike[likeness] <= LIKENESSES:
                for step, each in self.edges.attributes(way, value):
                    self.take(step, each, depth + 1)

    def call(self) -> None:
        """
        Call everything that was found, and look at what comes of it; call what is new of that, and look again.

        Nothing is called of what is forbidden.
        """
        first = 0
        for _ in range(ROUNDS):
            leaks = {id(found.value) for _, found in self.leaks}
            last = len(self.found)
            for way, value, _ in self.found[first:last]:
                if id(value) not in leaks and calls.is_callable(value):
                    for step, each in calls.results(way, value):
                        self.take(step, each, DEPTH - AFTER_CALLS)
            self.look()
            first = last

    def close(self) -> None:
        """End the coroutines that were made: nobody will await them."""
        for each in self.found:
            calls.close(each.value)

    def take(self, way: str, value: Any, depth: int) -> None:
        """A value that an edge led to. It is kept, and looked into, if there is none like it yet."""
        key = self.key(value)
        if key in self.seen:
            return
        self.seen.add(key)
        found = Found(way, value, depth)
        self.found.append(found)
        self.looked.add(id(value))
        kind = self.forbidden.kind(value)
        if kind is None:
            self.pending.append(found)
        else:
            self.leaks.append((kind, found))

    def key(self, value: Any) -> Any:
        """What makes a value new to the walk."""
        kind = type(value)
        if kind in ATOMS:
            return kind
        if kind is types.FunctionType and not self.world.origin.owns_function(value):
            return kind, value.__code__, value.__qualname__
        if kind is types.MethodType:
            return kind, id(value.__func__), self._owner(value.__self__)
        if kind is types.MethodWrapperType or types.BuiltinFunctionType in mro_of(kind):
            if type(value.__self__) is types.ModuleType or value.__self__ is None:
                return id(value)
            return kind, value.__qualname__, self._owner(value.__self__)
        if BaseException in mro_of(kind):
            return _likeness(value)
        return id(value)

    def _owner(self, value: Any) -> Any:
        """The class of what a method is bound to, if that is looked at by itself; else the very object."""
        return type(value) if type(value) in ATOMS or id(value) in self.looked else id(value)


def _likeness(value: Any) -> Any:
    """What instances have in common that lead to the same; None for what is one of its kind."""
    kind = type(value)
    if is_class(value) or kind in (types.FunctionType, types.MethodType):
        return None
    if kind in METHODS_OF_C:
        return kind, type(value.__self__)
    if BaseException in mro_of(kind):
        held = [*_namespace(value).values(), *value.args, value.__cause__, value.__context__]
        held += [getattr(value, name, None) for name in ("obj", "value", "exceptions")]
        return kind, tuple(map(type, held))
    return kind
