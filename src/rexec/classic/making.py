"""The methods of ``RExec`` that build what restricted code finds: its builtins, ``os``, ``sys`` and other modules."""

from __future__ import annotations

import builtins
import io
from collections.abc import Iterable
from typing import Any

from rexec.classic import defaults, host_modules
from rexec.classic.builtins_module import builtins_facade, guards
from rexec.classic.environment import ClassicEnvironment
from rexec.classic.file_types import C_EXTENSION, suffixes
from rexec.classic.files import FileWrapper
from rexec.classic.streams import ClassicStreams
from rexec.classic.tuples import Tuples
from rexec.errors import DeniedImportError, DeniedTypeError, Frozen
from rexec.guest import inventory
from rexec.guest.border.plain import ATOMS
from rexec.guest.guards.attributes import NEVER
from rexec.guest.views import GuestModule, namespace_of


class MakingMethods:
    """Each may be overridden; one that calls ``super()`` and then adds attributes to a module works."""

    environment: ClassicEnvironment
    hooks: Any
    modules: dict[str, Any]
    _streams: ClassicStreams
    _tuples: Tuples

    # ------------------------------------------------------------------------------------ at construction

    def set_trusted_path(self) -> None:
        """Set ``trusted_path``: where modules of the host may come from. The standard library's directories."""
        self._trusted_path = tuple(host_modules.trusted_directories())

    @property
    def trusted_path(self) -> tuple[str, ...]:
        return self._trusted_path

    @property
    def ok_dynamic_modules(self) -> tuple[str, ...]:
        """``ok_builtin_modules`` as it was when this was made."""
        return self._tuples.ok_builtin_modules

    def make_builtin(self) -> None:
        """The modules ``builtins`` and ``__builtin__``, which are one; ``open``, ``reload`` and ``input`` in it."""
        table = self.environment.builtins
        denied = self.environment.policy.deny_builtins
        made = guards(self, self._streams.is_streaming)
        table.update({name: guard for name, guard in made.items() if name not in denied})
        self.modules["builtins"] = self.modules["__builtin__"] = builtins_facade(table)

    def make_initial_modules(self) -> None:
        """The modules that are there from the start, but for ``sys``."""
        self.make_main()
        self.make_osname()

    def make_main(self) -> None:
        """``__main__``, where ``r_exec`` and its kin run."""
        self.add_module("__main__")

    def make_osname(self) -> None:
        """``os``, ``os.path`` and ``posix``: what ``ok_posix_names`` says, and what does not look at the process."""
        self._make_always("os", "posix")

    def make_sys(self) -> None:
        """``sys``: what ``ok_sys_names`` says, and what belongs to the guest."""
        self._make_always("sys")
        if "sys" in self.modules:
            self.modules["sys"].builtin_module_names = tuple(sorted({*self.modules, *self.environment.provided()}))

    def _make_always(self, *names: str) -> None:
        for name in names:
            if self.environment.granted(name) is not None:
                self.environment.importer.find(name)

    # ------------------------------------------------------------------------------------ modules

    def add_module(self, name: str) -> Any:
        """
        The module of that name, made if there is none. What the host puts into it, the guest gets as it is:
        ``r.add_module("__main__").name = value``.
        """
        if type(name) is not str:
            raise TypeError(f"add_module() takes a plain str, not {type(name).__name__}")
        if name not in self.modules:
            made = self.hooks.new_module(name)
            if not self.environment.importer.is_ours(made):
                raise TypeError("new_module() of the hooks must return what RHooks.new_module() gives")
            self.modules[name] = made
        module = self.modules[name]
        if type(module) is GuestModule:
            namespace_of(module)["__builtins__"] = self.environment.builtins
        return module

    def copy_except(self, src: Any, exceptions: Iterable[str]) -> Any:
        """A facade that shows the attributes of a module of the host but for some."""
        left_out = set(_names(exceptions))
        return self._copied(src, [name for name in dir(src) if name not in left_out])

    def copy_only(self, src: Any, names: Iterable[str]) -> Any:
        """A facade that shows these attributes of a module of the host, as far as it has them."""
        return self._copied(src, _names(names))

    def copy_none(self, src: Any) -> Any:
        """A facade that bears the name of a module of the host, and shows nothing of it."""
        return self._copied(src, ())

    def _copied(self, src: Any, names: Iterable[str]) -> Any:
        title = getattr(src, "__name__", None)
        if type(title) is not str:
            raise TypeError(f"a module is wanted, not {type(src).__name__}")
        if src is builtins:  # getattr, eval and their kin, without a guard
            names = [name for name in names if name in inventory.PASS]
        values = host_modules.shown_values(src, names)
        module = self.modules.get(title)
        if module is None:
            module = self.modules[title] = self.environment.empty_facade(title)
        for name, value in values.items():
            setattr(module, name, value)
        return module

    # ------------------------------------------------------------------------------------ import support

    def get_suffixes(self) -> list[tuple[str, str, int]]:
        """The kinds of file that ``ok_file_types`` lets an import load: suffix, mode, type."""
        return suffixes(self._tuples.ok_file_types)

    def is_builtin(self, name: str) -> bool:
        """Whether ``ok_builtin_modules`` names a module."""
        return name in self._tuples.ok_builtin_modules

    def load_dynamic(self, name: str, filename: Any = None, file: Any = None) -> Any:
        """
        The facade of the host's own module of that name; never what is in a file. ImportError unless
        ``ok_builtin_modules`` names it and ``ok_file_types`` holds C_EXTENSION.
        """
        listed = type(name) is str and name not in defaults.ALWAYS and self.environment.is_listed(name)
        if not listed or C_EXTENSION not in self._tuples.ok_file_types:
            where = "ok_file_types" if listed else "ok_builtin_modules"
            raise DeniedImportError(f"untrusted dynamic module: {name}: it is not in {where}", rule="import")
        return self.environment.importer.find(name)

    def as_file(self, file: Any) -> Any:
        """
        What ``r_open`` returned, as a guest may have it: of a file of the host, or what looks like one, its methods.
        TypeError for a module and what else no guest may hold.
        """
        if isinstance(file, NEVER):
            raise DeniedTypeError("r_open() gave what is no file", rule="file")
        kind = type(file)
        theirs = type(kind) is Frozen or kind in ATOMS or self.environment.origin.owns_class(kind)
        is_file = isinstance(file, io.IOBase) or hasattr(file, "read") or hasattr(file, "write")
        return FileWrapper(file, closes=True) if is_file and not theirs else file


def _names(given: Any) -> tuple[Any, ...]:
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise TypeError(f"a tuple of names is wanted, not {given!r}")
    return tuple(given)
