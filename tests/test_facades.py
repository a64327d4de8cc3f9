"""Facades: each shows what its recipe says, leaves nothing out without a reason, and shares nothing that can change."""

from __future__ import annotations

import datetime
import decimal
import importlib
import re
import struct
import sys
import tomllib
import types
from contextvars import Context
from typing import Any

import pytest

from rexec.budget import OutputMeter
from rexec.errors import DeniedAttributeError, Frozen
from rexec.guest.environment import Environment
from rexec.guest.facade import Facade
from rexec.guest.facades import FILES, recipe
from rexec.guest.recipe import Recipe
from rexec.guest.streams import Streams
from rexec.policy import Policy
from rexec.run import execute
from rexec.sandbox import Sandbox

EVERYTHING = Policy(name="everything", modules=dict.fromkeys(FILES, True))
RECIPES = {name: found for name in FILES if (found := recipe(name)) is not None}
IMMUTABLE = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
NEVER = (types.ModuleType, types.FrameType, types.CodeType, types.TracebackType)

every_module = pytest.mark.parametrize("name", sorted(RECIPES))


def load(text: Any, filename: str, mode: str) -> Any:
    """What private copies put together; here it need not be rewritten."""
    return compile(text, filename, mode, dont_inherit=True)


def environment(policy: Policy = EVERYTHING) -> Environment:
    streams = Streams(str, str, lambda size: "", OutputMeter(None))
    return Context().run(Environment, policy, streams, load=load, execute=execute, argv=("program",))


ONE, TWO = environment(), environment()


def facade(name: str, world: Environment = ONE) -> Facade:
    return world.importer.find(name)  # type: ignore[no-any-return]  # these are facades


def values(name: str, world: Environment = ONE) -> dict[str, Any]:
    """What a facade shows; its properties are not asked."""
    shown = facade(name, world)
    return {each: getattr(shown, each) for each in dir(shown)}


# --------------------------------------------------------------------------------------------------------------
# Names


def test_every_file_holds_a_recipe_of_its_module() -> None:
    assert RECIPES.keys() == FILES.keys()
    assert all(each.name == name for name, each in RECIPES.items())


@every_module
def test_every_shown_name_exists(name: str) -> None:
    how = RECIPES[name]
    assert len(set(how.names())) == len(how.names())
    assert set(dir(facade(name))) == set(how.names()) | set(how.within)


@every_module
def test_no_name_is_both_shown_and_omitted(name: str) -> None:
    how = RECIPES[name]
    assert not set(how.names()) & how.omits.keys()
    assert all(how.omits.values())


@every_module
def test_every_public_name_is_shown_or_omitted_with_a_reason(name: str) -> None:
    how, home = RECIPES[name], importlib.import_module(name)
    public = {each for each in dir(home) if not each.startswith("_")} | set(getattr(home, "__all__", ()))
    public.discard("__doc__")  # every object has one
    missing = sorted(public - set(how.names()) - set(how.within) - set(how.named) - how.omits.keys())
    assert how.rest or not missing, f"{FILES[name]}.py decides nothing on {' '.join(missing)}"


@every_module
def test_later_names_are_later_names(name: str) -> None:
    """A name under ``since`` that an older Python has would be withheld there for no reason."""
    home = importlib.import_module(RECIPES[name].source or name)
    for version, shown in RECIPES[name].since.items():
        if tuple(map(int, version.split("."))) > sys.version_info[:2]:
            assert [each for each in shown if hasattr(home, each)] == []


@every_module
def test_writable_and_inner_names_are_shown(name: str) -> None:
    how = RECIPES[name]
    assert set(how.writable) <= set(how.names())
    assert all(f"{name}.{each}" in RECIPES for each in how.within)


# --------------------------------------------------------------------------------------------------------------
# Values


@every_module
def test_nothing_shown_is_of_the_interpreter(name: str) -> None:
    assert [each for each, value in values(name).items() if isinstance(value, NEVER)] == []


@every_module
def test_nothing_shown_is_a_python_function_or_class_of_the_host(name: str) -> None:
    home = importlib.import_module(name)
    shared = [each for each, value in values(name).items() if getattr(home, each, None) is value and is_open(value)]
    assert shared == []


@every_module
def test_no_function_shown_sees_the_hosts_module(name: str) -> None:
    hosts = {id(vars(module)): title for title, module in sys.modules.items() if not title.startswith("rexec")}
    found = {
        each: hosts[id(value.__globals__)]
        for each, value in values(name).items()
        if type(value) is types.FunctionType and id(value.__globals__) in hosts
    }
    assert found == {}


@every_module
def test_two_environments_share_nothing_that_can_change(name: str) -> None:
    other = values(name, TWO)
    shared = [each for each, value in values(name).items() if value is other[each] and is_open(value)]
    assert shared == []


def is_open(value: Any) -> bool:
    """
    Whether a value can change, or has a namespace that can: not C functions, classes made in C and plain data.

    Some classes made in C can be written to all the same; between them and a guest stands the guard of writes.
    """
    kind = type(value)
    if isinstance(value, type):
        return kind is not Frozen and any(type(each) is types.FunctionType for each in vars(value).values())
    if kind in (types.BuiltinFunctionType, types.MethodType):
        return not isinstance(value.__self__, types.ModuleType) and is_open(value.__self__)
    if kind in (tuple, frozenset) or (isinstance(value, tuple) and kind.__module__ == "sys"):
        return any(map(is_open, value))
    if kind.__module__ in ("datetime", "decimal", "unicodedata") and kind.__flags__ & IMMUTABLE:
        return kind.__name__ == "Context"
    single = kind in (types.NoneType, types.EllipsisType) or kind.__name__ == "NoDefaultType"
    return not (single or kind in (int, float, complex, str, bytes, bool))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (len, False), ([].append, True), (int, False), (print, False), (1, False), ((1, (2,)), False), (([],), True),
        ([], True), ({}, True), (lambda: 0, True), (re.Scanner, True), (sys.version_info, False), (sys, True),
        (sys.implementation, True), (re.compile("a"), True), (Facade, False), (datetime.date.min, False),
        (decimal.DefaultContext, True), (decimal.Decimal(1), False), (struct.error, False),
    ],
)  # fmt: skip
def test_what_counts_as_able_to_change(value: Any, expected: bool) -> None:
    assert is_open(value) is expected


# --------------------------------------------------------------------------------------------------------------
# The object itself


@every_module
def test_facade_says_what_it_is_and_lists_what_it_shows(name: str) -> None:
    found = facade(name)
    assert repr(found) == f"<module {name!r} of the sandbox>"
    assert dir(found) == sorted(dir(found))
    assert isinstance(found, Facade)
    assert not hasattr(found, "__dict__")
    assert not hasattr(found, "__name__")
    assert all(hasattr(found, each) for each in dir(found))


@every_module
def test_missing_omitted_and_withheld_names_differ_in_words(name: str) -> None:
    how = RECIPES[name]
    importlib.import_module(name)  # whether it has the name is asked of the host's module, where that is loaded
    with pytest.raises(AttributeError, match=f"^module '{name}' has no attribute 'nowhere'$") as missing:
        _ = facade(name).nowhere  # type: ignore[attr-defined]  # that is the point
    assert type(missing.value) is AttributeError
    for each, reason in how.omits.items():
        with pytest.raises(DeniedAttributeError) as omitted:
            getattr(facade(name), each)
        assert str(omitted.value) == f'module "{name}" does not show "{each}": {reason}'
        assert omitted.value.rule == "module"
        assert (omitted.value.grant is not None) == (each in how.named)


@pytest.mark.parametrize("name", sorted(each for each, how in RECIPES.items() if how.rest))
def test_one_reason_may_stand_for_all_the_rest(name: str) -> None:
    how, home = RECIPES[name], importlib.import_module(name)
    left = {each for each in dir(home) if not each.startswith("_")} - {*how.names(), *how.within, *how.omits}
    assert left
    for each in left:
        with pytest.raises(DeniedAttributeError) as omitted:
            getattr(facade(name), each)
        assert str(omitted.value) == f'module "{name}" does not show "{each}": {how.rest}'


@pytest.mark.parametrize("name", sorted(name for name, how in RECIPES.items() if how.names()))
def test_policy_can_show_less(name: str) -> None:
    first = RECIPES[name].names()[0]
    parts = name.split(".")
    parents: dict[str, tuple[str, ...]] = {".".join(parts[:count]): () for count in range(1, len(parts))}
    shown = facade(name, environment(Policy(modules={**parents, name: (first,)})))
    assert dir(shown) == [first]
    for each in RECIPES[name].names()[1:]:
        with pytest.raises(DeniedAttributeError) as withheld:
            getattr(shown, each)
        assert str(withheld.value) == f'module "{name}" does not show "{each}" under this policy'
        assert withheld.value.rule == "module"
        grant = str(withheld.value.grant).removeprefix("[modules] ").replace("..., ", "")
        assert tomllib.loads(grant) == {name: [each]}


@every_module
def test_facade_is_frozen(name: str) -> None:
    found = facade(name)
    fixed = next(each for each in dir(found) if type(vars(type(found))[each]) is not property)
    for each in (fixed, "nowhere", "__class__", "__title__"):
        with pytest.raises(DeniedAttributeError, match="is read-only"):
            setattr(found, each, 1)
        with pytest.raises(DeniedAttributeError, match="is read-only"):
            delattr(found, each)
    for attempt in (lambda: setattr(type(found), "x", 1), type(found), lambda: type("X", (type(found),), {})):
        with pytest.raises(TypeError):
            attempt()


def test_policy_that_grants_a_name_nobody_knows_shows_nothing_of_it() -> None:
    world = environment(Policy(modules={"math": ("pi", "nowhere")}))
    assert dir(facade("math", world)) == ["pi"]


def test_module_without_a_recipe_has_no_facade() -> None:
    assert recipe("socket") is None
    assert environment(Policy(modules={"socket": True})).facade("socket") is None


def test_recipe_knows_versions_by_number() -> None:
    how = Recipe(name="m", way="own", shows=("a",), since={"3.9": ("b",), "3.100": ("c",)})
    assert how.names() == ("a", "b")


# --------------------------------------------------------------------------------------------------------------
# Classes made in C that CPython lets anyone write to: every guest of the process holds the same ones

SETTERS = [
    "x.left = 1",
    "setattr(x, 'left', 1)",
    "type.__setattr__(x, 'left', 1)",
    "object.__setattr__(x, 'left', 1)",
    "type(x).__setattr__(x, 'left', 1)",
    "x.__dict__['left'] = 1",
    "vars(x)['left'] = 1",
    "x.__init__ = None",
    "x.__doc__ = 'left'",
    "x.__qualname__ = 'left'",
    "x.__module__ = 'left'",
    "del x.__doc__",
    "delattr(x, '__module__')",
    "x.__class__ = type",
    "x.__bases__ = (Exception,)",
    "import functools\ndef f(): pass\nf.left = 1\nfunctools.update_wrapper(x, f)",
    "import functools\ncached = functools.cached_property(abs)\ncached.__set_name__(None, 'left')\ncached.__get__(x)",
    "import functools\nfunctools.total_ordering(x)",
    "import functools\nfunctools.singledispatch(x)",
    "import dataclasses\ndataclasses.dataclass(x)",
    "import enum\nenum.unique(x)\nenum.verify(enum.UNIQUE)(x)",
    "import typing\ntyping.final(x)",
    "import typing\ntyping.runtime_checkable(x)",
    "import typing\ntyping.no_type_check(x)",
    "import typing\ntyping.dataclass_transform()(x)",
    "import abc\nabc.update_abstractmethods(x)",
    "import abc\nabc.ABC.register(x)",
    "import collections.abc\ncollections.abc.Sequence.register(x)",
    "import typing\nT = typing.TypeVar('T')\nclass G(typing.Generic[T]):\n    def __new__(cls): return x\nG[int]()",
    "import types\ntypes.GenericAlias(lambda: x, int)()",
    "import types\ntypes.coroutine(x)",
    "import copy\nclass C:\n    def __new__(cls): return x if ready else object.__new__(cls)\n"
    "ready = False\nc = C()\nc.left = 1\nready = True\ncopy.copy(c)",
    "class C(x):\n    pass\nsuper(C, C).left = 1",
    "class C(x):\n    def __init_subclass__(cls): x.left = 1\nclass D(C): pass",
]  # fmt: skip
C_CLASSES = [
    (name, each)
    for name in sorted(RECIPES)
    for each, value in values(name).items()
    if isinstance(value, type) and not value.__flags__ & IMMUTABLE
    if getattr(importlib.import_module(name), each, None) is value
]


def test_some_classes_of_c_are_shared_and_could_be_written_to() -> None:
    assert {("struct", "error"), ("binascii", "Error"), ("decimal", "Inexact")} <= set(C_CLASSES)


@pytest.mark.parametrize(("module", "name"), C_CLASSES)
def test_guest_sets_nothing_on_a_class_that_all_guests_share(module: str, name: str) -> None:
    cls = getattr(importlib.import_module(module), name)
    before = {key: value for key, value in vars(cls).items() if key != "__orig_class__"}
    with Sandbox(EVERYTHING).session() as session, Sandbox(EVERYTHING).session() as other:
        for attempt in SETTERS:
            session.run(f"import {module}\nx = {module}.{name}\n{attempt}")
            assert {key: value for key, value in vars(cls).items() if key != "__orig_class__"} == before, attempt
        shown = other.run(f"import {module}\nx = {module}.{name}\n(hasattr(x, '__orig_class__'), hasattr(x, 'left'))")
        assert shown.value == (False, False)


REST = {"asyncio", "os", "posix", "sys"}  # what these do not show reaches the host, by design


def test_one_reason_stands_for_the_rest_of_few_modules() -> None:
    assert {name for name, how in RECIPES.items() if how.rest} == REST
