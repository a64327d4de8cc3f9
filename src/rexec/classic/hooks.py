"""
``RHooks``: where the source files of an environment come from.

A subclass that overrides ``path_isdir`` and ``openfile`` serves modules from anywhere; the search stays the same.
"""

from __future__ import annotations

import io
import os
from typing import Any, NoReturn

from rexec.guest.guards.files import is_folder, read_exactly


class RHooks:
    """
    The files and modules of one ``RExec``: ``RHooks()``, ``RHooks(verbose)`` or ``RHooks(rexec, verbose)``.

    On its own it sees no file: ``set_rexec``, which RExec calls, completes it.
    """

    openfile_error = OSError

    def __init__(self, *args: Any) -> None:
        if len(args) > 2:
            raise TypeError(f"RHooks() takes at most 2 arguments: rexec and verbose, not {len(args)}")
        self.verbose = args[-1] if args else 0
        self.rexec: Any = args[0] if len(args) == 2 else None

    def set_rexec(self, rexec: Any) -> None:
        """Complete the construction. TypeError if these hooks answer for another RExec already."""
        if self.rexec is not None and self.rexec is not rexec:
            raise TypeError("hooks: these belong to another RExec; each needs its own")
        self.rexec = rexec

    # ------------------------------------------------------------------------------------ modules

    def get_suffixes(self) -> list[tuple[str, str, int]]:
        return self._asked().get_suffixes()  # type: ignore[no-any-return]  # as RExec says

    def is_builtin(self, name: str) -> bool:
        return bool(self._asked().is_builtin(name))

    def init_builtin(self, name: str) -> Any:
        """The facade of a module of ``ok_builtin_modules``."""
        return self._asked().environment.host_module(name)

    def load_dynamic(self, name: str, filename: Any, file: Any) -> Any:
        return self._asked().load_dynamic(name, filename, file)

    def add_module(self, name: str) -> Any:
        return self._asked().add_module(name)

    def new_module(self, name: str) -> Any:
        """A new module of the environment, not registered yet."""
        return self._asked().environment.new_module(name)

    def modules_dict(self) -> dict[str, Any]:
        return self._asked().modules  # type: ignore[no-any-return]  # as RExec says

    def default_path(self) -> list[str]:
        """The directories of ``ok_path``, as they were when the environment was made."""
        return list(self._asked().environment.directories)

    def _asked(self) -> Any:
        if self.rexec is None:
            raise RuntimeError("these hooks belong to no RExec: hand them to RExec(hooks)")
        return self.rexec

    # ------------------------------------------------------------------------------------ files

    def path_join(self, first: str, *more: str) -> str:
        return os.path.join(first, *more)

    def path_isdir(self, path: str) -> bool:
        root, parts = self._place(path)
        return root is not None and is_folder(root, parts)

    def path_isfile(self, path: str) -> bool:
        try:
            self.openfile(path, "rb").close()
        except self.openfile_error:
            return False
        return True

    def openfile(self, path: str, mode: str = "rb") -> Any:
        """
        A binary file. The default opens regular files below ``ok_path`` and follows no link there.

        Raises ``openfile_error``.
        """
        root, parts = self._place(path)
        if root is None or not parts:
            raise FileNotFoundError(2, "No such file or directory", path)
        return io.BytesIO(read_exactly(root, parts, self._asked().environment.source_bytes))

    def _place(self, path: str) -> tuple[str | None, list[str]]:
        """The directory of ``ok_path`` that a path is below, and the parts from there."""
        if os.pardir in path.split(os.sep):
            return None, []
        for each in self._asked().environment.directories:
            if path == each or path.startswith(os.path.join(each, "")):
                return os.path.realpath(each), [part for part in path[len(each) :].split(os.sep) if part]
        return None, []

    # ------------------------------------------------------------------------------------ what is gone

    def init_frozen(self, name: str) -> NoReturn:
        raise SystemError("don't use this: frozen modules are the host's own")

    def load_source(self, *args: Any) -> NoReturn:
        raise SystemError("don't use this: RModuleLoader runs source files")

    def load_compiled(self, *args: Any) -> NoReturn:
        raise SystemError("don't use this: compiled files cannot be checked")

    def load_package(self, *args: Any) -> NoReturn:
        raise SystemError("don't use this: RModuleLoader runs packages")
