"""What the guest of the default policy can import, and where CPython's tests are."""

from __future__ import annotations

import functools
import importlib
import sysconfig
import tomllib
from collections.abc import Iterable
from pathlib import Path

from cut import HELPERS, World

GUEST = Path(__file__).resolve().parent / "guest"
# Shared by suites, cut as they are.
TAKEN = ("list_tests", "mapping_tests", "re_tests", "seq_tests", "string_tests", "test_unittest.support")
LIBRARY = Path(sysconfig.get_path("stdlib"))


@functools.cache
def shows(module: str) -> frozenset[str] | None:
    """The names that the default policy shows of a module."""
    from rexec import Policy
    from rexec.guest.facades import recipe

    granted = Policy.load("default").modules.get(module)
    how = recipe(module)
    if granted is None or how is None:
        return None
    return frozenset({*how.names(), *how.within}) if granted is True else frozenset(granted)


def star(module: str) -> tuple[str, ...]:
    """The names of ``from module import *``."""
    if shows(module) is None:
        return ()
    real = importlib.import_module(module)
    public = (name for name in vars(real) if name[0] != "_")
    return tuple(getattr(real, "__all__", public))


@functools.cache
def helpers() -> frozenset[str]:
    root = GUEST / HELPERS
    found = (path.relative_to(root).with_suffix("") for path in root.rglob("*.py"))
    return frozenset(".".join(each.parts).removesuffix(".__init__") for each in found) | frozenset(TAKEN)


def world(own: Iterable[str] = (), suite: str = "") -> World:
    """What guests import in a suite; the tests of unittest have the guest's own."""
    stand_ins = ("tempfile",) if suite.startswith("test_unittest") else ("unittest", "tempfile")
    return World(shows, star, helpers(), stand_ins, frozenset(own))


def preparation(suite: str) -> str:
    """The statement that stands for what a suite does before its tests in a way that guests cannot follow."""
    table = tomllib.loads((GUEST.parent / "suites.toml").read_text(encoding="utf-8"))
    return str(table["prepare"].get(suite, ""))


def path_of(name: str) -> Path:
    """The file of a test module by its name below the package ``test``."""
    path = LIBRARY / "test" / name.replace(".", "/")
    package = path / "__init__.py"
    return package if package.exists() else path.with_suffix(".py")


def source_of(name: str) -> str:
    return path_of(name).read_text(encoding="utf-8")
