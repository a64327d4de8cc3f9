"""``sys``: facts about the interpreter, and the guest's own streams, arguments and modules (spec 1.6)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

from rexec.guest.guards.exits import stand_in
from rexec.guest.recipe import Recipe
from rexec.guest.sealed import Sealed, seal

FACTS = (
    "byteorder", "copyright", "float_info", "float_repr_style", "hash_info", "hexversion", "int_info", "maxsize",
    "maxunicode", "platform", "version", "version_info",
)  # fmt: skip
FUNCTIONS = ("exception", "getdefaultencoding", "getfilesystemencoding", "getsizeof", "intern", "getrecursionlimit")
STREAMS = ("stdin", "stdout", "stderr")


def _make(world: Any) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(sys, name) for name in (*FACTS, *FUNCTIONS)}
    values["implementation"] = _implementation()
    values["argv"] = list(world.argv)
    values["path"] = list(world.policy.import_path)
    values["modules"] = seal(ModulesView, source=world.importer.modules)
    values.update(_functions())
    values["maxint"] = sys.maxsize
    values["builtin_module_names"] = tuple(sorted(world.policy.modules))
    for name in STREAMS:
        values[name] = property(*_stream(world, name))
    return values


def _stream(world: Any, name: str) -> tuple[Callable[[Any], Any], Callable[[Any, Any], None]]:
    return (lambda facade: getattr(world.streams, name)), (lambda facade, new: setattr(world.streams, name, new))


def _implementation() -> Any:
    """A copy: sys.implementation is a namespace that anyone could write to."""
    return SimpleNamespace(name=sys.implementation.name, version=sys.implementation.version)


class ModulesView(Sealed, sealed=True):
    """``sys.modules``: the environment's modules as they are now, to look at only."""

    __slots__ = ("__source__",)
    __source__: dict[str, Any]

    def __getitem__(self, name: Any) -> Any:
        return self.__source__[name]

    def __contains__(self, name: Any) -> bool:
        return name in self.__source__

    def __iter__(self) -> Iterator[str]:
        return iter(list(self.__source__))

    def __len__(self) -> int:
        return len(self.__source__)

    def get(self, name: Any, default: Any = None) -> Any:
        return self.__source__.get(name, default)

    def keys(self) -> list[str]:
        return list(self.__source__)

    def values(self) -> list[Any]:
        return list(self.__source__.values())

    def items(self) -> list[tuple[str, Any]]:
        return list(self.__source__.items())

    def __repr__(self) -> str:
        return f"<modules {list(self.__source__)!r}>"


def _functions() -> dict[str, Callable[..., Any]]:
    def exit(status: Any = None, /) -> None:
        if status is None:
            raise SystemExit
        if issubclass(type(status), SystemExit):
            raise status
        raise SystemExit(*(status if type(status) is tuple else (status,)))

    def exc_info() -> tuple[Any, Any, Any]:
        """The exception being handled, with a stand-in for its traceback."""
        kind, value, traceback = sys.exc_info()
        return kind, value, stand_in(traceback)

    return {"exit": exit, "exc_info": exc_info}


RECIPE = Recipe(
    name="sys",
    way="own",
    shows=(*FACTS, "implementation", *FUNCTIONS, "argv", "path", "modules", "exit", "exc_info", "maxint", *STREAMS),
    make=_make,
    named=("builtin_module_names",),
    omits={"builtin_module_names": "lists what the policy grants"},
    rest="reaches into the interpreter",
)
