"""What passes between an RExec's guest and its host besides values: exceptions, streams, context variables."""

from __future__ import annotations

import builtins
import contextvars
import decimal
import io
import sys
import tempfile
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from classic_runs import inside, raised, sub
from rexec.classic.bastion import Bastion, BastionClass
from rexec.classic.files import FileWrapper
from rexec.classic.hooks import RHooks
from rexec.classic.rexec import RExec
from rexec.policy import Policy

LOOKS = [
    "import sys\nx = sys.exc_info()[1]",
    "import sys\nx = sys.exception()",
    "try: raise\nexcept Exception as error: x = error",
    "try: 1/0\nexcept Exception as error: x = error.__context__",
    "try: raise ValueError\nexcept ValueError as error: x = error.__context__.__context__ or error.__context__",
]


class Held(Exception):
    """An exception of the host, which holds something of the host's."""

    connection = sys


@pytest.mark.parametrize("text", LOOKS)
def test_exception_that_the_host_is_handling_is_not_the_guests(text: str) -> None:
    r = Policy.load("default").to_rexec()
    try:
        raise Held
    except Held:
        found = inside(text, r)
        assert type(found) is RuntimeError
        assert str(found) == "No active exception to reraise"
        assert found.__context__ is None
        assert sys.exception().__class__ is Held


def test_exception_of_the_guest_has_no_context_of_ours() -> None:
    r = RExec()
    try:
        raise Held
    except Held:
        error = raised("try: 1/0\nexcept ZeroDivisionError: raise ValueError", r)
        assert type(error.__context__) is ZeroDivisionError
        assert error.__context__.__context__ is None
        loop = raised("a, b = ValueError(), KeyError()\na.__context__, b.__context__ = b, a\nraise a", r)
        assert type(loop) is ValueError
        r.add_module("__main__").ask = lambda: r.r_eval("look()")
        r.r_exec("import sys\ndef look(): return sys.exc_info()[1]")
        assert type(inside("try: 1/0\nexcept ZeroDivisionError: x = ask()", r)) is RuntimeError


WRITER = """
import sys
class W:
    seen = []
    def write(self, text):
        W.seen.append((text, type(text), sys.exc_info()[1]))
        return W.answer
    def readline(self): return W.answer
    def fileno(self): return 0
    answer = 1
sys.stdout = sys.stdin = W()
"""


class Text(str):
    pass


def test_host_and_stream_of_the_guest_give_each_other_plain_data_only() -> None:
    r = RExec()
    told: list[Any] = []

    def act() -> None:
        try:
            raise Held
        except Held:
            assert sys.stdout.write(Text("a")) == 1
        sys.stdout.writelines(each for each in "bc")
        for call in (lambda: sys.stdout.write(sys), sys.stdout.fileno):  # type: ignore[arg-type]  # that is the point
            with pytest.raises((TypeError, io.UnsupportedOperation)) as found:
                call()
            told.append(found.type)

    r.add_module("__main__").act = act
    r.s_exec(WRITER + "act()")
    seen = r.r_eval("W.seen")
    assert [each[:2] for each in seen] == [("a", str), ("b", str), ("c", str)]
    assert type(seen[0][2]) is RuntimeError and seen[1][2] is None
    assert told == [TypeError, io.UnsupportedOperation]


def test_host_reads_plain_lines_of_the_guest() -> None:
    r = RExec()
    r.add_module("__main__").act = lambda: [each for _, each in zip(range(2), sys.stdin, strict=False)]
    assert r.s_eval("1") == 1
    r.s_exec(WRITER + "W.answer = 'line'\nx = act()")
    assert r.r_eval("x") == ["line", "line"]
    r.s_exec(WRITER + "class S(str): pass\nW.answer = S('lie')\ntry: act()\nexcept TypeError as e: x = str(e)")
    assert r.r_eval("x") == "what readline() of the guest's stream gives holds a 'S' object, which is no plain data"


def test_delegate_is_the_hosts_stream_again_when_the_call_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("one\ntwo\n"))
    kept: list[Any] = []
    RExec().s_apply(lambda: kept.append(sys.stdin))
    assert kept[0].readline() == "one\n"
    assert list(kept[0]) == ["two\n"]


class Stream:
    """A stream of the host's that fails, or answers with itself."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error

    def write(self, text: str) -> Any:
        if self.error is not None:
            raise self.error
        return self

    readline = write


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Held("m"), RuntimeError),
        (BrokenPipeError(32, "Broken pipe"), BrokenPipeError),
        (UnicodeEncodeError("ascii", "é", 0, 1, "no"), UnicodeEncodeError),
    ],
)
def test_failure_of_the_hosts_stream_reaches_the_guest_as_a_new_exception(
    monkeypatch: pytest.MonkeyPatch, error: Exception, kind: type
) -> None:
    error.__context__ = Held()
    r = RExec()
    monkeypatch.setattr(sys, "stdin", Stream(error))
    monkeypatch.setattr(sys, "stdout", Stream(error))
    for text in ("print('x')", "import sys\nsys.stdin.readline()"):
        r.s_exec(f"x = None\ntry:\n    {text.replace(chr(10), '; ')}\nexcept Exception as e: x = e")
        found = r.r_eval("x")
        assert type(found) is kind and found is not error and found.__context__ is None
    monkeypatch.setattr(sys, "stdin", Stream(None))
    monkeypatch.setattr(sys, "stdout", Stream(None))
    r.s_exec("print('x')")
    with pytest.raises(TypeError, match="what readline\\(\\) gives holds a 'Stream' object"):
        r.s_exec("sys.stdin.readline()")


def test_whatever_looks_like_a_file_is_wrapped() -> None:
    class Own(RExec):
        answer: Any = None

        def r_open(self, file: Any, mode: Any = "r", buf: Any = -1, **text: Any) -> Any:
            return self.answer

    r = Own()
    with tempfile.NamedTemporaryFile() as file:
        r.answer = file
        assert type(r.r_eval("open('f')")) is FileWrapper
    r.answer = sys
    assert isinstance(raised("open('f')", r), TypeError)
    r.answer = Bastion(io.StringIO())
    assert r.r_eval("open('f')") is r.answer
    r.r_exec("class F:\n    def read(self): return 1")
    r.answer = r.r_eval("F()")
    assert r.r_eval("open('f').read()") == 1


def test_bastion_works_with_the_numbers_and_variables_of_its_host() -> None:
    variable: contextvars.ContextVar[str] = contextvars.ContextVar("variable")
    variable.set("the host's")
    r = sub(ok_builtin_modules=("decimal",))()

    class Account:
        def third(self) -> decimal.Decimal:
            return decimal.Decimal(1) / 3

        def variable(self) -> str:
            return variable.get()

        def fail(self) -> None:
            raise Held

        def again(self, text: str) -> Any:
            return r.r_eval(text)

    class Own(RExec):
        def r_open(self, file: Any, mode: Any = "r", buf: Any = -1, **text: Any) -> Any:
            return variable.get()

    r.add_module("__main__").b = Bastion(Account())
    r.r_exec("import decimal\ndecimal.getcontext().prec = 2")
    assert r.r_eval("str(b.third()), b.variable(), b.again('decimal.getcontext().prec')") == (
        f"0.{'3' * 28}",
        "the host's",
        2,
    )
    assert r.r_eval("str(decimal.Decimal(1) / 3)") == "0.33"
    assert type(raised("b.again('1/0')", r)) is ZeroDivisionError
    assert type(raised("b.again('b.fail()')", r)) is Held
    assert Own().r_eval("open('f')") == "the host's"
    assert decimal.getcontext().prec == 28


def test_bastion_is_asked_as_its_host() -> None:
    class Odd:
        def __getattr__(self, name: str) -> Any:
            raise Held("of the host")

    r = RExec()
    r.add_module("__main__").b = Bastion(Odd())
    assert str(inside("try: b.act\nexcept RuntimeError as e: x = e", r)) == "act() failed: Held: of the host"
    assert type(raised("b.act", r)) is Held


def test_bastion_runs_no_property_of_its_object() -> None:
    ran: list[str] = []

    class Lazy:
        @property
        def one(self) -> Any:
            ran.append("one")

        @cached_property
        def two(self) -> Any:
            ran.append("two")

    for name in ("one", "two"):
        with pytest.raises(AttributeError):
            getattr(Bastion(Lazy()), name)
    assert ran == []


# --------------------------------------------------------------------------------------------------------------
# Bad input


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        (lambda: Bastion(1, methods=(5,)), "methods: a tuple of plain str is wanted"),  # type: ignore[arg-type]  # that is the point
        (lambda: BastionClass(1, "x"), "get: a function is wanted, not int"),  # type: ignore[arg-type]  # that is the point
        (lambda: RExec(RExec), "hooks: an RHooks is wanted, not type"),
        (sub(module_exports={1: ("a",)}), "the names of modules are plain str"),
        (lambda: RExec().copy_except(builtins, "ab"), "a tuple of names is wanted, not 'ab'"),
        (lambda: RExec().copy_only(builtins, 5), "a tuple of names is wanted, not 5"),  # type: ignore[arg-type]  # that is the point
    ],
)
def test_wrong_argument_is_one_clear_type_error(wrong: Any, text: str) -> None:
    with pytest.raises(TypeError, match=text):
        wrong()


def test_path_that_no_file_can_have_is_told_at_construction() -> None:
    with pytest.raises(ValueError, match=r"Sub[.]ok_path: .* holds a character that no file name can hold"):
        sub(ok_path=("\ud800",))()
    assert sub(ok_path=("\udc80",))().r_eval("1") == 1


def test_copy_of_a_module_is_made_whole_or_not_at_all() -> None:
    import colorsys

    class Odd:
        __name__ = "colorsys"

        def __getattr__(self, name: str) -> Any:
            raise ZeroDivisionError

    r = RExec()
    with pytest.raises(ZeroDivisionError):
        r.copy_only(Odd(), ("rgb_to_hsv",))
    assert "colorsys" not in r.modules
    assert r.copy_except(colorsys, ()).ONE_THIRD == colorsys.ONE_THIRD


def test_copy_of_the_builtins_takes_no_guard_away(tmp_path: Path) -> None:
    r = RExec()
    r.copy_except(builtins, ())
    (tmp_path / "f").write_text("x")
    for text in ("eval", "exec", "vars", "globals", "__import__", f"open({str(tmp_path / 'f')!r}, 'w')"):
        assert isinstance(raised(text, r), (NameError, OSError, SyntaxError))
    assert isinstance(raised("getattr(raised, '__globals__')", r), NameError)
    assert isinstance(raised("getattr((lambda: 0), '__globals__')", r), AttributeError)
    assert r.r_eval("type(int) is type, aiter is not None") == (True, True)


# --------------------------------------------------------------------------------------------------------------
# Exceptions of the host


class Failing:
    """Raises what it is told to."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def act(self) -> None:
        raise self.error


class Files(RExec):
    """Opens nothing."""

    error: Exception = Held("of the host")

    def r_open(self, file: Any, mode: Any = "r", buf: Any = -1, **text: Any) -> Any:
        raise self.error


class Hooks(RHooks):
    """Finds nothing."""

    def openfile(self, path: str, mode: str = "rb") -> Any:
        raise Held("of the host")


CHAINED = ValueError("text")
CHAINED.__context__ = Held()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Held("of the host"), RuntimeError),
        (CHAINED, ValueError),
        (KeyError(sys), KeyError),
        (OSError(2, "no", sys), FileNotFoundError),
    ],
)
def test_exception_of_the_host_is_a_new_one_to_the_guest_and_its_own_to_the_host(error: Exception, kind: type) -> None:
    r = RExec()
    r.add_module("__main__").b = Bastion(Failing(error))
    found = inside("try: b.act()\nexcept Exception as e: x = e", r)
    assert type(found) is kind and found is not error
    assert found.__context__ is None and not vars(found) and sys not in found.args
    assert raised("b.act()", r) is error
    assert raised("try: b.act()\nfinally: pass", r) is error
    assert type(raised("try: b.act()\nexcept Exception: raise ZeroDivisionError", r)) is ZeroDivisionError


@pytest.mark.parametrize(
    "text", ["try: open('f')\nexcept Exception as e: x = e", "try: import vm\nexcept Exception as e: x = e"]
)
def test_exception_of_an_override_is_a_new_one(text: str) -> None:
    class Own(Files):
        ok_path = ("/virt",)

    found = inside(text, Own(Hooks()))
    assert type(found) is RuntimeError and str(found).endswith("() failed: Held: of the host")
    assert type(raised("import vm", Own(Hooks()))) is Held


def test_exception_that_leads_nowhere_passes_as_it_is() -> None:
    r = RExec()
    error = FileNotFoundError(2, "no", "f")
    r.add_module("__main__").b = Bastion(Failing(error))
    assert inside("try: b.act()\nexcept OSError as e: x = e", r) is error
    r.r_exec("class E(Exception): pass")

    class Calling:
        def call(self, function: Any) -> Any:
            return function()

    r.add_module("__main__").c = Bastion(Calling())
    assert inside("def f(): raise E\ntry: c.call(f)\nexcept E: x = 'own'", r) == "own"
    text = "import operator\ntry: c.call(lambda: operator.attrgetter)\nexcept AttributeError as e: x = e.rule"
    assert inside(text, r) == "module"
