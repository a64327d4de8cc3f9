"""The compile functions: RestrictedPython's signatures and shapes, our rewriters, one Program for equal texts."""

from __future__ import annotations

import ast
import inspect
import sys
import time
import warnings

import pytest
import RestrictedPython
from RestrictedPython import RestrictingNodeTransformer

import rexec
from rexec.compile import compile_program

FUNCTIONS = (
    "compile_restricted",
    "compile_restricted_eval",
    "compile_restricted_exec",
    "compile_restricted_function",
    "compile_restricted_single",
)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_signature_is_upstreams_but_for_the_default_policy(name: str) -> None:
    ours = inspect.signature(getattr(rexec, name)).parameters
    theirs = inspect.signature(getattr(RestrictedPython, name)).parameters
    assert list(ours) == list(theirs)
    for parameter in ours.values():
        if parameter.name == "policy":
            assert parameter.default is rexec.SealedRewriter
        else:
            assert parameter.default == theirs[parameter.name].default


def test_result_has_upstreams_shape() -> None:
    result = rexec.compile_restricted_exec("x = 1")
    assert result._fields == ("code", "errors", "warnings", "used_names")
    assert result.code is not None
    assert (result.errors, result.warnings, result.used_names) == ((), [], {})
    assert rexec.CompileResult is RestrictedPython.CompileResult


def test_used_names_are_those_that_are_read() -> None:
    assert rexec.compile_restricted_exec("a = b + len(c)").used_names == {"b": True, "len": True, "c": True}


def test_refusals_are_reported_together_with_their_lines() -> None:
    result = rexec.compile_restricted_exec("x.__globals__\n\ny.__code__\n")
    assert result.code is None
    assert result.errors == (
        'Line 1: attribute "__globals__" is not for guests',
        'Line 3: attribute "__code__" is not for guests',
    )


@pytest.mark.parametrize(
    "source",
    [
        "return 1",
        "break",
        "def f(a, a): pass",
        "x = ",
        "\0",
        "'\ud800'",
        "-" * 20000 + "1",
        "(" * 5000,
        "1" + "+1" * 20000,
    ],
    ids=range(9),
)
@pytest.mark.parametrize("policy", [rexec.SealedRewriter, RestrictingNodeTransformer])
def test_nothing_but_errors_comes_of_bad_text(source: str, policy: type[ast.NodeTransformer]) -> None:
    result = rexec.compile_restricted_exec(source, policy=policy)
    assert result.code is None
    assert result.errors
    assert all(each.startswith("Line ") for each in result.errors)


@pytest.mark.parametrize(
    ("source", "line"),
    [(b"x\n\xff", 2), (b"\n# coding: utf-7\n", 2), ("x\n'\ud800'", 2), (b"\xef\xbb\xbf", 1), ("'\\ud800' b", 1)],
)
def test_errors_name_a_line_whatever_the_text(source: str | bytes, line: int) -> None:
    (error,) = rexec.compile_restricted_eval(source).errors
    assert error.startswith(f"Line {line}: SyntaxError: ")


def test_a_docstring_with_half_a_surrogate_pair_compiles_or_is_refused_with_its_line() -> None:
    result = rexec.compile_restricted_exec("'\\ud800'")  # since 3.13 the compiler cleans docstrings, and fails here
    assert (result.code is None) == (sys.version_info >= (3, 13))
    assert all(each.startswith("Line 1: ") for each in result.errors)


def test_compile_restricted_raises_all_errors_at_once() -> None:
    with pytest.raises(SyntaxError) as caught:
        rexec.compile_restricted("x.__code__\ny.__code__")
    assert len(caught.value.args[0]) == 2


def test_unknown_mode_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="unknown mode function"):
        rexec.compile_restricted("1", mode="function")


def test_policy_none_is_plain_compile() -> None:
    result = rexec.compile_restricted_eval("().__class__", policy=None)
    assert eval(result.code) is tuple


@pytest.mark.parametrize("policy", [dict, ast.NodeTransformer])
def test_foreign_policy_is_a_type_error(policy: type) -> None:
    with pytest.raises(TypeError, match="Unallowed policy"):
        rexec.compile_restricted_exec("1", policy=policy)


def test_source_of_another_type_is_a_type_error() -> None:
    with pytest.raises(TypeError, match='Not allowed source type: "int"'):
        rexec.compile_restricted_exec(1)  # type: ignore[arg-type]  # what is tested


def test_tree_handed_in_stays_as_it_is() -> None:
    tree = ast.parse("a.b = c.__class__")
    before = ast.dump(tree)
    first, second = rexec.compile_restricted_exec(tree), rexec.compile_restricted_exec(tree)
    assert first.errors == second.errors == ()
    assert ast.dump(tree) == before


def test_host_s_future_imports_are_not_inherited() -> None:
    result = rexec.compile_restricted_exec("def f(x: 1 + 1): pass")
    assert result.code is not None
    namespace = {"__builtins__": {}}
    exec(result.code, namespace)
    assert namespace["f"].__annotations__ == {"x": 2}  # type: ignore[attr-defined]  # a function


def test_guest_s_future_annotations_keep_the_guest_s_text() -> None:
    source = "from __future__ import annotations\ndef f(x: a.__class__): pass"
    code = compile_program(source, filename="x").code
    (function,) = [each for each in code.co_consts if hasattr(each, "co_name")]
    assert function.co_name == "f"
    assert "a.__class__" in code.co_consts or any(
        "a.__class__" in each for each in code.co_consts if type(each) is tuple
    )


def test_function_is_made_of_parameters_and_body() -> None:
    result = rexec.compile_restricted_function("a, b=2", "return a + b", "add")
    assert result.errors == ()
    namespace: dict[str, object] = {"__builtins__": {}}
    exec(result.code, namespace)
    assert namespace["add"](1) == 3  # type: ignore[operator]  # a function


@pytest.mark.parametrize(
    ("parameters", "body"), [("a", ""), ("a", "return"), ("a):pass\ndef g(", "pass"), ("a b", "pass"), ("", "x =")]
)
def test_function_with_bad_parts_is_reported(parameters: str, body: str) -> None:
    result = rexec.compile_restricted_function(parameters, body, "f")
    assert bool(result.errors) == ((parameters, body) != ("a", "return"))


def test_equal_texts_share_one_program() -> None:
    assert compile_program("x = 1", filename="a") is compile_program("x = 1", filename="a")
    assert compile_program("x = 1", filename="a") is not compile_program("x = 1", filename="b")


def test_python_s_own_warnings_stay_with_the_program() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        program = compile_program('x = "\\d"\ny = 1 is 1', filename="x")
    assert [each.rule for each in program.warnings] == ["warning", "warning"]
    assert {each.line for each in program.warnings} == {1, 2}


def test_diagnostic_columns_count_characters() -> None:
    with pytest.raises(rexec.RefusedError) as caught:
        compile_program("'äöü', x.__code__", filename="x")
    (found,) = caught.value.diagnostics
    assert (found.line, found.column, found.end_column) == (1, 7, 17)
    assert found.source_line == "'äöü', x.__code__"
    assert str(found) == 'x:1:8: attribute "__code__" is not for guests [attribute]'


@pytest.mark.parametrize("text", ["é = (\n" + "a if b else\n" * 780 + "c)", "é = (\n" + "a **\n" * 780 + "c)"])
def test_what_is_too_deep_for_a_rewriter_is_refused_where_it_is_deepest(text: str) -> None:
    with pytest.raises(rexec.RefusedError) as caught:
        compile_program(text, filename="x")
    (found,) = caught.value.diagnostics
    assert (found.rule, found.line, found.column) == ("too-large", 782, 0)
    assert rexec.compile_restricted_exec(text).errors == ("Line 782: nested too deeply",)


def test_a_text_full_of_refusals_takes_seconds() -> None:
    start = time.process_time()
    with pytest.raises(rexec.RefusedError) as caught:
        compile_program("__x__ = 'é'\n" * 50_000, filename="x")
    assert time.process_time() - start < 20  # it was minutes: each finding split the text again
    assert [each.line for each in caught.value.diagnostics] == [*range(1, 1001)]
    assert caught.value.diagnostics[-1].source_line == "__x__ = 'é'"


@pytest.mark.parametrize("line", [" for b in c: b.x = 1\n", " a.x = 1\n"])
def test_a_function_full_of_attribute_writes_takes_seconds(line: str) -> None:
    start = time.process_time()
    compile_program("def f(a, c):\n" + line * 4_000, filename="x")
    assert time.process_time() - start < 20  # it was minutes: for each write, the proof read the function again


def test_public_names_are_sorted_and_all_there() -> None:
    assert rexec.__all__ == sorted(rexec.__all__)
    assert dir(rexec) == rexec.__all__
    for name in rexec.__all__:
        assert getattr(rexec, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        rexec.nothing  # type: ignore[attr-defined]  # noqa: B018 - what is tested


def test_importing_rexec_loads_nothing_else() -> None:
    import subprocess

    text = "import sys, rexec; print(sorted(n for n in sys.modules if n.startswith(('rexec', 'RestrictedPython'))))"
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['rexec']"
