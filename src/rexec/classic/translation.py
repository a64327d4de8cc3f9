"""Tuples to Policy, and a Policy's tuples: what each of the two can say, the other can."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any, Final, Literal

from rexec.classic import defaults
from rexec.classic.file_types import AS_POLICY
from rexec.classic.tuples import Tuples
from rexec.errors import PolicyError
from rexec.guest import inventory
from rexec.guest.facades import FILES, recipe
from rexec.policy import Policy

Shown = tuple[str, ...] | Literal[True]
_TYPES: Final = {name: number for number, name in AS_POLICY.items()}


def policy_of(tuples: Tuples, name: str) -> Policy:
    """The policy that grants what these tuples do, as far as rexec has facades: ``uncurated`` is what it leaves out."""
    return Policy(
        name=name,
        description=defaults.DESCRIPTION,
        deny_builtins=_denied(tuples.nok_builtin_names),
        modules={**_listed(tuples), **_always(tuples)},  # type: ignore[arg-type]  # Policy makes Modules of it
        import_path=tuple(os.path.abspath(each) for each in tuples.ok_path),
        read_path=tuple(os.path.abspath(each) for each in tuples.ok_read_path),
        file_types=tuple(sorted({AS_POLICY[each] for each in tuples.ok_file_types}, reverse=True)),
        environ=_environ(tuples.ok_environ_names),
        budget=tuples.budget,
    )


def _denied(names: Iterable[str]) -> frozenset[str]:
    """Names that are guarded stay; of the others, those that there could be."""
    given = inventory.PASS | inventory.GUARD.keys()
    return frozenset({*names, *defaults.FLOOR} & given) - defaults.GUARDED.keys()


def _environ(names: tuple[str, ...] | None) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in os.environ.items() if names is None or key in names)


def _listed(tuples: Tuples) -> dict[str, Shown]:
    """The modules of ``ok_builtin_modules`` that have a facade, with their submodules."""
    found: dict[str, Shown] = {}
    for each in tuples.ok_builtin_modules:
        for full in sorted(FILES):
            if (full == each or full.startswith(f"{each}.")) and full not in defaults.ALWAYS:
                found[full] = tuples.module_exports.get(full, True)
    return found


def _always(tuples: Tuples) -> dict[str, Shown]:
    posix = known(tuples.ok_posix_names, "posix")
    looks = [name for look, names in defaults.PATH_LOOKS.items() if look in posix for name in names]
    return {
        "__future__": True,
        "os": (*defaults.OS_CONSTANTS, *posix),
        "os.path": (*defaults.PATH_FUNCTIONS, *looks),
        "posix": posix,
        "sys": (*defaults.SYS_ALWAYS, *known(tuples.ok_sys_names, "sys")),
    }


def known(names: Iterable[str], module: str) -> tuple[str, ...]:
    """Those that the facade of a module can show."""
    how = recipe(module)
    assert how is not None
    shown = {*how.names(), *how.named}
    return tuple(name for name in names if name in shown and name not in defaults.SYS_ALWAYS)


def not_known(names: Iterable[str], module: str) -> list[str]:
    """Those that the host's module has, and its facade never shows."""
    home = sys if module == "sys" else os
    shown = {*known(names, module), *defaults.SYS_ALWAYS}
    return [name for name in names if name not in shown and hasattr(home, name)]


def uncurated(tuples: Tuples) -> tuple[str, ...]:
    """The names in ``ok_builtin_modules`` that rexec has no facade for."""
    return tuple(name for name in tuples.ok_builtin_modules if name not in FILES)


def whole_policy_of(tuples: Tuples, name: str, available: Iterable[str]) -> Policy:
    """As policy_of. PolicyError where a policy cannot say what the tuples do."""
    for each in available:
        raise PolicyError(f"{name}.ok_builtin_modules: a policy cannot grant {each!r}: rexec has no facade for it")
    return policy_of(tuples, name)


def attributes_of(policy: Policy) -> dict[str, Any]:
    """The class attributes that say what a policy does, for a subclass of RExec."""
    modules = policy.modules
    return {
        "nok_builtin_names": (*defaults.GUARDED, *sorted(policy.deny_builtins - defaults.GUARDED.keys())),
        "ok_builtin_modules": tuple(name for name in modules if name not in defaults.ALWAYS),
        "ok_path": policy.import_path,
        "ok_posix_names": _names(modules.get("os"), "os", defaults.OS_CONSTANTS),
        "ok_sys_names": _names(modules.get("sys"), "sys", defaults.SYS_ALWAYS),
        "ok_file_types": tuple(_TYPES[each] for each in policy.file_types),
        "ok_read_path": policy.read_path,
        "ok_environ_names": tuple(key for key, _ in policy.environ),
        "module_exports": {name: shown for name, shown in modules.items() if shown is not True},
        "budget": policy.budget,
    }


def _names(shown: Shown | None, module: str, besides: tuple[str, ...]) -> tuple[str, ...]:
    if shown is None:
        return ()
    how = recipe(module)
    assert how is not None
    return tuple(name for name in (how.names() if shown is True else shown) if name not in besides)
