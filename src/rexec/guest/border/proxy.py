"""
What stands for an object of the host: a value whose every attribute was named on purpose.

A proxy holds nothing. Its border knows which object it stands for, and no guest can reach the border; proxies of one
shape share a class, whose methods act for proxies of that class only.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any
from weakref import WeakKeyDictionary

from rexec import names
from rexec.errors import DeniedAttributeError, Frozen
from rexec.guest.border.expose import OPERATIONS, Exposed, Shape, expose
from rexec.guest.border.host_calls import HostCalls
from rexec.guest.border.plain import Copier, NotPlain, copied
from rexec.guest.sealed import Sealed, seal

__all__ = ["Border", "Exposed", "Proxy", "expose"]


class Proxy(Sealed, sealed=True):
    """The base of every proxy's class."""

    __slots__ = ("__weakref__",)

    def __getattr__(self, name: str) -> Any:
        shape: Shape = vars(type(self))["__shape__"]
        if name in shape.read:
            raise AttributeError(f"this object has no attribute {name!r} now")
        if name in shape.write:
            raise DeniedAttributeError(f'attribute "{name}" of this object can be set, not read', rule="proxy")
        raise DeniedAttributeError(f'this object shows no attribute "{name}"', rule="proxy")

    def __dir__(self) -> Iterable[str]:
        shape: Shape = vars(type(self))["__shape__"]
        return sorted({*shape.read, *shape.call, *shape.write})

    def __repr__(self) -> str:
        return "<object of the host>"


class HostIterator(Sealed, sealed=True):
    """The items of an exposed object, as they are asked for."""

    __slots__ = ("__step__",)
    __step__: Callable[[], Any]

    def __iter__(self) -> HostIterator:
        return self

    def __next__(self) -> Any:
        return self.__step__()

    def __repr__(self) -> str:
        return "<iterator of the host>"


class Border:
    """What passes between the host's objects and one guest, in both directions."""

    __slots__ = ("calls", "classes", "declared", "depth", "exposed", "size")

    def __init__(self, depth: int, size: int | None) -> None:
        self.depth = depth
        self.size = size  # of what one call hands to the host
        self.calls = HostCalls()
        self.classes: dict[Shape, Any] = {}  # shape -> the class of its proxies
        self.declared: dict[type, frozenset[str]] = {}  # class of a proxy -> attributes the guest may set
        self.exposed: WeakKeyDictionary[Any, Exposed] = WeakKeyDictionary()  # proxy -> what it stands for

    def into_guest(self, value: Any, where: str = "value", hint: str = "") -> Any:
        """A copy of plain data; a proxy for what was exposed. Raises TypeError for anything else."""
        return copied(Copier(None, self.depth, self._stand_in), value, where, hint)

    def into_host(self, value: Any, where: str = "value", special: Callable[[Any], Any] | None = None) -> Any:
        """A copy of plain data, or of a slice of it. Raises TypeError, in the guest, for anything else."""
        if type(value) is slice:
            return slice(*self.into_host((value.start, value.stop, value.step), where, special))
        return copied(Copier(self.size, self.depth, special or _no_stand_in), value, where)

    def arguments(self, name: str, given: Any, named: Any, special: Callable[[Any], Any] | None = None) -> Any:
        """What a call hands to the host."""
        by_place = [self.into_host(each, f"argument {n} of {name}()", special) for n, each in enumerate(given, 1)]
        by_name = {
            _keyword(name, key): self.into_host(each, f"argument {key!r} of {name}()", special)
            for key, each in named.items()
        }
        return by_place, by_name

    def _handed_back(self, value: Any) -> Any:
        """What a proxy stands for, for a call that takes objects of the host."""
        if not _is_proxy(value):
            return None
        exposed = self.exposed.get(value)
        if exposed is None or exposed.target is None:
            raise NotPlain("holds an object that stands for nothing")
        return exposed.target

    def _stand_in(self, value: Any) -> Any:
        return self.proxy(value) if type(value) is Exposed else None

    def is_writable(self, value: Any, name: str) -> bool:
        return name in self.declared.get(type(value), ())

    # ------------------------------------------------------------------------------------ functions

    def function(self, name: str, target: Callable[..., Any]) -> Callable[..., Any]:
        """A function of the host as the guest calls it: arguments and result are copies."""

        def function(*arguments: Any, **keywords: Any) -> Any:
            return self.call(name, target, arguments, keywords)

        return _titled(function, name)

    def call(self, name: str, target: Any, given: Any, named: Any, by: Exposed | None = None) -> Any:
        """Call into the host with copies, and hand back a copy of what comes of it, as the host declared it."""
        if by is not None and name in by.takes:
            # by a call of its own: in a set, or as a key, the object that a proxy stands for is asked for its hash
            given, named = self.calls.call(name, self.arguments, name, given, named, self._handed_back)
        else:
            given, named = self.arguments(name, given, named)
        give = None if by is None else by.gives.get(name)
        return self.handed(self.calls.call(name, target, *given, **named), f"the result of {name}()", name, give)

    def handed(self, found: Any, where: str, name: str, give: Any) -> Any:
        """What a call or a read gives to the guest, in the form that the host declared."""
        return self.into_guest(found if give is None else self.calls.call(name, give, found), where)

    # ------------------------------------------------------------------------------------ proxies

    def proxy(self, exposed: Exposed) -> Any:
        """A new proxy. Its class is shared by all that show the same."""
        shape = exposed.shape
        cls = self.classes.get(shape)
        if cls is None:
            cls = self.classes[shape] = Frozen("object", (Proxy,), self.namespace(shape), sealed=True)
            self.declared[cls] = frozenset(shape.write)
        made = seal(cls)
        self.exposed[made] = exposed
        return made

    def behind(self, proxy: Any, shape: Shape) -> Exposed:
        """What a proxy stands for. TypeError for anything but such a proxy."""
        if type(proxy) is not self.classes[shape]:  # a method that was called with an object of another class
            raise TypeError("this method is for objects of its own class")
        exposed = self.exposed.get(proxy)
        if exposed is None:  # made by object.__new__
            raise TypeError("this object stands for nothing")
        return exposed

    def namespace(self, shape: Shape) -> dict[str, Any]:
        """The namespace of a proxy's class."""
        namespace: dict[str, Any] = {"__slots__": (), "__module__": "rexec", "__shape__": shape}
        for name in {*shape.read, *shape.write}:
            getter = self._getter(shape, name) if name in shape.read else None
            namespace[name] = property(getter, self._setter(shape, name) if name in shape.write else None)
        for name in shape.call:
            if not names.is_dunder(name):
                namespace[name] = self._method(shape, name)
            elif name in ("__iter__", "__reversed__"):
                namespace[name] = self._iteration(shape, name)
            else:
                namespace[name] = self._operation(shape, name)
        if "__next__" in shape.call and "__iter__" not in shape.call:
            namespace["__iter__"] = lambda proxy: proxy
        if shape.of_class:
            namespace["__instancecheck__"] = self._instances(shape)
        return namespace

    def _getter(self, shape: Shape, name: str) -> Callable[[Any], Any]:
        def getter(proxy: Any) -> Any:
            exposed = self.behind(proxy, shape)
            found = self.calls.call(name, getattr, exposed.target, name)
            return self.handed(found, f"attribute {name!r}", name, exposed.gives.get(name))

        return getter

    def _setter(self, shape: Shape, name: str) -> Callable[[Any, Any], None]:
        def setter(proxy: Any, new: Any) -> None:
            exposed = self.behind(proxy, shape)
            special = self._handed_back if name in exposed.takes else None
            value = self.calls.call(name, self.into_host, new, f"attribute {name!r}", special)
            self.calls.call(name, setattr, exposed.target, name, value)

        return setter

    def _method(self, shape: Shape, name: str) -> Callable[..., Any]:
        def method(proxy: Any, /, *arguments: Any, **keywords: Any) -> Any:
            exposed = self.behind(proxy, shape)

            def called(*given: Any, **named: Any) -> Any:
                return getattr(exposed.target, name)(*given, **named)  # looked up at each call, on the host's side

            return self.call(name, called, arguments, keywords, exposed)

        return _titled(method, name)

    def _operation(self, shape: Shape, name: str) -> Callable[..., Any]:
        """An operation of the language, which the interpreter looks up on the class."""

        def operation(proxy: Any, /, *arguments: Any, **keywords: Any) -> Any:
            exposed = self.behind(proxy, shape)
            act = functools.partial(OPERATIONS[name], exposed.target)
            return self.call(name, act, arguments, keywords, exposed)

        return _titled(operation, name)

    def _iteration(self, shape: Shape, name: str) -> Callable[[Any], Any]:
        def iteration(proxy: Any, /) -> Any:
            exposed = self.behind(proxy, shape)
            items = self.calls.call(name, OPERATIONS[name], exposed.target)
            give = exposed.gives.get(name)
            return seal(
                HostIterator,
                step=lambda: self.handed(self.calls.call(name, next, items), "an item", name, give),
            )

        return _titled(iteration, name)

    def _instances(self, shape: Shape) -> Callable[[Any, Any], bool]:
        """``isinstance(value, proxy of a class)``: true for proxies of its instances."""

        def instances(proxy: Any, value: Any, /) -> bool:
            cls = self.behind(proxy, shape).target
            if not _is_proxy(value):
                return False
            held = self.exposed.get(value)
            return held is not None and self.calls.call("isinstance", isinstance, held.target, cls) is True

        return _titled(instances, "__instancecheck__")


def _titled(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    function.__name__ = function.__qualname__ = name
    function.__module__ = "rexec"
    return function


def _keyword(function: str, name: Any) -> str:
    """An exact str that a guest could have written: a function of the host may make names of its keywords."""
    if type(name) is not str:  # a subclass would be a key whose methods the host calls
        raise TypeError(f"keywords of {function}() must be plain strings")
    if not name.isidentifier() or names.is_dunder(name) or names.attribute_rule(name) == "refused":
        raise TypeError(f"{function}() takes no keyword {name!r}")
    return name


def _no_stand_in(value: Any) -> Any:
    """Nothing else passes to the host; of a proxy the guest is told so in words of its own."""
    if _is_proxy(value):
        raise NotPlain("holds an object of the host, which cannot be handed back")
    return None


def _is_proxy(value: Any) -> bool:
    return type(type(value)) is Frozen and issubclass(type(value), Proxy)
