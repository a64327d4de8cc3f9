"""
Private copies: the standard library's own Python source, executed afresh for one environment.

A private copy sees a world of its own: its ``import`` finds other private copies, C modules from a list, or
stand-ins (``standins.py``); its ``type``, ``getattr``, ``setattr`` and ``class`` are the guards of the environment;
text that it makes (``dataclasses``, ``namedtuple``) compiles as guest code. So the guest can spoil its own copy
only, and what it asks the copy to do for it goes through the guards the guest would have met (I3, I4).

The code comes from where the host's own imports come from; it is read once per process.
"""

from __future__ import annotations

import builtins
import functools
import importlib
import importlib.machinery
import sysconfig
from collections.abc import Callable
from types import CodeType, ModuleType
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedAttributeError, DeniedTypeError
from rexec.guest.guards.attributes import checked_name
from rexec.guest.guards.classes import is_match_args
from rexec.guest.guards.exits import without_traceback
from rexec.guest.library_lists import ALIASES, COPIES, CUT, DIRECT, EXTRA_READS, EXTRA_WRITES, OF_MODULES, PACKAGES
from rexec.guest.origin import is_class
from rexec.guest.patches import PATCHES
from rexec.guest.standins import STREAMS, StandIn

Execute = Callable[..., None]  # (code, namespace): what run.py hands down


class LibraryModule:
    """A private copy as other private copies see it. No guest gets hold of one."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.__dict__ = namespace

    def __getattr__(self, name: str) -> Any:
        """Names that a module makes when they are first asked for (PEP 562)."""
        make = self.__dict__.get("__getattr__")
        if make is None:
            raise AttributeError(f"module {self.__dict__['__name__']!r} has no attribute {name!r}")
        return make(name)


@functools.cache
def source_code(name: str) -> tuple[CodeType, tuple[str, ...] | None]:
    """
    The code of a standard library module as the host would import it, and for a package its search path.

    Nothing outside the standard library's own directory is considered (spec finding 11). ImportError: not there.
    """
    parent, _, _ = name.rpartition(".")
    path = list(source_code(parent)[1] or ()) if parent else [sysconfig.get_path("stdlib")]
    spec = importlib.machinery.PathFinder.find_spec(name, path)
    if spec is None or not isinstance(spec.loader, importlib.machinery.SourceFileLoader):
        raise ImportError(f"no source of {name!r} in the standard library", name=name)
    code = spec.loader.get_code(name)
    if code is None:
        raise ImportError(f"no code of {name!r} in the standard library", name=name)
    locations = spec.submodule_search_locations
    return _renamed(code, f"<library {name}>"), tuple(locations) if locations is not None else None


def _renamed(code: CodeType, filename: str) -> CodeType:
    """The same code under a file name that tells no path of the host."""
    within = tuple(_renamed(each, filename) if type(each) is CodeType else each for each in code.co_consts)
    return code.replace(co_filename=filename, co_consts=within)


class Library:
    """The private copies of one environment, made when they are first asked for."""

    __slots__ = ("base", "execute", "loading", "modules", "standins", "world")

    def __init__(self, world: Any, execute: Execute, standins: dict[str, Callable[[Any], Any]]) -> None:
        self.world = world
        self.execute = execute
        self.standins = standins
        self.modules: dict[str, Any] = {}
        self.loading: list[str] = []  # the copies being made, innermost last
        self.base: dict[str, Any] | None = None

    def load(self, name: str) -> Any:
        """The module *name* as private copies see it. ImportError for what is on none of the lists (I1)."""
        module = self.modules.get(name)
        if module is not None:
            return module
        if name in self.standins:
            module = self.modules[name] = self.standins[name](self.world)
        elif name in DIRECT or (name in ALIASES and name not in COPIES):
            module = self.modules[name] = importlib.import_module(ALIASES.get(name, name))
        elif name in COPIES or name in PACKAGES:
            module = self.copy(name)
        else:
            raise ImportError(f"no private copy of {name!r}", name=name)
        return module

    def copy(self, name: str) -> Any:
        """Execute a module's source in a namespace of its own; half-made ones are forgotten."""
        code, path = (
            (None, ()) if name in PACKAGES else source_code("_collections_abc" if name == "collections.abc" else name)
        )
        package = name if path is not None else name.rpartition(".")[0]
        namespace: dict[str, Any] = {"__name__": name, "__doc__": None, "__package__": package}
        if path is not None:
            namespace["__path__"] = []
        namespace["__builtins__"] = self.builtins(name)
        self.world.origin.adopt(namespace, library=True)
        self.modules[name] = LibraryModule(namespace)
        self.loading.append(name)
        try:
            if code is not None:
                self.execute(code, namespace)
            if name in PATCHES:
                PATCHES[name](self.world, namespace)
        except BaseException:
            self.modules.pop(name, None)
            raise
        finally:
            self.loading.pop()
        return self.modules[name]

    # ------------------------------------------------------------------------------------ what copies see

    def builtins(self, name: str) -> dict[str, Any]:
        """The builtins of one private copy."""
        if self.base is None:
            self.base = self._base()
        reads = EXTRA_READS.get(name, frozenset())
        writes = EXTRA_WRITES.get(name, frozenset())
        return {**self.base, **_reflection(self.world, reads, writes, OF_MODULES.get(name, frozenset()))}

    def _base(self) -> dict[str, Any]:
        world = self.world
        table = {key: value for key, value in vars(builtins).items() if key not in CUT}
        table.update(
            type=world.classes.type,
            __build_class__=world.classes.build_class,
            __import__=self.import_module,
            print=world.builtins["print"],
            eval=world.evaluate_text,
            exec=world.execute_text,
            compile=_check_text,
        )
        return table

    def import_module(
        self, name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
    ) -> Any:
        """What an import statement of a private copy calls."""
        if type(fromlist) is list and not fromlist:
            return importlib.import_module(name)  # C code, which then looks in the host's own modules
        if level:
            package = globals["__package__"].rsplit(".", level - 1)[0]
            name = f"{package}.{name}" if name else package
        parts = name.split(".")
        module = top = self.load(parts[0])
        for count in range(2, len(parts) + 1):
            below = self.load(".".join(parts[:count]))
            setattr(module, parts[count - 1], below)
            module = below
        for each in fromlist or ():
            if not hasattr(module, each) and (f"{name}.{each}" in COPIES or f"{name}.{each}" in self.standins):
                setattr(module, each, self.load(f"{name}.{each}"))
        return module if fromlist else top


def _check_text(source: Any, *rest: Any, **keywords: Any) -> None:
    """``compile`` for copies: typing checks the syntax of a forward reference with it, and never runs the code."""
    if type(source) is not str:
        raise DeniedTypeError("only text can be compiled here", rule="eval")
    import ast

    ast.parse(source, mode="eval")


MODULES: Final = (LibraryModule, StandIn, ModuleType)


def _reflection(
    world: Any, extra_reads: frozenset[str], extra_writes: frozenset[str], of_modules: frozenset[str]
) -> dict[str, Any]:
    """getattr and its kin for one private copy: the guest's rules, and the names that this copy needs."""
    absent = object()

    def check(value: Any, name: Any) -> None:
        """Modules are no objects to look around in by a name that may be the guest's (redirect_stdout._stream)."""
        if isinstance(value, MODULES) and name not in of_modules:
            raise DeniedAttributeError(f'attribute "{name}" of a module is not for guests', rule="attribute")

    def read(value: Any, name: Any, default: Any = absent, /) -> Any:
        check(value, checked_name(name, "getattr()"))
        if checked_name(name, "getattr()") in extra_reads:
            return getattr(value, name) if default is absent else getattr(value, name, default)
        try:
            return world.reads.read(value, name)
        except AttributeError:
            if default is absent:
                raise
            return default

    def has(value: Any, name: Any, /) -> bool:
        try:
            read(value, name)
        except AttributeError:
            return False
        return True

    def write(value: Any, name: Any, new: Any, /) -> None:
        if isinstance(value, StandIn) and checked_name(name, "setattr()") in STREAMS:
            setattr(value, name, new)
            return
        if checked_name(name, "setattr()") == "__match_args__":
            if is_class(value) and world.origin.owns_class(value) and is_match_args(new):
                type.__setattr__(value, "__match_args__", new)
            return
        if name == names.MARK and new is world.origin.token:
            return  # a library that copies a class by its names; the new class has its own
        if not (name in extra_writes and is_class(value) and world.origin.owns_class(value)):
            world.writes.write(value, name)
        setattr(value, name, without_traceback(new) if name in names.EXIT_METHODS else new)

    def unset(value: Any, name: Any, /) -> None:
        world.writes.unset(value, name)

    for function, known in ((read, "getattr"), (has, "hasattr"), (write, "setattr"), (unset, "delattr")):
        function.__name__ = function.__qualname__ = known
    return {"getattr": read, "hasattr": has, "setattr": write, "delattr": unset}
