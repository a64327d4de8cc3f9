"""Sandboxes and sessions: values, output, and what their caller may ask."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from guest_runs import EVERYTHING, printed, run
from rexec.errors import IsolationError, PolicyError
from rexec.policy import Budget, Policy
from rexec.sandbox import Sandbox

# --------------------------------------------------------------------------------------------------------------
# Sessions and results


def test_state_of_a_session_persists() -> None:
    with Sandbox().session() as session:
        assert session.run("n = 1\nclass A:\n    x = 1\nimport math as m\ndef f(): return n + A.x").value is None
        assert session.run("n += 1\nn").value == 2
        assert session.run("f()").value == 3
        assert session.run("A.x = 10; f()").value == 12
        assert session.run("m.floor(1.5)").value == 1
        assert session.run("1 / 0").outcome == "raised"
        assert session.run("x.gi_frame").outcome == "refused"
        assert session.run("import socket").outcome == "denied"
        assert session.run("n", inputs={"n": 7}).value == 7
        assert session.run("f()").value == 17


def test_results_of_a_session_are_those_of_the_last_run() -> None:
    with Sandbox().session() as session:
        assert session.run("print('one')\n1").stdout == "one\n"
        result = session.run("x = 2")
        assert (result.value, result.stdout) == (None, "")
        assert session.run("import sys\nprint('two'); print('three', file=sys.stderr)").stderr == "three\n"


def test_closed_session_is_a_value_error() -> None:
    session = Sandbox().session()
    session.close()
    session.close()
    with pytest.raises(ValueError, match="the session is closed"):
        session.run("1")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 1", 2), ("x = 1", None), ("", None), ("'doc'", "doc"), ("'doc'\n5", 5), ("5\nx = 1", None),
        ("if 1: 5", None),
        ("(1,\n 2)", (1, 2)), ("[i for i in range(2)]", [0, 1]), ("None", None), ("print(1)", None),
        ("5;6", 6), ("x = 5; x", 5),
        ("def f(): return 1\nf()", 1), ("5  # comment\n# more\n", 5), ("{1: {2: [3]}}", {1: {2: [3]}}), ("(y := 3)", 3),
    ],
)  # fmt: skip
def test_value_is_that_of_the_last_expression_statement(text: str, value: Any) -> None:
    result = run(text)
    assert (result.outcome, result.value, result.value_note) == ("finished", value, None)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("object()", "value holds a 'object' object, which is no plain data"),
        ("class A: pass\n[1, {'k': A()}]", "value holds a 'A' object, which is no plain data (at [1]['k'])"),
        ("class A: pass\nA", "value holds a 'type' object, which is no plain data"),
        ("lambda: 1", "value holds a 'function' object, which is no plain data"),
        ("len", "value holds a 'builtin_function_or_method' object, which is no plain data"),
        ("class L(list): pass\nL([1])", "value holds a 'L' object, which is no plain data"),
        ("class S(str): pass\n{S('k'): 1}", "value holds a 'S' object, which is no plain data (at {key})"),
        ("import math\nmath", "value holds a 'math' object, which is no plain data"),
        ("range(3)", "value holds a 'range' object, which is no plain data"),
        ("(i for i in '')", "value holds a 'generator' object, which is no plain data"),
        ("x = []\nx.append(x)\nx", "value is nested in itself (at [0])"),
        ("'x' * 20_000_000", "value is larger than the budget's result_bytes"),
        ("[0] * 2_000_000", "value is larger than the budget's result_bytes"),
        ("1 << 100_000_000", "value is larger than the budget's result_bytes"),
        (
            "import datetime\nclass Z(datetime.tzinfo): pass\ndatetime.time(1, tzinfo=Z())",
            "value holds a 'Z' time zone, which is no plain data",
        ),
    ],
)
def test_value_that_is_no_plain_data_is_told(text: str, note: str) -> None:
    result = run(text)
    assert (result.outcome, result.value, result.value_note) == ("finished", None, note)


def test_methods_of_a_value_are_not_called_for_the_result() -> None:
    text = (
        "class Loud(list):\n    def __iter__(self): print('iter'); return iter(())\n    def __reduce_(self): pass\n"
        "    def __repr__(self): print('repr'); return ''\n    def __eq__(self, other): print('eq')\n"
        "    __hash__ = None\n"
        "[Loud()]"
    )
    assert run(text).stdout == ""


def test_result_is_a_copy_of_what_the_session_holds() -> None:
    with Sandbox().session() as session:
        first = session.run("data = [1, [2]]\ndata").value
        first[1].append("host")
        assert session.run("data").value == [1, [2]]


def test_caps_of_results_are_the_budgets() -> None:
    small = Policy(budget=Budget(result_bytes=100, result_depth=2))
    assert run("'x' * 90", small).value == "x" * 90
    assert run("'x' * 93", small).value_note == "value is larger than the budget's result_bytes"
    assert run("[[1]]", small).value == [[1]]
    assert run("[[[1]]]", small).value_note == "value is nested more than 2 deep"
    with pytest.raises(TypeError, match="input 'x' is nested more than 2 deep"):
        run("", small, inputs={"x": [[[1]]]})


# --------------------------------------------------------------------------------------------------------------
# Output


def test_output_is_text_by_stream_and_counted_in_bytes() -> None:
    result = run("import sys\nprint('é', 1)\nsys.stderr.write('\\ud800ü')\nsys.stdout.write('x')")
    assert (result.stdout, result.stderr) == ("é 1\nx", "\\ud800ü")
    assert result.usage.output_bytes == len("é 1\nx\\ud800ü".encode())


def test_output_is_streamed_as_it_is_written() -> None:
    seen: list[tuple[str, str]] = []
    options = {
        "on_stdout": lambda text: seen.append(("out", text)),
        "on_stderr": lambda text: seen.append(("err", text)),
    }
    text = "import sys\nprint('a', end='')\nprint('b', end='', file=sys.stderr)\nprint('c', end='')"
    result = run(text, **options)
    assert [each for each in seen if each[1]] == [("out", "a"), ("err", "b"), ("out", "c")]
    assert (result.stdout, result.stderr) == ("ac", "b")
    assert run(text, **options, keep_output=False).stdout == ""


def test_output_of_the_host_is_not_the_guests(capfd: pytest.CaptureFixture[str]) -> None:
    run("import sys\nprint(1)\nprint(2, file=sys.stderr)\nsys.stdout.flush()")
    assert capfd.readouterr() == ("", "")


TINY = Policy(modules=EVERYTHING.modules, budget=Budget(output_bytes=10))
STUBBORN = [
    "while True: print('x')",
    "try:\n    while True: print('xxx')\nexcept BaseException: pass",
    "def f():\n    try: print('x' * 100)\n    finally: return 1\nf()\n5",
    "import sys\nsys.stderr.write('x' * 11)",
    "print('é' * 6, end='')",
    "import sys\nfor i in range(100):\n    try: sys.stdout.write('xx')\n    except BaseException: pass\n'value'",
    "import contextlib\nwith contextlib.suppress(BaseException): print('x' * 100)\n1",
    "import sys\nsys.stdout.writelines(['x'] * 100)",
    "try: print('x' * 100)\nexcept BaseException: raise ValueError from None",
    "def g():\n    try: yield\n    finally: print('x' * 100)\nit = g(); next(it); it.close()",
]


@pytest.mark.parametrize("text", STUBBORN)
def test_output_ends_with_its_budget(text: str) -> None:
    result = run(text, TINY)
    assert result.outcome == "out_of_budget"
    assert (result.value, len((result.stdout + result.stderr).encode()) <= 10) == (None, True)
    assert result.error is not None
    assert (result.error.type, result.error.rule) == ("OutOfBudget", "output_bytes")
    assert result.error.message == "more than 10 bytes of output"


def test_output_within_the_budget_is_kept() -> None:
    assert run("print('x' * 9)", TINY).stdout == "x" * 9 + "\n"
    assert run("print('x' * 1000)", Policy(budget=Budget(output_bytes=None))).outcome == "finished"


def test_output_budget_is_that_of_the_whole_session() -> None:
    with Sandbox(TINY).session() as session:
        first = session.run("print('xxxx')")
        assert (first.outcome, first.usage.output_bytes) == ("finished", 5)
        assert session.run("print('xxxx')").outcome == "finished"
        assert session.run("print('x')").outcome == "out_of_budget"
        assert session.run("1").outcome == "out_of_budget"


def test_input_comes_from_the_text_or_stream_that_is_handed_in() -> None:
    text = "import sys\nprint(input('? '), sys.stdin.readline(), sys.stdin.read(3), list(sys.stdin))"
    wanted = "? one two\n thr ['ee\\n', 'four']\n"
    assert printed(text, stdin="one\ntwo\nthree\nfour") == wanted
    assert printed(text, stdin=io.StringIO("one\ntwo\nthree\nfour")) == wanted


def test_arguments_are_those_that_are_handed_in() -> None:
    assert run("import sys\nsys.argv", argv=("job", "x")).value == ["job", "x"]


# --------------------------------------------------------------------------------------------------------------
# The interface


def test_wrong_arguments_are_the_hosts_mistake() -> None:
    with pytest.raises(IsolationError, match="isolation 'process' is not available"):
        Sandbox(isolation="process")  # type: ignore[arg-type]  # that is the point
    with pytest.raises(TypeError, match="a Policy or the name of one is wanted, not int"):
        Sandbox(1)  # type: ignore[arg-type]  # that is the point
    with pytest.raises(PolicyError):
        Sandbox("no such policy")
    with pytest.raises(TypeError, match="a text is str or bytes, not int"):
        run(1)  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize(
    "text",
    ["x = 'é'\nx", "x = 'é'\nx".encode(), bytearray("x = 'é'\nx".encode()), "# coding: latin-1\n'é'".encode("latin-1")],
)
def test_text_may_be_bytes(text: Any) -> None:
    assert run(text).value == "é"


def test_check_runs_nothing() -> None:
    sandbox = Sandbox()
    written: list[str] = []
    assert sandbox.check("print(1)\nimport socket\n1 / 0") == []
    assert [each.rule for each in sandbox.check("x.gi_frame\n__import__")] == ["attribute", "name"]
    assert [each.rule for each in sandbox.check("def f(:")] == ["syntax"]
    assert written == []


def test_guest_is_main_under_its_filename() -> None:
    assert run("(__name__, __file__)", filename="job.py").value == ("__main__", "job.py")
    assert run("def f(): pass\n(f.__module__, type('A', (), {}).__module__)").value == ("__main__", "__main__")


def test_one_sandbox_runs_many_texts_and_calls_of_it_nest() -> None:
    with Sandbox() as sandbox:
        inner: Callable[[str], Any] = lambda text: sandbox.run(text).value  # noqa: E731 - a function to hand in
        assert sandbox.run("run('1 + 1') + 1", functions={"run": inner}).value == 3
        assert [sandbox.run("n * 2", inputs={"n": n}).value for n in range(3)] == [0, 2, 4]


def test_exception_that_the_host_is_handling_is_not_the_guests() -> None:
    class Held(Exception):
        connection = io

    text = "import sys\ntry: raise\nexcept Exception as e: x = type(e).__name__, hasattr(e, 'connection')\nx"
    finalized = (
        "import sys\ndef f(p, e):\n    try: yield\n    finally: p(repr(e()))\ng = f(print, sys.exception); next(g)"
    )
    told: list[str] = []
    try:
        raise Held
    except Held:
        assert Sandbox("default").run(text).value == ("RuntimeError", False)
        assert Sandbox("default").run("1/0").error.context is None  # type: ignore[union-attr]  # there is one
        assert "Held" not in Sandbox("default").run(finalized).stdout
    with pytest.raises(Held), Sandbox("default").session(on_stdout=told.append) as session:
        assert session.run(finalized).outcome == "finished"
        raise Held
    assert told and "Held" not in "".join(told)
