"""The border as a guest would attack it, and what a host may rely on in the functions and objects it hands in."""

from __future__ import annotations

import contextvars
import decimal
import threading
from typing import Any

import pytest

from guest_runs import EVERYTHING, failed, printed, run
from rexec.guest.border.proxy import expose
from rexec.policy import Budget, Policy
from rexec.sandbox import Sandbox

# --------------------------------------------------------------------------------------------------------------
# Data


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ("[1, [object()]]", "(at [1][0])"), ("{'k': [object()]}", "(at ['k'][0])"),
        ("{('a', object()): 1}", "(at {key}[1])"), ("{3: {object()}}", "(at [3]{...})"),
        ("({None: len},)", "(at [0][...])"),
        ("{'x' * 100: len}", f"(at ['{'x' * 36}...])"), ("[[[[[[[[[[len]]]]]]]]]]", "(at [0][0][0][0][0][0][0][0]...)"),
    ],
)  # fmt: skip
def test_type_error_says_where_in_nested_data(value: str, where: str) -> None:
    error = failed(f"take({value})", functions={"take": lambda x: None})
    assert (error.type, error.message[-len(where) :]) == ("TypeError", where)
    with pytest.raises(
        TypeError, match=r"input 'x' holds a 'object' object, which is no plain data \(at \['k'\]\[0\]\)"
    ):
        run("", inputs={"x": {"k": (object(),)}})


def test_what_occurs_twice_is_copied_once_and_counted_twice() -> None:
    """A list that holds the same list twice, ninety times over, is small here and 2**90 items there."""
    text = "x = [1]\nfor _ in range(90): x = [x, x]\n"
    error = failed(text + "take(x)", functions={"take": lambda x: None})
    assert error.message == "argument 1 of take() is larger than the budget's result_bytes"
    assert run(text + "x").value_note == "value is larger than the budget's result_bytes"
    shared = [1]
    assert run("x[0] is x[1] and x[0] is x[2]['k']", inputs={"x": [shared, shared, {"k": shared}]}).value is True
    assert run("x = [1]\n[x, (x,), {1: x}]").value == [[1], ([1],), {1: [1]}]


def test_depth_counts_through_what_occurs_twice() -> None:
    text = "steps = [[]]\nfor _ in range(300): steps.append([steps[-1]])\n"
    assert run(text + "steps").value_note == "value is nested more than 100 deep"
    assert (
        run("x = [[], []]\nx[0].append(x[1])\nx[1].append(x[0])\nx").value_note
        == "value is nested in itself (at [0][0][0])"
    )


def test_arguments_are_no_larger_than_results_may_be() -> None:
    policy = Policy(budget=Budget(result_bytes=1000))
    taken: list[Any] = []
    assert run("take('x' * 900)", policy, functions={"take": taken.append}).outcome == "finished"
    assert run("take('x' * 1100)", policy, functions={"take": taken.append}).outcome == "raised"
    assert run("take(decimal.Decimal('1' * 5000))", policy, functions={"take": taken.append}).outcome == "raised"
    assert len(taken) == 1


@pytest.mark.parametrize(
    "zone",
    [
        "datetime.timezone(D(hours=1))", "datetime.timezone(datetime.timedelta(hours=1), S('x'))",
        "datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone(D(hours=1)))",
        "datetime.time(1, tzinfo=datetime.timezone(datetime.timedelta(hours=1), S('x')))",
    ],
)  # fmt: skip
def test_time_zone_holds_nothing_of_the_guests(zone: str) -> None:
    """The class is C's own and exact, but hands out the very name and offset that it was made with."""
    taken: list[Any] = []
    classes = "import datetime\nclass S(str): pass\nclass D(datetime.timedelta): pass\n"
    error = failed(f"{classes}take({zone})", functions={"take": taken.append})
    assert error.message == "argument 1 of take() holds a 'timezone' time zone, which is no plain data"
    assert run(classes + zone).value is None
    assert taken == []


@pytest.mark.parametrize("keyword", ["a b", "@write", "__class__", "__init__", "gi_frame", "", "mro", "1a"])
def test_keyword_is_a_name_that_a_guest_could_write(keyword: str) -> None:
    taken: list[Any] = []
    error = failed(f"take(**{{{keyword!r}: 1}})", functions={"take": lambda **k: taken.append(k)})
    assert (error.type, error.message) == ("TypeError", f"take() takes no keyword {keyword!r}")
    assert taken == []


def test_keyword_is_an_exact_str() -> None:
    taken: list[Any] = []
    text = (
        "class S(str):\n    def __hash__(self): return str.__hash__(self)\n    def __eq__(self, other): return True\n"
        "take(**{S('x'): 1})"
    )
    assert failed(text, functions={"take": lambda **k: taken.append(k)}).message == (
        "keywords of take() must be plain strings"
    )
    assert run("take(format=1, _private=2, self=3, proxy=4, name=5)", functions={"take": lambda **k: k}).value == {
        "format": 1, "_private": 2, "self": 3, "proxy": 4, "name": 5,
    }  # fmt: skip


@pytest.mark.parametrize("callback", ["lambda: 1", "len", "print", "iter([])", "(i for i in [])", "type('A', (), {})"])
def test_callbacks_and_iterators_do_not_go_to_the_host(callback: str) -> None:
    taken: list[Any] = []
    assert failed(f"take({callback})", functions={"take": taken.append}).type == "TypeError"
    assert taken == []


# --------------------------------------------------------------------------------------------------------------
# Functions


def test_functions_of_the_host_run_in_the_hosts_context() -> None:
    """Else the guest would choose the precision of the host's sums."""
    request = contextvars.ContextVar("request", default="none")
    request.set("mine")

    def third() -> Any:
        return decimal.Decimal(1) / 3, request.get()

    text = "import decimal\ndecimal.getcontext().prec = 2\ndecimal.getcontext().rounding = 'ROUND_UP'\nthird()"
    assert run(text, functions={"third": third}).value == (decimal.Decimal(1) / 3, "mine")


def test_streams_of_the_host_run_in_the_hosts_context() -> None:
    precisions: list[int] = []
    text = "import decimal\ndecimal.getcontext().prec = 2\nprint('x')"
    run(text, on_stdout=lambda text: precisions.append(decimal.getcontext().prec))
    assert set(precisions) == {decimal.getcontext().prec}


def test_function_of_the_host_finds_room_on_the_stack() -> None:
    """A guest that calls it deep down would choose the line at which it breaks off."""
    entered, left = [], []

    def transfer() -> None:
        entered.append(1)

        def deeper(count: int) -> None:
            if count:
                deeper(count - 1)

        deeper(100)
        left.append(1)

    text = (
        "def down():\n    try: transfer()\n    except RecursionError: pass\n    down()\n"
        "try: down()\nexcept RecursionError as error: print('caught')"
    )
    assert printed(text, functions={"transfer": transfer}) == "caught\n"
    assert len(entered) == len(left) > 100


class Stop(BaseException):
    secret = "secret"


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, GeneratorExit, Stop])
def test_exception_that_ends_programs_reaches_the_host_not_the_guest(kind: type[BaseException]) -> None:
    def stop() -> None:
        raise kind("reason")

    text = "try: stop()\nexcept BaseException as error: print(type(error).__name__, error)\nstop2()"
    called: list[Any] = []
    written: list[str] = []
    with Sandbox(EVERYTHING).session(on_stdout=written.append) as session:
        with pytest.raises(kind, match="reason"):
            session.run(text, functions={"stop": stop, "stop2": lambda: called.append(1)})
        assert session.run("stop2()").outcome == "finished"
    assert "".join(written) == "OutOfBudget a function of the host ended the run\n"
    assert called == [1]


class Nasty(Exception):
    """Its text cannot be had."""

    def __str__(self) -> str:
        raise Nasty


class LyingText(str):
    __slots__ = ()


class Texts(Exception):
    def __str__(self) -> str:
        return LyingText("text")


@pytest.mark.parametrize(
    ("raised", "shown"),
    [
        (Nasty(), "RuntimeError fail() failed: Nasty: <exception str() failed>"),
        (Texts(), "RuntimeError fail() failed: Texts: text"),
        (KeyError("k", 2), "KeyError ('k', 2)"),
        (OSError(2, "gone"), "FileNotFoundError [Errno 2] gone"),
        (ValueError(Nasty()), "ValueError <exception str() failed>"),
        (ValueError(LyingText("x")), "ValueError x"),
        (StopIteration([1]), "StopIteration [1]"),
        (RecursionError("deep"), "RecursionError deep"),
    ],
)
def test_exceptions_are_made_anew(raised: Exception, shown: str) -> None:
    def fail() -> None:
        raise raised

    text = (
        "try: fail()\nexcept Exception as error:\n"
        "    print(type(error).__name__, error)\n"
        "    assert all(type(each) is not object and type(each).__module__ == 'builtins' for each in error.args)\n"
        "    assert error.__context__ is None and error.__cause__ is None and not vars(error)"
    )
    assert printed(text, functions={"fail": fail}) == shown + "\n"


def test_stop_iteration_of_a_function_does_not_end_a_generator() -> None:
    text = "def g():\n    yield 1\n    fail()\ntry: print(list(g()))\nexcept RuntimeError as error: print(error)"
    assert printed(text, functions={"fail": lambda: next(iter(()))}) == "generator raised StopIteration\n"


def test_session_does_one_thing_at_a_time() -> None:
    told: list[str] = []
    with Sandbox(EVERYTHING).session() as session:

        def again() -> None:
            for act in (lambda: session.run("1"), session.close):
                with pytest.raises(RuntimeError, match="the session is running"):
                    act()
            thread = threading.Thread(target=elsewhere)
            thread.start()
            thread.join()

        def elsewhere() -> None:
            try:
                session.run("1")
            except RuntimeError as error:
                told.append(str(error))

        assert session.run("again()\n5", functions={"again": again}).value == 5
        assert session.run("6").value == 6
    assert told == ["the session is running"]


def test_function_of_the_host_may_run_another_guest() -> None:
    def inner(text: str) -> Any:
        return run(text, functions={"twice": lambda x: x * 2}).value

    assert run("inner('twice(4)') + 1", functions={"inner": inner}).value == 9


def test_functions_are_called_during_a_run_only() -> None:
    called: list[int] = []
    with Sandbox(EVERYTHING).session() as session:
        session.run(
            "def g(note=note, error=RuntimeError):\n    try: yield\n    finally:\n        try: note(1)\n"
            "        except error: pass\nkept = g()\nnext(kept)",
            functions={"note": called.append},
        )
    assert called == []


# --------------------------------------------------------------------------------------------------------------
# Exposed objects


class Row:
    def __init__(self, number: int) -> None:
        self.number = number
        self.secret = "hidden"


class Table:
    """Rows by number."""

    kind = "table"

    def __init__(self) -> None:
        self.rows = {n: Row(n) for n in range(3)}
        self.first = self.rows[0]
        self.values = [1, 2, 3, 4]

    def __iter__(self) -> Any:
        return iter(self.rows.values())

    def __reversed__(self) -> Any:
        return reversed(self.rows.values())

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, key: Any) -> bool:
        return key in self.rows

    def __getitem__(self, key: Any) -> Any:
        return self.values[key] if isinstance(key, slice) else self.rows[key]

    def __setitem__(self, key: Any, value: Any) -> None:
        self.rows[key] = Row(value)

    def __delitem__(self, key: Any) -> None:
        del self.rows[key]

    def __call__(self, first: int, *, more: int = 1) -> int:
        return first + more

    def find(self, number: int) -> Row:
        return self.rows[number]

    @property
    def broken(self) -> int:
        raise AttributeError("inner")


def row(found: Any) -> Any:
    return expose(found, read=("number",)) if isinstance(found, Row) else found


OPERATIONS = (
    "__iter__", "__reversed__", "__len__", "__contains__", "__getitem__", "__setitem__", "__delitem__", "__call__"
)  # fmt: skip


def table() -> dict[str, Any]:
    gives = dict.fromkeys(("__iter__", "__reversed__", "__getitem__", "find", "first"), row)
    shown = expose(Table(), read=("first", "broken"), call=(*OPERATIONS, "find"), gives=gives)
    return {"table": shown, "Row": expose(Row), "Table": expose(Table)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[each.number for each in table]", [0, 1, 2]),
        ("[each.number for each in reversed(table)]", [2, 1, 0]),
        ("(len(table), bool(table), 1 in table, 7 in table)", (3, True, True, False)),
        ("(table[2].number, table[1:3], table[::-1])", (2, [2, 3], [4, 3, 2, 1])),
        ("table[9] = 8\ndel table[0]\n(len(table), table[9].number)", (3, 8)),
        ("(table(1), table(1, more=5))", (2, 6)),
        ("(table.find(1).number, table.find(number=2).number, table.first.number)", (1, 2, 0)),
        ("[isinstance(each, Row) for each in (table, table.first, Row, 1, None)]", [False, True, False, False, False]),
        ("(isinstance(table, (int, Table)), isinstance(table, Row))", (True, False)),
        ("dir(table)", sorted([*OPERATIONS, "find", "first", "broken"])),
        ("(repr(table), repr(iter(table)))", ("<object of the host>", "<iterator of the host>")),
        ("(table == table, table == 1, table in [table], {table: 1}[table])", (True, False, True, 1)),
        ("table.find == table.find", True),
        ("i = iter(table)\n(next(i).number, iter(i) is i, [each.number for each in i])", (0, True, [1, 2])),
        ("table.first is table.first", False),
        ("match table:\n    case [a, *b]: x = 1\n    case {}: x = 2\n    case _: x = 3\nx", 3),
    ],
)  # fmt: skip
def test_operations_work_where_they_are_declared(text: str, value: Any) -> None:
    result = run(text, inputs=table())
    assert (result.outcome, result.value) == ("finished", value), result.error


def test_operations_that_are_not_declared_do_not_work() -> None:
    for text in (
        "for x in t: pass",
        "len(t)",
        "t[0]",
        "t[0] = 1",
        "del t[0]",
        "1 in t",
        "t()",
        "next(t)",
        "t + t",
        "int(t)",
    ):
        assert failed(text, inputs={"t": expose(Table())}).type == "TypeError", text
    assert failed("isinstance(1, t)", inputs={"t": expose(Table())}).type == "TypeError"


@pytest.mark.parametrize(
    "attempt",
    [
        "table.__iter__.__self__", "table.__shape__", "type(table).__shape__", "table.find.__self__",
        "table.find.__func__", "type(table).find(table.first, 1)", "type(table).__len__(table.first)",
        "type(table.first).number.__get__(table)", "type(table).find(1, 1)", "type(Row).__instancecheck__(table, 1)",
        "table.__weakref__", "table.find.__closure__", "iter(table).__step__", "type(iter(table))()",
        "iter(table).gi_frame", "table.find(table)", "table.find([table.first])", "__import__('copy')",
        "import copy; copy.copy(table)", "import copy; copy.deepcopy([table])", "table.rows", "table.first.secret",
        "type('A', (type(table),), {})", "table.x = 1", "del table.first", "table.find(*[lambda: 1])",
        "getattr(table, 'se' + 'cret')", "table.__dict__", "vars(table)", "table.__reduce_ex__(2)", "Row()",
        "Row.__subclasses__()", "Row.__mro__", "issubclass(type(table), Row)", "class A(Row): pass",
        "type(table).__setattr__(table, 'first', 1)", "object.__setattr__(table, 'first', 1)", "table.broken",
        "object.__getattribute__(table, '__shape__')", "next(iter(table), 1).secret", "table[lambda: 1]",
        "table[table]",
    ],
)  # fmt: skip
def test_nothing_else_of_an_exposed_object_is_reached(attempt: str) -> None:
    result = run(attempt, inputs=table())
    assert result.outcome in ("raised", "denied", "refused"), result.value


@pytest.mark.parametrize("act", ["new.first", "new.find(1)", "len(new)", "iter(new)", "new[0]", "new()", "1 in new"])
def test_object_of_a_proxys_class_that_a_guest_makes_stands_for_nothing(act: str) -> None:
    error = failed(f"new = object.__new__(type(table))\n{act}", inputs=table())
    assert (error.type, error.message) == ("TypeError", "this object stands for nothing")
    text = "isinstance(object.__new__(type(table.first)), Row)"
    assert run(text, inputs=table()).value is False
    assert run("object.__new__(type(iter(table))).__next__()", inputs=table()).outcome in ("raised", "denied")


def test_guests_run_beside_each_other_in_threads() -> None:
    shared = Table()
    results: list[Any] = []

    def one(number: int) -> None:
        inputs = {"t": expose(shared, call=("find", "__iter__"), gives={"find": row, "__iter__": row}), "n": number}
        text = "import json\nresult = 0\nfor _ in range(50): result += t.find(2).number + len(list(t)) + add(n)\nresult"
        results.append(run(text, inputs=inputs, functions={"add": lambda n: n}).value)

    threads = [threading.Thread(target=one, args=(n,)) for n in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(results) == [50 * (2 + 3 + n) for n in range(8)]


def test_attribute_that_fails_on_the_hosts_side_is_not_said_to_be_denied() -> None:
    assert failed("table.broken", inputs=table()).message == "this object has no attribute 'broken' now"
    inputs = {"x": expose(Table(), write=("kind",))}
    assert failed("x.kind", inputs=inputs).message == 'attribute "kind" of this object can be set, not read'
    assert failed("x.kind = [len]", inputs=inputs).message.startswith("attribute 'kind' holds a 'builtin_function")


def test_exposed_object_is_not_handed_back() -> None:
    error = failed("table.find(table.first)", inputs=table())
    assert error.message == "argument 1 of find() holds an object of the host, which cannot be handed back"


def test_proxies_of_one_shape_share_a_class_and_leave_nothing() -> None:
    many = [Row(n) for n in range(1000)]
    holder = expose(many, call=("__iter__",), gives={"__iter__": row})
    with Sandbox(EVERYTHING).session() as session:
        text = "len({type(each) for each in rows}), sum(each.number for each in rows)"
        assert session.run(text, inputs={"rows": holder}).value == (1, sum(range(1000)))
        assert session._environment is not None
        assert len(session._environment.border.exposed) == 1


def test_items_of_a_generator_of_the_host_come_one_by_one() -> None:
    def numbers() -> Any:
        yield 1
        yield [2]
        yield object()

    inputs = {"numbers": expose(numbers(), call=("__next__",))}
    assert run("[next(numbers), next(numbers)]", inputs=inputs).value == [1, [2]]
    error = failed("for each in numbers: pass", inputs={"numbers": expose(numbers(), call=("__next__",))})
    assert error.message == "the result of __next__() holds a 'object' object, which is no plain data"


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ({"call": ("__eq__",)}, "'__eq__' cannot be shown"), ({"read": ("__len__",)}, "'__len__' cannot be shown"),
        ({"read": ("__name__",)}, "'__name__' cannot be shown"),
        ({"call": ("__init__",)}, "'__init__' cannot be shown"),
        ({"gives": {"x": row}}, "'x' is neither read nor called"),
        ({"read": ("x",), "gives": {"x": 1}}, "is not callable"),
        ({"read": ("x",), "call": ("x",)}, "'x' is given as read and as call"),
    ],
)  # fmt: skip
def test_declaration_that_makes_no_sense_is_a_type_error(declared: Any, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        expose(Table(), **declared)
