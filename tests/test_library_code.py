"""Guarded stores and reads: what the standard library's own text does to the objects it is given."""

from __future__ import annotations

import builtins
import dis
import importlib.machinery
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from rexec.guest.library.code import guarded, source_code
from rexec.guest.library.lists import AS_GUEST, COPIES, READ_BY, READ_BY_ALL, is_read_natively
from rexec.sandbox import Sandbox

TEXT = """
def attributes(owner, value):
    owner.a = value
    owner.b.c = owner.d = value
    for owner.i in range(3): pass
    with value as owner.f: pass
    owner.a += 1
    try:
        owner.e = 1 / 0
    except ZeroDivisionError:
        owner.e = "failed"
    return owner.__dict__, owner.__dict__.get("a"), [each.__dict__ for each in [owner]]
def many(owner):
STORES
    return owner.__dict__
""".replace("STORES", "\n".join(f"    owner.x{number} = {number}.5" for number in range(700)))

# Attributes that copies delete. There is no room for a guard in place of that instruction, so each is looked at:
# the context managers of contextlib let go of their own arguments; methods of streams of text and of XMLParser are
# asked first whose object it is (text_codecs.deleting).
# super() finds these for an instance of a copy's own class, and calls them at once.
OF_SUPER = {"__new__", "__getattr__", "__del__", "__reduce__", "__getattribute__"}
# Read by the text of some Pythons only.
ONLY_IN_SOME = {"__partialmethod__", "__typing_is_unpacked_typevartuple__", "__non_callable_proto_members__",
                "__protocol_attrs__", "__getitem_inner__", "__parameters__", "__callable_proto_members_only__", "mro",
                "f_lineno", "cr_code", "obj"}  # fmt: skip
DELETED = {"args", "func", "kwds", "decode", "encode", "parser", "_parser", "target", "_target"}


class Owner:
    pass


class Value(int):
    def __enter__(self) -> str:
        return "entered"

    def __exit__(self, *details: object) -> None: ...


def run(name: str, *arguments: Any) -> tuple[Any, list[str]]:
    asked = []

    def store(owner: Any, name: str, value: Any) -> None:
        asked.append(name)
        setattr(owner, name, value)

    def read(owner: Any, name: str) -> Any:
        asked.append(name)
        return getattr(owner, name)

    variables: dict[str, Any] = {"__builtins__": {**vars(builtins), "@store": store, "@read": read, "@types": set()}}
    exec(guarded(compile(TEXT, "text", "exec"), "text"), variables)
    return variables[name](*arguments), asked


def test_every_store_and_read_is_asked_for_and_does_what_it_did() -> None:
    owner: Any = Owner()
    owner.b = Owner()
    (namespace, a, listed), asked = run("attributes", owner, Value(5))
    assert asked == ["a", "c", "d", "i", "i", "i", "f", "a", "e", *["__dict__"] * 3]
    assert namespace is owner.__dict__ and listed == [namespace] and a == 6
    assert owner.b.c == owner.d == 5 and owner.i == 2 and owner.f == "entered" and owner.e == "failed"


def test_more_names_and_constants_than_one_byte_counts() -> None:
    namespace, asked = run("many", Owner())
    assert namespace == {f"x{number}": number + 0.5 for number in range(700)}
    assert asked == [*namespace, "__dict__"]


def every_code(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from every_code(each)


@pytest.mark.parametrize("name", sorted(COPIES - {"collections.abc"}))
def test_no_unguarded_store_is_left_in_a_copy(name: str) -> None:
    try:
        code = source_code(name)[0]
    except ImportError:
        pytest.skip("this Python has no such module")
    for each in every_code(code):
        assert each.co_filename == f"<library {name}>"
        for step in dis.get_instructions(each):
            assert step.opname != "STORE_ATTR"
            assert step.opname != "DELETE_ATTR" or step.argval in DELETED, each.co_qualname
            if each.co_name != "<module>" and step.opname in ("LOAD_ATTR", "LOAD_METHOD"):
                assert is_read_natively(name, step.argval), (each.co_qualname, step.argval)
            if step.opname == "LOAD_SUPER_ATTR" and not is_read_natively(name, step.argval):
                assert step.argval in OF_SUPER, (each.co_qualname, step.argval)


@pytest.mark.parametrize("name", sorted(COPIES - {"collections.abc"}))
def test_the_lines_of_a_copy_are_those_of_the_library(name: str) -> None:
    path = [sysconfig.get_path("stdlib")]
    parts = name.split(".")
    for count in range(1, len(parts) + 1):
        spec = importlib.machinery.PathFinder.find_spec(".".join(parts[:count]), path)
        if spec is None:
            pytest.skip("this Python has no such module")
        path = list(spec.submodule_search_locations or ())
    assert isinstance(spec.loader, importlib.machinery.SourceFileLoader)
    code = spec.loader.get_code(name)
    assert code is not None
    for ours, theirs in zip(every_code(source_code(name)[0]), every_code(code), strict=True):
        assert list(ours.co_positions()) == list(theirs.co_positions())
        assert ours.co_exceptiontable == theirs.co_exceptiontable


def test_every_exception_is_used_by_some_copy() -> None:
    """What a copy reads without asking is reviewed; what no text reads any more is not to stay in the list."""
    read: dict[str, set[str]] = {}
    for name in COPIES:
        try:
            code = source_code(name)[0]
        except ImportError:
            continue
        read[name] = {each for one in every_code(code) for each in one.co_names}
    for copy, exceptions in READ_BY.items():
        assert exceptions <= read[copy] | ONLY_IN_SOME, copy
    assert set.union(*read.values()) | ONLY_IN_SOME >= READ_BY_ALL


@pytest.mark.parametrize("name", sorted(AS_GUEST))
def test_copies_without_trust_pass_their_own_tests_as_guests(name: str) -> None:
    """What untrusted.py found for a module's text, run as any guest's, is why it may be run so here."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    table = tomllib.loads((Path(__file__).parent / "cpython" / f"untrusted-{version}.toml").read_text("utf-8"))
    found = table["modules"][name]
    assert found["passed"] and not found["failed"]


@pytest.mark.parametrize("name", sorted(AS_GUEST))
def test_copies_without_trust_see_what_guests_see(name: str) -> None:
    with Sandbox("default").session() as session:
        assert session._environment is not None
        library = session._environment.library
        namespace = vars(library.load(name))
        guest = session._environment.builtins
        different = {key for key, value in namespace["__builtins__"].items() if guest.get(key) is not value}
        assert different == {"__import__"}
