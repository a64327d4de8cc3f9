"""compile_restricted_function: the name of the function may be any text, as upstream lets it be."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from RestrictedPython import compile_restricted_function as upstream_function
from RestrictedPython.transformer import RestrictingNodeTransformer

from rexec import HookedRewriter, SealedRewriter, compile_restricted_function

IDS = ["f", "f-x", "my script.py", "", "a.b", "1st", "é ü", "function", "if", "x\0y", "__a b__"]
BODY = """
'''Text of function-x.'''
class Inner:
    def method(self): return lambda: 'function'
def g(function_=1): return function_
return g, Inner, x
"""
OURS = [SealedRewriter, HookedRewriter]


def made(name: Any, policy: type[ast.NodeTransformer], body: str = BODY) -> Any:
    result = compile_restricted_function("x, *, function=3", body, name, "<id>", policy=policy)
    assert result.errors == ()
    space: dict[str, Any] = {"__builtins__": {"__build_class__": __build_class__, "__name__": "m"}, "__name__": "m"}
    space |= {"_write_": lambda value: value, "__metaclass__": type, "_getattr_": getattr}
    exec(result.code, space)  # type: ignore[arg-type]  # there is code, as there are no errors
    return space[name]


@pytest.mark.parametrize("policy", OURS)
@pytest.mark.parametrize("name", IDS)
def test_function_has_the_name_that_was_asked_for(name: str, policy: type[ast.NodeTransformer]) -> None:
    function = made(name, policy)
    inner, kind, given = function(7)
    assert (function.__name__, function.__qualname__, function.__doc__) == (name, name, "Text of function-x.")
    assert (inner.__qualname__, kind.__qualname__) == (f"{name}.<locals>.g", f"{name}.<locals>.Inner")
    assert kind.method.__qualname__ == f"{name}.<locals>.Inner.method"
    assert kind().method()() == "function"
    assert (given, inner(), function.__kwdefaults__) == (7, 1, {"function": 3})


@pytest.mark.parametrize("policy", OURS)
@pytest.mark.parametrize("name", ["f", "f-x"])
def test_function_calls_itself_by_a_name_that_it_can_write_only(name: str, policy: type[ast.NodeTransformer]) -> None:
    function = made(name, policy, "return function_" if name == "f-x" else "return f")
    if name == "f":
        assert function(1) is function
    else:
        with pytest.raises(NameError, match="'function_'"):
            function(1)


@pytest.mark.parametrize("policy", OURS)
@pytest.mark.parametrize("name", ["@write", "a@b", "__import__", "__x__"])
def test_name_of_a_hook_is_an_error(name: str, policy: type[ast.NodeTransformer]) -> None:
    result = compile_restricted_function("", "return 1", name, policy=policy)
    assert result.code is None
    assert name in result.errors[0]


@pytest.mark.parametrize("name", [None, 1, b"f", type("S", (str,), {})("f-x")])
def test_name_that_is_no_text_is_an_error(name: Any) -> None:
    result = compile_restricted_function("", "return 1", name)
    assert result.code is None
    assert result.errors


@pytest.mark.parametrize("name", [*IDS, "_f", "printed", "f__roles__", "@write"])
def test_upstreams_own_policy_takes_and_refuses_what_upstream_does(name: str) -> None:
    theirs = upstream_function("x", "return x", name)
    ours = compile_restricted_function("x", "return x", name, policy=RestrictingNodeTransformer)
    assert ours.errors == theirs.errors
    for result in (ours, theirs):
        if result.code is not None:
            space: dict[str, Any] = {}
            exec(result.code, space)
            assert space[name](5) == 5
