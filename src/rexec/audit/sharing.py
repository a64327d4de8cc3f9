"""
Objects that can change and that more than one party holds: two guests, or a guest and its host.

What both environments of one policy reach is shared by all. What the modules of the process hold is shared with the
host, whether or not a second guest reaches it.
"""

from __future__ import annotations

import gc
import sys
import types
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from rexec.audit.forbidden import Forbidden, title
from rexec.audit.reviewed import SHARED_TYPES
from rexec.audit.walk import Found
from rexec.errors import Frozen
from rexec.guest.environment import Environment
from rexec.guest.origin import WRITABLE_TYPES, is_class, mro_of


def shared(found: Iterable[Found], others: Collection[int], forbidden: Forbidden) -> Iterator[Found]:
    """What of *found* can change, or is bound to what can, and is one of the objects with these ids."""
    for each in found:
        if any(id(value) in others and can_change(value, forbidden) for value in (each.value, *held_by(each.value))):
            yield each


def held_by(value: Any) -> tuple[Any, ...]:
    """What a method made in C is bound to: calling it may change that."""
    if types.BuiltinFunctionType in mro_of(type(value)) or type(value) is types.MethodWrapperType:
        return (value.__self__,)
    return ()


def can_change(value: Any, forbidden: Forbidden) -> bool:
    """Whether a guest could change a value. What nobody has decided on can be."""
    kind, writes = type(value), forbidden.world.writes
    if is_class(value) or kind in WRITABLE_TYPES:
        return writes.is_writable(value, "x")
    if type(kind) is Frozen:  # facades and proxies: what may be set of them is declared
        return False
    if kind is types.ModuleType:  # of a C function; no guest can ask for it
        return False
    return not forbidden.is_reviewed(SHARED_TYPES, title(kind))


def ids(found: Iterable[Found]) -> set[int]:
    """The identities of what was found, and of what methods among it are bound to."""
    return {id(value) for each in found for value in (each.value, *held_by(each.value))}


def of_host(*worlds: Environment) -> set[int]:
    """The identities of everything that the modules of the process hold, except by way of the environments."""
    seen = {id(each) for world in worlds for each in (world, world.main, world.builtins, world.library, world.importer)}
    modules = [module for module in list(sys.modules.values()) if module is not None]
    pending: list[Any] = [vars(module) for module in modules if type(module) is types.ModuleType]
    found: set[int] = set()
    while pending:
        batch = {id(each): each for each in gc.get_referents(*pending) if id(each) not in seen}
        seen.update(batch)
        found.update(batch)
        pending = [each for each in batch.values() if type(each) not in (types.FrameType, types.ModuleType)]
    return found
