"""The second proof of hooked trees: what a rewriter with a bug would let through is refused."""

from __future__ import annotations

import ast
import sys

import pytest

from rexec import names
from rexec.rewrite.hooked import HookedRewriter
from rexec.rewrite.language import LanguageRewriter
from rexec.verify import NODES
from rexec.verify_hooked import verify_hooked

HOOKS = [name for name in names.HOOKED_NAMES if name != "_print"]
GUARDED = "{@t1: _getitem_(@t0, @t1) for @t0 in (a,) for @t1 in _getiter_(_getattr_(@t0, 'keys')())}"
SPEC = "{'childs': (), 'min_len': 2}"


RESERVED = [*HOOKS, "_print", "_tmp0", "_a_", "_guarded_writes", "print", "builtins", "a__roles__"]


def unproved(text: str) -> list[str]:
    """What cannot be proved of a text that stands for a rewritten tree; @t is written as TEMPORARY."""
    tree = ast.parse(text.replace("@t", "TEMPORARY"))
    for node in ast.walk(tree):
        for field in ("id", "name", "rest"):
            value = getattr(node, field, None)
            if type(value) is str and value.startswith("TEMPORARY"):
                setattr(node, field, value.replace("TEMPORARY", names.TEMPORARY))
    return [each.message for each in verify_hooked(tree)]


@pytest.mark.parametrize(
    "text",
    [
        "x = _getattr_(a, 'b') if 0 else _getitem_(a, 0)",
        "_write_(a).b = 1; del _write_(a)[0]",
        "_apply_(f, *_getiter_(a), k=1)",
        f"_apply_(f, **{GUARDED}); {{**{GUARDED}, 'a': 1}}",
        f"a, b = _unpack_sequence_(c, {SPEC}, _getiter_)",
        f"for a, *(b,) in _iter_unpack_sequence_(c, {SPEC}, _getiter_): pass",
        f"[a async for @t0 in _getiter_(c) for a, b in (_unpack_sequence_(@t0, {SPEC}, _getiter_),)]",
        "_print = _print_(_getattr_)\n_print._call_print(_print())",
        "class A(metaclass=__metaclass__):\n    __match_args__ = ('a',)\n    __slots__: b = ()",
        "class A(metaclass=__metaclass__):\n    def __exit__(self, t, v, tb):\n        tb = None; f()",
        "match a:\n    case @t0 if @t0 == 1: @t0 = None\n    case int() as b: pass\n    case {'a': -1}: pass",
        "from __future__ import annotations\nx: a.b[0] = 1\ndef f(x: _getattr_ = 1) -> a.b: pass",
        "import a.b as _c\nfrom a import b as __d, _",
        "x = _inplacevar_('@=', x, 1)",
        "def f(*, a): f(_a=1, __init__=2)",
    ],
)
def test_what_the_rewriter_makes_is_proved(text: str) -> None:
    assert unproved(text) == []


def test_what_the_guest_wrote_is_not_proved_again() -> None:
    visitor = HookedRewriter()
    text = "match s:\n    case [a.b, x]: x.y += print(*x, **y)\nwith a as (b, c): a, b = c = d[0]\nclass A: 0"
    assert verify_hooked(visitor.visit(ast.parse(text))) == []
    assert len(verify_hooked(ast.parse(text))) > 5


@pytest.mark.parametrize(
    ("visitor", "text"),
    [
        ("finish_subscript", "a[0]"),
        ("finish_call", "f(*a)"),
        ("visit_keyword", "f(**a)"),
        ("visit_Dict", "{**a}"),
        ("visit_Starred", "[*a]"),
        ("visit_YieldFrom", "def f(): yield from a"),
        ("visit_For", "for a in b: pass"),
        ("visit_AsyncFor", "async def f():\n    async for a in b: pass"),
        ("visit_comprehension", "[a for a in b]"),
        ("visit_Assign", "a, b = c"),
        ("visit_AugAssign", "a += b"),
        ("visit_With", "with a as (b, c): pass"),
        ("visit_AsyncWith", "async def f():\n    async with a as [b]: pass"),
        ("visit_Match", "match a:\n    case b.c: pass"),
        ("visit_ClassDef", "class A: pass"),
        ("visit_TryStar", "try: pass\nexcept* E: pass"),
        ("visit_ImportFrom", "from a import _b"),
        ("function_body", "class A:\n    def __exit__(self, *args): pass"),
        ("check_bound", "__name__ = 1"),
        ("reserved", "_getattr_ = 1"),
        ("reserved", "_getattr_"),
        ("reserved", "def f(_a_): pass"),
        ("reserved", "import builtins"),
        ("check_keyword", "f(_getattr_=1)"),
        ("check_attribute_read", "a.b__roles__"),
    ],
)
def test_a_visitor_that_is_missing_is_noticed(visitor: str, text: str) -> None:
    forgetful = type("Forgetful", (HookedRewriter,), {visitor: getattr(LanguageRewriter, visitor)})()
    tree = forgetful.visit(ast.parse(text))
    assert forgetful.errors == []
    assert verify_hooked(tree) != []


@pytest.mark.parametrize(
    "text",
    [
        "a.b",
        "a[0]",
        "a[0:1]",
        "a.b = 1",
        "del a[0]",
        "a.b: int = 1",
        "for a.b in _getiter_(c): pass",
        "f(a).b = 1",
        "_write_(a, b).c = 1",
        "_write_(*_getiter_(a)).b = 1",
        "_write_(a=b).c = 1",
        "_write_.a = 1",
        "_write_(a)._getattr_ = 1",
        "_write_(a).__class__ = 1",
        "_write_(a).__exit__ = 1",
        "_write_(a).b__roles__ = 1",
        "a += 1",
        "_write_(a).b += 1",
        "_getattr_(a, b)",
        "_getattr_(a, '__globals__')",
        "_getattr_(a, '_write_')",
        "_getattr_(a, 'b__roles__')",
        "_getattr_(a, 1)",
        "_getattr_(a)",
        "_getattr_(a, 'b', c)",
        "_getattr_(a, name='b')",
        "_inplacevar_('eval', a, b)",
        "_inplacevar_(x, a, b)",
        "_print.b",
        "_print._call_print = 1",
        "a._call_print",
        "_print_(_getattr_)",
        "_print(a)",
        "_print = 1",
        "_print = _print_(a)",
        "del _print",
    ],
)
def test_access_without_its_hook(text: str) -> None:
    assert unproved(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "for a in b: pass",
        "[a for a in b]",
        "[a for a in (*_getiter_(b),)]",
        "[a for a in (b, c)]",
        "for a, b in _getiter_(c): pass",
        "for a, b in (c,): pass",
        "a, b = c",
        "[a, b] = c",
        "a = b, c = d",
        f"a = b, c = _unpack_sequence_(d, {SPEC}, _getiter_)",
        "a, b = _getiter_(c)",
        "a, b = _unpack_sequence_(c, {'childs': (), 'min_len': 3}, _getiter_)",
        "a, (b, d) = _unpack_sequence_(c, {'childs': (), 'min_len': 2}, _getiter_)",
        "*b, () = _unpack_sequence_(c, {'childs': ((1, {'childs': (), 'min_len': 0}),), 'min_len': 1}, c)",
        "*b, (d, e) = _unpack_sequence_(c, {'childs': ((1, " + SPEC + "),), 'min_len': 1}, _getiter_)",
        "a, b = _unpack_sequence_(c, spec, _getiter_)",
        f"a, b = _unpack_sequence_(c, {SPEC}, d)",
        f"a, b = _unpack_sequence_(c, {SPEC}, _getattr_)",
        f"a, b = _unpack_sequence_(c, {SPEC})",
        f"async def f():\n    async for a, b in _iter_unpack_sequence_(c, {SPEC}, _getiter_): pass",
        "async def f():\n    async for a in (b,): pass",
        "with a as (b, c): pass",
        "with a as [b]: pass",
        "[*a]",
        "f(*_getiter_(a))",
        "f(**{})",
        "_apply_(*_getiter_(a))",
        "_apply_(f, a)",
        "_apply_()",
        "_apply_(f, *a)",
        "_apply_(f, **a)",
        "{**a}",
        "def f(): yield from a",
        "class A(B, **c, metaclass=__metaclass__): pass",
    ],
)
def test_iteration_without_its_hook(text: str) -> None:
    assert unproved(text) != []


@pytest.mark.parametrize("name", RESERVED)
@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "f({})",
        "{} = 1",
        "del {}",
        "f(a={})",
        "import {}",
        "import {}.a",
        "import a as {}",
        "from a import {}",
        "from a import {} as b",
        "def {}(): pass",
        "def f({}): pass",
        "lambda *, {}: 0",
        "class {}(metaclass=__metaclass__): pass",
        "class A(metaclass=__metaclass__):\n    def {}(self): pass",
        "try: pass\nexcept E as {}: pass",
        "def f():\n    global {}",
        "match a:\n    case {}: pass",
        "match a:\n    case [*{}]: pass",
        "match a:\n    case {{**{}}}: pass",
        "({} := 1)",
        "for {} in _getiter_(a): pass",
        "_getattr_({}, 'a')",
        "_unpack_sequence_(a, b, {})",
        "_iter_unpack_sequence_({}, b, _getiter_)",
    ],
)
def test_reserved_names_out_of_place(name: str, text: str) -> None:
    if name == "_getiter_" and "unpack_sequence_(a" in text:
        return  # there it belongs
    assert unproved(text.format(name)) != []


@pytest.mark.parametrize(
    "text",
    [
        "exec('a')",
        "eval('a')",
        "_apply_(exec, *_getiter_(a))",
        "__import__",
        "__builtins__ = 1",
        "__name__ = 1",
        "def f(): __package__ = 1",
        "import __main__",
        "import a._b",
        "import a.gi_frame",
        "from a import *",
        "from a import __dict__",
        "f(__globals__=1)",
        "f(_write_=1)",
        "class A: pass",
        "class A(metaclass=B): pass",
        "class A(metaclass=__metaclass__):\n    def __del__(self): pass",
        "class A(metaclass=__metaclass__):\n    __exit__ = a",
        "class A(metaclass=__metaclass__):\n    import a as __aexit__",
        "class A(metaclass=__metaclass__):\n    class __exit__(metaclass=__metaclass__): pass",
        "class A(metaclass=__metaclass__):\n    __match_args__ = a",
        "class A(metaclass=__metaclass__):\n    __match_args__ = ('a', 1)",
        "class A(metaclass=__metaclass__):\n    __match_args__ = ('obj',)",
        "class A(metaclass=__metaclass__):\n    a = __match_args__ = ('a',)",
        "class A(metaclass=__metaclass__):\n    def __exit__(self, t, v, tb): pass",
        "class A(metaclass=__metaclass__):\n    def __exit__(self, t, v, tb):\n        f(tb); tb = None",
        "class A(metaclass=__metaclass__):\n    def __exit__(self, *args): args = ()",
        "class A(metaclass=__metaclass__):\n    def __exit__(self, **kw): pass",
        "class A(metaclass=__metaclass__):\n    async def __aexit__(self, *, a=b): a = None",
        "class A(metaclass=__metaclass__):\n    @a\n    def __exit__(self, t, v, tb): tb = None",
        "try: pass\nexcept* E: pass",
        "match a:\n    case b.c: pass",
        "match a:\n    case {b.c: 1}: pass",
        "match a:\n    case b.C(): pass",
        "match a:\n    case B(1): pass",
        "match a:\n    case B(x=1): pass",
        "match a:\n    case print(): pass",
    ],
)
def test_other_holes(text: str) -> None:
    assert unproved(text) != []


def test_names_that_no_text_can_hold() -> None:
    for name in ("@write", "@tx", "@t", "a b"):
        assert verify_hooked(ast.Module([ast.Expr(ast.Name(name, ast.Load()))], [])) != []
        assert verify_hooked(ast.Module([ast.Global([name])], [])) != []
    function = ast.parse("def f(a): pass")
    function.body[0].args.args[0].arg = "@t0"  # type: ignore[attr-defined]  # a function
    assert verify_hooked(function) != []


def test_constants_of_other_types() -> None:
    assert verify_hooked(ast.Expression(ast.Constant(sys))) != []  # type: ignore[arg-type]


def test_unknown_nodes() -> None:
    class Fancy(ast.stmt):
        pass

    assert "Fancy" not in NODES
    assert [each.message for each in verify_hooked(ast.Module([Fancy()], []))] == ["not proved: node Fancy"]
