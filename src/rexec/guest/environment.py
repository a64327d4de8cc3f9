"""
The environment: everything one guest can see, assembled here and nowhere else.

An environment belongs to one guest. Nothing in it that can change is shared with the host or another guest.
"""

from __future__ import annotations

import functools
import os
import sys
import weakref
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

from rexec import names
from rexec.errors import DeniedAttributeError, DeniedTypeError
from rexec.guest.border.proxy import Border
from rexec.guest.builtins import make_builtins
from rexec.guest.facade import Facade, is_settable, make_facade
from rexec.guest.facades import FILES, recipe
from rexec.guest.guards.aliases import forget_marks
from rexec.guest.guards.attributes import AttributeReads
from rexec.guest.guards.classes import Classes
from rexec.guest.guards.contested import Contested
from rexec.guest.guards.pickling import Pickling
from rexec.guest.guards.writes import AttributeWrites
from rexec.guest.importer import Importer
from rexec.guest.library.copies import Library
from rexec.guest.modules.contexts import forget_values
from rexec.guest.origin import Origin
from rexec.guest.recipe import Recipe
from rexec.guest.refusals import for_guests
from rexec.guest.streams import Streams
from rexec.guest.views import GuestModule, ModuleNamespace, make_guest_module, namespace_of
from rexec.policy import Policy
from rexec.suspended import leaves_finalizers

ALONE: Final = 2  # references to what has one holder, as sys.getrefcount() counts
_PROXIES: Final = (weakref.ProxyType, weakref.CallableProxyType)
Load = Callable[..., Any]  # (text, filename, mode) -> compiled code
Execute = Callable[..., Any]  # (code, globals[, locals]) -> value; the one exec of the package
SourceLine = Callable[[str, int], str | None]  # (filename, line from 1) -> a line of the guest's own text


class Environment:
    """One guest's world. ``main`` is the namespace of ``__main__``; ``builtins`` the table all its modules see."""

    # What a room above may put in their place.
    make_importer: Callable[..., Importer] = Importer
    make_facade: Callable[..., Facade] = staticmethod(make_facade)

    def __init__(
        self,
        policy: Policy,
        streams: Streams,
        *,
        load: Load,
        execute: Execute,
        argv: tuple[str, ...],
        source_line: SourceLine = lambda filename, line: None,
    ) -> None:
        self.policy = policy
        self.streams = streams
        self.argv = argv
        self.load = load
        self.leaves_finalizers = False  # whether any text so far has clean-up that could be pending at the end
        self.load_for_guests = for_guests(self.load_text)
        self.execute = execute
        self.source_line = source_line
        self.origin = Origin()
        self.classes = Classes(self.origin)
        self.border = Border(policy.budget.result_depth, policy.budget.result_bytes)
        self.writes = AttributeWrites(self.origin, self.is_declared)
        self.reads = AttributeReads(self.origin, self.classes, self.writes.set_raw, self.writes.unset_raw)
        self.contested = Contested(self)
        self.pickling = Pickling(self)
        self.reads.rules.update(self.contested.rules() | self.pickling.rules())
        self.builtins = make_builtins(self)
        self.declares: dict[type, Callable[[Any, str], bool]] = {}  # sealed types of which attributes may be set
        self.library = Library(self, execute)
        self.importer = self.make_importer(self, policy.import_path, self.run_module)
        self.builtins["__import__"] = self.importer.gate()
        self.main = self.new_namespace("__main__", None)
        self.importer.modules["__main__"] = make_guest_module(self.main)

    # ------------------------------------------------------------------------------------ namespaces

    def new_namespace(self, name: str, filename: str | None) -> dict[str, Any]:
        """The namespace of a new guest module; functions that see it count as the guest's."""
        namespace: dict[str, Any] = {"__name__": name, "__doc__": None, "__builtins__": self.builtins}
        if filename is not None:
            namespace["__file__"] = filename
        self.origin.adopt(namespace)
        return namespace

    def run_module(self, content: bytes, filename: str, namespace: dict[str, Any]) -> None:
        """Compile a source file as guest code and run it."""
        self.execute(self.load_text(content, filename, "exec"), namespace)

    def load_text(self, text: Any, filename: str, mode: Literal["exec", "eval"]) -> Any:
        """Compiled code of the guest."""
        code = self.load(text, filename, mode)
        self.notice(code)
        return code

    def notice(self, code: Any) -> None:
        """Code is about to run here."""
        self.leaves_finalizers = self.leaves_finalizers or leaves_finalizers(code)

    def evaluate_text(self, text: Any, globals: Any = None, locals: Any = None) -> Any:
        """``eval`` for private copies: what they put together compiles as guest code."""
        return self.execute(self.load_for_guests(_text(text), "<library>", "eval"), self._seen(globals), _fresh(locals))

    def execute_text(self, text: Any, globals: Any, locals: Any) -> None:
        """``exec`` for private copies, which all keep what the text binds in a dict of local variables."""
        variables = _fresh(locals)
        self.execute(self.load_for_guests(_text(text), "<library>", "exec"), self._seen(globals), variables)
        locals.update(variables)

    def run_source(self, file: str, name: str, **given: Any) -> dict[str, Any]:
        """Run a file of guest/source as guest code, with these variables; its namespace, under the name *name*."""
        namespace: dict[str, Any] = {"__name__": name, "__doc__": None, "__builtins__": self.builtins, **given}
        self.origin.adopt(namespace, library=True)
        self.execute(self.load_text(_source(file), f"<library {name}>", "exec"), namespace)
        return namespace

    def fresh_variables(self, namespace: Any) -> dict[str, Any]:
        """New global variables for text of the guest's, with these values."""
        found = {"__name__": "timeit", **_fresh(namespace), "__builtins__": self.builtins}
        self.origin.adopt(found)
        return found

    def _seen(self, namespace: Any) -> dict[str, Any]:
        """Global variables for text: those of a guest's module, or new ones. Nobody else holds the dict (I2)."""
        if type(namespace) is ModuleNamespace:
            return namespace_of(namespace)
        found = {**_fresh(namespace), "__builtins__": self.builtins}
        self.origin.adopt(found)
        return found

    # ------------------------------------------------------------------------------------ modules

    def is_known(self, name: str) -> bool:
        """Whether a module name is one that only a policy can grant, so that no file of that name is looked for."""
        return name in FILES or name.partition(".")[0] in sys.stdlib_module_names

    def has_facade(self, name: str) -> bool:
        """Whether a policy could grant this module."""
        return name in FILES

    def facade(self, name: str) -> Facade | None:
        """The facade of a granted module, made anew; None where the policy grants none."""
        granted = self.granted(name)
        how = None if granted is None else recipe(name)
        if how is None or granted is None:
            return None
        values = self.values(how)
        self.origin.writable.update(values[each] for each in how.writable if each in values)
        for each in how.within:
            if self.granted(f"{name}.{each}") is not None and (granted is True or each in granted):
                values[each] = self.importer.find_within(f"{name}.{each}")
        wanted = [each for each in values if each not in how.named] if granted is True else granted
        shown = {each: values[each] for each in wanted if each in values}
        return self.make_facade(name, shown, self._missing(name, how, values))

    def granted(self, name: str) -> tuple[str, ...] | Literal[True] | None:
        """What a module may show: these names, True for the reviewed ones, None for nothing at all."""
        return self.policy.modules.get(name)

    def values(self, how: Recipe) -> dict[str, Any]:
        """Every value that a facade may show in this environment."""
        return how.values(self)

    def not_shown(self, name: str, attribute: str, how: Recipe) -> DeniedAttributeError:
        """The error for a name that the facade could show, if the policy said so."""
        reason = f": {how.omits.get(attribute) or how.rest}" if attribute in how.named else " under this policy"
        text = f'module "{name}" does not show "{attribute}"{reason}'
        key = f'"{name}"' if "." in name else name
        return DeniedAttributeError(text, rule="module", grant=f'[modules] {key} = [..., "{attribute}"]')

    def _missing(self, name: str, how: Recipe, values: Mapping[str, Any]) -> Callable[[str], AttributeError]:
        known = frozenset(values)

        def missing(attribute: str) -> AttributeError:
            if attribute in known:
                return self.not_shown(name, attribute, how)
            if attribute in how.omits:
                text = f'module "{name}" does not show "{attribute}": {how.omits[attribute]}'
                return DeniedAttributeError(text, rule="module")
            if how.rest and (name not in sys.modules or hasattr(sys.modules[name], attribute)):
                return DeniedAttributeError(f'module "{name}" does not show "{attribute}": {how.rest}', rule="module")
            return AttributeError(f"module {name!r} has no attribute {attribute!r}")

        return missing

    # ------------------------------------------------------------------------------------ what may be set

    def is_declared(self, value: Any, name: str) -> bool:
        """Whether a proxy, a facade or a guest's module lets this attribute be set."""
        if type(value) is GuestModule:
            return not names.is_dunder(name)
        if issubclass(type(value), Facade):
            return is_settable(value, name)
        if type(value) in self.declares:
            return self.declares[type(value)](value, name)
        if type(value) in _PROXIES:
            target = self.library.load("_weakref").referent(value)
            return target is not None and self.writes.is_writable(target, name)
        return self.border.is_writable(value, name)

    # ------------------------------------------------------------------------------------ the end

    def clear(self) -> None:
        """Let go of everything the guest made, while its budget still holds (I6)."""
        forget_marks()
        if "weakref" in self.library.modules:
            from rexec.guest.modules.weak import at_end

            at_end(self)
        self.importer.modules.clear()
        for namespace in self.origin.guests.values():
            namespace.clear()
        self.library.modules.clear()
        self.origin.types.clear()
        self.origin.libraries.clear()
        forget_values()

    def is_alone(self) -> bool:
        """Whether no function of the guest's is left: each holds the builtins, and a suspended one its function."""
        return sys.getrefcount(self.builtins) <= ALONE


@functools.cache
def _source(file: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), "source", f"{file}.py"), encoding="utf-8") as stream:
        return stream.read()


def _text(text: Any) -> str:
    if type(text) is not str:
        raise DeniedTypeError("only text can be run here", rule="eval")
    return text


def _fresh(namespace: Any) -> dict[str, Any]:
    """The same variables in a dict of our own, in which nothing stands where a hook is looked for (I2)."""
    variables = {} if namespace is None else dict(namespace)
    if not all(type(name) is str and "@" not in name for name in variables):
        raise DeniedTypeError("text can only be run in a dict of variables", rule="eval")
    return variables


def bind(environment: Environment, inputs: Mapping[str, Any], functions: Mapping[str, Any]) -> None:
    """
    Put what the host hands in among the guest's global variables: copies of plain data, proxies, functions.

    TypeError, to the host, for anything else and for names that no guest could write.
    """
    for name, value in inputs.items():
        _check_input(name)
        environment.main[name] = environment.border.into_guest(value, f"input {name!r}", _HINT)
    for name, function in functions.items():
        _check_input(name)
        if not callable(function):
            raise TypeError(f"function {name!r} is not callable")
        environment.main[name] = environment.border.function(name, function)


_HINT = "; functions are handed in by functions=, live objects by expose()"


def _check_input(name: Any) -> None:
    if type(name) is not str or not name.isidentifier() or names.is_dunder(name):
        raise TypeError(f"{name!r} cannot be the name of an input")
