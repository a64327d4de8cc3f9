"""
What stands for an object of the host: a value whose every attribute was named on purpose.

A proxy holds nothing. Each proxy has a class of its own, whose properties are closures over the host's object, so
there is no attribute, under any name, in which the object could be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from rexec import names
from rexec.errors import DeniedAttributeError, Frozen
from rexec.guest.plain import Copier, NotPlain
from rexec.guest.sealed import Sealed, seal


@dataclass(frozen=True, slots=True)
class Exposed:
    """A live object of the host together with the attributes a guest may read, call and write."""

    target: Any
    read: tuple[str, ...] = ()
    call: tuple[str, ...] = ()
    write: tuple[str, ...] = ()


def expose(target: Any, *, read: Iterable[str] = (), call: Iterable[str] = (), write: Iterable[str] = ()) -> Exposed:
    """
    A capability for a live object, to hand in among a run's inputs: the guest gets a proxy with exactly these
    attributes. What they give and take is copied plain data, or another ``expose``.

    TypeError for names that are no plain public identifiers.
    """
    checked = []
    for kind, given in (("read", read), ("call", call), ("write", write)):
        if isinstance(given, str):
            raise TypeError(f"expose({kind}=...): a tuple of names is wanted, not the single str {given!r}")
        shown = tuple(given)
        for name in shown:
            plain = type(name) is str and (names.attribute_rule(name) == "native" or name in names.C_ATTRIBUTES)
            if not (plain and name.isidentifier()):
                raise TypeError(f"expose({kind}=...): {name!r} cannot be shown to a guest")
        checked.append(shown)
    return Exposed(target, *checked)


class Proxy(Sealed, sealed=True):
    """The base of every proxy's class."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        raise DeniedAttributeError(f'this object shows no attribute "{name}"', rule="proxy")

    def __repr__(self) -> str:
        return "<object of the host>"


class Border:
    """What passes between the host's objects and one guest, in both directions."""

    __slots__ = ("declared", "depth")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.declared: dict[type, frozenset[str]] = {}  # class of a proxy -> attributes the guest may set

    def into_guest(self, value: Any, where: str = "value") -> Any:
        """A copy of plain data; a proxy for what was exposed. Raises TypeError for anything else."""
        return _copied(Copier(None, self.depth, self._stand_in), value, where)

    def into_host(self, value: Any, where: str = "value") -> Any:
        """A copy of plain data. Raises TypeError, in the guest, for anything else."""
        return _copied(Copier(None, self.depth), value, where)

    def _stand_in(self, value: Any) -> Any:
        return self.proxy(value) if type(value) is Exposed else None

    def is_writable(self, value: Any, name: str) -> bool:
        return name in self.declared.get(type(value), ())

    def function(self, name: str, target: Callable[..., Any]) -> Callable[..., Any]:
        """A function of the host as the guest calls it: arguments and result are copies."""
        border = self

        def function(*arguments: Any, **keywords: Any) -> Any:
            given = [border.into_host(each, f"argument {n} of {name}()") for n, each in enumerate(arguments, 1)]
            named = {key: border.into_host(each, f"argument {key!r} of {name}()") for key, each in keywords.items()}
            return border.into_guest(call_host(name, target, given, named), f"the result of {name}()")

        function.__name__ = function.__qualname__ = name
        function.__module__ = "rexec"
        return function

    def proxy(self, exposed: Exposed) -> Any:
        """A new proxy with a class of its own."""
        target = exposed.target
        namespace: dict[str, Any] = {"__slots__": (), "__module__": "rexec"}
        for name in exposed.read:
            namespace[name] = property(self._getter(target, name))
        for name in exposed.write:
            getter = self._getter(target, name) if name in exposed.read else None
            namespace[name] = property(getter, self._setter(target, name))
        for name in exposed.call:
            namespace[name] = staticmethod(self._method(target, name))
        made: Any = Frozen("object", (Proxy,), namespace, sealed=True)
        self.declared[made] = frozenset(exposed.write)
        return seal(made)

    def _getter(self, target: Any, name: str) -> Callable[[Any], Any]:
        return lambda proxy: self.into_guest(call_host(name, getattr, [target, name], {}), f"attribute {name!r}")

    def _setter(self, target: Any, name: str) -> Callable[[Any, Any], None]:
        return lambda proxy, new: call_host(name, setattr, [target, name, self.into_host(new)], {})

    def _method(self, target: Any, name: str) -> Callable[..., Any]:
        def method(*arguments: Any, **keywords: Any) -> Any:
            return getattr(target, name)(*arguments, **keywords)  # looked up at each call

        return self.function(name, method)


def _copied(copier: Copier, value: Any, where: str) -> Any:
    """A copy; what is no plain data is Python's own TypeError, to the host and to the guest."""
    try:
        return copier.copy(value, where)
    except NotPlain as error:
        message = str(error)
    raise TypeError(message)


def call_host(name: str, target: Callable[..., Any], arguments: list[Any], keywords: dict[str, Any]) -> Any:
    """
    Call into the host. Its exceptions reach the guest as new ones that hold text only: of the same class if that
    is one of Python's own, else RuntimeError.
    """
    try:
        return target(*arguments, **keywords)
    except Exception as error:
        kind, message = type(error), str(error)
    if kind.__module__ != "builtins" or not (kind.__flags__ & _IMMUTABLE) or kind in _NOT_FROM_TEXT:
        raise RuntimeError(f"{name}() failed: {kind.__name__}: {message}")
    raise kind(message)


_IMMUTABLE = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
_NOT_FROM_TEXT = (UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError, ExceptionGroup)
