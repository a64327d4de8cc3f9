"""How a run ends: exit status, errors, their frames and chains, denials and refusals."""

from __future__ import annotations

import pytest

from guest_runs import failed, printed, run
from rexec.policy import Policy
from rexec.result import GuestError


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("", 0), ("None", 0), ("0", 0), ("3", 3), ("True", 1), ("False", 0), ("256", 0), ("257", 1),
        ("-1", 255), ("'text'", 1),
        ("1.5", 1), ("(1, 2)", 1), ("[]", 1), ("10 ** 30", 0),
    ],
)  # fmt: skip
@pytest.mark.parametrize("how", ["raise SystemExit({})", "import sys\nsys.exit({})", "exit({})", "quit({})"])
def test_exit_status_is_that_of_a_process(how: str, code: str, status: int) -> None:
    error = failed(how.format(code))
    assert (error.type, error.exit_status) == ("SystemExit", status)


def test_exit_status_of_other_endings_is_none() -> None:
    assert failed("1 / 0").exit_status is None


def test_exit_status_of_a_class_of_the_guests_own_is_its_code() -> None:
    assert failed("class Stop(SystemExit): pass\nraise Stop(3)").exit_status == 3
    assert failed("class Stop(SystemExit): code = 'text'\nraise Stop(3)").exit_status in (1, 3)


@pytest.mark.parametrize(
    "kind", ["KeyboardInterrupt", "GeneratorExit", "BaseException", "StopIteration", "RecursionError", "MemoryError"]
)
def test_whatever_a_guest_raises_is_told_and_not_raised(kind: str) -> None:
    error = failed(f"raise {kind}('text')")
    assert (error.type, error.message, error.line) == (kind, "text", 1)


THROUGH = {
    "reduce": "import functools\ndef f(a, b): return a / 0\nfunctools.reduce(f, [1, 2])",
    "sort": "def f(a, b=0): return a / 0\nsorted([1, 2], key=f)",
    "json": "import json\ndef f(a): return a / 0\njson.dumps({1j}, default=lambda x: f(1))",
    "re": "import re\ndef f(m): return 1 / 0\nre.sub('a', f, 'a')",
    "dataclass": "import dataclasses\n@dataclasses.dataclass\nclass A:\n    x: int\n"
    "    def __post_init__(self): self.x / 0\nA(1)",
    "exit stack": "import contextlib\ndef f(): 1 / 0\nwith contextlib.ExitStack() as s: s.callback(f)",
    "asyncio": "import asyncio\nasync def f(): 1 / 0\nasync def main(): await asyncio.gather(f())\nasyncio.run(main())",
    "format": "class A:\n    def __format__(self, spec): 1 / 0\n'{0.__class__}{0}'.format(A())",
    "enum": "import enum\nclass E(enum.Enum):\n    def __init__(self, x): x / 0\n    A = 1",
    "cached": "import functools\n@functools.lru_cache\ndef f(n): return n / 0\nf(1)",
    "exit": "class M:\n    def __enter__(self): pass\n    def __exit__(self, *a): 1 / 0\nwith M(): pass",
    "print": "class A:\n    def __str__(self): 1 / 0\nprint(A())",
}


@pytest.mark.parametrize("how", THROUGH)
def test_frames_of_an_error_are_the_guests_only(how: str) -> None:
    text = THROUGH[how]
    result = run(text, filename="guest.py")
    assert result.error is not None
    assert result.error.type in ("ZeroDivisionError",)
    lines = text.split("\n")
    assert len(result.error.frames) >= 2
    for frame in result.error.frames:
        if frame.filename == "<library>":  # what dataclasses put together
            continue
        assert frame.filename == "guest.py"
        assert frame.source_line == lines[(frame.line or 0) - 1]
    last = result.error.frames[-1]
    assert "/ 0" in (last.source_line or "")
    assert "rexec" not in repr(result.error)
    assert "/" not in repr(result.error).replace("/ 0", "")


def test_chain_of_an_error_is_told() -> None:
    text = (
        "try:\n    try: 1 / 0\n    except ZeroDivisionError as e: raise KeyError('k') from e\n"
        "except KeyError: raise ValueError('v')"
    )
    error = failed(text)
    assert (error.type, error.line, error.cause) == ("ValueError", 4, None)
    assert error.context is not None
    assert (error.context.type, error.context.message, error.context.line) == ("KeyError", "'k'", 3)
    assert error.context.cause is not None
    assert (error.context.cause.type, error.context.cause.line) == ("ZeroDivisionError", 2)
    assert failed("try: 1 / 0\nexcept ZeroDivisionError: raise ValueError from None").context is None


def test_notes_and_titles_of_an_error_are_text() -> None:
    error = failed("e = ValueError('x')\ne.add_note('one')\ne.__notes__.append(3)\nraise e")
    assert error.notes == ("one", "<note is no text>")
    assert failed("class E(Exception): pass\nE.__qualname__ = 'Other'\nraise E").type == "Other"
    assert failed("class E(Exception): pass\nE.__module__ = 'm'\nraise E").type == "m.E"
    assert (
        failed("class E(Exception):\n    def __str__(self): raise ValueError\nraise E").message
        == "<exception str() failed>"
    )
    assert (
        failed("class E(Exception):\n    def __str__(self): return type('S', (str,), {})('s')\nraise E").message == "s"
    )
    assert (
        type(failed("class E(Exception):\n    def __str__(self): return type('S', (str,), {})('s')\nraise E").message)
        is str
    )


def test_exceptions_of_a_group_are_told() -> None:
    error = failed("raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [KeyError(2)] * 20)])")
    first, second = error.exceptions
    assert (first.type, first.message, first.exceptions) == ("ValueError", "1", ())
    assert (second.type, len(second.exceptions), second.more) == ("ExceptionGroup", 15, 5)


@pytest.mark.parametrize(
    "text",
    [
        "for i in range(50): e = ExceptionGroup('g', [e] * 9)",
        "for i in range(50): e = ExceptionGroup('g', [e])",
        "e = ExceptionGroup('g', [e] * 10**5)",
    ],
)
def test_groups_of_groups_are_cut(text: str) -> None:
    """However often one exception is within another, what is told of it stays small (I6)."""
    pending, count = [failed(f"e = ValueError()\n{text}\nraise e")], 0
    while pending:
        each = pending.pop()
        pending += each.exceptions
        count += 1
    assert count <= 230


def test_hint_is_beside_the_message() -> None:
    error = failed("total = 1\ntotl")
    assert (error.message, error.hint) == ("name 'totl' is not defined", ". Did you mean: 'total'?")
    assert failed("class T(str): pass\nclass A:\n    def __dir__(self): return [T('abce')]\nA().abcd").hint == ""
    assert failed("e = NameError('n')\ne.name = 5\nraise e").hint == ""
    assert failed("raise NameError('n', name='prnt')").hint == ". Did you mean: 'print'?"
    assert failed("compile").hint == ""  # withheld, which its rule says


def test_long_chain_of_errors_is_cut() -> None:
    error: GuestError | None = failed(
        "e = None\nfor i in range(100):\n    n = ValueError(i)\n    n.__cause__ = e\n    e = n\nraise e"
    )
    count = 0
    while error is not None:
        error, count = error.cause, count + 1
    assert count == 21


def test_circle_of_errors_ends() -> None:
    text = "a, b = ValueError('a'), ValueError('b')\na.__cause__, b.__cause__ = b, a\nraise a"
    assert failed(text).message == "a"


def test_denial_tells_rule_and_grant() -> None:
    error = failed("import json", policy=Policy())
    assert (error.rule, error.grant) == ("import", "[modules] json = true")
    error = failed("import os.path", policy=Policy(modules={"os": True}))
    assert (error.rule, error.grant) == ("import", '[modules] "os.path" = true')
    error = failed("import socket")
    assert (error.rule, error.grant) == ("import", None)
    error = failed("import os\nos.getcwd", policy="default")
    assert (error.rule, error.grant) == ("module", '[modules] os = [..., "getcwd"]')
    error = failed("open('/etc/passwd')")
    assert (error.rule, error.grant) == ("file", '[paths] read = ["..."]')
    error = failed("eval('1')")
    assert (error.rule, error.grant) == ("builtin", None)
    error = failed("print(1)", policy=Policy(deny_builtins=frozenset({"print"})))
    assert (error.rule, error.grant) == ("builtin", '[builtins] deny without "print"')


@pytest.mark.parametrize(
    "text",
    ["getattr((i for i in ''), 'gi_frame')", "import socket", "open('/x')", "eval", "{}.__class__.__subclasses__"],
)
def test_guest_can_catch_a_denial_as_what_python_would_raise(text: str) -> None:
    kinds = "(AttributeError, ImportError, OSError, NameError)"
    assert printed(f"try: {text}\nexcept {kinds} as error: print('caught')") == "caught\n"


def test_refused_text_tells_all_that_is_wrong_at_once() -> None:
    result = run("a.gi_frame\nfrom m import *\n__import__", filename="bad.py")
    assert (result.outcome, result.stdout) == ("refused", "")
    assert result.error is not None
    assert [(each.line, each.rule) for each in result.error.diagnostics] == [
        (1, "attribute"),
        (2, "import"),
        (3, "name"),
    ]
    assert (result.error.filename, result.error.line, result.error.source_line) == ("bad.py", 1, "a.gi_frame")
