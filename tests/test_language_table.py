"""The language table of the design, row by row: what is refused says where and what; what is allowed is CPython's."""

from __future__ import annotations

from typing import Any

import pytest

from rexec.sandbox import Sandbox

SANDBOX = Sandbox("default")

# (text, rule, words of the message, line, column): all before anything runs.
REFUSED = [
    ("x = 1\nfrom math import *", "import", "*", 2, 0),
    ("__import__('os')", "name", "__import__", 1, 0),
    ("x = (1,\n  __builtins__)", "name", "__builtins__", 2, 2),
    ("__loader__ = 1", "name", "__loader__", 1, 0),
    ("def f(__x__): pass", "name", "__x__", 1, 6),
    ("def __build_class__(): pass", "name", "__build_class__", 1, 0),
    ("import math as __spec__", "name", "__spec__", 1, 7),
    ("try: pass\nexcept ValueError as __e__: pass", "name", "__e__", 2, 0),
    ("for __i__ in (): pass", "name", "__i__", 1, 4),
    ("global __g__", "name", "__g__", 1, 0),
    ("(__w__ := 1)", "name", "__w__", 1, 1),
    ("match 1:\n    case __m__: pass", "name", "__m__", 2, 9),
    ("f(__k__=1)", "name", "__k__", 1, 2),
    ("a.__globals__", "attribute", "__globals__", 1, 0),
    ("x = a.b.__code__", "attribute", "__code__", 1, 4),
    ("a.__builtins__ = 1", "attribute", "__builtins__", 1, 0),
    ("del a.__bases__", "attribute", "__bases__", 1, 4),
    ("a.__closure__ += 1", "attribute", "__closure__", 1, 0),
    ("f'{a.__globals__}'", "attribute", "__globals__", 1, None),
    ("@a.__code__\ndef f(): pass", "attribute", "__code__", 1, 1),
    *((f"a.{name}", "attribute", name, 1, 0) for name in ("gi_frame", "cr_code", "ag_await", "f_back", "tb_next")),
    *((f"a.{name}", "attribute", name, 1, 0) for name in ("co_consts", "mro", "func_globals", "im_class", "f_globals")),
    *(
        (f"class A:\n    def {name}(self): pass", None, name, 2, 4)
        for name in (
            "__del__ __prepare__ "
            "__mro_entries__ __instancecheck__ __subclasscheck__ __subclasshook__ __class__ __unknown__"
        ).split()
    ),
    ("class A:\n    __class__ = 1", None, "__class__", 2, 4),
    ("class A:\n    __class__ = property(f)", None, "__class__", 2, 4),
    ("class A:\n    x = 1\n    __match_args__ = f()", None, "__match_args__", 3, None),
    ("match 1:\n    case A(__globals__=x): pass", None, "__globals__", 2, None),
    ("match 1:\n    case A.__globals__: pass", None, "__globals__", 2, None),
]


@pytest.mark.parametrize(("text", "rule", "words", "line", "column"), REFUSED)
def test_refused_form_is_named_with_its_place_before_anything_runs(
    text: str, rule: str | None, words: str, line: int, column: int | None
) -> None:
    found = SANDBOX.check(text)
    assert {each.line for each in found} == {line}, found
    assert words in found[0].message
    assert column is None or found[0].column == column
    assert rule is None or found[0].rule == rule
    result = SANDBOX.run(text)
    assert (result.outcome, result.stdout) == ("refused", "")


# What no rule of the text can see is denied when it is met.
DENIED = [
    "getattr((i for i in ()), 'gi_frame')",
    "getattr(print, '__globals__')",
    "type('A', (), {'__del__': print})",
    "class A: pass\nsetattr(A, '__del__', print)",
    "'{0.__class__.__base__.__subclasses__}'.format(1)",
    "class M(type): pass\nM('A', (), {'__del__': print})",
    "class G(ExceptionGroup): pass\nsetattr(G, 'split', print)",
    "int.__subclasses__()",
]


@pytest.mark.parametrize("text", DENIED)
def test_computed_form_is_denied(text: str) -> None:
    assert SANDBOX.run(text).outcome == "denied"


# Forms that every program uses, under the policy that is there by default.
ONE_LINERS: list[tuple[str, Any]] = [
    ("x = 1\nx += 1\nx", 2),
    ("class A: pass\nA.__name__", "A"),
    ("total = 0\nfor i in range(4): total += i\ntotal", 6),
    ("a, (b, *c) = 1, (2, 3, 4)\n(a, b, c)", (1, 2, [3, 4])),
    ("[1][0]", 1),
    ("print('x')", None),
    ("sum([1, 2])", 3),
    ("max(1, 2)", 2),
    ("list('ab')", ["a", "b"]),
    ("dict(a=1)", {"a": 1}),
    ("any([0, 1])", True),
    ("sorted([2, 1])", [1, 2]),
    ("list(zip('a', 'b'))", [("a", "b")]),
    ("list(enumerate('a'))", [(0, "a")]),
    ("import math\nmath.floor(1.5)", 1),
    ("class A:\n    __x = 1\n    def f(self): return self.__x\nA().f(), A._A__x", (1, 1)),
    ("class A:\n    def __init__(self): self._x = 1\n"
     "class B(A):\n    def __init__(self): super().__init__()\nB()._x", 1),
    ("def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n"
     "        return n\n    return g() + g()\nf()", 3),
    ("[y := 1, y]", [1, 1]),
    ("a = [[1]]\na[0][0] += 1\na", [[2]]),
    ("class A: n = 1\nA.n += 1\na = A()\na.n += 1\n(A.n, a.n)", (2, 3)),
    ("match [1, {'k': 2}]:\n    case [int(a), {'k': b}]: r = a + b\nr", 3),
    ("class P:\n    __match_args__ = ('x',)\n    x = 1\nmatch P():\n    case P(a): r = a\nr", 1),
    ("import asyncio\nasync def f(): return await asyncio.sleep(0, 5)\nasyncio.run(f())", 5),
    ("try:\n    raise ExceptionGroup('g', [ValueError(1)])\nexcept* ValueError as e: r = len(e.exceptions)\nr", 1),
    ("import abc, enum\nclass A(abc.ABC): pass\nclass E(enum.Enum): X = 1\n(A().__class__ is A, E.X.value)", (True, 1)),
    ("class M(type):\n    def __new__(m, *a, k): return super().__new__(m, *a)\n"
     "    def __init__(c, *a, k): c.k = k\nclass A(metaclass=M, k=3): pass\nA.k", 3),
    ("class C:\n    def __enter__(self): return 1\n    def __exit__(self, *a): return True\n"
     "with C() as x: raise ValueError\nx", 1),
    ("x: int = 5\n__annotations__['x'] is int", True),
    ("__name__ == '__main__'", True),
    ("__version__ = '1'\n__all__ = ['x']\n(__version__, __all__)", ("1", ["x"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), ONE_LINERS)
def test_allowed_form_does_what_it_does_in_cpython(text: str, value: Any) -> None:
    result = SANDBOX.run(text)
    assert (result.outcome, result.value) == ("finished", value), result.error
    assert SANDBOX.check(text) == []
