"""Type parameters in brackets are made by the environment, whatever stands around them."""

from __future__ import annotations

import dis
import sys
from types import CodeType

import pytest

from rexec.compile import compile_program
from rexec.errors import RefusedError
from rexec.sandbox import Sandbox

pytestmark = pytest.mark.skipif(sys.version_info < (3, 12), reason="is about Python >=3.12")

IN_C = ("TYPEVAR", "PARAMSPEC", "SUBSCRIPT_GENERIC", "TYPEPARAM_DEFAULT")
TEXTS = [
    "class A[T]: pass",
    "class A[T: int, U: (int, str), *Ts, **P](list[T], metaclass=type): pass",
    "def f[T](x: T) -> T: return x",
    "async def f[T: int](x: T = 1) -> T: return x",
    "type X[T: int, *Ts] = list[T]",
    "class A:\n    class B[T](list[T]):\n        def m[U: T](self): pass\n    type X[T] = B[T]",
    "def f[T]():\n    def g[U: T]():\n        class A[V: (T, U)](list[V]): pass",
]


def intrinsics(code: CodeType) -> list[str]:
    found = [each.argrepr for each in dis.get_instructions(code) if each.opname.startswith("CALL_INTRINSIC")]
    return found + [one for each in code.co_consts if type(each) is CodeType for one in intrinsics(each)]


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_made_in_c(text: str) -> None:
    plain, guarded = intrinsics(compile(text, "x", "exec")), intrinsics(compile_program(text, filename="x").code)
    assert any(part in each for each in plain for part in IN_C)
    assert not any(part in each for each in guarded for part in IN_C)
    assert Sandbox("default").run(text).outcome == "finished"


def test_bounds_see_what_they_would_see_in_plain_python() -> None:
    text = """
class A:
    here = int
    def m[T: here, U: (T, here)](self): pass
T, U = A.m.__type_params__
assert T.__bound__ is int and U.__constraints__ == (T, int) and U.__bound__ is None and T.__constraints__ == ()
def f[T: later](): pass
try:
    f.__type_params__[0].__bound__
except NameError as error:
    print(error)
later = str
print(f.__type_params__[0].__bound__)
"""
    result = Sandbox("default").run(text)
    assert (result.error, result.stdout) == (None, "name 'later' is not defined\n<class 'str'>\n")


def test_code_fails_closed_in_a_foreign_namespace() -> None:
    code = compile_program("def f[T](): pass", filename="x").code
    with pytest.raises(NameError, match="@type_parameter"):
        exec(code, {})


def test_too_many_constants_are_refused_with_a_line() -> None:
    parameters = ", ".join(f"a{number}: [{number + 1000}]" for number in range(300))
    with pytest.raises(RefusedError) as caught:
        compile_program(f"\ndef f[T, U]({parameters}): pass", filename="x")
    assert "type parameters" in caught.value.diagnostics[0].message
    assert caught.value.diagnostics[0].line == 2
