"""
What private copies of the standard library find under the names of modules that no guest may come near.

Each holds just what the copies use. No guest gets hold of a stand-in; what is in here acts for library code.
"""

from __future__ import annotations

import _operator
import builtins
import importlib
import os
import sys
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, Final

from rexec.guest.guards.deputies import make_attrgetter, make_methodcaller
from rexec.guest.guards.exits import stand_in
from rexec.guest.modules.introspection import make_inspect
from rexec.guest.modules.paths import make_ntpath, make_posixpath, no_files, trampoline
from rexec.guest.modules.queues import Lock
from rexec.guest.modules.typevars import make_type_variables
from rexec.guest.stand_in import StandIn
from rexec.guest.views import GuestModule

# Two copies are looked up for a few markers that dataclasses compares with; more of them is never shown.
_MARKERS: Final = {"dataclasses": ("InitVar", "KW_ONLY"), "typing": ("ClassVar", "_GenericAlias")}


class _Modules:
    """
    ``sys.modules``: the guest's own modules only, since copies look there by names that a guest can set. The copy
    that is being made is an empty object: what enum would put among its names is put there by a patch.
    """

    def __init__(self, world: Any) -> None:
        self.__world__ = world

    def __contains__(self, name: Any) -> bool:
        return self.get(name) is not None

    def __getitem__(self, name: Any) -> Any:
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def __setitem__(self, name: Any, value: Any) -> None:
        """typing announces submodules of its own here; nobody imports them."""

    def values(self) -> list[Any]:
        """unittest looks for registries of warnings in every module; here none holds one."""
        return []

    def get(self, name: Any, default: Any = None) -> Any:
        if type(name) is not str:
            return default
        library = self.__world__.library
        if library.loading and library.loading[-1] == name:
            return SimpleNamespace()
        if name in _MARKERS and name in library.modules:
            home = library.modules[name]
            return SimpleNamespace(**{each: getattr(home, each) for each in _MARKERS[name]})
        if name == "asyncio" and "asyncio.tasks" in library.modules:  # logging asks for the name of the task
            return SimpleNamespace(current_task=library.modules["asyncio.tasks"].current_task)
        module = self.__world__.importer.modules.get(name)
        return module if type(module) is GuestModule else default


class _Sys(StandIn):
    """``sys``: facts about the interpreter, the guest's streams, and the names of calling modules."""

    def __init__(self, world: Any) -> None:
        self.__world__ = world
        self.modules = _Modules(world)
        for name in _FACTS:
            setattr(self, name, getattr(sys, name))

    intern = staticmethod(sys.intern)
    stdlib_module_names = sys.stdlib_module_names
    warnoptions = ()

    @property
    def argv(self) -> list[Any]:
        """The guest's own list, which it may have changed; argparse wants the name of a program in it."""
        shown = self.__world__.importer.modules.get("sys")
        return list(getattr(shown, "argv", self.__world__.argv)) or [""]

    @staticmethod
    def exit(status: Any = None) -> None:
        raise SystemExit(status)

    getdefaultencoding = staticmethod(sys.getdefaultencoding)
    exception = staticmethod(sys.exception)

    @staticmethod
    def exc_info() -> tuple[Any, Any, Any]:
        """With a stand-in for the traceback: logging keeps it where guests can read it."""
        kind, value, traceback = sys.exc_info()
        return kind, value, stand_in(traceback)

    @staticmethod
    def is_finalizing() -> bool:
        return False

    @staticmethod
    def getrecursionlimit() -> int:
        return 1000

    @staticmethod
    def _getframe(depth: int = 0) -> Any:
        """The caller's module by name; f_locals are this function's own (3.13 takes their type)."""
        name = _Sys._getframemodulename(depth + 1)
        return SimpleNamespace(f_globals={"__name__": name}, f_locals=sys._getframe().f_locals)

    @staticmethod
    def _getframemodulename(depth: int = 0) -> Any:
        """The name of the module that called, as text; the frame itself stays here."""
        try:
            name = sys._getframe(depth + 1).f_globals.get("__name__")
        except ValueError:
            return None
        return name if type(name) is str else None

    @property
    def stdin(self) -> Any:
        return self.__world__.streams.stdin

    @property
    def stdout(self) -> Any:
        return self.__world__.streams.stdout

    @stdout.setter
    def stdout(self, value: Any) -> None:
        self.__world__.streams.stdout = value

    @property
    def stderr(self) -> Any:
        return self.__world__.streams.stderr

    @stderr.setter
    def stderr(self, value: Any) -> None:
        self.__world__.streams.stderr = value


_FACTS: Final = (
    "byteorder", "flags", "float_info", "hash_info", "hexversion", "implementation", "int_info", "maxsize",
    "maxunicode", "platform", "version", "version_info",
)  # fmt: skip


def _os(world: Any) -> Any:
    """``os``: random bytes, paths as text, and the two protocols that are pure checks. The process is nobody's."""
    return StandIn(
        name=os.name,
        urandom=os.urandom,
        fspath=os.fspath,
        fsencode=os.fsencode,
        fsdecode=os.fsdecode,
        PathLike=_PathLike,
        path=world.library.load("os.path"),
        getpid=lambda: 1,
        O_RDONLY=0,
        lstat=trampoline(no_files),
        scandir=trampoline(no_files),
    )


class _PathLike:
    """Stands for os.PathLike where a copy derives a generic alias from it."""

    def __class_getitem__(cls, item: Any) -> Any:
        return cls

    @staticmethod
    def register(subclass: Any) -> Any:
        """What pathlib does with its paths; they have the method that os.fspath() asks for."""
        return subclass


def _builtins(world: Any) -> Any:
    """``builtins``: what is a type or an exception in it, bin and repr."""
    types = {name: value for name, value in vars(builtins).items() if isinstance(value, type)}
    return StandIn(**types, bin=bin, repr=repr)


def _thread(world: Any) -> Any:
    """``_thread`` and ``threading``: locks for one thread, since guests have one."""
    return StandIn(
        RLock=threading.RLock,
        Lock=Lock,
        allocate_lock=Lock,
        get_ident=threading.get_ident,
        local=threading.local,
        current_thread=lambda: _MAIN_THREAD,
        main_thread=lambda: _MAIN_THREAD,
    )


_MAIN_THREAD: Final = StandIn(name="MainThread")


def _atexit(world: Any) -> Any:
    """``atexit``: nothing of a guest's environment outlives its run, so there is nothing to do at its end."""
    return StandIn(register=lambda *arguments, **keywords: None, unregister=lambda function: None)


def _typing(world: Any) -> Any:
    """``_typing``: type variables that ask the copy of ``typing``, where C would ask the host's."""
    if sys.version_info >= (3, 12):
        return StandIn(**make_type_variables(world))
    return importlib.import_module("_typing")


def _nothing(world: Any) -> Any:
    return StandIn()


def _operators(world: Any) -> StandIn:
    """``operator``, whose C classes for attributes a copy may leave where a guest finds them (pathlib of 3.13 does)."""
    found = StandIn(**{name: getattr(_operator, name) for name in dir(_operator) if not name.startswith("_")})
    found.attrgetter, found.methodcaller = make_attrgetter(world.reads.read), make_methodcaller(world.reads.read)
    return found


STANDINS: Final[dict[str, Callable[[Any], Any]]] = {
    "_thread": _thread,
    "_typing": _typing,
    "atexit": _atexit,
    "builtins": _builtins,
    "concurrent": _nothing,
    "gc": _nothing,
    "inspect": make_inspect,
    "ntpath": make_ntpath,
    "operator": _operators,
    "os": _os,
    "os.path": make_posixpath,
    "posixpath": lambda world: world.library.load("os.path"),
    "sys": _Sys,
    "threading": _thread,
}
