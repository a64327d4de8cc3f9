"""``Sandbox``, ``Session`` and ``Result``: what goes in, what comes out, and how runs end."""

from __future__ import annotations

import io
import sys
from dataclasses import FrozenInstanceError, dataclass
from typing import Any

import pytest

import rexec
from rexec import IsolationError, Policy, PolicyError, Sandbox, expose

SANDBOX = Sandbox("default")

# --------------------------------------------------------------------------------------------------------------
# Values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 1", 2),
        ("x = 1", None),
        ("", None),
        ("None", None),
        (
            "[1, (2.5, 'a'), {b'b': {3}}, frozenset([4]), 1j, True, ...]",
            [1, (2.5, "a"), {b"b": {3}}, frozenset([4]), 1j, True, ...],
        ),
        ("x = []\nx.append(x)\n1", 1),
        ("if 1:\n    5", None),
        ("'last'; 'really last'", "really last"),
    ],
)  # fmt: skip
def test_value_of_the_last_expression(text: str, value: Any) -> None:
    result = SANDBOX.run(text)
    assert (result.outcome, result.value, result.value_note, result.error) == ("finished", value, None, None)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("print", "builtin_function_or_method|function"),
        ("class A: pass\nA()", "A"),
        ("class L(list): pass\n[L()]", r"value\[0\]|L"),
        ("x = []\nx.append(x)\nx", "nested"),
        ("'x' * 200_000_000", "bytes"),
        ("type", "Type|type"),
        ("import math\nmath", "math"),
        ("(i for i in 'ab')", "generator"),
    ],
)
def test_value_that_is_no_plain_data_is_noted(text: str, note: str) -> None:
    import re

    result = SANDBOX.run(text)
    assert (result.outcome, result.value) == ("finished", None)
    assert result.value_note is not None
    assert re.search(note, result.value_note)


def test_values_are_copies() -> None:
    given = [1, [2]]
    with SANDBOX.session() as session:
        first = session.run("given[1].append(3)\nmade = {'a': given}\nmade", inputs={"given": given})
        assert given == [1, [2]]
        first.value["a"].append(4)
        assert session.run("made").value == {"a": [1, [2, 3]]}


def test_dates_and_decimals_come_out() -> None:
    from datetime import date, timedelta
    from decimal import Decimal

    text = (
        "from datetime import date, timedelta\nfrom decimal import Decimal\n"
        "[date(2026, 1, 2) + timedelta(1), Decimal('1.5')]"
    )
    assert SANDBOX.run(text).value == [date(2026, 1, 2) + timedelta(1), Decimal("1.5")]


# --------------------------------------------------------------------------------------------------------------
# Endings: whatever the guest does, a Result


@pytest.mark.parametrize("error", ["SystemExit", "KeyboardInterrupt", "GeneratorExit", "ValueError"])
@pytest.mark.parametrize(
    "text",
    [
        "class E({base}):\n    def __str__(self): raise {error}\nraise E",
        "class E({base}):\n    def __getattr__(self, name): raise {error}\nraise E",
        "class E({base}):\n    def __str__(self): raise {error}\nraise LookupError from E()",
        "class S(str):\n    def __str__(self): raise {error}\nraise {base}(S())",
        "class E({base}):\n    def __str__(self): raise {error}\n    __repr__ = __str__\nraise SystemExit(E())",
    ],
)
@pytest.mark.parametrize("base", ["Exception", "BaseException", "KeyError", "SystemExit"])
def test_exception_that_fails_when_it_is_told(text: str, base: str, error: str) -> None:
    assert SANDBOX.run(text.format(base=base, error=error)).outcome == "raised"


def test_error_tells_where_and_why() -> None:
    error = SANDBOX.run("def f(x):\n    return é + x[0]\n\né = 1\nf([None])", filename="a.py").error
    assert error is not None
    assert (error.type, error.filename, error.line, error.source_line) == (
        "TypeError",
        "a.py",
        2,
        "    return é + x[0]",
    )
    assert error.message == "unsupported operand type(s) for +: 'int' and 'NoneType'"
    assert (error.column, error.end_line, error.end_column) == (11, 2, 19)
    assert [(each.function, each.line) for each in error.frames] == [("<module>", 5), ("f", 2)]


def test_error_tells_its_cause_its_context_and_its_notes() -> None:
    text = "try:\n    1 / 0\nexcept Exception as e:\n    e.add_note('noted')\n    raise KeyError(1) from e"
    error = SANDBOX.run(text).error
    assert error is not None
    assert error.cause is not None
    assert (error.cause.type, error.cause.notes, error.cause.line) == ("ZeroDivisionError", ("noted",), 2)
    error = SANDBOX.run("try:\n    1 / 0\nfinally:\n    [][0]").error
    assert error is not None
    assert error.context is not None
    assert (error.type, error.context.type) == ("IndexError", "ZeroDivisionError")


def test_long_chain_is_cut() -> None:
    text = "e = None\nfor i in range(1000):\n    n = ValueError(i)\n    n.__cause__ = e\n    e = n\nraise e"
    error, count = SANDBOX.run(text).error, 0
    while error is not None:
        error, count = error.cause, count + 1
    assert 10 < count < 100


def test_chain_that_bites_its_tail_is_cut() -> None:
    assert SANDBOX.run("a, b = ValueError(), KeyError()\na.__cause__, b.__cause__ = b, a\nraise a").outcome == "raised"


def test_deep_recursion_is_told_with_its_ends() -> None:
    error = SANDBOX.run("def f(n): return f(n + 1)\nf(0)").error
    assert error is not None
    assert error.type == "RecursionError"
    assert error.frames[0].function == "<module>"
    assert len(error.frames) <= 200


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("import socket", "import"),
        ("import math\nmath.nothing", None),
        ("open('/etc/passwd')", "file"),
        ("eval('().__class__')", None),
        ("def f(): pass\ngetattr(f, '__glob' + 'als__')", "attribute"),
    ],
)
def test_denial_names_its_rule(text: str, rule: str | None) -> None:
    result = SANDBOX.run(text)
    assert result.error is not None
    if rule is not None:
        assert (result.outcome, result.error.rule) == ("denied", rule)
    assert result.error.line == text.count("\n") + 1


def test_refusal_has_every_finding() -> None:
    result = SANDBOX.run("x.__globals__\n\ny.__code__", filename="b.py")
    assert (result.outcome, result.stdout) == ("refused", "")
    assert result.error is not None
    assert [(each.line, each.column, each.rule) for each in result.error.diagnostics] == [
        (1, 0, "attribute"),
        (3, 0, "attribute"),
    ]
    assert SANDBOX.check("x.__globals__", filename="b.py")[0].source_line == "x.__globals__"
    assert SANDBOX.check("x = 1") == []


@pytest.mark.parametrize(
    "text",
    [
        "while True: print('x' * 100)",
        "while True:\n    try:\n        while True: print('x')\n    except BaseException:\n        break",
        "def f():\n    try:\n        while True: print('x')\n    finally:\n        return\nf()",
        "def g():\n    try:\n        yield\n    finally:\n        while True: print('x')\nx = g(); next(x)",
        "class E(Exception):\n    def __str__(self):\n        while True: print('x')\nraise E",
        "import sys\nwhile True: sys.stderr.write('é')",
    ],
)
def test_too_much_output_ends_the_run(text: str, recwarn: Any) -> None:
    policy = Policy.loads("[budget]\noutput_bytes = 1000\n[modules]\nsys = ['stderr']")
    result = Sandbox(policy).run(text)
    assert (result.outcome, result.value) == ("out_of_budget", None)
    assert result.error is not None
    assert result.error.rule == "output_bytes"
    assert len(result.stdout.encode()) + len(result.stderr.encode()) <= 1000


# --------------------------------------------------------------------------------------------------------------
# Streams


def test_streams_are_kept_and_passed_on() -> None:
    out: list[str] = []
    text = "import sys\nprint('a', 'b')\nprint('c', file=sys.stderr)\nprint(input(), sys.argv)"
    result = SANDBOX.run(text, argv=["x", "y"], stdin="line\n", on_stdout=out.append)
    assert (result.stdout, result.stderr, "".join(out)) == ("a b\nline ['x', 'y']\n", "c\n", "a b\nline ['x', 'y']\n")
    result = SANDBOX.run(text, on_stdout=out.append, keep_output=False)
    assert (result.stdout, result.stderr) == ("", "")


class OwnError(Exception):
    """An exception of the host's."""


@pytest.mark.parametrize(
    "text",
    [
        "print(1)",
        "try:\n    print(1)\nexcept BaseException as e:\n    print(2)",
        "def f():\n    try: print(1)\n    finally: return\nf()",
    ],
)
def test_failing_stream_of_the_host_is_the_hosts_affair(text: str) -> None:
    calls: list[str] = []

    def fail(written: str) -> None:
        calls.append(written)
        raise OwnError("secret")

    with pytest.raises(OwnError):
        SANDBOX.run(text, on_stdout=fail)
    assert len(calls) == 1


def test_guest_cannot_see_the_hosts_exception() -> None:
    seen: dict[str, Any] = {}

    def fail(written: str) -> None:
        raise OwnError("secret")

    text = "try:\n    print(1)\nexcept BaseException as e:\n    see([type(e).__name__, str(e), str(e.__context__)])"
    with pytest.raises(OwnError):
        SANDBOX.run(text, on_stdout=fail, functions={"see": lambda value: seen.update(found=value)})
    assert seen["found"] == ["OutOfBudget", "the host's side of a stream failed", "None"]


def test_bytes_that_are_no_text_are_the_guests_affair() -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"\xff\n"), encoding="utf-8")
    result = SANDBOX.run("try:\n    input()\nexcept UnicodeDecodeError as e:\n    x = e.__context__\nx", stdin=stdin)
    assert (result.outcome, result.value) == ("finished", None)

    def fail(size: int) -> str:
        raise OSError("gone")

    stdin.readline = fail  # type: ignore[method-assign]
    with pytest.raises(OSError, match="gone"):
        SANDBOX.run("input()", stdin=stdin)


# --------------------------------------------------------------------------------------------------------------
# Inputs, functions, proxies


@dataclass
class Account:
    """An object of a host."""

    owner: str
    balance: int
    secret: str = "s3cret"

    def pay(self, amount: int) -> int:
        if amount > self.balance:
            raise ValueError("not enough")
        self.balance -= amount
        return self.balance


def test_proxy_shows_what_was_exposed_and_nothing_else() -> None:
    account = Account("ann", 10)
    inputs = {"account": expose(account, read=["owner"], call=["pay"], write=["owner"])}
    result = SANDBOX.run("account.owner = account.owner.title()\naccount.pay(3), account.owner", inputs=inputs)
    assert (result.value, account.owner, account.balance) == ((7, "Ann"), "Ann", 7)
    for text in (
        "account.secret",
        "account.balance",
        "account.pay = 1",
        "account.new = 1",
        "del account.owner",
        "vars(account)",
    ):
        result = SANDBOX.run(text, inputs=inputs)
        assert result.outcome in ("denied", "raised"), text
    assert account == Account("Ann", 7)


def test_exception_of_a_function_reaches_the_guest_without_the_host() -> None:
    text = (
        "try:\n    f(1)\nexcept Exception as e:\n"
        "    got = [type(e).__name__, str(e), str(e.__context__), str(e.__cause__)]\ngot"
    )

    def f(x: int) -> None:
        raise OwnError("secret") from KeyError("other")

    result = SANDBOX.run(text, functions={"f": f})
    assert result.outcome == "finished"
    assert "KeyError" not in str(result.value[2:])
    assert "OwnError" not in result.value[0]


@pytest.mark.parametrize(
    "inputs",
    [{"x": object()}, {"x": sys}, {"__builtins__": 1}, {"not a name": 1}, {1: 1}, {"x": [Account("a", 1)]}, {"x": len}],
)
def test_inputs_are_plain_data(inputs: Any) -> None:
    with pytest.raises(TypeError, match=r"input|name|x"):
        SANDBOX.run("1", inputs=inputs)


@pytest.mark.parametrize("names", [{"read": "owner"}, {"call": ["__class__"]}, {"write": ["gi_frame"]}, {"read": [1]}])
def test_only_plain_names_can_be_exposed(names: Any) -> None:
    with pytest.raises(TypeError, match="expose"):
        expose(Account("a", 1), **names)


# --------------------------------------------------------------------------------------------------------------
# Sandboxes and sessions


def test_runs_share_nothing_and_sessions_do() -> None:
    SANDBOX.run("x = 1\nimport math")
    assert SANDBOX.run("x").error.type == "NameError"  # type: ignore[union-attr]
    with SANDBOX.session() as session:
        session.run("x = 1\ndef f(): return x")
        session.run("1 / 0")
        assert session.run("x += 1\nf()").value == 2
    with pytest.raises(ValueError, match="closed"):
        session.run("1")


def test_what_python_warns_of_in_a_text_is_on_its_stderr() -> None:
    result = SANDBOX.run("1 is 1\nprint('ran')")
    assert (result.outcome, result.stdout) == ("finished", "ran\n")
    said = '<string>:1: SyntaxWarning: "is" with'
    assert result.stderr.startswith(said)
    assert SANDBOX.run("1 is 1", filename="a.py").stderr.endswith("\n  1 is 1\n")
    with SANDBOX.session() as session:
        assert session.run("import io, sys\nsys.stderr = io.StringIO()").ok
        assert session.run("1 is 1\nsys.stderr.getvalue()").value.startswith(said)


def test_output_of_a_session_is_told_once() -> None:
    with SANDBOX.session() as session:
        assert session.run("print(1)").stdout == "1\n"
        assert session.run("print(2)").stdout == "2\n"


def test_frames_of_a_session_quote_the_text_they_came_from() -> None:
    with SANDBOX.session() as session:
        session.run("def f():\n    return 1 / 0", filename="one.py")
        error = session.run("f()", filename="two.py").error
    assert error is not None
    assert [each.source_line for each in error.frames] == ["f()", "    return 1 / 0"]


def test_result_says_that_no_wall_stands() -> None:
    result = SANDBOX.run("print('é')")
    assert (result.isolation, result.walls, result.usage.output_bytes) == ("none", (), 3)
    assert result.usage.wall_seconds > 0
    with pytest.raises(FrozenInstanceError):
        result.outcome = "refused"  # type: ignore[misc]


def test_wrong_arguments_are_told_to_the_host() -> None:
    with pytest.raises(IsolationError, match="process"):
        Sandbox("default", isolation="process")  # type: ignore[arg-type]
    with pytest.raises(PolicyError, match="nowhere"):
        Sandbox("nowhere")
    with pytest.raises(TypeError, match="int"):
        Sandbox(1)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="NoneType"):
        SANDBOX.run(None)  # type: ignore[arg-type]
    with pytest.raises(PolicyError, match="nosuch"):
        Sandbox(Policy.loads("[modules]\nnosuch = true"))


HARMLESS = (
    "x = 1\nx += 1\nx",
    "class A: pass\nA.__name__",
    "for i in [1, 2]: pass\ni",
    "a, (b, c) = 1, (2, 3)\nb",
    "[1][0]",
    "print('x')",
    "sum([1, 2])",
    "max(1, 2)",
    "list('ab')",
    "dict(a=1)",
    "any([0, 1])",
    "sorted([2, 1])",
    "list(zip('ab', [1, 2]))",
    "list(enumerate('ab'))",
    "import math\nmath.floor(1.5)",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_one_liners_work(text: str) -> None:
    lines = text.split("\n")
    namespace: dict[str, Any] = {"__name__": "__main__"}
    exec("\n".join(lines[:-1]), namespace)
    assert SANDBOX.run(text).value == (None if "print" in text else eval(lines[-1], namespace))


def test_public_names() -> None:
    assert set(rexec.__all__) <= set(dir(rexec))
    for name in rexec.__all__:
        assert getattr(rexec, name) is not None
