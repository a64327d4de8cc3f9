"""``typing``: what its copy sees while it is made, where it would evaluate text, and what it marks."""

from __future__ import annotations

import collections
import sys
from collections.abc import Callable
from typing import Any, Final

from rexec.errors import DeniedError, DeniedTypeError
from rexec.guest.modules.replacing import replace
from rexec.guest.origin import is_class, mro_of
from rexec.guest.stand_in import StandIn
from rexec.guest.views import LazyModule


def patch_typing(world: Any, namespace: dict[str, Any]) -> None:
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

    _make_aliases_late(world, namespace)
    namespace["get_type_hints"] = get_type_hints
    namespace["globals"] = _shown(namespace)
    namespace["eval"] = _never_evaluated  # where the copy would look among its builtins
    for name in ("_evaluate", "evaluate"):
        if hasattr(namespace["ForwardRef"], name):
            replace(world, namespace["ForwardRef"], name, _never_evaluated)
    for name in ("__copy__", "__deepcopy__"):  # the pickle protocol would need every slot that C finds
        replace(world, namespace["ForwardRef"], name, _copied)
    for name in ("final", "runtime_checkable", "override", "no_type_check", "dataclass_transform"):
        if name in namespace:
            namespace[name] = _on_own(world, name, namespace[name])


# Aliases of classes for which further copies would have to be made: made when they are first asked for, as typing
# itself does with those of contextlib from 3.13 on.
_LATE: Final = {
    "ChainMap": ("collections", "ChainMap", 2),
    "Counter": ("collections", "Counter", 1),
    **(
        {}
        if sys.version_info >= (3, 13)
        else {
            "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 1),
            "ContextManager": ("contextlib", "AbstractContextManager", 1),
        }
    ),
}
_OF_COLLECTIONS: Final = ("OrderedDict", "defaultdict", "deque")  # in C, and ``collections`` just shows them


def imported_by_typing(world: Any, name: str) -> Any:
    """What typing gets from ``import`` while its copy is made: for the late classes any other does."""
    if name == "contextlib":
        return StandIn(**{original: object for home, original, _ in _LATE.values() if home == name})
    if name not in ("collections", "collections.abc"):
        return None
    classes = {each: getattr(collections, each) for each in _OF_COLLECTIONS}
    return _collections(world, ChainMap=object, Counter=object, **classes)


def _collections(world: Any, **classes: Any) -> LazyModule:
    def load(name: str) -> Any:
        module = world.library.load(name)
        module.abc = world.library.load("_collections_abc")
        return module

    return LazyModule(load, "collections", {"abc": world.library.load("_collections_abc"), **classes})


def _make_aliases_late(world: Any, namespace: dict[str, Any]) -> None:
    make, further = namespace["_alias"], namespace.get("__getattr__")

    def __getattr__(name: str) -> Any:
        if name in _LATE:
            home, original, parameters = _LATE[name]
            namespace[name] = make(getattr(world.library.load(home), original), parameters, name=name)
            return namespace[name]
        if further is None:
            raise AttributeError(f"module 'typing' has no attribute {name!r}")
        namespace[name] = further(name)
        return namespace[name]

    for name in _LATE:
        del namespace[name]
    namespace["collections"] = _collections(world)
    namespace["__getattr__"] = __getattr__


def _shown(namespace: dict[str, Any]) -> Callable[[], dict[str, Any]]:
    """
    ``globals`` of typing's text, where an alias looks up the name that it has (I4). A guest can set that, so there
    are only the public names under which others of its kind stand.
    """

    def shown() -> dict[str, Any]:
        form, every = namespace["_Final"], ((name, namespace.get(name)) for name in namespace["__all__"])
        return {name: value for name, value in every if form in mro_of(type(value))}

    return shown


def _never_evaluated(*arguments: Any, **keywords: Any) -> Any:
    """ForwardRef._evaluate runs text in a namespace that its caller holds."""
    raise DeniedError("text is never evaluated", rule="eval")


def _copied(reference: Any, memo: Any = None) -> Any:
    """A ForwardRef as copy makes another: all that its text said."""
    return type(reference)(
        reference.__forward_arg__,
        is_argument=reference.__forward_is_argument__,
        module=reference.__forward_module__,
        is_class=reference.__forward_is_class__,
    )


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
