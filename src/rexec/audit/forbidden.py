"""
The kinds of I3 and I4 that no guest may reach, each recognised by exact type, identity and raw slots.

No question here is put to the object: what a leak looks like is not for the leaked object to say.
"""

from __future__ import annotations

import _io
import builtins
import importlib
import io
import operator
import sys
import types
from collections.abc import Callable
from typing import Any, Final, cast

from rexec.audit.reviewed import CHANGEABLE, FUNCTIONS
from rexec.errors import Frozen
from rexec.guest.environment import Environment
from rexec.guest.origin import is_class, mro_of

IMMUTABLE: Final = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
INTERPRETER: Final[dict[type, str]] = {
    types.ModuleType: "module",
    types.FrameType: "frame",
    types.CodeType: "code",
    types.TracebackType: "traceback",
}
# Functions of C modules that act on the process, the interpreter, files or code.
POWERS: Final = frozenset(
    """
    _ast _ctypes _frozen_importlib _frozen_importlib_external _imp _interpreters _io _locale _posixshmem
    _posixsubprocess _signal _socket _symtable _testcapi _thread _tracemalloc _xxsubinterpreters atexit faulthandler
    fcntl gc grp marshal mmap nt posix pwd readline resource select spwd sys syslog termios
    """.split()
)
# Methods of the language that look up, set or make past every guard.
RAW_METHODS: Final = frozenset(
    "__getattribute__ __setattr__ __delattr__ __reduce__ __reduce_ex__ __subclasses__".split()
)
MAKERS: Final = frozenset({"__new__", "mro"})  # of a metaclass
SLOTS: Final = (types.MethodWrapperType, types.WrapperDescriptorType)
C_METHODS: Final = (types.MethodDescriptorType, types.ClassMethodDescriptorType)
FORMATS: Final = (str.__dict__["format"], str.__dict__["format_map"])
SOCKETS: Final = ("_socket", "_ssl", "select", "mmap")  # modules whose classes hold descriptors


def _deputies() -> dict[int, str]:
    """What acts on a name or a text that it is given, by identity."""
    found: dict[str, Any] = {
        name: getattr(builtins, name)
        for name in """
        getattr hasattr setattr delattr vars dir globals locals eval exec compile open __import__ breakpoint input print
        __build_class__
        """.split()
    }
    found |= {name: getattr(operator, name) for name in ("attrgetter", "methodcaller")}
    found |= {
        f"importlib.{name}": getattr(importlib, name) for name in ("import_module", "reload", "invalidate_caches")
    }
    found |= {"type.__new__": type.__new__, "type.mro": type.__dict__["mro"]}
    found |= {f"str.{each.__name__}": each for each in FORMATS}
    return {id(each): name for name, each in found.items()}


DEPUTIES: Final = _deputies()
_unders: Final[dict[type, Any]] = {  # how what a stream is made over is read
    _io.TextIOWrapper: _io.TextIOWrapper.__dict__["buffer"],
    **{kind: kind.__dict__["raw"] for kind in (_io.BufferedReader, _io.BufferedWriter, _io.BufferedRandom)},
}
_namespace: Final[Any] = cast(Any, types.ModuleType).__dict__["__dict__"]
_owner: Final = types.BuiltinFunctionType.__dict__["__self__"].__get__


class Forbidden:
    """What is forbidden to the guest of one environment."""

    def __init__(self, world: Environment) -> None:
        self.world = world
        self.used: set[str] = set()  # names of the entries of ``reviewed`` that were asked for
        self.tests: tuple[Callable[[Any], str | None], ...] = (
            self.of_interpreter,
            self.open_file,
            self.deputy,
            self.function,
            self.of_class,
            self.instance,
            self.method,
        )

    def kind(self, value: Any) -> str | None:
        """The forbidden kind of a value; None for what a guest may have."""
        for test in self.tests:
            found = test(value)
            if found is not None:
                return found
        return None

    def of_interpreter(self, value: Any) -> str | None:
        """Modules, frames, code and tracebacks, or what derives from them."""
        for each in mro_of(type(value)):
            if each in INTERPRETER:
                return INTERPRETER[each]
        return None

    def function(self, value: Any) -> str | None:
        """Functions of Python text that is neither the guest's, nor a private copy's, nor ours."""
        if type(value) is not types.FunctionType or self.world.origin.owns_function(value):
            return None
        name = value.__globals__.get("__name__")
        home = sys.modules.get(name) if type(name) is str and name.partition(".")[0] == "rexec" else None
        return None if home is not None and vars(home) is value.__globals__ else "host function"

    def method(self, value: Any) -> str | None:
        """Methods of the host's text, and methods bound to what the guest may not have."""
        if type(value) is types.MethodType:
            return self.function(value.__func__) and "method of a host object"
        if types.BuiltinFunctionType not in mro_of(type(value)):
            return None
        owner = _owner(value)
        if owner is None or type(owner) is types.ModuleType or is_class(owner):
            return None
        return "method of a host object" if self.instance(owner) or self.open_file(owner) else None

    def instance(self, value: Any) -> str | None:
        """Instances of a class that the guest may not have."""
        if is_class(value):
            return None
        return "host object" if any(self.of_class(each) is not None for each in mro_of(type(value))) else None

    def of_class(self, value: Any) -> str | None:
        """Classes of the host's text, classes of C that anyone may change, metaclasses that make whatever is asked."""
        if not is_class(value) or self.world.origin.owns_class(value) or value is self.world.classes.type:
            return None
        if type in mro_of(value) and self.world.classes.type not in mro_of(value):
            return "metaclass"
        if type(value) is Frozen or value.__flags__ & IMMUTABLE:
            return None
        if self.world.origin.is_text_of_host(value):
            return "host class"
        return None if self.is_reviewed(CHANGEABLE, title(value)) else "class that can be changed"

    def deputy(self, value: Any) -> str | None:
        """Callables that look up by text, run text, or act past the guards."""
        kind = type(value)
        if id(value) in DEPUTIES:
            return f"deputy {DEPUTIES[id(value)]}"
        if kind in SLOTS and value.__name__ in RAW_METHODS:
            return f"deputy {value.__qualname__}"
        if kind in C_METHODS and value.__name__ in RAW_METHODS:
            return f"deputy {value.__qualname__}"
        if types.BuiltinFunctionType not in mro_of(kind):
            return None
        owner = _owner(value)
        if type(owner) is types.ModuleType:
            where = module_name(owner)
            if where in POWERS and not self.is_reviewed(FUNCTIONS, f"{where}.{value.__name__}"):
                return f"deputy {where}.{value.__name__}"
        elif str in mro_of(type(owner)) and value.__name__ in ("format", "format_map"):
            return f"deputy str.{value.__name__}"
        elif value.__name__ in (RAW_METHODS | MAKERS if is_class(owner) and type in mro_of(owner) else RAW_METHODS):
            return f"deputy {value.__qualname__}"
        return None

    def open_file(self, value: Any) -> str | None:
        """Files of the operating system, however they are wrapped, sockets, and streams of the host's."""
        if value is not None and any(value is each for each in _streams()):
            return "file"
        kinds = mro_of(type(value))
        if io.FileIO in kinds or any(each.__module__ in SOCKETS for each in kinds if each is not object):
            return "file"
        for kind, under in _unders.items():
            if kind in kinds:
                try:
                    return self.open_file(under.__get__(value))
                except (ValueError, AttributeError):  # detached, or never filled
                    return None
        return None

    def is_reviewed(self, table: Any, name: str) -> bool:
        if name in table:
            self.used.add(name)
        return name in table


def module_name(module: types.ModuleType) -> str:
    """The name of a module, from its raw namespace."""
    name = _namespace.__get__(module).get("__name__")
    return name if type(name) is str else "?"


def _streams() -> tuple[Any, ...]:
    return sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__


def title(cls: type) -> str:
    """Module and name of a class, from its raw slots."""
    module = "builtins" if cls is type else type.__dict__["__module__"].__get__(cls)
    return f"{module}.{type.__dict__['__qualname__'].__get__(cls)}"
