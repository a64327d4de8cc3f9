"""The builtins table of one environment: the inventory, the guards, and the hooks of rewritten code."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from types import FunctionType
from typing import Any

from rexec import names
from rexec.guest import inventory
from rexec.guest.guards.exits import without_traceback
from rexec.guest.guards.files import make_open
from rexec.guest.guards.groups import sound_group
from rexec.guest.guards.namespaces import Namespaces
from rexec.guest.guards.printing import make_input, make_print
from rexec.guest.modules.typevars import type_parameters


def make_builtins(world: Any) -> dict[str, Any]:
    """
    A new table. Names that the policy denies are taken out at the end, so no guard is left under them; what the
    interpreter and rewritten code need stays.
    """
    table = {name: getattr(builtins, name) for name in inventory.PASS if hasattr(builtins, name)}
    table.update(world.reads.builtins())
    table.update(world.writes.builtins())
    table.update(Namespaces(world.origin, world.reads.read_dict, world.reads.visible_names).builtins())
    table.update(
        type=world.classes.type,
        print=make_print(world.streams),
        input=make_input(world.streams),
        open=make_open(world.policy.read_path, world.policy.import_path),
        exit=make_exit("exit"),
        quit=make_exit("quit"),
    )
    for name in inventory.GUARD:
        if type(table[name]) is FunctionType:  # as CPython's own say it; errors and reprs name a function by these
            table[name].__name__ = table[name].__qualname__ = name
            table[name].__module__ = "builtins"
    for name in world.policy.deny_builtins:
        table.pop(name, None)
    table["__build_class__"] = world.classes.build_class
    table["@type"] = type
    table["@types"] = world.origin.types
    table["@write"] = world.writes.write
    table["@getattr"] = world.reads.getattr
    table["@exit"] = without_traceback
    table[names.TYPE_PARAMETER] = type_parameters(world)
    table["@group"] = sound_group
    return table


def make_exit(name: str) -> Callable[..., None]:
    def exit(code: Any = None, /) -> None:
        raise SystemExit(code)

    exit.__name__ = exit.__qualname__ = name
    return exit
