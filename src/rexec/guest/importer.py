"""
What ``import`` means for a guest.

Every dotted part and every name of a ``from`` list is found here before the statement goes on, because the
interpreter falls back to the host's ``sys.modules`` for names that it misses (spec findings 1 and 9).
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from typing import Any, Final

from rexec import names, type_parameters
from rexec.errors import DeniedFileError, DeniedImportError, RefusedError
from rexec.guest.facade import Facade, shown_names
from rexec.guest.guards.files import read_below
from rexec.guest.sealed import seal
from rexec.guest.views import GuestModule, Taken, make_guest_module, namespace_of

# Modules that C functions within reach import by themselves; the interpreter then takes the host's own module and
# hands the guest nothing of it. Such calls pass an empty list where an import statement passes None or a tuple.
C_IMPORTS: Final[frozenset[str]] = frozenset(
    "_datetime _pydecimal _pylong array collections.abc copyreg re struct time unicodedata warnings".split()
)
_MISSING: Final = object()


class Importer:
    """The modules of one environment."""

    __slots__ = ("facades", "granted", "load", "modules", "packages", "read_source", "roots", "world")

    def __init__(self, world: Any, roots: tuple[str, ...], load: Callable[..., Any]) -> None:
        self.world = world
        self.load = load  # (text, filename) -> runs it in a namespace, from above
        self.roots = [os.path.realpath(root) for root in roots]
        self.modules: dict[str, Any] = {}  # every module of the environment by its full name
        self.packages: dict[int, str] = {}  # id of a module's namespace -> the package that relative imports start from
        self.facades: Callable[[str], Facade | None] = world.facade

    def gate(self) -> Callable[..., Any]:
        """``__import__`` of the builtins table."""

        def __import__(name: Any, globals: Any = None, locals: Any = None, fromlist: Any = None, level: Any = 0) -> Any:
            if type(fromlist) is list and not fromlist:
                return self.for_c_code(name)
            if type(name) is str and name in type_parameters.IMPORTS:
                return self.world.builtins[names.TYPE_PARAMETER](name, level, fromlist)
            if type(name) is not str or type(level) is not int or not (fromlist is None or type(fromlist) is tuple):
                raise TypeError("__import__() is for import statements only")
            full = self.absolute(name, globals, level)
            return self.import_name(full, fromlist, first=None if level else full.partition(".")[0])

        return __import__

    def for_c_code(self, name: Any) -> None:
        """An import that a C function makes on its own account."""
        if type(name) is not str or name not in C_IMPORTS:
            raise DeniedImportError(f"module {name!r} is not granted", rule="import")
        importlib.import_module(name)

    def absolute(self, name: str, globals: Any, level: int) -> str:
        """The full name of a relative import, counted from what we know of the module, not what it says."""
        if level == 0:
            return name
        package = self.packages.get(id(globals))
        if not package:
            raise ImportError("attempted relative import with no known parent package")
        parts = package.split(".")
        if level > len(parts):
            raise ImportError("attempted relative import beyond top-level package")
        base = ".".join(parts[: len(parts) - level + 1])
        return f"{base}.{name}" if name else base

    def import_name(self, full: str, fromlist: tuple[Any, ...] | None, *, first: str | None) -> Any:
        """The innermost module where names are taken from it, else the first of its parts."""
        module = self.find(full)
        if not fromlist:
            self.check_parts(full)
            return self.modules[first] if first is not None else module
        made: dict[str, Any] = {}
        for each in fromlist:
            if type(each) is not str or names.attribute_rule(each) == "refused" or each in names.GUARDED_DUNDERS:
                raise DeniedImportError(f"name {each!r} cannot be imported", rule="import")
            if self.shows(module, each) or self.makes(module, each, made) or self.is_submodule(full, module, each):
                continue
            raise self.cannot_import(full, module, each)
        if not made:
            return module
        return seal(Taken, found={each: made[each] if each in made else getattr(module, each) for each in fromlist})

    def makes(self, module: Any, name: str, made: dict[str, Any]) -> bool:
        """Whether the ``__getattr__`` of a guest's module (PEP 562) makes a name, which is kept then."""
        if type(module) is not GuestModule or "__getattr__" not in namespace_of(module):
            return False
        try:
            made[name] = getattr(module, name)
        except AttributeError:
            return False
        return True

    def check_parts(self, full: str) -> None:
        """``import a.b as c`` reads b from a; it must be there, and be that module."""
        parent, _, last = full.rpartition(".")
        while parent:
            if not self.shows(self.modules[parent], last):
                raise ImportError(f"cannot import name {last!r} from {parent!r}", name=parent)
            parent, _, last = parent.rpartition(".")

    def shows(self, module: Any, name: str) -> bool:
        """Whether reading this attribute finds it, so that the interpreter does not look elsewhere."""
        if type(module) is GuestModule:
            return name in namespace_of(module)
        return name in shown_names(module)

    def is_submodule(self, full: str, module: Any, name: str) -> bool:
        if type(module) is not GuestModule or "__path__" not in namespace_of(module):
            return False
        try:
            self.find(f"{full}.{name}")
        except ModuleNotFoundError:
            return False
        return self.shows(module, name)

    def cannot_import(self, full: str, module: Any, name: str) -> ImportError:
        if isinstance(module, Facade):
            try:
                getattr(module, name)
            except AttributeError as error:
                denied = type(error) is not AttributeError
                grant = getattr(error, "grant", None)
                if denied:
                    return DeniedImportError(str(error), rule="import", grant=grant)
        return ImportError(f"cannot import name {name!r} from {full!r}", name=full)

    # ------------------------------------------------------------------------------------ finding

    def find_within(self, full: str) -> Any:
        """The facade of a submodule that another facade shows."""
        if full not in self.modules:
            self.modules[full] = self.facades(full)
        return self.modules[full]

    def find(self, full: str) -> Any:
        """The module of this full name, with all its parents. Registered ones first, then facades, then files."""
        module: Any = None
        parts = full.split(".")
        for count in range(1, len(parts) + 1):
            name = ".".join(parts[:count])
            parent, module = module, self.modules.get(name)
            if module is None:
                module = self.find_new(name, parts[count - 1], parent)
                if type(parent) is GuestModule:
                    namespace_of(parent)[parts[count - 1]] = module
        return module

    def find_new(self, name: str, last: str, parent: Any) -> Any:
        facade = self.facades(name) if parent is None or isinstance(parent, Facade) else None
        if facade is not None:
            self.modules[name] = facade
            return facade
        if self.world.is_known(name) or isinstance(parent, Facade):
            raise self.not_granted(name)
        if not (last.isidentifier() and "\0" not in last):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return self.find_source(name, last, self.roots if parent is None else self.known_path(parent))

    def known_path(self, parent: GuestModule) -> list[str]:
        """Where a package's files are: what was recorded when it was loaded, not its ``__path__``."""
        folder = self.world.package_folders.get(id(namespace_of(parent)))
        return [] if folder is None else [folder]

    def not_granted(self, name: str) -> DeniedImportError:
        key = f'"{name}"' if "." in name else name
        grant = f"[modules] {key} = true" if self.world.has_facade(name) else None
        return DeniedImportError(f"module {name!r} is not granted", rule="import", grant=grant)

    def find_source(self, name: str, last: str, folders: list[str]) -> Any:
        for folder in folders:
            for path, package in (
                (os.path.join(folder, last, "__init__.py"), True),
                (os.path.join(folder, last + ".py"), False),
            ):
                try:
                    content = read_below(self.roots, path)
                except (FileNotFoundError, DeniedFileError, NotADirectoryError):
                    continue
                if os.path.realpath(path) != path:
                    continue  # reached through a link
                return self.run_source(name, path, content, package)
        if folders or self.world.policy.import_path:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        raise self.not_granted(name)

    def run_source(self, name: str, path: str, content: bytes, package: bool) -> Any:
        """Run a file as a guest module. A module that fails is forgotten, as in CPython."""
        shown = os.path.join(*name.split("."), "__init__.py") if package else name.replace(".", "/") + ".py"
        namespace = self.world.new_namespace(name, shown)
        namespace["__package__"] = name if package else name.rpartition(".")[0]
        if package:
            namespace["__path__"] = (os.path.dirname(shown),)
            self.world.package_folders[id(namespace)] = os.path.dirname(path)
        self.packages[id(namespace)] = namespace["__package__"]
        module = self.modules[name] = make_guest_module(namespace)
        try:
            self.load(content, shown, namespace)
        except RefusedError as error:
            del self.modules[name]
            raise DeniedImportError(f"module {name!r} is refused: {error.diagnostics[0]}", rule="import") from None
        except BaseException:
            del self.modules[name]
            raise
        return module
