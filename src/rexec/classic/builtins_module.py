"""``builtins`` as a module of the guest's: the table that its names are looked up in."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from rexec.classic.threads import outside
from rexec.errors import DeniedTypeError
from rexec.guest.border.expose import check_not_exposed
from rexec.guest.facade import Facade
from rexec.guest.sealed import seal
from rexec.guest.views import checked_variable, is_visible


class BuiltinsFacade(Facade, sealed=True):
    """The host may add to the table, under names that a guest can write; guests only read."""

    __slots__ = ("__table__",)
    __table__: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        if is_visible(name) and name in self.__table__:
            return self.__table__[name]
        raise AttributeError(f"module 'builtins' has no attribute {name!r}")

    def __setattr__(self, name: str, value: Any) -> None:
        check_not_exposed(value)
        self.__table__[checked_variable(name)] = value

    def __delattr__(self, name: str) -> None:
        if checked_variable(name) not in self.__table__:
            raise AttributeError(name)
        del self.__table__[name]

    def __shown__(self) -> tuple[str, ...]:
        return tuple(name for name in self.__table__ if is_visible(name))


def builtins_facade(table: dict[str, Any]) -> BuiltinsFacade:
    return seal(BuiltinsFacade, title="builtins", absent=AttributeError, table=table)


def guards(rexec: Any, is_streaming: Callable[[], bool]) -> dict[str, Callable[..., Any]]:
    """``open``, ``reload`` and ``input`` of the table: they ask the methods of an RExec."""

    def open(
        file: Any, mode: Any = "r", buffering: Any = -1, encoding: Any = None, errors: Any = None, newline: Any = None
    ) -> Any:
        # Exactly these types and keywords, whatever an override takes: a guest's subclass of str answers every question
        # about itself as it likes.
        if type(file) is not str or type(mode) is not str or type(buffering) is not int:
            raise DeniedTypeError("open() takes a plain str as path, a plain str as mode and an int", rule="file")
        text = {"encoding": encoding, "errors": errors, "newline": newline}
        given = {name: value for name, value in text.items() if value is not None}
        if not all(type(value) is str for value in given.values()):
            raise DeniedTypeError("open() takes a plain str or None as encoding, errors and newline", rule="file")
        return rexec.as_file(outside("open", rexec.r_open, file, mode, buffering, **given))

    def reload(module: Any) -> Any:
        return rexec.environment.checked_module(rexec.r_reload(module))

    def input(prompt: Any = "", /) -> Any:
        if not is_streaming():
            raise RuntimeError("input(): there is no sys.stdin here: s_exec(), s_eval() and s_execfile() give one")
        return read(prompt)

    read = rexec.environment.builtins.get("input")
    found: dict[str, Callable[..., Any]] = {"open": open, "reload": reload, "input": input}
    for function in found.values():
        function.__module__ = "builtins"
        function.__qualname__ = function.__name__
    return found


def exc_info() -> tuple[Any, Any, None]:
    """``sys.exc_info()`` without the traceback."""
    kind, value, _ = sys.exc_info()
    return kind, value, None
