"""RestrictedPython's transformer with its bugs repaired; its own suite is run by tests/upstream/run.py."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from RestrictedPython import PrintCollector, RestrictingNodeTransformer, safe_globals
from RestrictedPython.Guards import guarded_iter_unpack_sequence, guarded_unpack_sequence, safer_getattr

from rexec import compile_restricted_exec
from rexec.rewrite.upstream import RepairedTransformer


def rewritten(text: str) -> str:
    return ast.unparse(RepairedTransformer([], [], {}).visit(ast.parse(text)))


def run(text: str, **given: Any) -> dict[str, Any]:
    result = compile_restricted_exec(text, policy=RestrictingNodeTransformer)
    assert result.errors == ()
    iterated: list[Any] = []

    def getiter(value: Any) -> Any:
        iterated.append(value)
        return iter(value)

    namespace = {
        **safe_globals,
        "__name__": "guest",
        "__metaclass__": type,
        "_getattr_": safer_getattr,
        "_getiter_": getiter,
        "_unpack_sequence_": guarded_unpack_sequence,
        "_iter_unpack_sequence_": guarded_iter_unpack_sequence,
        "_print_": PrintCollector,
        "iterated": iterated,
        **given,
    }
    exec(result.code, namespace)
    return namespace


def test_chained_targets_evaluate_the_value_once_and_assign_from_the_left() -> None:
    calls: list[int] = []

    def f() -> tuple[int, int]:
        calls.append(1)
        return (1, 2)

    names = run("(a, b) = c = f()", f=f)
    assert (names["a"], names["b"], names["c"], calls) == (1, 2, (1, 2), [1])
    assert not any(name.startswith("_tmp") for name in names)
    assert rewritten("x = (a, b) = c").index("x = ") < rewritten("x = (a, b) = c").index("_unpack_sequence_")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[a, b] = x", {"a": 1, "b": [2, 3]}),
        ("a, [b, c] = x[0], x[1]", None),
        ("a, *(b, c) = [1, 2, 3]", {"a": 1, "b": 2, "c": 3}),
        ("for [a, b] in [x]: pass", {"a": 1, "b": [2, 3]}),
        ("a = [p for [p, q] in [x]]", {"a": [1]}),
        ("a, (b, [c, d]) = 1, (2, [3, 4])", {"a": 1, "b": 2, "c": 3, "d": 4}),
    ],
)
def test_list_and_starred_targets_are_guarded_as_tuples_are(text: str, wanted: dict[str, Any] | None) -> None:
    if wanted is None:
        assert "_unpack_sequence_" in rewritten(text)
        return
    names = run(text, x=[1, [2, 3]])
    assert {name: names[name] for name in wanted} == wanted
    assert names["iterated"]


def test_docstrings_survive_print() -> None:
    names = run('"""module"""\ndef f():\n    """doc"""\n    print(1)\nprint(2)')
    assert (names["__doc__"], names["f"].__doc__) == ("module", "doc")


def test_future_imports_stay_first() -> None:
    text = '"""module"""\nfrom __future__ import annotations\nprint(1)'
    assert compile_restricted_exec(text, policy=RestrictingNodeTransformer).errors == ()


def test_class_keywords_and_positions_are_kept() -> None:
    seen = {}

    class Meta(type):
        def __new__(cls, name: str, bases: Any, namespace: Any, **keywords: Any) -> Any:
            seen.update(keywords)
            return super().__new__(cls, name, bases, namespace)

        def __init__(cls, *arguments: Any, **keywords: Any) -> None: ...

    result = compile_restricted_exec("\n\nclass A(key=1):\n    pass", policy=RestrictingNodeTransformer)
    assert result.code is not None
    (body,) = [each for each in result.code.co_consts if hasattr(each, "co_firstlineno")]
    assert body.co_firstlineno == 3
    run("class A(key=1):\n    pass", __metaclass__=Meta)
    assert seen == {"key": 1}


@pytest.mark.parametrize("text", ["(i async for i in a)", "global _getattr_", "class A(metaclass=B): pass"])
def test_what_slipped_through_is_refused(text: str) -> None:
    assert compile_restricted_exec(text, policy=RestrictingNodeTransformer).errors


def test_refused_nodes_stay_in_the_tree() -> None:
    visitor = RepairedTransformer([], [], {})
    tree = visitor.visit(ast.parse("async def f(): pass\nx: int = 1\nnonlocal_ = 2"))
    assert len(visitor.errors) == 2
    assert len(tree.body) == 3
