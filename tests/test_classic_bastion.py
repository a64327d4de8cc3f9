"""Statements 65 to 67 of the specification: ``Bastion``."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from classic_runs import inside, raised
from rexec.classic.bastion import Bastion, BastionClass
from rexec.classic.rexec import RExec


class Counter:
    """What the original's own test guards."""

    data = 7

    def __init__(self) -> None:
        self.total = 0
        self.read = [].append

    def add(self, n: int, times: int = 1) -> int:
        self.total += n * times
        return self.total

    def _p(self) -> str:
        return "private"

    def __len__(self) -> int:
        return 1

    @property
    def prop(self) -> int:
        return 1

    @staticmethod
    def static() -> int:
        return 1

    @classmethod
    def make(cls) -> str:
        return cls.__name__


def test_65_methods_are_called_and_nothing_else() -> None:
    b = Bastion(Counter())
    assert b.add(3) == 3
    assert b.add(1, times=2) == 5
    assert b.make() == "Counter"
    for name in ("data", "_p", "prop", "static", "total", "read", "nowhere", "__len__"):
        with pytest.raises(AttributeError):
            getattr(b, name)
    assert repr(Bastion(Counter(), name="xyz")) == "<Bastion for xyz>"
    assert repr(Bastion(3)) == "<Bastion for 3>"


def test_66_filter_says_what_is_shown() -> None:
    asked: list[str] = []

    def only_add(name: str) -> bool:
        asked.append(name)
        return name == "add"

    b = Bastion(Counter(), filter=only_add)
    assert b.add(1) == 1
    assert b.add(1) == 2
    for _ in range(2):
        with pytest.raises(AttributeError):
            _ = b.make
    with pytest.raises(AttributeError):
        _ = b._p
    assert asked == ["add", "make", "make"]  # what was found is kept, what was not is asked for again


def test_66_bastion_leads_nowhere() -> None:
    b = Bastion(Counter())
    with pytest.raises(AttributeError):
        _ = b.add.__self__
    for act in (lambda: setattr(b, "x", 1), lambda: delattr(b, "add")):
        with pytest.raises(AttributeError, match="a bastion is read-only"):
            act()
    for wrong in (lambda: len(b), b, lambda: copy.copy(b), lambda: b.__init__(print, "x")):
        with pytest.raises(TypeError):
            wrong()


def test_66_methods_may_be_listed() -> None:
    b = Bastion(Counter(), methods=("add",))
    assert b.add(1) == 1
    with pytest.raises(AttributeError):
        _ = b.make
    for wrong in ({"methods": "add"}, {"filter": "add"}):
        with pytest.raises(TypeError, match="is wanted, not"):
            Bastion(Counter(), **wrong)


def test_67_bastion_in_a_sandbox() -> None:
    counter = Counter()
    r = RExec()
    r.add_module("__main__").b = Bastion(counter)
    assert r.r_eval("b.add(2)") == 2
    for text in (
        "b.data",
        "b._get_",
        "b._p",
        "b.add.x = 1",
        "b.x = 1",
        "getattr(b, '_p')",
        "b.__dict__",
        "b.add.__self__",
    ):
        assert isinstance(raised(text, r), AttributeError), text
    for text in ("b.__bastion_get__", "b.add.__closure__", "b.add.__globals__"):
        assert isinstance(raised(text, r), SyntaxError), text
        _, _, name = text.rpartition(".")
        assert isinstance(raised(f"getattr({text.removesuffix('.' + name)}, {name!r})", r), AttributeError), text
    for text in ("b.__init__(print, 'x')", "class B(type(b)): pass"):
        assert isinstance(raised(text, r), TypeError), text
    assert inside("x = repr(b)", r).startswith("<Bastion for <")
    assert r.r_eval("b.add(2)") == 4


def test_67_own_classes_are_used() -> None:
    asked: list[str] = []

    def get(name: str) -> Any:
        asked.append(name)
        return name.upper()

    plain: Any = BastionClass(get, "own")
    assert (plain.abc, plain.abc) == ("ABC", "ABC")
    assert asked == ["abc"]

    class Told(BastionClass):
        def __init__(self, get: Callable[[str], Any], name: str) -> None:
            super().__init__(get, f"told {name}")

    b = Bastion(Counter(), name="x", bastionclass=Told)
    assert repr(b) == "<Bastion for told x>"
    assert b.add(1) == 1
    r = RExec()
    r.add_module("__main__").b = b
    assert r.r_eval("b.add(2)") == 3
