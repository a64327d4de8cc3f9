"""
The import statement of an ``RExec``: what a subclass decides, and the gate that checks it again.

``r_import`` may be overridden, and so may the hooks and the loader; none of them can hand a guest a module of the host,
nor a module without the names that the statement takes, for which the interpreter would look in the host's.
"""

from __future__ import annotations

import logging
import threading
from importlib.machinery import ModuleSpec
from typing import Any, Final

from rexec.classic import defaults
from rexec.classic.file_types import PY_SOURCE
from rexec.classic.threads import outside
from rexec.errors import DeniedImportError
from rexec.guest.facade import Facade
from rexec.guest.importer import Importer, Place
from rexec.guest.views import GuestModule, Taken, namespace_of, taken

KEPT: Final = frozenset({"__builtin__", "__main__", "builtins", "os", "os.path", "posix", "sys"})
_LOG: Final = logging.getLogger("rexec")


class ClassicImporter(Importer):
    """The modules of one RExec. One thread at a time imports."""

    __slots__ = ("lock", "specs")

    def __init__(self, world: Any, roots: tuple[str, ...], load: Any) -> None:
        super().__init__(world, roots, load)
        self.lock = threading.RLock()
        self.specs: dict[int, ModuleSpec] = {}  # id of a module's namespace -> where its source was found

    # ------------------------------------------------------------------------------------ the gate

    def resolve(self, name: str, globals: Any, fromlist: tuple[Any, ...] | None, level: int) -> Any:
        """What ``r_import`` gives, if a guest may have it."""
        with self.lock:
            found = self.world.rexec.r_import(name, globals, None, fromlist or (), level)
            if fromlist and type(found) is Taken:
                self.check(taken(found)[0], name, ())
            else:
                self.check(found, name, fromlist or ())
        return found

    def resolve_own(self, name: str, globals: Any, fromlist: tuple[Any, ...], level: int) -> Any:
        """What ``r_import`` gives unless it is overridden."""
        with self.lock:
            found = super().resolve(name, globals, fromlist, level)
        if self.world.rexec.verbose:
            _LOG.info("import %s", name)
        return found

    def check(self, found: Any, name: str, fromlist: tuple[Any, ...]) -> None:
        """ImportError for what is no module of this environment, and for one that lacks a name that is read of it."""
        if not self.is_ours(found):
            raise DeniedImportError(
                f"module {name!r} is not granted: r_import() gave none of this RExec", rule="import"
            )
        for each in fromlist:
            if not self.shows(found, each):
                raise self.cannot_import(name, found, each)

    def find(self, full: str) -> Any:
        """As in every environment; what the host registered as a module must be one of ours."""
        parts = full.split(".")
        for count in range(1, len(parts) + 1):
            name = ".".join(parts[:count])
            if name in self.modules and not issubclass(type(self.modules[name]), (GuestModule, Facade)):
                raise DeniedImportError(f"module {name!r} is not granted: it is none of this RExec", rule="import")
        return super().find(full)

    def is_ours(self, module: Any) -> bool:
        """Whether something is a module that this environment made or has registered."""
        if type(module) is GuestModule:
            return id(namespace_of(module)) in self.world.origin.guests
        return issubclass(type(module), Facade) and self.name_of(module) is not None

    def name_of(self, module: Any) -> str | None:
        """The name that a module is registered under."""
        return next((name for name, each in self.modules.items() if each is module), None)

    # ------------------------------------------------------------------------------------ source

    def find_source(self, name: str, last: str, places: list[Place]) -> Any:
        """A module from where the loader finds its source."""
        spec = self.spec(name, places)
        if spec is None:
            raise self.no_source(name)
        inside = spec.submodule_search_locations
        file = None if spec.loader is None else (spec.origin or last).replace("\\", "/").rpartition("/")[2]
        module = self.register(name, file, None if inside is None else [(each, ()) for each in inside])
        if spec.loader is not None:
            self.specs[id(namespace_of(module))] = spec
            try:
                self.run_spec(name, module)
            except BaseException:
                self.modules.pop(name, None)
                raise
        return module

    def spec(self, name: str, places: list[Place]) -> ModuleSpec | None:
        """What the loader finds. TypeError where one of the host's own finds something else."""
        found = outside("import", self.world.rexec.loader.find_spec, name, self.directories(name, places))
        if found is not None and not isinstance(found, ModuleSpec):
            raise TypeError(f"find_spec() of the loader must return a ModuleSpec or None, not {type(found).__name__}")
        return found

    def directories(self, name: str, places: list[Place]) -> list[str] | None:
        """Where the loader is to look; None for ``ok_path``."""
        if "." not in name:
            return None
        join = self.world.rexec.hooks.path_join
        return [join(root, *folders) for root, folders in places]

    def run_spec(self, name: str, module: GuestModule) -> None:
        self.fill(name, module, lambda: self.world.rexec.loader.exec_module(module))

    def again(self, module: Any) -> Any:
        """
        ``reload``: the source of a module once more, in the same namespace. A facade stays as it is.

        ImportError for what is no module here, or has no source.
        """
        name = self.name_of(module)
        if name is None:
            raise ImportError("reload() takes a module of this RExec")
        if type(module) is not GuestModule:
            return module
        key = id(namespace_of(module))
        if key not in self.specs:
            raise ImportError(f"module {name!r} has no source to run again", name=name)
        parent = self.modules.get(name.rpartition(".")[0])
        places = self.places_of(name, parent) if type(parent) is GuestModule else []
        spec = self.spec(name, places)
        if spec is None or spec.loader is None:
            raise self.no_source(name)
        with self.lock:
            self.specs[key] = spec
            self.run_spec(name, module)
        return module

    def forget(self, module: Any) -> None:
        """``unload``. KeyError for what is no module here, ValueError for one that is always there."""
        name = self.name_of(module)
        if name is None:
            raise KeyError("unload() takes a module of this RExec")
        if name in KEPT:
            raise ValueError(f"module {name!r} cannot be unloaded")
        del self.modules[name]

    # ------------------------------------------------------------------------------------ denials

    def no_source(self, name: str) -> ImportError:
        """Why no file was found: a tuple that is empty, or because there is none."""
        tuples = self.world.tuples
        if not tuples.ok_path:
            return _denied(name, "ok_path is empty", None)
        if all(kind != PY_SOURCE for _, _, kind in self.world.rexec.hooks.get_suffixes()):
            return _denied(name, "PY_SOURCE is not in ok_file_types", "ok_file_types = (..., PY_SOURCE)")
        return ModuleNotFoundError(f"No module named {name!r}", name=name)

    def not_granted(self, name: str) -> DeniedImportError:
        """A module of the standard library, or one that is listed and is not there."""
        if self.world.is_listed(name):
            gone = defaults.REPLACEMENTS.get(name, "this Python has no such module")
            return _denied(name, gone, None)
        return _denied(name, "it is not in ok_builtin_modules", f'ok_builtin_modules = (..., "{name}")')


def _denied(name: str, reason: str, grant: str | None) -> DeniedImportError:
    error = DeniedImportError(f"module {name!r} is not granted: {reason}", rule="import", grant=grant)
    error.name = name
    return error
