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
from rexec.errors import DeniedAttributeError, DeniedError, DeniedTypeError
from rexec.guest.copying import patch_dataclasses_state
from rexec.guest.guards.formatting import make_format
from rexec.guest.guards.members import is_match_args
from rexec.guest.origin import is_class
from rexec.guest.views import GuestModule, namespace_of

_CACHED: Final = type(functools.lru_cache(lambda: None))  # each belongs to whoever made it


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
        setattr(user_string, name, _on_data(method))
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

    type.__setattr__(meta, "register", register)


_IMMUTABLE: Final = 1 << 8


def _patch_types(world: Any, namespace: dict[str, Any]) -> None:
    def coroutine(func: Any) -> Any:
        if not world.origin.owns_function(func):
            raise DeniedTypeError("types.coroutine() expects a function of the guest's", rule="types")
        return original(func)

    original = namespace["coroutine"]
    namespace["coroutine"] = coroutine
    for name in names.INTERNAL_ATTRIBUTES & vars(namespace["_GeneratorWrapper"]).keys():
        type.__delattr__(namespace["_GeneratorWrapper"], name)  # frames and code of whatever is wrapped
    if "get_original_bases" in namespace:
        original_bases = namespace["get_original_bases"]

        def get_original_bases(cls: Any, /) -> Any:
            """The bases as the guest may see them, where none are recorded: one may be the real type."""
            found = original_bases(cls)
            return world.reads.getattr(cls, "__bases__") if found is type.__dict__["__bases__"].__get__(cls) else found

        namespace["get_original_bases"] = get_original_bases


def _patch_typing(world: Any, namespace: dict[str, Any]) -> None:
    def get_type_hints(obj: Any, globalns: Any = None, localns: Any = None, include_extras: bool = False) -> Any:
        """Annotations as they were evaluated; text is never evaluated (DESIGN, section 3)."""
        found: dict[str, Any] = {}
        for each in reversed(obj.__mro__) if is_class(obj) else [obj]:
            if is_class(each) and not world.origin.owns_class(each):
                continue
            found.update(world.reads.read(each, "__annotations__"))
        for name, value in found.items():
            if type(value) is str or type(value) is namespace["ForwardRef"]:
                raise DeniedError(f"annotation {name!r} is text, and text is never evaluated", rule="eval")
        found = {name: type(None) if value is None else value for name, value in found.items()}
        return found if include_extras else {k: namespace["_strip_annotations"](v) for k, v in found.items()}

    if sys.version_info < (3, 13):
        _make_context_managers_late(world, namespace)
    namespace["get_type_hints"] = get_type_hints
    namespace["eval"] = _never_evaluated  # where the copy would look among its builtins
    for name in ("_evaluate", "evaluate"):
        if hasattr(namespace["ForwardRef"], name):
            type.__setattr__(namespace["ForwardRef"], name, _never_evaluated)
    for name in ("final", "runtime_checkable", "override", "no_type_check", "dataclass_transform"):
        if name in namespace:
            namespace[name] = _on_own(world, name, namespace[name])


def _make_context_managers_late(world: Any, namespace: dict[str, Any]) -> None:
    """Two aliases, as typing has them from 3.13 on: of classes for which contextlib would have to be executed."""
    make = namespace["_alias"]

    def __getattr__(name: str) -> Any:
        if name not in ("AsyncContextManager", "ContextManager"):
            raise AttributeError(f"module 'typing' has no attribute {name!r}")
        namespace[name] = make(getattr(world.library.load("contextlib"), f"Abstract{name}"), 1, name=name)
        return namespace[name]

    del namespace["ContextManager"], namespace["AsyncContextManager"]
    namespace["__getattr__"] = __getattr__


def _never_evaluated(*arguments: Any, **keywords: Any) -> Any:
    """ForwardRef._evaluate runs text in a namespace that its caller holds."""
    raise DeniedError("text is never evaluated", rule="eval")


def _on_own(world: Any, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
    """A decorator that marks what it is given: only what the guest made."""

    def decorator(value: Any = None, /, **keywords: Any) -> Any:
        if value is None:
            return lambda target: original(**keywords)(_own(target))
        return original(_own(value), **keywords)

    def _own(value: Any) -> Any:
        owned = (
            world.origin.owns_class(value)
            if is_class(value)
            else not hasattr(value, "__dict__")
            or (world.origin.owns_function(value) or type(value) in world.origin.writable)
        )
        if not owned:
            raise DeniedTypeError(f"{name}() takes a class or function made here", rule="write")
        return value

    decorator.__name__ = decorator.__qualname__ = name
    return decorator


def _patch_asyncio_tasks(world: Any, namespace: dict[str, Any]) -> None:
    for name in ("get_stack", "print_stack"):  # they hand out frames
        delattr(namespace["Task"], name)
    del namespace["Task"].__del__  # it complains to the loop, in the host's time


def _patch_asyncio_futures(world: Any, namespace: dict[str, Any]) -> None:
    """The one made in C, which CPython shows, words two errors differently."""
    future, wrong = namespace["Future"], namespace["exceptions"].InvalidStateError
    del future.__del__  # as that of a task
    for name in ("result", "set_result", "set_exception"):
        type.__setattr__(future, name, _in_words_of_c(name, getattr(future, name), wrong))


def _in_words_of_c(name: str, original: Callable[..., Any], wrong: Any) -> Callable[..., Any]:
    def method(self: Any, *given: Any) -> Any:
        if self.done() if name != "result" else not self.done():
            raise wrong("Result is not set." if name == "result" else "invalid state")
        return original(self, *given)

    method.__name__, method.__qualname__ = name, original.__qualname__
    return method


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
    "asyncio.futures": _patch_asyncio_futures,
    "asyncio.tasks": _patch_asyncio_tasks,
    "dataclasses": _patch_dataclasses,
    "functools": _patch_functools,
    "collections": _patch_collections,
    "abc": _patch_abc,
    "re": _patch_re,
    "types": _patch_types,
    "typing": _patch_typing,
}
