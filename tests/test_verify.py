"""The second proof: what a rewriter with a bug would let through is refused."""

from __future__ import annotations

import ast

import pytest

from rexec import names
from rexec.rewrite.language import LanguageRewriter
from rexec.rewrite.sealed import SealedRewriter
from rexec.verify import NODES, verify_code, verify_sealed


def rewritten(text: str) -> ast.AST:
    visitor = SealedRewriter([], [], {})
    tree = visitor.visit(ast.parse(text))
    assert not visitor.diagnostics
    return tree


@pytest.mark.parametrize(
    "text",
    [
        "a.b = 1",
        "def f(self):\n    self.a = 1\n    self.b = 2",
        "def f(x):\n    g(x).a = 1\n    x.b.c += 2\n    del x.d",
        "class A:\n    def __exit__(self, *a): self.__x = a\n    def f(self): return self.__x",
        "a.__class__.__name__",
        "a.obj += 1",
        "[0 for x.y in z]",
        "match a:\n    case B(c=1, d=e): pass\n    case b.c: pass",
        "def f(a):\n    for i in a:\n        a.x = i\n    return lambda: a.__dict__",
        "try: a\nexcept* B: pass\nexcept* (C, f(d.__class__)) as e: e.x = 1",
        "import a, b.c, d.e as f\nfrom . import g as h",
    ],
)
def test_what_the_rewriter_makes_is_proved(text: str) -> None:
    tree = rewritten(text)
    assert verify_sealed(tree) == []
    assert verify_code(compile(tree, "x", "exec")) == []


@pytest.mark.parametrize(
    "text",
    [
        "a.b = 1",
        "del a.b",
        "a.b += 1",
        "a.b: int = 1",
        "for a.b in c: pass",
        "with c as a.b: pass",
        "(a.b, *c.d) = e",
        "[0 for a.b in c]",
        "a.__class__",
        "a.__globals__",
        "a.gi_frame",
        "a.format",
        "x = __builtins__",
        "__build_class__",
        "def __import__(): pass",
        "import __main__",
        "from a import *",
        "from a import __dict__",
        "import a as __loader__",
        "import a, b.c as d",
        "f(__globals__=1)",
        "def f(__builtins__): pass",
        "lambda __builtins__: 0",
        "global __builtins__",
        "try: pass\nexcept E as __builtins__: pass",
        "try: pass\nexcept* E: pass",
        "try: pass\nexcept* group(E): pass",
        "match a:\n    case __builtins__: pass",
        "match a:\n    case [*__builtins__]: pass",
        "match a:\n    case {**__builtins__}: pass",
        "match a:\n    case B(__class__=c): pass",
        "match a:\n    case B(format=c): pass",
        "match a:\n    case b.__class__: pass",
    ],
)
def test_text_that_no_rewriter_saw_is_not_proved(text: str) -> None:
    assert verify_sealed(ast.parse(text))


def name(identifier: str) -> ast.Name:
    return ast.Name(identifier, ast.Load())


def assigned(target: ast.expr) -> ast.Module:
    return ast.Module([ast.Assign([target], ast.Constant(1))], [])


def checked(variable: str, other: str, attribute: str, *, test: ast.expr | None = None) -> ast.Module:
    """``(v if @type(v) in @types else @write(w, 'attribute')).b = 1`` in a function of v."""
    kind = ast.Call(name("@type"), [name(variable)], [])
    inside = ast.Compare(kind, [ast.In()], [name("@types")]) if test is None else test
    slow = ast.Call(name("@write"), [name(other), ast.Constant(attribute)], [])
    choice = ast.IfExp(inside, name(variable), slow)
    function = ast.parse("def f(v): pass")
    function.body[0].body = assigned(ast.Attribute(choice, "b", ast.Store())).body  # type: ignore[attr-defined]  # a def
    return function


def test_the_shape_itself_is_proved() -> None:
    assert verify_sealed(checked("v", "v", "b")) == []


@pytest.mark.parametrize(
    "tree",
    [
        checked("v", "w", "b"),
        checked("v", "v", "c"),
        checked("w", "w", "b"),
        checked("v", "v", "b", test=name("v")),
        checked("v", "v", "b", test=name("@own_v")),
        checked("v", "v", "b", test=ast.Compare(name("v"), [ast.In()], [name("@types")])),
        assigned(ast.Attribute(ast.Call(name("@write"), [name("v")], []), "b", ast.Store())),
        assigned(ast.Attribute(ast.Call(name("write"), [name("v"), ast.Constant("b")], []), "b", ast.Store())),
        assigned(ast.Attribute(ast.Call(name("@write"), [name("v"), ast.Constant("c")], []), "b", ast.Store())),
        assigned(ast.Name("@write", ast.Store())),
        assigned(ast.Name("@other", ast.Store())),
        assigned(ast.Name("not an identifier", ast.Store())),
        ast.Module([ast.Expr(ast.Call(name("@getattr"), [name("a"), name("b")], []))], []),
        ast.Module([ast.Expr(ast.Call(name("@getattr"), [name("a"), ast.Constant("__globals__")], []))], []),
        ast.Module([ast.Expr(ast.Constant(object()))], []),
        ast.Module([ast.Expr(ast.Attribute(name("a"), "@guest", ast.Load()))], []),
    ],
    ids=range(16),
)
def test_forged_shape_is_not_proved(tree: ast.Module) -> None:
    assert verify_sealed(tree)


def test_flag_counts_only_at_the_head_of_the_parameter_s_function() -> None:
    good = rewritten("def f(self):\n    self.a = 1\n    self.b = 2")
    assert verify_sealed(good) == []
    for break_it in ("self = g()", "for self in h: pass", "def g():\n        nonlocal self\n        self = 1"):
        tree = rewritten("def f(self):\n    self.a = 1\n    self.b = 2")
        tree.body[0].body.extend(ast.parse(f"def f(self):\n    {break_it}").body[0].body)  # type: ignore[attr-defined]  # a def
        assert verify_sealed(tree), break_it
    late = rewritten("def f(self):\n    self.a = 1\n    self.b = 2")
    body = late.body[0].body  # type: ignore[attr-defined]  # a def
    body.insert(2, body.pop(0))
    assert verify_sealed(late)


@pytest.mark.parametrize("text", ["a.__globals__", "x = __builtins__", "def __subclasses__(): pass", "import __spec__"])
def test_compiled_code_with_other_names_is_not_proved(text: str) -> None:
    assert verify_code(compile(text, "x", "exec"))


def test_code_within_code_is_judged() -> None:
    assert verify_code(compile("class A:\n    def f(self):\n        return lambda: self.__globals__", "x", "exec"))


def test_node_list_is_written_independently() -> None:
    assert all(hasattr(LanguageRewriter, f"visit_{node}") for node in NODES - {"arguments"})
    assert not NODES & {"FunctionType", "TypeIgnore", "Num", "Str"}
    assert set(names.HOOKS) == {"@type", "@types", "@write", "@getattr", "@exit", "@group", "@type_parameter"}


def clauses(*kinds: ast.expr | None) -> ast.Module:
    """A ``try ... except*`` with a clause for each kind."""
    handlers = [ast.ExceptHandler(kind, None, [ast.Pass()]) for kind in kinds]
    return ast.Module([ast.TryStar([ast.Pass()], handlers, [], [])], [])


def asked(*arguments: ast.expr, hook: str = "@group", keywords: list[ast.keyword] | None = None) -> ast.Call:
    return ast.Call(name(hook), list(arguments), keywords or [])


def test_clauses_that_ask_about_the_group_are_proved() -> None:
    assert verify_sealed(clauses(asked(name("a")), asked(asked(name("b"))))) == []


@pytest.mark.parametrize(
    "tree",
    [
        clauses(None),
        clauses(asked()),
        clauses(asked(name("a")), name("b")),
        clauses(asked(name("a"), name("b"))),
        clauses(asked(ast.Starred(name("a"), ast.Load()))),
        clauses(asked(name("a"), keywords=[ast.keyword("b", name("b"))])),
        clauses(asked(name("a"), hook="@exit")),
        clauses(ast.Tuple([asked(name("a")), name("b")], ast.Load())),
        clauses(ast.Call(name("f"), [asked(name("a"))], [])),
        clauses(ast.IfExp(name("b"), asked(name("a")), name("a"))),
    ],
)
def test_a_clause_that_does_not_ask_last_is_not_proved(tree: ast.Module) -> None:
    assert [each.message for each in verify_sealed(tree)] == ["not proved: except* splits an unchecked group"]


def test_a_rewriter_that_forgets_the_question_is_noticed() -> None:
    forgetful = type("Forgetful", (SealedRewriter,), {"visit_TryStar": LanguageRewriter.visit_TryStar})([], [], {})
    assert verify_sealed(forgetful.visit(ast.parse("try: pass\nexcept* E: pass")))


def test_a_clause_without_a_kind_is_refused() -> None:
    visitor = SealedRewriter([], [], {})
    visitor.visit(clauses(None))
    assert [each.message for each in visitor.diagnostics] == ["except* must name what it handles"]
