"""
The class attributes of an ``RExec``, read once.

``__init__`` reads them; whatever happens to them afterwards, on the instance or on its class, changes nothing for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rexec.classic import defaults
from rexec.classic.file_types import AS_POLICY, REFUSED
from rexec.errors import PolicyError
from rexec.policy import Budget


@dataclass(frozen=True, slots=True)
class Tuples:
    """
    What a subclass says. The first six are the documented ones.

    ``ok_read_path`` are the directories below which ``r_open`` and the functions of ``os`` look at files;
    ``ok_environ_names`` the variables that ``os.environ`` shows, None for all of them; ``module_exports`` the names
    that a module of ``ok_builtin_modules`` shows, where that is not left to rexec.
    """

    nok_builtin_names: tuple[str, ...]
    ok_builtin_modules: tuple[str, ...]
    ok_path: tuple[str, ...]
    ok_posix_names: tuple[str, ...]
    ok_sys_names: tuple[str, ...]
    ok_file_types: tuple[int, ...]
    ok_read_path: tuple[str, ...]
    ok_environ_names: tuple[str, ...] | None
    module_exports: Mapping[str, tuple[str, ...]]
    budget: Budget


NAMES = (
    "nok_builtin_names", "ok_builtin_modules", "ok_path", "ok_posix_names", "ok_sys_names", "ok_read_path",
)  # fmt: skip


def read(owner: Any, title: str) -> Tuples:
    """
    The attributes of an RExec or of a subclass, through normal inheritance.

    TypeError for a single str where names are wanted and for elements of another type, PolicyError (a ValueError) for
    elements that cannot be used.
    """
    texts = {name: _texts(f"{title}.{name}", getattr(owner, name)) for name in NAMES}
    environ = owner.ok_environ_names
    if environ is not None:
        environ = _texts(f"{title}.ok_environ_names", environ)
    if type(owner.budget) is not Budget:
        raise TypeError(f"{title}.budget: a Budget is wanted, not {type(owner.budget).__name__}")
    return Tuples(
        **texts,
        ok_file_types=_file_types(f"{title}.ok_file_types", owner.ok_file_types),
        ok_environ_names=environ,
        module_exports={**defaults.EXPORTS, **_exports(f"{title}.module_exports", owner.module_exports)},
        budget=owner.budget,
    )


def _elements(where: str, given: Any, wanted: str) -> tuple[Any, ...]:
    if isinstance(given, str | bytes | bytearray):
        raise TypeError(f"{where}: a tuple of {wanted} is wanted, not the single {type(given).__name__} {given!r}")
    if not isinstance(given, Iterable):
        raise TypeError(f"{where}: a tuple of {wanted} is wanted, not {type(given).__name__}")
    return tuple(given)


def _texts(where: str, given: Any) -> tuple[str, ...]:
    found = _elements(where, given, "str")
    for each in found:
        if type(each) is not str:
            raise TypeError(f"{where}: {each!r} is not a plain str")
        if "\0" in each:
            raise PolicyError(f"{where}: {each!r} holds a NUL")
        if any("\ud800" <= char <= "\udc7f" or "\udd00" <= char <= "\udfff" for char in each):
            raise PolicyError(f"{where}: {each!r} holds a character that no file name can hold")
    return found


def _file_types(where: str, given: Any) -> tuple[int, ...]:
    found = _elements(where, given, "constants such as PY_SOURCE")
    for each in found:
        if type(each) is not int:
            raise TypeError(f"{where}: {each!r} is none of the constants PY_SOURCE and C_EXTENSION")
        if each not in AS_POLICY:
            raise PolicyError(f"{where}: {REFUSED.get(each, f'{each} is no type of file')}")
    return found


def _exports(where: str, given: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(given, Mapping):
        raise TypeError(f"{where}: a mapping of module names to names is wanted, not {type(given).__name__}")
    if not all(type(each) is str for each in given):
        raise TypeError(f"{where}: the names of modules are plain str")
    return {each: _texts(f"{where}[{each!r}]", shown) for each, shown in given.items()}
