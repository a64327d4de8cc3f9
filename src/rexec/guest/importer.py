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
from rexec.errors import DeniedImportError, RefusedError
from rexec.guest.border.withheld import why_withheld
from rexec.guest.facade import Facade, shown_names
from rexec.guest.guards.files import is_folder, read_exactly
from rexec.guest.sealed import fill, seal
from rexec.guest.views import GuestModule, Taken, make_guest_module, namespace_of, take, taken

# Modules that C functions within reach import by themselves; the interpreter then takes the host's own module and
# hands the guest nothing of it. Such calls pass an empty list where an import statement passes None or a tuple.
C_IMPORTS: Final[frozenset[str]] = frozenset(
    "_datetime _pydecimal _pylong array collections.abc copyreg re struct time unicodedata warnings".split()
)
Place = tuple[str, tuple[str, ...]]  # a root of the import path, and the directories below it


class Importer:
    """The modules of one environment."""

    __slots__ = ("facades", "load", "modules", "packages", "places", "roots", "world")

    def __init__(self, world: Any, roots: tuple[str, ...], load: Callable[..., Any]) -> None:
        self.world = world
        self.load = load  # (text, filename) -> runs it in a namespace, from above
        self.roots = [os.path.realpath(root) for root in roots]
        self.modules: dict[str, Any] = {}  # every module of the environment by its full name
        self.packages: dict[int, str] = {}  # id of a module's namespace -> the package that relative imports start from
        self.places: dict[int, list[Place]] = {}  # id of a package's namespace -> where its files are
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
            if fromlist == (names.INNERMOST,):
                return self.innermost(name, self.resolve(name, globals, None, level))
            return self.given(name, self.resolve(name, globals, fromlist, level), fromlist)

        return __import__

    def given(self, name: str, found: Any, fromlist: tuple[Any, ...] | None) -> Any:
        """What the interpreter gets in place of a module: a facade has no ``__name__``, a module of the guest's has."""
        if not fromlist or issubclass(type(found), Facade):
            return found
        home, values = taken(found) if type(found) is Taken else (found, namespace_of(found))
        return take(name, home, fromlist, values)

    def innermost(self, name: str, found: Any) -> Any:
        """What ``import a.b.c as d`` binds: c is read from b, and b from a, whatever the guest bound to them."""
        for part in name.split(".")[1:]:
            is_module = type(found) is GuestModule or issubclass(type(found), Facade)
            if not is_module or not self.shows(found, part):
                raise ImportError(f"cannot import name {part!r} from {name!r}", name=name)
            found = getattr(found, part)
        return seal(Taken, found={names.INNERMOST: found}, home=None)

    def resolve(self, name: str, globals: Any, fromlist: tuple[Any, ...] | None, level: int) -> Any:
        """What an import statement gives; of its arguments, the types were checked."""
        full = self.absolute(name, globals, level)
        return self.import_name(full, fromlist, first=None if level else full.partition(".")[0])

    def for_c_code(self, name: Any) -> None:
        """An import that a C function makes on its own account; it takes the host's module from where that is."""
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
            shown = self.shows(module, each) or self.makes(module, each, made)
            if shown or self.is_submodule(full, module, each, made):
                continue
            raise self.cannot_import(full, module, each)
        return take(full, module, fromlist, {**namespace_of(module), **made}) if made else module

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
        """
        ``import a.b.c as d`` reads b from a, and c from whatever that gave. Each must be there, and be a module of
        ours: what else the guest bound to b may have the ``__name__`` of a module of the host, where the interpreter
        looks for what it misses.

        CPython finds a module in sys.modules that is not in its package, because a circular import comes before its
        end, or because it was deleted there.
        """
        first, *rest = full.split(".")
        name, value = first, self.modules[first]
        for part in rest:
            if not (type(value) is GuestModule or issubclass(type(value), Facade)):
                raise DeniedImportError(f"{name!r} was bound to something else than the module", rule="import")
            below = f"{name}.{part}"
            if not self.shows(value, part):
                if type(value) is not GuestModule or value is not self.modules[name]:
                    raise ImportError(f"cannot import name {part!r} from {name!r}", name=name)
                namespace_of(value)[part] = self.modules[below]
            name, value = below, namespace_of(value)[part] if type(value) is GuestModule else getattr(value, part)

    def shows(self, module: Any, name: str) -> bool:
        """Whether reading this attribute finds it, so that the interpreter does not look elsewhere."""
        if type(module) is GuestModule:
            return name in namespace_of(module)
        return name in shown_names(module)

    def is_submodule(self, full: str, module: Any, name: str, made: dict[str, Any]) -> bool:
        if type(module) is not GuestModule or "__path__" not in namespace_of(module):
            return False
        below = f"{full}.{name}"
        try:
            found = self.find(below)
        except ModuleNotFoundError as error:
            if type(error.name) is not str or error.name != below:
                raise  # it is there, and misses another
            return False
        if not self.shows(module, name):
            made[name] = found  # still loading
        return True

    def cannot_import(self, full: str, module: Any, name: str) -> ImportError:
        if issubclass(type(module), Facade):
            try:
                getattr(module, name)
            except AttributeError as error:
                denied = type(error) is not AttributeError
                grant = getattr(error, "grant", None)
                if denied:
                    return DeniedImportError(str(error), rule="import", grant=grant)
            return ImportError(f"cannot import name {name!r} from {full!r}", name=full)
        file = namespace_of(module).get("__file__")
        place = file if type(file) is str else "unknown location"
        partial = "partially initialized module " if module.__loading__ else ""
        likely = " (most likely due to a circular import)" if module.__loading__ else ""
        return ImportError(f"cannot import name {name!r} from {partial}{full!r}{likely} ({place})", name=full)

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
        facade = self.facades(name) if parent is None or issubclass(type(parent), Facade) else None
        if facade is not None:
            self.modules[name] = facade
            return facade
        if self.world.is_known(name) or issubclass(type(parent), Facade):
            raise self.not_granted(name)
        if not last.isidentifier():
            raise _no_module(name)
        return self.find_source(name, last, self.places_of(name, parent))

    def places_of(self, name: str, parent: Any) -> list[Place]:
        """Where a package's files are: what was recorded when it was loaded, not its ``__path__``."""
        if parent is None:
            return [(root, ()) for root in self.roots]
        places = self.places.get(id(namespace_of(parent)))
        if places is None:
            raise _no_module(name, f"; {name.rpartition('.')[0]!r} is not a package")
        return places

    def not_granted(self, name: str) -> DeniedImportError:
        """A module that only a policy could grant, or not even that."""
        key = f'"{name}"' if "." in name else name
        grant = f"[modules] {key} = true" if self.world.has_facade(name) else None
        known = grant is None and self.world.is_known(name)
        reason = f": no policy can grant it, since {why_withheld(name)}" if known else ""
        error = DeniedImportError(f"module {name!r} is not granted{reason}", rule="import", grant=grant)
        error.name = name
        return error

    # ------------------------------------------------------------------------------------ files

    def find_source(self, name: str, last: str, places: list[Place]) -> Any:
        """A package, a module, or directories without ``__init__.py`` (PEP 420), in this order in each place."""
        portions: list[Place] = []
        for root, folders in places:
            below = (*folders, last)
            content = self.read(root, (*below, "__init__.py"))
            if content is not None:
                return self.run_source(name, content, "__init__.py", [(root, below)])
            content = self.read(root, (*folders, f"{last}.py"))
            if content is not None:
                return self.run_source(name, content, f"{last}.py", None)
            if is_folder(root, below):
                portions.append((root, below))
        if portions:
            return self.register(name, None, portions)
        if self.roots:
            raise _no_module(name)
        raise self.not_granted(name)

    def read(self, root: str, parts: tuple[str, ...]) -> bytes | None:
        """A source file, and no link to one; so large a one as no text may be is refused when it is compiled."""
        try:
            return read_exactly(root, parts, self.world.policy.budget.source_bytes)
        except OSError:
            return None

    def register(self, name: str, file: str | None, places: list[Place] | None) -> GuestModule:
        """A new module, whose code has not run yet."""
        folders = name.split(".") if places is not None else name.split(".")[:-1]
        namespace = self.world.new_namespace(name, None)
        namespace["__file__"] = None if file is None else "/".join((*folders, file))
        package = namespace["__package__"] = ".".join(folders)
        if places is not None:
            namespace["__path__"] = ["/".join(folders)]
            self.places[id(namespace)] = places
        self.packages[id(namespace)] = package
        module = self.modules[name] = make_guest_module(namespace)
        return module

    def run_source(self, name: str, content: bytes, file: str, places: list[Place] | None) -> Any:
        """Run a file as a guest module. A module that fails is forgotten, as in CPython."""
        module = self.register(name, file, places)
        namespace = namespace_of(module)
        try:
            self.fill(name, module, lambda: self.load(content, namespace["__file__"], namespace))
        except BaseException:
            self.modules.pop(name, None)
            raise
        return module

    def fill(self, name: str, module: GuestModule, execute: Callable[[], Any]) -> None:
        """Run what binds a module's variables."""
        fill(module, "__loading__", True)
        mistake: Exception | None = None
        try:
            execute()
        except RefusedError as error:
            mistake = _refusal(name, error)
        finally:
            fill(module, "__loading__", False)
        if mistake is not None:
            raise mistake


def _no_module(name: str, more: str = "") -> ModuleNotFoundError:
    return ModuleNotFoundError(f"No module named {name!r}{more}", name=name)


def _refusal(name: str, error: RefusedError) -> Exception:
    """What an import raises for a file that does not compile: Python's own error where Python says so too."""
    first = error.diagnostics[0]
    report = SyntaxError(error.msg, (error.filename, error.lineno, error.offset, error.text))
    if first.rule == "syntax":
        return report
    denied = DeniedImportError(f"module {name!r} is refused: {first}", rule="import")
    denied.__cause__ = report  # Python's own class: the report itself is the host's
    return denied
