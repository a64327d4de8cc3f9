"""``RModuleLoader`` and ``RModuleImporter``: finding source through the hooks, running it as guest code, importing."""

from __future__ import annotations

from importlib.machinery import ModuleSpec
from typing import Any

from rexec.classic.file_types import PY_SOURCE


class RModuleLoader:
    """
    Finds a module's source with the hooks, and runs it in the environment of their RExec.

    It is never put into the host's ``sys.meta_path``.
    """

    def __init__(self, hooks: Any, verbose: int = 0) -> None:
        self.hooks = hooks
        self.verbose = verbose

    def find_spec(self, fullname: str, path: list[str] | None = None) -> ModuleSpec | None:
        """
        Where the source of a module is: a package, a file, or directories without ``__init__`` (PEP 420), in this
        order in each directory of *path*. None where there is none.
        """
        hooks = self.hooks
        last = fullname.rpartition(".")[2]
        kinds = [suffix for suffix, _, kind in hooks.get_suffixes() if kind == PY_SOURCE]
        portions = []
        for directory in hooks.default_path() if path is None else path:
            folder = hooks.path_join(directory, last)
            is_folder = hooks.path_isdir(folder)
            places = [(folder, hooks.path_join(folder, f"__init__{each}")) for each in kinds if is_folder]
            places += [(None, hooks.path_join(directory, f"{last}{each}")) for each in kinds]
            for package, filename in places:
                spec = self._found(fullname, package, filename)
                if spec is not None:
                    return spec
            if is_folder and kinds:
                portions.append(folder)
        if not portions:
            return None
        spec = ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations = portions
        return spec

    def _found(self, fullname: str, folder: str | None, filename: str) -> ModuleSpec | None:
        """The spec of a module whose source can be read; the source goes along in ``loader_state``."""
        content = self.read(filename)
        if content is None:
            return None
        spec = ModuleSpec(fullname, self, origin=filename, loader_state=content, is_package=folder is not None)  # type: ignore[arg-type]  # it has what the importer calls
        if folder is not None:
            spec.submodule_search_locations = [folder]
        return spec

    def read(self, filename: str) -> bytes | None:
        """The bytes of a file, one more than a text may have at most; None where the hooks have no such file."""
        try:
            file = self.hooks.openfile(filename, "rb")
        except self.hooks.openfile_error:
            return None
        try:
            content = file.read(self.hooks.rexec.environment.source_bytes + 1)
        finally:
            file.close()
        if type(content) is not bytes:
            raise TypeError(
                f"openfile() of the hooks must give a binary file: its read() gave {type(content).__name__}"
            )
        return content

    def exec_module(self, module: Any) -> None:
        """Run the source of a module of the environment, as it was found."""
        self.hooks.rexec.environment.run_found(module)


class RModuleImporter:
    """``import``, ``reload`` and ``unload`` for one environment."""

    def __init__(self, loader: Any, verbose: int = 0) -> None:
        self.loader = loader
        self.hooks = loader.hooks
        self.verbose = verbose

    def import_module(
        self, name: Any, globals: Any = None, locals: Any = None, fromlist: Any = (), level: Any = 0
    ) -> Any:
        """What the import statement gives: the first module of a dotted name, with a *fromlist* the innermost."""
        return self.hooks.rexec.environment.find_module(name, globals, fromlist, level)

    def reload(self, module: Any) -> Any:
        """Run the source of a module once more, in the same namespace."""
        return self.hooks.rexec.environment.find_again(module)

    def unload(self, module: Any) -> None:
        """Forget a module."""
        self.hooks.rexec.environment.forget(module)
