"""
Where a private copy would act for the guest past the guards: replaced right after the copy was made.

Each patch keeps one invariant (I4, or I2 for what is set by name) that the library's own code, which knows of no
guests, does not.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedAttributeError, DeniedTypeError
from rexec.guest.guards.formatting import make_format
from rexec.guest.guards.members import is_match_args
from rexec.guest.modules.copying import patch_dataclasses_state
from rexec.guest.modules.replacing import remove, replace
from rexec.guest.origin import is_class, mro_of
from rexec.guest.stand_in import StandIn
from rexec.guest.views import GuestModule, namespace_of

_CACHED: Final = type(functools.lru_cache(lambda: None))  # each belongs to whoever made it


def imported_by_functools(world: Any, name: str) -> Any:
    """
    What functools gets from ``import`` while its copy is made. It wants a class for C's ``cache_info()``, and a
    decorator for a class that C's ``partial`` then replaces.
    """
    if name == "collections":
        return StandIn(namedtuple=lambda *given: _late_class(world, given))
    return StandIn(recursive_repr=lambda: lambda method: method) if name == "reprlib" else None


def _late_class(world: Any, given: tuple[Any, ...]) -> Callable[..., Any]:
    """A named tuple's class, made when it is first called. C calls it, and nobody else sees it."""

    @functools.cache
    def made() -> Any:
        return world.library.load("collections").namedtuple(*given, module="functools")

    def make(*fields: Any) -> Any:
        return made()(*fields)

    return make


def _patch_functools(world: Any, namespace: dict[str, Any]) -> None:
    reads, writes = world.reads, world.writes
    usual: tuple[str, ...] = namespace["WRAPPER_ASSIGNMENTS"]
    always: tuple[str, ...] = namespace["WRAPPER_UPDATES"]

    def update_wrapper(
        wrapper: Any,
        wrapped: Any,
        assigned: Any = usual,
        updated: Any = always,
    ) -> Any:
        """functools.update_wrapper: reads and writes by name, so through the guards (DESIGN I4)."""
        ours = (type(wrapper) is _CACHED or world.origin.owns_function(wrapper)) and world.origin.owns_function(wrapped)
        if ours and assigned is usual:
            for name in usual:  # names that both have, and that may be set
                setattr(wrapper, name, getattr(wrapped, name))
            if updated is always and not wrapped.__dict__:
                wrapper.__wrapped__ = wrapped
                return wrapper
            assigned = ()
        for name in assigned:
            try:
                value = reads.read(wrapped, name)
            except AttributeError:
                continue
            writes.set(wrapper, name, value)
        for name in updated:
            is_dict = name == "__dict__"
            live = is_dict and writes.is_writable(wrapper, "__wrapped__")
            target = wrapper.__dict__ if live else reads.read(wrapper, name)
            found = _copy_of_dict(world, wrapped) if is_dict else _read_or_nothing(reads, wrapped, name)
            for key in found if live else ():
                writes.write(wrapper, key)  # there are names that even an object of the guest's cannot have
            target.update(found)
        writes.set(wrapper, "__wrapped__", wrapped)
        return wrapper

    namespace["update_wrapper"] = update_wrapper

    def wraps(wrapped: Any, assigned: Any = usual, updated: Any = always) -> Any:
        return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)

    namespace["wraps"] = wraps


def _read_or_nothing(reads: Any, value: Any, name: Any) -> Any:
    """``getattr(value, name, {})``; a denial is told."""
    try:
        return reads.read(value, name)
    except DeniedAttributeError:
        raise
    except AttributeError:
        return {}


def _copy_of_dict(world: Any, wrapped: Any) -> dict[str, Any]:
    try:
        found = world.reads.read(wrapped, "__dict__")
    except AttributeError:
        return {}
    return {
        key: value
        for key, value in dict(found).items()
        if type(key) is str and not names.is_dunder(key) and names.attribute_write_rule(key) != "refused"
    }


def _patch_collections(world: Any, namespace: dict[str, Any]) -> None:
    user_string = namespace["UserString"]
    for name in ("format", "format_map"):
        method = make_format(name, world.reads.read, None)
        replace(world, user_string, name, _on_data(method))
    original = namespace["namedtuple"]

    def namedtuple(
        typename: Any, field_names: Any, *, rename: Any = False, defaults: Any = None, module: Any = None
    ) -> Any:
        """collections.namedtuple puts names into text that it evaluates, so they are made exact first (I4)."""
        if type(field_names) is not str:
            field_names = [_exact(each) for each in field_names]
        if module is None:
            module = sys._getframe(1).f_globals.get("__name__", "__main__")
        return original(_exact(typename), field_names, rename=bool(rename), defaults=defaults, module=module)

    namespace["namedtuple"] = namedtuple
    namespace["type"] = _type_of_namedtuples(world)


def _exact(name: Any) -> str:
    """A name as an exact str: ``str(x)`` may be an instance of a subclass that lies about itself."""
    return str.__getitem__(name if isinstance(name, str) else str(name), slice(None))


def _type_of_namedtuples(world: Any) -> Callable[..., Any]:
    """``type`` as collections calls it: what it puts into a named tuple's class is its own."""

    def kind(*arguments: Any) -> Any:
        if len(arguments) != 3:
            return world.classes.type(*arguments)
        name, bases, namespace = arguments
        if not is_match_args(namespace.get("__match_args__", ())):
            del namespace["__match_args__"]
        return world.classes.plain(name, bases, namespace)

    return kind


def _on_data(method: Callable[..., Any]) -> Callable[..., Any]:
    return lambda self, /, *arguments, **keywords: method(self.data, *arguments, **keywords)


def _patch_abc(world: Any, namespace: dict[str, Any]) -> None:
    meta = namespace["ABCMeta"]
    real = meta.register

    def register(cls: Any, subclass: Any) -> Any:
        """ABCMeta.register marks the class it is given (flags for match statements), so it must be the guest's."""
        if is_class(subclass) and not (world.origin.owns_class(subclass) or subclass.__flags__ & _IMMUTABLE):
            raise DeniedTypeError("only classes made here can be registered", rule="class")
        return real(cls, subclass)

    replace(world, meta, "register", register)
    init = namespace["_abc_init"]

    def _abc_init(cls: Any) -> None:
        """What C marks as an ABC: a class made here with such a metaclass, whatever a metaclass below returned."""
        if not is_class(cls) or not world.origin.owns_class(cls) or meta not in mro_of(type(cls)):
            raise TypeError("ABCMeta.__new__() expects a class that it made")
        init(cls)

    namespace["_abc_init"] = _abc_init


_IMMUTABLE: Final = 1 << 8


def _patch_types(world: Any, namespace: dict[str, Any]) -> None:
    def coroutine(func: Any) -> Any:
        if not world.origin.owns_function(func):
            raise DeniedTypeError("types.coroutine() expects a function of the guest's", rule="types")
        return original(func)

    original = namespace["coroutine"]
    namespace["coroutine"] = coroutine
    for name in names.INTERNAL_ATTRIBUTES & vars(namespace["_GeneratorWrapper"]).keys():
        remove(world, namespace["_GeneratorWrapper"], name)  # frames and code of whatever is wrapped
    if "get_original_bases" in namespace:
        original_bases = namespace["get_original_bases"]

        def get_original_bases(cls: Any, /) -> Any:
            """The bases as the guest may see them, where none are recorded: one may be the real type."""
            found = original_bases(cls)
            return world.reads.getattr(cls, "__bases__") if found is type.__dict__["__bases__"].__get__(cls) else found

        namespace["get_original_bases"] = get_original_bases


_REGEX_FLAGS: Final = (
    "A", "ASCII", "DEBUG", "DOTALL", "I", "IGNORECASE", "L", "LOCALE", "M", "MULTILINE", "NOFLAG", "S", "T", "TEMPLATE",
    "U", "UNICODE", "VERBOSE", "X",
)  # fmt: skip


def _patch_re(world: Any, namespace: dict[str, Any]) -> None:
    """What enum.global_enum does through sys.modules, where a guest's metaclass could have looked on."""
    for name in _REGEX_FLAGS:
        if hasattr(namespace["RegexFlag"], name):
            namespace[name] = getattr(namespace["RegexFlag"], name)


def _patch_dataclasses(world: Any, namespace: dict[str, Any]) -> None:
    pattern = namespace["_MODULE_IDENTIFIER_RE"]

    def _is_type(annotation: str, cls: Any, a_module: Any, a_type: Any, predicate: Callable[..., bool]) -> bool:
        """Whether an annotation that is text names ClassVar, InitVar or KW_ONLY, as the guest's module sees it."""
        match = pattern.match(annotation)
        variables = _variables_of(world, cls)
        if match is None or variables is None:
            return False
        prefix, name = match.groups()
        if not prefix:
            return bool(predicate(variables.get(name), a_module))
        home = "dataclasses" if hasattr(a_module, "KW_ONLY") else "typing"
        facade = world.importer.modules.get(home)
        return (
            facade is not None
            and variables.get(prefix) is facade
            and bool(predicate(getattr(facade, name, None), a_module))
        )

    namespace["_is_type"] = _is_type
    patch_dataclasses_state(world, namespace)


def _variables_of(world: Any, cls: Any) -> Any:
    """The global variables of the guest's module that a class says it is from."""
    name = cls.__module__
    module = world.importer.modules.get(name) if type(name) is str else None
    return namespace_of(module) if type(module) is GuestModule else None


PATCHES: Final[dict[str, Callable[[Any, dict[str, Any]], None]]] = {
    "dataclasses": _patch_dataclasses,
    "functools": _patch_functools,
    "collections": _patch_collections,
    "abc": _patch_abc,
    "re": _patch_re,
    "types": _patch_types,
}
