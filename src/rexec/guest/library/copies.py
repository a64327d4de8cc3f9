"""
Private copies: the standard library's own Python source, executed afresh for one environment.

A private copy sees a world of its own: its ``import`` finds other private copies, C modules from a list, or
stand-ins (``modules/``); its ``type``, ``getattr``, ``setattr`` and ``class`` are the guards of the environment;
text that it makes (``dataclasses``, ``namedtuple``) compiles as guest code. So the guest can spoil its own copy
only, and what it asks the copy to do for it goes through the guards the guest would have met (I3, I4).

The code comes from where the host's own imports come from; it is read once per process.
"""

from __future__ import annotations

import builtins
import importlib
import sys
from collections.abc import Callable
from typing import Any, Final

from rexec import names, type_parameters
from rexec.errors import DeniedError, DeniedTypeError, RefusedError
from rexec.guest.guards.namespaces import Namespaces
from rexec.guest.guards.reflection import Reflection
from rexec.guest.inventory import PASS
from rexec.guest.library.code import file_of, is_left_by, source_code, source_text
from rexec.guest.library.light import TYPES, Expressions, Light
from rexec.guest.library.lists import (
    ALIASES,
    AS_GUEST,
    COPIES,
    DIRECT,
    EXTRA_READS,
    EXTRA_WRITES,
    LAZY,
    NAMES_ITSELF,
    OF_MODULES,
    PACKAGES,
    READY,
    SHOWS_FLAGS,
)
from rexec.guest.library.rooms import STANDINS, imported_early, patch, stand_in_for
from rexec.guest.views import LazyModule, LibraryModule

_NO_EXPRESSION: Final = ("syntax", "too-large")
Execute = Callable[..., None]  # (code, namespace): what run.py hands down


class Library:
    """The private copies of one environment, made when they are first asked for."""

    __slots__ = ("base", "execute", "lights", "loading", "modules", "world")

    def __init__(self, world: Any, execute: Execute) -> None:
        self.world = world
        self.execute = execute
        self.modules: dict[str, Any] = {}
        self.loading: list[str] = []  # the copies being made, innermost last
        self.base: dict[str, Any] | None = None
        self.lights: dict[str, Light] = {}

    def load(self, name: str) -> Any:
        """The module *name* as private copies see it. ImportError for what is on none of the lists (I1)."""
        module = self.modules.get(name)
        if module is not None:
            return module
        if name in STANDINS:
            module = self.modules[name] = stand_in_for(name, self.world)
        elif ALIASES.get(name) in COPIES:
            module = self.modules[name] = self.load(ALIASES[name])  # one set of ABCs, whatever it is called
        elif name in DIRECT or (name in ALIASES and name not in COPIES):
            module = self.modules[name] = importlib.import_module(ALIASES.get(name, name))
        elif name in COPIES or name in PACKAGES:
            module = self.copy(name)
        else:
            raise ImportError(f"no private copy of {name!r}", name=name)
        return module

    def copy(self, name: str) -> Any:
        """Execute a module's source in a namespace of its own; half-made ones are forgotten."""
        run, path = self.source(name)
        package = name if path is not None else name.rpartition(".")[0]
        namespace: dict[str, Any] = {"__name__": name, "__doc__": None, "__package__": package}
        if path is not None:
            namespace["__path__"] = []
        namespace["__builtins__"] = self.as_guest if name in AS_GUEST else self.builtins(name)
        self.world.origin.adopt(namespace, library=True)
        self.modules[name] = LibraryModule(namespace)
        self.loading.append(name)
        try:
            run(namespace)
            patch(name, self.world, namespace)
        except BaseException:
            self.modules.pop(name, None)
            raise
        finally:
            self.loading.pop()
        return self.modules[name]

    def source(self, name: str) -> tuple[Callable[[dict[str, Any]], None], tuple[str, ...] | None]:
        """What fills the namespace of a copy; for a package, its search path too."""
        if name in PACKAGES:
            return lambda namespace: None, ()
        if name in AS_GUEST:
            text, path = source_text(name)
            return lambda namespace: self.world.run_module(text, file_of(name), namespace), path
        code, path = source_code(name)
        self.world.leaves_finalizers = self.world.leaves_finalizers or is_left_by(name)
        return lambda namespace: self.execute(code, namespace), path

    def light(self, name: str) -> Light:
        """What stands for ``re`` or ``types`` where another copy imports it."""
        if name not in self.lights:
            self.lights[name] = Expressions(self.world) if name == "re" else Light(self.world, name, **TYPES)
        return self.lights[name]

    # ------------------------------------------------------------------------------------ what copies see

    @property
    def as_guest(self) -> dict[str, Any]:
        """The builtins of a copy whose text is rewritten: a guest's, with the imports of the others."""
        return {**self.world.builtins, "__import__": self.import_module}

    def builtins(self, name: str) -> dict[str, Any]:
        """The builtins of one private copy."""
        if self.base is None:
            self.base = self._base()
        reads = EXTRA_READS.get(name, frozenset())
        writes = EXTRA_WRITES.get(name, frozenset())
        reflection = Reflection(self.world, reads, writes, OF_MODULES.get(name, frozenset()))
        own = {"globals": self.own_globals} if name in NAMES_ITSELF else {}
        return reflection.builtins(self.base | own)

    def own_globals(self) -> Any:
        """``globals()`` of a copy that binds or counts its own names by text, while it is made and no longer."""
        namespace = sys._getframe(1).f_globals
        if self.loading[-1:] != [namespace["__name__"]]:
            raise DeniedError("globals() can only be called while the module is made", rule="builtin")
        return namespace

    def _base(self) -> dict[str, Any]:
        """
        What a guest has too, and the guards. ``vars`` and ``dir`` are a guest's own; ``globals`` and ``locals`` refuse
        to answer a library.
        """
        world = self.world
        table = {name: getattr(builtins, name) for name in PASS if hasattr(builtins, name)}
        table.update(Namespaces(world.origin, world.reads.read_dict, world.reads.visible_names).builtins())
        table.update(
            type=world.classes.type,
            __build_class__=world.classes.build_class,
            __import__=self.import_module,
            print=world.builtins["print"],
            eval=world.evaluate_text,
            exec=world.execute_text,
            compile=self.check_text,
        )
        table[names.TYPE_PARAMETER] = world.builtins[names.TYPE_PARAMETER]
        return table

    def check_text(self, source: Any, *rest: Any, **keywords: Any) -> None:
        """
        ``compile`` for copies: typing checks the syntax of a forward reference with it, and never runs the code. What
        Python warns of stays with the text, as with any text of the guest's; names are judged where it is evaluated.
        """
        if type(source) is not str:
            raise DeniedTypeError("only text can be compiled here", rule="eval")
        wrong = None
        try:
            self.world.load(source.lstrip(" \t"), "<library>", "eval")
        except RefusedError as error:
            wrong = next((each.message for each in error.diagnostics if each.rule in _NO_EXPRESSION), None)
        if wrong is not None:
            raise SyntaxError(wrong)  # here, so without the findings

    def import_module(
        self, name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
    ) -> Any:
        """What an import statement of a private copy calls."""
        if name in type_parameters.IMPORTS:
            return self.world.builtins[names.TYPE_PARAMETER](name, level, fromlist)
        if type(fromlist) is list and not fromlist:
            return self.world.importer.for_c_code(name)
        if level:
            package = globals["__package__"].rsplit(".", level - 1)[0]
            name = f"{package}.{name}" if name else package
        if name == "types" and TYPES.keys() >= set(fromlist or ()):
            return self.light("types")
        if self.loading[-1:] == [globals["__name__"]]:
            early = imported_early(globals["__name__"], name, self.world)
            if early is not None:
                return early
        if not fromlist and name in LAZY:
            if name == "re" and globals["__name__"] not in SHOWS_FLAGS:
                return self.light("re")
            if name not in self.modules:
                return LazyModule(self.load, name, READY.get(name, {}))
        parts = name.split(".")
        module = top = self.load(parts[0])
        for count in range(2, len(parts) + 1):
            below = self.load(".".join(parts[:count]))
            setattr(module, parts[count - 1], below)
            module = below
        for each in fromlist or ():
            if not hasattr(module, each) and (f"{name}.{each}" in COPIES or f"{name}.{each}" in STANDINS):
                setattr(module, each, self.load(f"{name}.{each}"))
        return module if fromlist else top
