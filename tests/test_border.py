"""The border: only copies of plain data, functions and proxies cross it."""

from __future__ import annotations

import datetime
import decimal
import io
import json
import math
import re
import sys
from collections import OrderedDict
from pathlib import Path
from typing import Any

import pytest

from guest_runs import failed, printed, run
from rexec.guest.border.proxy import expose
from rexec.sandbox import Sandbox

# --------------------------------------------------------------------------------------------------------------
# Inputs


class Text(str):
    __slots__ = ()


PLAIN = [
    None, True, 0, -(10**30), 1.5, math.inf, 2j, "té\U0001f600\ud800", b"\x00\xff", ..., [], (), {}, set(), frozenset(),
    [1, [2, (3, {"k": {4}})]], {"a": [1], 2: (None,), (1, 2): "tuple"}, {1, "a", (2, frozenset({3}))},
    datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, tzinfo=datetime.UTC), datetime.time(1),
    datetime.timedelta(1), datetime.timezone(datetime.timedelta(hours=1)), decimal.Decimal("1.50"),
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_data_goes_in_and_comes_out(value: Any) -> None:
    result = run("value", inputs={"value": value})
    assert result.value == value
    assert type(result.value) is type(value)
    assert result.value_note is None


def test_nan_goes_in_and_comes_out() -> None:
    assert math.isnan(run("x", inputs={"x": math.nan}).value)


def test_inputs_are_copies() -> None:
    given: dict[str, Any] = {"list": [1, [2]], "set": {1}}
    with Sandbox().session() as session:
        session.run("", inputs={"data": given})
        given["list"].append("host")
        result = session.run("data['list'][1].append('guest'); data['set'].add(2); data['new'] = 1\ndata")
    assert given == {"list": [1, [2], "host"], "set": {1}}
    assert result.value == {"list": [1, [2, "guest"]], "set": {1, 2}, "new": 1}
    result.value["list"].clear()
    assert given["list"] == [1, [2], "host"]


def test_same_list_under_two_names_is_two_lists() -> None:
    same = [1]
    assert run("a is b", inputs={"a": same, "b": same}).value is False


LOOP: list[Any] = []
LOOP.append(LOOP)


@pytest.mark.parametrize(
    "value",
    [
        object(), len, print, lambda: 1, sys, int, ValueError, ValueError("x"), Text("x"), OrderedDict(),
        (i for i in ()),
        [object()], {"k": object()}, {"k": [lambda: 1]}, (Text("x"),), re.compile("a"), range(3), bytearray(b"x"),
        io.StringIO(),
        memoryview(b"x"), LOOP, decimal.getcontext(), Path("x"), type("D", (datetime.datetime,), {})(2020, 1, 1),
        datetime.datetime(2020, 1, 1, tzinfo=type("Z", (datetime.tzinfo,), {})()), True.__class__.__subclasses__,
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_anything_else_is_a_type_error(value: Any) -> None:
    with pytest.raises(
        TypeError, match=r"^input .x. .*; functions are handed in by functions=, live objects by expose"
    ):
        run("", inputs={"x": value})


@pytest.mark.parametrize("name", ["a b", "", "1a", "__x__", "__builtins__", "@write", "a.b", 1, None, Text("x")])
def test_name_that_no_guest_could_write_is_a_type_error(name: Any) -> None:
    with pytest.raises(TypeError, match="cannot be the name of an input"):
        run("", inputs={name: 1})
    with pytest.raises(TypeError, match="cannot be the name of an input"):
        run("", functions={name: len})


def test_depth_of_inputs_is_bounded() -> None:
    deep: Any = 1
    for _ in range(100):
        deep = [deep]
    assert run("1", inputs={"x": deep}).value == 1
    with pytest.raises(TypeError, match="nested more than 100 deep"):
        run("1", inputs={"x": [deep]})


def test_bad_input_leaves_a_session_usable() -> None:
    with Sandbox().session() as session:
        with pytest.raises(TypeError):
            session.run("1", inputs={"x": object()})
        assert session.run("2").value == 2


# --------------------------------------------------------------------------------------------------------------
# Functions of the host


def test_arguments_and_results_of_functions_are_copies() -> None:
    held: list[Any] = []
    answer = {"k": [1]}

    def give(*arguments: Any, **keywords: Any) -> Any:
        held.extend([*arguments, keywords])
        return answer

    text = "mine = [1]\ngot = give(mine, (2, {3}), k=mine)\nmine.append('guest')\ngot['k'].append('guest')\n(mine, got)"
    result = run(text, functions={"give": give})
    assert held == [[1], (2, {3}), {"k": [1]}]
    assert answer == {"k": [1]}
    assert result.value == ([1, "guest"], {"k": [1, "guest"]})
    held[0].append("host")
    assert result.value[0] == [1, "guest"]


@pytest.mark.parametrize(
    "argument", ["object()", "lambda: 1", "type('A', (), {})()", "[len]", "type('S', (str,), {})('x')"]
)
def test_other_arguments_are_a_type_error_in_the_guest(argument: str) -> None:
    called: list[Any] = []
    error = failed(f"take({argument})", functions={"take": called.append})
    assert error.type == "TypeError"
    assert "no plain data" in error.message
    assert error.message.startswith("argument 1 of take()")
    error = failed(f"take(k={argument})", functions={"take": called.append})
    assert error.message.startswith("argument 'k' of take()")
    assert called == []


@pytest.mark.parametrize("result", [object(), len, Text("x"), [object()], sys])
def test_other_results_are_a_type_error_in_the_guest(result: Any) -> None:
    error = failed("give()", functions={"give": lambda: result})
    assert error.type == "TypeError"
    assert error.message.startswith("the result of give()")
    assert error.line == 1


class HostError(Exception):
    """An exception of the host's own."""


@pytest.mark.parametrize(
    ("raised", "kind", "message"),
    [
        (ValueError("text"), "ValueError", "text"),
        (KeyError("k"), "KeyError", "'k'"),
        (OSError(2, "no file", "/secret/path"), "FileNotFoundError", "[Errno 2] no file"),
        (KeyError(object), "KeyError", "\"<class 'object'>\""),
        (TypeError("x" * 1_000_000), "TypeError", "xxxx"),
        (HostError("inside"), "RuntimeError", "fetch() failed: HostError: inside"),
        (UnicodeDecodeError("utf-8", b"x", 0, 1, "why"), "RuntimeError", "fetch() failed: UnicodeDecodeError: "),
        (json.JSONDecodeError("m", "doc", 0), "RuntimeError", "fetch() failed: JSONDecodeError: "),
        (ExceptionGroup("g", [ValueError()]), "RuntimeError", "fetch() failed: ExceptionGroup: "),
        (StopIteration(5), "StopIteration", "5"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_exceptions_of_functions_reach_the_guest_as_text(raised: Exception, kind: str, message: str) -> None:
    def fetch() -> None:
        secret = object()  # noqa: F841 - what a traceback would lead to
        raise raised

    shown = "type(error).__name__, error, error.__context__, error.__cause__"
    text = f"try: fetch()\nexcept BaseException as error: print({shown})"
    shown = printed(text, functions={"fetch": fetch})
    assert shown.startswith(f"{kind} {message}")
    assert shown.endswith("None None\n")
    error = failed("fetch()", functions={"fetch": fetch})
    assert (error.type, error.line, len(error.frames)) == (kind, 1, 1)


def test_function_of_the_host_shows_its_name_only() -> None:
    def fetch_everything(secret: int = 5) -> None:
        """Text of the host's."""

    text = "print(fetch.__name__, fetch.__qualname__, fetch.__doc__, fetch.__module__)"
    assert printed(text, functions={"fetch": fetch_everything}) == "fetch fetch None rexec\n"
    for attempt in ("fetch.__defaults__", "fetch.__kwdefaults__", "fetch.__wrapped__", "fetch.__dict__", "fetch.x = 1"):
        result = run(attempt, functions={"fetch": fetch_everything})
        assert result.outcome in ("denied", "raised")


def test_what_is_not_callable_is_no_function() -> None:
    with pytest.raises(TypeError, match="function 'f' is not callable"):
        run("", functions={"f": 1})


# --------------------------------------------------------------------------------------------------------------
# Exposed objects


class Account:
    """An object of the host."""

    def __init__(self) -> None:
        self.owner = "someone"
        self.tags = ["a"]
        self.limit = 10
        self.secret = "hidden"
        self.log: list[Any] = []

    @property
    def balance(self) -> int:
        return len(self.log)

    def pay(self, amount: int, *, note: Any = None) -> list[Any]:
        self.log.append((amount, note))
        return self.log

    def fail(self) -> None:
        raise HostError("broke")

    def child(self) -> Any:
        return expose(Account(), read=("owner",))


def account() -> tuple[Account, dict[str, Any]]:
    target = Account()
    return target, {
        "account": expose(
            target, read=("owner", "tags", "balance", "limit"), call=("pay", "fail", "child"), write=("limit",)
        )
    }


def test_exposed_object_shows_what_it_declares() -> None:
    target, inputs = account()
    text = (
        "account.limit = 20\naccount.limit += 1\nlog = account.pay(5, note=['n'])\nlog.append('guest')\n"
        "account.tags.append('guest')\n"
        "(account.owner, account.tags, account.balance, account.limit, log, account.child().owner)"
    )
    result = run(text, inputs=inputs)
    assert result.value == ("someone", ["a"], 1, 21, [(5, ["n"]), "guest"], "someone")
    assert (target.limit, target.log, target.tags) == (21, [(5, ["n"])], ["a"])


@pytest.mark.parametrize(
    "attempt",
    [
        "account.secret", "account.log", "account.owner = 1", "account.pay = 1", "account.secret = 1",
        "del account.limit",
        "account.__dict__", "account.__class__.pay.__wrapped__", "account.pay.__self__", "account.pay.__func__",
        "account.pay(object())", "account.limit = object()", "account.pay(lambda: 1)", "vars(account)",
        "account.__init__.__self__.secret", "type(account)()", "type('A', (type(account),), {})", "type(account).x = 1",
        "import copy; copy.copy(account)", "import copy; copy.deepcopy(account)", "setattr(account, 'secret', 1)",
        "object.__setattr__(account, 'secret', 1)", "object.__getattribute__(account, 'secret')",
        "getattr(account, '__class__').__dict__", "type(account).owner.fget.__closure__", "account.new = 1",
        "'{0.secret}'.format(account)", "account.child().limit", "account.child().pay(1)",
    ],
)  # fmt: skip
def test_exposed_object_shows_nothing_else(attempt: str) -> None:
    target, inputs = account()
    result = run(attempt, inputs=inputs)
    assert result.outcome in ("denied", "raised", "refused"), result.value
    assert (target.secret, target.owner, target.limit, target.log) == ("hidden", "someone", 10, [])
    assert "hidden" not in repr(result)


def test_exposed_object_looks_like_nothing_in_particular() -> None:
    _, inputs = account()
    shown = printed(
        "print(account, type(account).__name__, hasattr(account, 'secret'), "
        "sorted(n for n in dir(account) if n[0] != '_'))",
        inputs=inputs,
    )
    assert shown == "<object of the host> object False ['balance', 'child', 'fail', 'limit', 'owner', 'pay', 'tags']\n"


def test_errors_of_an_exposed_object_are_text() -> None:
    _, inputs = account()
    error = failed("account.fail()", inputs=inputs)
    assert (error.type, error.message) == ("RuntimeError", "fail() failed: HostError: broke")


def test_exposed_object_within_data_is_found_there() -> None:
    _, inputs = account()
    assert run("[each['a'].owner for each in many]", inputs={"many": [{"a": inputs["account"]}]}).value == ["someone"]
    assert run("account", inputs=inputs).value_note == "value holds a 'object' object, which is no plain data"


@pytest.mark.parametrize("name", ["__dict__", "__class__", "format", "obj", "gi_frame", "mro", "a b", "", 1])
def test_name_that_no_guest_may_read_cannot_be_exposed(name: Any) -> None:
    for kind in ("read", "call", "write"):
        with pytest.raises(TypeError, match="cannot be shown to a guest"):
            expose(Account(), **{kind: (name,)})


def test_single_str_is_no_tuple_of_names() -> None:
    with pytest.raises(TypeError, match="a tuple of names is wanted, not the single str 'owner'"):
        expose(Account(), read="owner")


# --------------------------------------------------------------------------------------------------------------
# Exposed objects that are handed back


class Ledger:
    """Takes objects of the host."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.main: Any = None

    def move(self, *given: Any, **named: Any) -> int:
        self.taken.append((given, named))
        return len(self.taken)

    def look(self, given: Any) -> None:
        raise AssertionError("is never called with an object of the host")

    def __contains__(self, each: Any) -> bool:
        return each is self.main


class Unhashable:
    """An object whose hash is an error of the host's own class."""

    def __hash__(self) -> int:
        raise HostError("no hash")


def ledger(**others: Any) -> tuple[Ledger, dict[str, Any]]:
    target = Ledger()
    calls, takes = ("move", "look", "__contains__"), ("move", "main", "__contains__")
    return target, {"ledger": expose(target, call=calls, write=("main",), takes=takes), **others}


def test_call_that_takes_objects_gets_what_proxies_stand_for() -> None:
    one, two = Account(), Account()
    shown = {"one": expose(one, read=("owner",)), "two": expose(two, read=("owner",))}
    target, inputs = ledger(**shown)
    result = run("ledger.move(one, [two, {'x': one}], by={one: 1}, all={two})", inputs=inputs)
    assert result.value == 1, result.error
    ((first, nested), named) = target.taken[0]
    assert first is one and nested[0] is two and nested[1]["x"] is one
    assert list(named["by"]) == [one] and named["all"] == {two}


def test_attribute_and_operation_take_objects_too() -> None:
    one = Account()
    target, inputs = ledger(one=expose(one), two=expose(Account()))
    assert run("ledger.main = one\none in ledger, two in ledger", inputs=inputs).value == (True, False)
    assert target.main is one


@pytest.mark.parametrize("text", ["ledger.look(one)", "ledger.look([one])", "take(one)"])
def test_other_calls_take_none(text: str) -> None:
    _, inputs = ledger(one=expose(Account()))
    error = failed(text, inputs=inputs, functions={"take": lambda x: x})
    assert error.type == "TypeError" and "an object of the host, which cannot be handed back" in error.message


def test_object_that_stands_for_nothing_is_not_taken() -> None:
    target, inputs = ledger(one=expose(Account()))
    error = failed("ledger.move(object.__new__(type(one)))", inputs=inputs)
    assert error.type == "TypeError" and "stands for nothing" in error.message and not target.taken
    assert failed("ledger.move(len)", inputs=inputs).type == "TypeError"


def test_hash_of_an_object_that_is_handed_back_is_the_hosts_own_call() -> None:
    _, inputs = ledger(one=expose(Unhashable()))
    error = failed("ledger.move({one})", inputs=inputs)
    assert (error.type, error.message) == ("RuntimeError", "move() failed: HostError: no hash")


def test_result_that_is_taken_and_given_is_not_shown_by_itself() -> None:
    echo = expose(lambda x: x, call=("__call__",), takes=("__call__",))
    error = failed("echo(one)", inputs={"echo": echo, "one": expose(Account())})
    assert "the result of __call__() holds a 'Account' object" in error.message


@pytest.mark.parametrize("takes", ["move", ("secret",), ("owner",), (1,)])
def test_takes_names_what_is_called_or_written(takes: Any) -> None:
    with pytest.raises(TypeError, match=r"expose\(takes=\.\.\.\)"):
        expose(Account(), read=("owner",), call=("pay",), takes=takes)
