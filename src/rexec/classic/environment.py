"""The environment of one ``RExec``: that of its policy, with what a subclass's methods decide."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Literal

from rexec.classic import defaults, host_modules
from rexec.classic.importer import ClassicImporter
from rexec.classic.streams import NAMES, ClassicStreams
from rexec.classic.tuples import Tuples
from rexec.errors import DeniedAttributeError, DeniedImportError
from rexec.guest.environment import Environment
from rexec.guest.facade import Facade, make_open_facade
from rexec.guest.facades import FILES
from rexec.guest.guards.exits import stand_in
from rexec.guest.guards.files import make_open
from rexec.guest.importer import Importer
from rexec.guest.recipe import Recipe
from rexec.guest.views import GuestModule, make_guest_module, namespace_of
from rexec.policy import Policy


class ClassicEnvironment(Environment):
    """The guest's world. It asks its RExec wherever the documentation says that overriding a method changes policy."""

    make_importer: Callable[..., Importer] = ClassicImporter
    make_facade: Callable[..., Facade] = staticmethod(make_open_facade)
    importer: ClassicImporter

    def __init__(self, rexec: Any, tuples: Tuples, policy: Policy, streams: ClassicStreams, **steps: Any) -> None:
        self.rexec = rexec
        self.tuples = tuples
        self.classic_streams = streams
        self.directories = policy.import_path
        self.source_bytes = policy.budget.source_bytes
        self.open_file = make_open(policy.read_path, policy.import_path)
        super().__init__(policy, streams, argv=("RESTRICTED",), **steps)

    # ------------------------------------------------------------------------------------ facades

    def is_listed(self, name: str) -> bool:
        """Whether ``is_builtin`` says that the host provides a module. Nothing makes up for an underscore."""
        if any(part.startswith("_") for part in name.split(".")):
            return False
        return bool(self.rexec.hooks.is_builtin(name))

    def provided(self) -> list[str]:
        """The modules of ``ok_builtin_modules`` that there are. None is imported to find out."""
        trusted = self.rexec.trusted_path
        listed = self.tuples.ok_builtin_modules
        return [name for name in listed if name in FILES or host_modules.is_available(name, trusted)]

    def is_known(self, name: str) -> bool:
        """Whether no file of that name is looked for."""
        return super().is_known(name) or self.is_listed(name)

    def granted(self, name: str) -> tuple[str, ...] | Literal[True] | None:
        """As the policy says, unless ``is_builtin`` is overridden: it can take away, and name what has a facade."""
        shown = super().granted(name)
        if name in defaults.ALWAYS or (shown is not None and self.is_listed(name.partition(".")[0])):
            return shown
        if not self.is_listed(name):
            return None
        return self.tuples.module_exports.get(name, True) if shown is None else shown

    def facade(self, name: str) -> Facade | None:
        """Of a module without a facade of ours, what the subclass that names it lets its guests have."""
        if name in FILES or not self.is_listed(name):
            return super().facade(name)
        if not host_modules.is_available(name, self.rexec.trusted_path):
            return None
        found = self.rexec.hooks.init_builtin(name)
        return found if issubclass(type(found), Facade) else None

    def host_module(self, name: str) -> Facade:
        """The facade of a module of the host; without a word on what it may show, of all its public names."""
        module = host_modules.load(name, self.rexec.trusted_path)
        values = host_modules.shown_values(module, self.tuples.module_exports.get(name, dir(module)))
        return make_open_facade(name, values, _missing(name))

    def empty_facade(self, name: str) -> Facade:
        """A facade for the host to fill."""
        return make_open_facade(name, {}, _missing(name))

    def values(self, how: Recipe) -> dict[str, Any]:
        """
        ``sys`` has the path as it was given, no tracebacks, and streams while there are any. Tables are read-only.
        """
        found = super().values(how)
        if how.way == "table":
            found.update({name: MappingProxyType(value) for name, value in found.items() if type(value) is dict})
        if how.name == "sys":
            found["path"] = list(self.tuples.ok_path)
            found["exc_info"] = self.exc_info()
            found.update({name: self.stream(name) for name in NAMES})
        return found

    def exc_info(self) -> Callable[[], Any]:
        rexec = self.rexec

        def exc_info() -> tuple[Any, ...]:
            return tuple(map(stand_in, rexec.r_exc_info()))

        return exc_info

    def stream(self, name: str) -> property:
        streams = self.classic_streams
        return property(lambda facade: streams.shown(name), lambda facade, new: streams.replace(name, new))

    def not_shown(self, name: str, attribute: str, how: Recipe) -> DeniedAttributeError:
        """Which tuple would have to name it."""
        where = {"sys": "ok_sys_names"}.get(name, "ok_posix_names")
        entry = attribute
        if name == "os.path":
            entry = next((look for look, names in defaults.PATH_LOOKS.items() if attribute in names), attribute)
        elif name not in defaults.ALWAYS:
            where = f"module_exports[{name!r}]"
        text = f'module "{name}" does not show "{attribute}": "{entry}" is not in {where}'
        return DeniedAttributeError(text, rule="module", grant=f'{where} = (..., "{entry}")')

    # ------------------------------------------------------------------------------------ modules

    def new_module(self, name: str) -> GuestModule:
        """A module for guests, in which the host may put what it likes."""
        return make_guest_module(self.new_namespace(name, None))

    def find_module(self, name: Any, globals: Any, fromlist: Any, level: Any) -> Any:
        """``r_import``, for whoever calls it. TypeError for arguments that no import statement has."""
        if type(name) is not str or type(level) is not int or level < 0:
            raise TypeError("r_import() takes a plain str as name and an int of zero or more as level")
        if fromlist is not None and type(fromlist) not in (tuple, list):
            raise TypeError(f"r_import() takes a tuple as fromlist, not {type(fromlist).__name__}")
        return self.importer.resolve_own(name, globals, tuple(fromlist or ()), level)

    def find_again(self, module: Any) -> Any:
        return self.importer.again(module)

    def checked_module(self, module: Any) -> Any:
        """What an overridden method returns as a module, if a guest may have it."""
        if not self.importer.is_ours(module):
            raise DeniedImportError("what is given is no module of this RExec", rule="import")
        return module

    def forget(self, module: Any) -> None:
        self.importer.forget(module)

    def run_found(self, module: Any) -> None:
        """Run the source that the loader found for a module. TypeError for what has none."""
        spec = self.importer.specs.get(id(namespace_of(module))) if type(module) is GuestModule else None
        if spec is None:
            raise TypeError("exec_module() takes a module of this RExec that its loader found")
        content, spec.loader_state = spec.loader_state, None
        if content is None:
            content = self.rexec.loader.read(spec.origin)
        if content is None:
            raise self.importer.no_source(spec.name)
        namespace = namespace_of(module)
        self.run_module(content, namespace["__file__"], namespace)


def _missing(name: str) -> Callable[[str], AttributeError]:
    return lambda attribute: AttributeError(f"module {name!r} has no attribute {attribute!r}")
