"""The audit: shipped policies show nothing forbidden, and whatever is planted is named with the way to it. (I3, I4)"""

from __future__ import annotations

import colorsys
import io
import json
import operator
import os
import string
import sys
import time
import types
import warnings
from collections.abc import Callable, Iterator
from contextvars import copy_context
from pathlib import Path
from typing import Any

import pytest

from rexec import expose
from rexec.audit import reviewed
from rexec.audit.auditing import audit, judge, leaks, reach
from rexec.audit.forbidden import title
from rexec.audit.planting import plant
from rexec.audit.report import Finding, Report, describe, dump, what_is
from rexec.audit.walk import Walk
from rexec.classic.bastion import Bastion
from rexec.cli import main as rexec
from rexec.guest.facade import make_facade
from rexec.guest.facades import FILES
from rexec.guest.origin import is_class
from rexec.policy import Policy
from rexec.policy_file import shipped
from rexec.sandbox import Sandbox, within

SECONDS = 10  # of the processor, for one policy
SINCE = {"builtins.NoDefaultType": (3, 13)}


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Functions are called with whatever there is: some warn."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


# ---------------------------------------------------------------------------------------- what ships


@pytest.mark.parametrize("name", shipped())
def test_shipped_policy_shows_nothing_forbidden(name: str) -> None:
    began = time.process_time()
    report = audit(name)
    assert report.findings == ()
    assert report.policy == name
    assert time.process_time() - began < SECONDS


class Host:
    def method(self) -> int:
        return 1


def in_sandbox(name: str) -> Walk:
    return within(Sandbox(name).session(keep_output=False), reach)


def in_rexec() -> Walk:
    """With what an RExec adds: streams, a module ``builtins``, bastions, wrapped files."""
    r = Policy.load("default").to_rexec()
    main = r.add_module("__main__")
    main.bastion, main.file = Bastion(Host()), r.wrap_file(io.StringIO("text"))
    main.module = r.copy_except(colorsys, ())
    r.s_exec("import builtins, sys\nmade = [sys.stdin, sys.stdout, sys.stderr, bastion, bastion.method, file]")
    return copy_context().run(reach, r.environment)


@pytest.fixture(scope="module")
def walks() -> Iterator[list[Walk]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = [in_sandbox("default"), in_sandbox("classic"), in_rexec()]
        yield found
        for walk in found:
            walk.close()


def test_rexec_shows_nothing_forbidden(walks: list[Walk]) -> None:
    assert walks[2].leaks == []
    assert any(found.way.startswith("__main__.bastion.") for found in walks[2].found)


def test_walk_reaches_far(walks: list[Walk]) -> None:
    for walk, least in zip(walks, (40_000, 8_000, 40_000), strict=True):
        assert len(walk.found) > least
        assert {each for each in FILES if each in walk.world.policy.modules} <= set(walk.world.importer.modules)
    seen = {type(found.value).__name__ for found in walks[0].found}
    assert seen > {
        "SignalDict",
        "DecimalTuple",
        "JSONDecodeError",
        "Task",
        "GuestTraceback",
        "ReferenceType",
        "ZoneInfo",
    }


def test_a_way_is_a_shortest_one_and_runs(walks: list[Walk]) -> None:
    walk = walks[0]
    ways = {found.way for found in walk.found}
    assert {"json.JSONDecoder", "type(json)", "print", '[*enum.Enum("Made", "A B")][0]'} <= ways
    assert any(way.startswith("caught(") and way.endswith(".args") for way in ways)
    world = walk.world
    for way in ("json.JSONDecoder.decode", "decimal.getcontext().traps", "type(Point(1, 2))", "type(plain)"):
        assert world.execute(world.load_text(way, "<way>", "eval"), world.main) is not None


def test_every_seed_is_understood_where_everything_is_granted() -> None:
    session = Sandbox("default").session(keep_output=False)
    for way, value in within(session, lambda world: list(plant(world))):
        if type(value) is NameError:
            assert way in ("caught(nothing)", 'caught(timeit.Timer("x").timeit(1))')


def test_every_reviewed_entry_is_reached(walks: list[Walk]) -> None:
    entries = {*reviewed.CHANGEABLE, *reviewed.FUNCTIONS, *reviewed.SHARED_TYPES}
    expected = {each for each in entries if SINCE.get(each, (3, 11)) <= sys.version_info[:2]}
    shared_by_two = within(Sandbox("default").session(keep_output=False), lambda w: reach(w, calling=False))
    list(judge(walks[0], shared_by_two))
    assert expected - {name for walk in walks for name in walk.forbidden.used} == set()


def test_classes_that_c_lets_change_cannot_be_changed_by_a_guest(walks: list[Walk]) -> None:
    """Nor can what they hold: their namespaces are not shown."""
    changeable = {
        id(found.value): (walk.world, found.value)
        for walk in walks
        for found in walk.found
        if is_class(found.value) and title(found.value) in reviewed.CHANGEABLE
    }
    assert len(changeable) > 20
    for world, each in changeable.values():
        attempts: tuple[Callable[[], Any], ...] = (
            lambda world=world, each=each: world.writes.set(each, "x", 1),
            lambda world=world, each=each: world.writes.set(each, "__doc__", "x"),
            lambda world=world, each=each: world.writes.set(each, "__init__", print),
            lambda world=world, each=each: world.writes.unset(each, "__doc__"),
            lambda world=world, each=each: world.reads.getattr(each, "__dict__"),
            lambda world=world, each=each: world.reads.getattr(each, "__annotations__"),
        )
        for attempt in attempts:
            with pytest.raises((AttributeError, TypeError)):
                attempt()


def test_no_mark_of_an_alias_outlives_an_environment(walks: list[Walk]) -> None:
    """C sets ``__orig_class__`` on whatever a guest's alias returns, and what it sets holds the guest's objects."""
    shared = [
        found.value
        for found in walks[0].found
        if type(found.value) is type and title(found.value) in reviewed.CHANGEABLE.keys() - {"_csv.Error"}
    ]
    assert len(shared) > 20
    for each in shared:
        each.__orig_class__ = list[int]
    own = Sandbox("default").session()._environment
    assert own is not None
    assert [each for each in shared if "__orig_class__" in own.reads.visible_names(each)] == []
    own.clear()
    assert [each for each in shared if "__orig_class__" in vars(each)] == []


# ---------------------------------------------------------------------------------------- what is planted

SHARED: dict[str, int] = {"a": 1}
SHARED_LIST: list[int] = []
SHARED_BYTES = bytearray()
HOST_OBJECT = Host()
# Text of a private copy, which a guest may hold functions of.
LIBRARY = """
def raising(*given):
    error = ValueError("wrong")
    error.culprit = module("error")
    raise error
def giving(*given):
    return {"inner": [module("given")]}
def defaults(x=1): return x
def text(*given):
    if given == ("a",): return module("told")
class Task:
    def get_stack(self): return [_getframe()]
class Late:
    def __getattr__(self, name):
        if name == "_x": return module("made")
        raise AttributeError(name)
task, late = Task(), Late()
"""


def library(world: Any) -> dict[str, Any]:
    namespace: dict[str, Any] = {
        "__name__": "leaky",
        "__builtins__": world.builtins,
        "module": types.ModuleType,
        "_getframe": sys._getframe,
    }
    world.origin.adopt(namespace, library=True)
    exec(LIBRARY, namespace)
    return namespace


def frame() -> types.FrameType:
    return sys._getframe()


def traceback() -> types.TracebackType | None:
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__


BUILTIN = "builtins.builtin_function_or_method object"
# A name, what a facade shows under it, and what is to be told of it.
PLANTED: list[tuple[str, Callable[[Any], Any], str]] = [
    ("os", lambda world: os, "module: leaky.os: os"),
    ("kept", lambda world: [{"a": (types.ModuleType("m"),)}], "module: leaky.kept[0]['a'][0]: m"),
    ("frame", lambda world: frame(), "frame: leaky.frame: builtins.frame object"),
    ("code", lambda world: frame.__code__, "code: leaky.code: builtins.code object"),
    ("tb", lambda world: traceback(), "traceback: leaky.tb: builtins.traceback object"),
    ("function", lambda world: frame, "host function: leaky.function: test_audit.frame"),
    ("Host", lambda world: Host, "host class: leaky.Host: test_audit.Host"),
    ("host", lambda world: Host(), "host object: leaky.host: test_audit.Host object"),
    ("method", lambda world: HOST_OBJECT.method, "method of a host object: leaky.method: test_audit.Host.method"),
    ("Formatter", lambda world: string.Formatter, "host class: leaky.Formatter: string.Formatter"),
    ("get", lambda world: operator.attrgetter, "deputy attrgetter: leaky.get: operator.attrgetter"),
    (
        "got",
        lambda world: operator.methodcaller("a"),
        "deputy methodcaller: type(leaky.got): operator.methodcaller",
    ),
    ("read", lambda world: getattr, f"deputy getattr: leaky.read: {BUILTIN}"),
    ("run", lambda world: eval, f"deputy eval: leaky.run: {BUILTIN}"),
    ("load", lambda world: __import__, f"deputy __import__: leaky.load: {BUILTIN}"),
    ("open", lambda world: open, f"deputy open: leaky.open: {BUILTIN}"),
    ("form", lambda world: "{}".format, f"deputy str.format: leaky.form: {BUILTIN}"),
    (
        "forms",
        lambda world: str.format_map,
        "deputy str.format_map: leaky.forms: builtins.method_descriptor object",
    ),
    (
        "raw",
        lambda world: object.__setattr__,
        "deputy object.__setattr__: leaky.raw: builtins.wrapper_descriptor object",
    ),
    (
        "look",
        lambda world: [].__getattribute__,
        "deputy list.__getattribute__: leaky.look: builtins.method-wrapper object",
    ),
    ("below", lambda world: object.__subclasses__, f"deputy object.__subclasses__: leaky.below: {BUILTIN}"),
    ("frames", lambda world: sys._getframe, f"deputy sys._getframe: leaky.frames: {BUILTIN}"),
    ("system", lambda world: os.system, f"deputy posix.system: leaky.system: {BUILTIN}"),
    ("type", lambda world: type, "metaclass: leaky.type: builtins.type"),
    (
        "file",
        lambda world: io.TextIOWrapper(io.BufferedReader(io.FileIO(os.devnull))),
        "file: leaky.file: _io.TextIOWrapper object",
    ),
    ("stream", lambda world: sys.__stderr__, "file: leaky.stream: _io.TextIOWrapper object"),
    (
        "bytes",
        lambda world: SHARED_BYTES,
        "shared by two guests: leaky.bytes: builtins.bytearray object",
    ),
    ("shared", lambda world: SHARED, "shared with the host: leaky.shared: builtins.dict object"),
    ("grow", lambda world: SHARED_LIST.append, f"shared with the host: leaky.grow: {BUILTIN}"),
    ("fail", lambda world: library(world)["raising"], "module: caught(leaky.fail()).culprit: error"),
    ("give", lambda world: library(world)["giving"], "module: leaky.give()['inner'][0]: given"),
    ("text", lambda world: library(world)["text"], 'module: leaky.text("a"): told'),
    ("task", lambda world: library(world)["task"], "frame: leaky.task.get_stack()[0]: builtins.frame object"),
    ("late", lambda world: library(world)["late"], "module: leaky.late._x: made"),
    ("loop", lambda world: iter([types.ModuleType("next")]), "module: [*leaky.loop][0]: next"),
]


@pytest.fixture(scope="module")
def told() -> set[str]:
    """What is told of a policy where a facade shows all of ``PLANTED``."""

    def walked(world: Any, *, calling: bool = True) -> Walk:
        shown = {name: make(world) for name, make, _ in PLANTED}
        world.importer.modules["leaky"] = make_facade("leaky", shown, AttributeError)
        return reach(world, calling=calling)

    sandbox = Sandbox(Policy())
    with sandbox.session(keep_output=False) as one, sandbox.session(keep_output=False) as two:
        first, second = within(one, walked), within(two, lambda world: walked(world, calling=False))
        found = {str(Finding(kind, each.way, what_is(each.value))) for kind, each in leaks(first, second)}
        first.close()
        second.close()
    return found


@pytest.mark.parametrize("expected", [expected for _, _, expected in PLANTED])
def test_planted_leak_is_named_with_the_way_to_it(told: set[str], expected: str) -> None:
    assert expected in told


def test_a_thing_is_told_once_by_its_kind_and_shortest_way() -> None:
    report = audit(Policy(), {"one": Host(), "two": Host()})
    assert list(map(str, report.findings)) == ["host object: one: test_audit.Host object"]


# ---------------------------------------------------------------------------------------- what the host hands in


def test_exposed_objects_functions_and_data_are_sound() -> None:
    called: list[int] = []
    objects = {"bank": expose(Host(), call=("method",)), "rows": [{"a": 1}], "fetch": lambda: called.append(1)}
    assert audit(Policy(), objects).findings == ()
    assert called == []


def test_live_object_is_reported() -> None:
    assert [str(each) for each in audit(Policy(), {"bank": Host()}).findings] == [
        "host object: bank: test_audit.Host object"
    ]


# ---------------------------------------------------------------------------------------- the command


def policy(folder: Path) -> str:
    (folder / "p.toml").write_text('name = "p"\n[modules]\nmath = true\n', encoding="utf-8")
    return "./p.toml"


def test_command_reports_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    assert rexec.main(["audit", policy(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("p: nothing forbidden in ")


def test_command_reports_objects_as_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "audited_app.py").write_text("class Bank: pass\nbank = Bank()\nBank.inner = bank\n", encoding="utf-8")
    arguments = [
        "audit",
        "--objects",
        "audited_app:bank",
        policy(tmp_path),
        "--objects=audited_app:Bank.inner",
        "--json",
    ]
    assert rexec.main(arguments) == 1
    report = json.loads(capsys.readouterr().out)
    assert set(report) == {"policy", "python", "reached", "seconds", "findings"}
    assert report["findings"][0] == {"kind": "host object", "way": "bank", "what": "audited_app.Bank object"}
    assert report["policy"] == "p" and report["reached"] > 1000
    assert rexec.main([each for each in arguments if each != "--json"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "host object: bank: audited_app.Bank object"
    assert lines[-1].startswith("p: 1 finding in ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "which policy?"),
        (["default", "classic"], "one policy is wanted"),
        (["nosuch"], "no such policy"),
        (["--jsn", "default"], "did you mean --json?"),
        (["--json=1", "default"], "--json takes no value"),
        (["default", "--objects"], "--objects needs a value"),
        (["default", "--objects", "os"], "--objects takes module:name"),
        (["default", "--objects", "no_such_module:x"], "can't find 'no_such_module:x': ModuleNotFoundError"),
        (["default", "--objects", "os:nothing"], "can't find 'os:nothing': AttributeError"),
    ],
)
def test_bad_arguments_are_told_in_one_line(arguments: list[str], words: str, capsys: Any) -> None:
    assert rexec.main(["audit", *arguments]) == 2
    told = capsys.readouterr()
    assert words in told.err and told.err.count("\n") == 1 and told.out == ""


def test_help_is_printed(capsys: Any) -> None:
    assert rexec.main(["audit", "--help"]) == 0
    assert "--objects MODULE:NAME" in capsys.readouterr().out
    assert rexec.main(["--help"]) == 0
    assert "audit" in capsys.readouterr().out


def test_a_report_is_one_line_a_finding() -> None:
    report = Report("p", "3.11", 7, 0.5, (Finding("module", "f(\n'a')", "os"), Finding("frame", "g", "h")))
    assert describe(report) == "module: f( 'a'): os\nframe: g: h\np: 2 findings in 7 values (0.5 s)\n"
    assert json.loads(dump(report))["findings"][1] == {"kind": "frame", "way": "g", "what": "h"}
