"""
The audit of a policy: one guest walks through all it can reach, a second one tells what the two of them share.
"""

from __future__ import annotations

import functools
import platform
import time
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from rexec import names
from rexec.audit.planting import plant
from rexec.audit.report import Finding, Report, what_is
from rexec.audit.sharing import ids, of_host, shared
from rexec.audit.walk import Found, Walk
from rexec.guest.environment import Environment, bind
from rexec.guest.origin import is_class
from rexec.policy import Policy
from rexec.sandbox import Sandbox, within


def audit(policy: Policy | str, objects: Mapping[str, Any] | None = None) -> Report:
    """
    Walk through everything that a guest of this policy reaches, and report what of it is forbidden.

    ``objects`` are handed to the guest under their names: what ``expose`` made and plain data as inputs, functions as
    functions, anything else as it is, which is how an RExec hands in a live object. They are looked at, not called.
    """
    began = time.perf_counter()
    sandbox, given = Sandbox(policy), objects or {}
    new = functools.partial(sandbox.session, keep_output=False)
    with (
        warnings.catch_warnings(),
        new() as one,
        new() as two,
    ):
        warnings.simplefilter("ignore")  # of functions that are called with whatever there is
        first = within(one, lambda world: reach(world, given))
        second = within(two, lambda world: reach(world, given, calling=False))
        findings = tuple(judge(first, second))
        for walk in (first, second):
            walk.close()
    seconds = time.perf_counter() - began
    return Report(sandbox.policy.name, platform.python_version(), len(first.found), seconds, findings)


def reach(world: Environment, objects: Mapping[str, Any] | None = None, *, calling: bool = True) -> Walk:
    """Everything that the guest of an environment reaches. To be called within its session."""
    walk = Walk(world)
    walk.add(builtins_of(world))
    walk.add(modules_of(world))
    walk.add(plant(world))
    walk.look()
    if calling:
        walk.call()
    walk.add(handed_in(world, objects or {}))
    walk.look()
    return walk


def judge(first: Walk, second: Walk | None = None) -> Iterator[Finding]:
    """The findings of a walk, and what it shares with a second one and with the host; one for each thing."""
    told: set[Any] = set()
    for kind, found in leaks(first, second):
        what = what_is(found.value)
        if id(found.value) not in told and (kind, what) not in told:
            yield Finding(kind, found.way, what)
        told |= {id(found.value), (kind, what)}


def leaks(first: Walk, second: Walk | None = None) -> list[tuple[str, Found]]:
    """Everything forbidden that the first walk came to, by kind."""
    worlds = [first.world] if second is None else [first.world, second.world]
    found = first.leaks + [("shared with the host", each) for each in _shared(first, of_host(*worlds))]
    if second is not None:
        found += [("shared by two guests", each) for each in _shared(first, ids(second.found))]
    return found


def _shared(walk: Walk, others: set[int]) -> list[Found]:
    return list(shared(walk.found, others, walk.forbidden))


# ---------------------------------------------------------------------------------------- where a guest begins


def builtins_of(world: Environment) -> Iterator[tuple[str, Any]]:
    """The builtins that a guest can write."""
    for name, value in world.builtins.items():
        if name.isidentifier() and (not names.is_dunder(name) or name in names.READABLE_NAMES):
            yield name, value


def modules_of(world: Environment) -> Iterator[tuple[str, Any]]:
    """Every granted module, imported as a guest imports it."""
    for name in world.policy.modules:
        world.execute(world.load_text(f"import {name}", "<audit>", "exec"), world.main)
    yield from list(world.importer.modules.items())


def handed_in(world: Environment, objects: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What the host hands in: as inputs and functions what can be, else as it is."""
    for name, value in objects.items():
        is_function = callable(value) and not is_class(value) and hasattr(value, "__name__")
        try:
            bind(world, {} if is_function else {name: value}, {name: value} if is_function else {})
        except TypeError:
            world.main[name] = value
        yield name, world.main[name]
