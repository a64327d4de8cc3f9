"""The inventory: every builtin of the running Python is classified once, and the table of a guest is what it says."""

from __future__ import annotations

import builtins
from contextvars import Context
from typing import Any

import pytest

from rexec import names
from rexec.budget import OutputMeter
from rexec.guest import inventory
from rexec.guest.environment import Environment
from rexec.guest.streams import Streams
from rexec.policy import Policy
from rexec.run import execute

CLASSES = {
    "PASS": inventory.PASS,
    "GUARD": inventory.GUARD.keys(),
    "INTERNAL": inventory.INTERNAL.keys(),
    "ABSENT": inventory.ABSENT.keys(),
}
PREDEFINED = {"None", "True", "False", "__debug__"}  # the compiler knows these; no table is asked


def table(policy: Policy) -> dict[str, Any]:
    """The builtins of a new environment."""
    streams = Streams(str, str, lambda size: "", OutputMeter(None))
    load = compile
    world = Context().run(Environment, policy, streams, load=load, execute=execute, argv=())
    return world.builtins


TABLE = table(Policy.load("default"))


@pytest.mark.parametrize("name", sorted(dir(builtins)))
def test_every_builtin_classified(name: str) -> None:
    found = [each for each, members in CLASSES.items() if name in members]
    assert len(found) == 1, (
        f"the builtin {name!r} is in {found or 'no table'}: put it into exactly one of PASS, GUARD, INTERNAL and "
        f"ABSENT of rexec/guest/inventory.py. PASS only what is harmless whatever a guest does with it; GUARD takes a "
        f"function of ours in rexec/guest/builtins.py; ABSENT takes the reason."
    )


def test_no_name_has_two_classes() -> None:
    every = [name for members in CLASSES.values() for name in members]
    assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize("reasons", [inventory.GUARD, inventory.INTERNAL, inventory.ABSENT])
def test_every_guard_and_every_absence_has_a_reason(reasons: dict[str, str]) -> None:
    assert all(reasons.values())


def test_table_holds_what_the_inventory_gives_and_the_hooks() -> None:
    given = {name for name in inventory.PASS if hasattr(builtins, name)}
    assert set(TABLE) == given | inventory.GUARD.keys() | inventory.INTERNAL.keys() | names.HOOKS.keys()


def test_passed_names_are_pythons_own() -> None:
    assert all(TABLE[name] is getattr(builtins, name) for name in inventory.PASS & TABLE.keys())


@pytest.mark.parametrize("name", sorted(inventory.GUARD.keys() | inventory.INTERNAL.keys()))
def test_guarded_name_is_not_pythons_own(name: str) -> None:
    assert TABLE[name] is not getattr(builtins, name, None)
    assert TABLE[name].__name__ == name


@pytest.mark.parametrize("name", sorted(inventory.ABSENT))
def test_absent_name_is_not_in_the_table(name: str) -> None:
    assert name not in TABLE


def test_no_identifier_spells_a_hook() -> None:
    assert not any(name.isidentifier() for name in names.HOOKS)
    assert all(name.isidentifier() for name in TABLE.keys() - names.HOOKS.keys())


@pytest.mark.parametrize("name", sorted((inventory.PASS & TABLE.keys() | inventory.GUARD.keys()) - PREDEFINED))
def test_policy_can_deny_a_builtin(name: str) -> None:
    denying = table(Policy(deny_builtins=frozenset({name})))
    assert name not in denying
    assert denying.keys() | {name} == TABLE.keys()


def test_denial_of_everything_leaves_what_rewritten_code_needs() -> None:
    every = frozenset(inventory.PASS | inventory.GUARD.keys())
    assert table(Policy(deny_builtins=every)).keys() == inventory.INTERNAL.keys() | names.HOOKS.keys()


def test_environments_share_no_guard() -> None:
    other = table(Policy.load("default"))
    shared = {name for name in inventory.GUARD if other[name] is TABLE[name]}
    assert shared == set()
