"""Statements 1 to 11 of the specification: running code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from classic_runs import inside, raised, sub
from rexec.classic.rexec import RExec
from rexec.errors import RefusedError


def test_01_expressions_have_values() -> None:
    assert RExec().r_eval("1+1") == 2
    assert RExec().s_eval("1+1") == 2


def test_02_state_stays_in_its_instance() -> None:
    r = RExec()
    assert r.r_exec("x = 1") is None  # type: ignore[func-returns-value]  # that is the point
    assert r.r_eval("x") == 1
    with pytest.raises(NameError):
        RExec().r_eval("x")


def test_03_statement_is_no_expression_and_blanks_before_one_are_stripped() -> None:
    with pytest.raises(SyntaxError):
        RExec().r_eval("x = 1")
    assert RExec().r_eval("  1+1") == 2
    assert RExec().r_eval(b" \t1+1") == 2


@pytest.mark.parametrize("method", ["r_exec", "r_eval", "s_exec", "s_eval"])
def test_04_code_object_is_a_type_error(method: str) -> None:
    with pytest.raises(TypeError, match="code objects cannot be checked"):
        getattr(RExec(), method)(compile("1", "", "exec"))
    with pytest.raises(TypeError, match="a text is str or bytes, not int"):
        getattr(RExec(), method)(1)


def test_05_bytes_are_read_by_their_cookie() -> None:
    r = RExec()
    r.r_exec(b"# coding: latin-1\nx='\xe9'")
    assert r.r_eval("x") == "\xe9"


def test_06_exceptions_reach_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        RExec().r_exec("1/0")


@pytest.mark.parametrize("text", ["import sys; sys.exit(3)", "raise SystemExit(3)"])
def test_07_system_exit_reaches_the_caller_with_its_code(text: str) -> None:
    error = raised(text)
    assert isinstance(error, SystemExit)
    assert error.code == 3


@pytest.mark.parametrize(
    "text", ["yield 1", "return 1", "-" * 20000 + "1", "1" + "+1" * 20000, "x = 1\0", "x = '\ud800'; \ud800", "break"]
)
def test_08_texts_that_hurt_compilers_are_syntax_errors(text: str) -> None:
    assert isinstance(raised(text), SyntaxError)
    with pytest.raises(SyntaxError):
        RExec().r_eval(text)


def test_09_syntax_error_keeps_its_line() -> None:
    error = raised("x = 1\ny = = 2")
    assert isinstance(error, SyntaxError)
    assert error.lineno == 2


def test_10_file_runs_in_main(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("answer = 42\nwhere = __name__")
    r = RExec()
    r.r_execfile(str(script))
    assert r.r_eval("answer") == 42
    assert r.r_eval("where") == r.r_eval("__name__") == "__main__"
    r.s_execfile(script)
    with pytest.raises(FileNotFoundError):
        r.r_execfile(str(tmp_path / "missing.py"))
    r.r_execfile(os.fsencode(script))
    with pytest.raises(TypeError):
        r.r_execfile(0)  # type: ignore[arg-type]  # that is the point
    script.write_text("y = = 2")
    with pytest.raises(SyntaxError) as found:
        r.r_execfile(str(script))
    assert found.value.filename == str(script)


def test_11_the_language_is_ordinary_python() -> None:
    text = """
class Account:
    def __init__(self, owner):
        self.owner = owner
        self._total = 0
    def pay(self, amount):
        self._total += amount
        return self

class Failure(Exception):
    pass

class Managed:
    def __enter__(self):
        return self
    def __exit__(self, *details):
        return False

def twice(function):
    def both(*args):
        return function(*args), function(*args)
    return both

@twice
def count(n):
    return sum(i for i in range(n))

def numbers():
    yield from (1, 2, 3)

account = Account("Eve").pay(3).pay(4)
first, (second, *rest) = 1, (2, 3, 4)
total = 0
total += first
with Managed() as managed:
    try:
        raise Failure("no")
    except Failure as error:
        told = f"{error!s:>4}"
outer = 1
def outermost():
    n = 1
    def inner():
        nonlocal n
        n += 1
        return n
    return inner()
match account.owner:
    case "Eve":
        matched = True
x = (account._total, rest, total, told, count(4), list(numbers()), [i * i for i in (1, 2)], outermost(), matched)
"""
    assert inside(text) == (7, [3, 4], 1, "  no", (6, 6), [1, 2, 3], [1, 4], 2, True)


def test_refusal_is_a_syntax_error_that_lists_every_finding() -> None:
    error = raised("x.gi_frame\ny.tb_frame")
    assert isinstance(error, RefusedError)
    assert [each.line for each in error.diagnostics] == [1, 2]


def test_traceback_holds_the_lines_of_the_guest() -> None:
    error = raised("def f():\n    return 1/0\nf()")
    lines, step = [], error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<string>":
            lines.append(step.tb_lineno)
        step = step.tb_next
    assert lines == [3, 2]


def test_guest_quotes_its_own_lines() -> None:
    r = sub(ok_builtin_modules=("traceback",))()
    r.r_exec("import traceback\ntry:\n    1/0  # here\nexcept ZeroDivisionError:\n    x = traceback.format_exc()")
    assert "1/0  # here" in r.r_eval("x")  # and from now on there are two texts of this name
    r.r_exec("try:\n    1/0  # here\nexcept ZeroDivisionError:\n    x = traceback.format_exc()")
    assert "# here" not in r.r_eval("x")


def test_host_may_call_back_into_the_same_environment() -> None:
    r = RExec()
    r.add_module("__main__").ask = lambda: r.r_eval("n + 1")
    assert r.r_eval("(n := 1) + ask()") == 3
