"""
``expose``: the host's declaration of what a guest may do with one of its live objects.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from rexec import names

Give = Callable[[Any], Any]

# What may be declared in ``call`` besides public names, and what is done with the object then.
OPERATIONS: Final[dict[str, Callable[..., Any]]] = {
    "__call__": lambda target, /, *arguments, **keywords: target(*arguments, **keywords),
    "__len__": len,
    "__bool__": bool,
    "__iter__": iter,
    "__next__": next,
    "__reversed__": reversed,
    "__contains__": operator.contains,
    "__getitem__": operator.getitem,
    "__setitem__": operator.setitem,
    "__delitem__": operator.delitem,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """The attributes that a guest may read, call and write."""

    read: tuple[str, ...] = ()
    call: tuple[str, ...] = ()
    write: tuple[str, ...] = ()
    of_class: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Exposed:
    """A live object of the host, what it shows, and how the host hands over what comes of it."""

    target: Any
    shape: Shape
    gives: Mapping[str, Give]
    takes: frozenset[str]


def expose(
    target: Any,
    *,
    read: Iterable[str] = (),
    call: Iterable[str] = (),
    write: Iterable[str] = (),
    gives: Mapping[str, Give] | None = None,
    takes: Iterable[str] = (),
) -> Exposed:
    """
    A capability for a live object, to hand in among a run's inputs or to return from a function of the host: the
    guest gets a proxy with exactly these attributes. What they give and take is copied plain data, or another
    ``expose``.

    ``call`` also takes operations: ``"__getitem__"`` declares ``proxy[key]``, ``"__iter__"`` a loop over it, and so
    on for ``__len__ __bool__ __contains__ __setitem__ __delitem__ __next__ __reversed__ __call__``. ``gives`` says
    how a result that is no plain data is handed over: by name, a function of the host's that is called with it and
    returns plain data or an ``expose``; for ``__iter__`` it gets each item. ``takes`` names those of ``call`` and
    ``write`` that may be given objects of the host back: where the guest hands over a proxy, by itself or within plain
    data, they get what it stands for. An exposed class answers ``isinstance`` for proxies of its instances.

    TypeError for names that are no plain public identifiers.

        def account(found):
            return rexec.expose(found, read=("owner", "balance"), call=("pay",))

        inputs={"bank": rexec.expose(bank, call=("find", "move"), gives={"find": account}, takes=("move",))}
    """
    shown = {kind: _checked(kind, given) for kind, given in (("read", read), ("call", call), ("write", write))}
    for first, second in (("read", "call"), ("write", "call")):
        twice = set(shown[first]) & set(shown[second])
        if twice:
            raise TypeError(f"expose(): {min(twice)!r} is given as {first} and as {second}")
    handed = dict(gives or {})
    for name, give in handed.items():
        if name not in shown["read"] and name not in shown["call"]:
            raise TypeError(f"expose(gives=...): {name!r} is neither read nor called")
        if not callable(give):
            raise TypeError(f"expose(gives=...): what is given for {name!r} is not callable")
    taking = _names("takes", takes)
    for name in taking:
        if name not in shown["write"] and name not in shown["call"]:
            raise TypeError(f"expose(takes=...): {name!r} is neither called nor written")
    return Exposed(target, Shape(**shown, of_class=isinstance(target, type)), handed, frozenset(taking))


def check_not_exposed(value: Any) -> None:
    """TypeError for what a host puts straight into a module of the guest's: it would lead to the object itself."""
    if type(value) is Exposed:
        raise TypeError("what expose() returns is for inputs= only: hand in a Bastion, or the object as it is")


def _names(kind: str, given: Iterable[str]) -> tuple[str, ...]:
    if isinstance(given, str):
        raise TypeError(f"expose({kind}=...): a tuple of names is wanted, not the single str {given!r}")
    return tuple(given)


def _checked(kind: str, given: Iterable[str]) -> tuple[str, ...]:
    shown = _names(kind, given)
    for name in shown:
        if type(name) is not str or not (_is_public(name) or (kind == "call" and name in OPERATIONS)):
            raise TypeError(f"expose({kind}=...): {name!r} cannot be shown to a guest")
    return shown


def _is_public(name: str) -> bool:
    """An identifier without a rule of its own, or with one that concerns classes made in C only."""
    harmless = names.attribute_rule(name) == "native" or name in names.C_ATTRIBUTES
    return harmless and name.isidentifier() and not names.is_dunder(name)
