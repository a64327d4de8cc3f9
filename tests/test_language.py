"""The language: every node class is decided on, guards have the shapes they tell, lines stay the guest's."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from textwrap import dedent
from typing import Any, Final

import pytest

from guest_scripts import Chunk, all_chunks
from rexec.result import Frame
from rexec.rewrite.sealed import SealedRewriter
from rexec.sandbox import Sandbox
from rexec.verify import NODES, verify_sealed

# Node classes that no text becomes: ast.parse makes them only in another mode, or no more.
NOT_PARSED: Final = {
    "FunctionType": "of a type comment, which is parsed in a mode of its own",
    "TypeIgnore": "only where type comments are asked for",
    "Num": "deprecated: a Constant since 3.8",
    "Str": "deprecated: a Constant since 3.8",
    "Bytes": "deprecated: a Constant since 3.8",
    "NameConstant": "deprecated: a Constant since 3.8",
    "Ellipsis": "deprecated: a Constant since 3.8",
    "Index": "deprecated: an expression since 3.9",
    "ExtSlice": "deprecated: a Tuple since 3.9",
    "Suite": "deprecated: never made by Python 3",
    "Param": "deprecated: never made by Python 3",
    "AugLoad": "deprecated: never made by Python 3",
    "AugStore": "deprecated: never made by Python 3",
}
LATER: Final = {
    "TypeAlias": (3, 12), "TypeVar": (3, 12), "ParamSpec": (3, 12), "TypeVarTuple": (3, 12),
    "TemplateStr": (3, 14), "Interpolation": (3, 14),
}  # fmt: skip
ABSTRACT: Final = {
    "AST", "mod", "stmt", "expr", "expr_context", "boolop", "operator", "unaryop", "cmpop", "excepthandler",
    "type_ignore", "type_param", "pattern", "slice",
}  # fmt: skip


def every_class(base: type[ast.AST] = ast.AST) -> Iterator[type[ast.AST]]:
    """A node class and all below it, as long as they are the library's own."""
    yield base
    for each in base.__subclasses__():
        if each.__module__ in ("ast", "_ast"):
            yield from every_class(each)


NAMES: Final = sorted({each.__name__ for each in every_class()})


@pytest.mark.parametrize("name", [each for each in NAMES if each not in ABSTRACT and each not in NOT_PARSED])
def test_every_node_decided(name: str) -> None:
    visit = getattr(SealedRewriter, f"visit_{name}", None)
    assert visit is not None
    assert visit not in (SealedRewriter.generic_visit, SealedRewriter.not_allowed)
    assert name in NODES


def test_every_node_on_the_list_exists() -> None:
    expected = {name for name in NODES if LATER.get(name, (3, 11)) <= sys.version_info[:2]}
    assert expected <= set(NAMES)
    assert not NODES & (ABSTRACT | NOT_PARSED.keys())


@pytest.mark.parametrize("name", [*NOT_PARSED, "NodeOfALaterPython"])
def test_node_that_nobody_decided_on_is_refused_and_not_proved(name: str) -> None:
    tree = ast.Module([ast.Expr(type(name, (ast.expr,), {"_fields": ()})())], [])
    rewriter = SealedRewriter()
    rewriter.visit(tree)
    assert [each.message for each in rewriter.diagnostics] == [f"{name} statements are not allowed."]
    assert [each.message for each in verify_sealed(tree)] == [f"not proved: node {name}"]


# --------------------------------------------------------------------------------------------------------------
# Shapes, as pairs of texts. Where nothing stands behind a text, it stays as it is.


def rewritten(text: str, *, capture_value: bool = False) -> str:
    rewriter = SealedRewriter()
    rewriter.capture_value = capture_value
    tree = rewriter.visit(ast.parse(text))
    assert not rewriter.diagnostics
    assert not verify_sealed(tree)
    return ast.unparse(tree)


def normal(text: str) -> str:
    return dedent(text).strip("\n")


NATIVE = [
    "a.b",
    "a._b.c_.__name__",
    "a.b(c.d)[e.f]",
    "a[b] = c[d:e] = f",
    "a[b] += 1",
    "del a, b[c], d[e:f]",
    "for i, (j, *k) in x:\n    pass",
    "[i.x for i in y if i]",
    "a @ b + c ** d",
    "f(*a, b=c, **d)",
    "lambda a, /, b=1, *c, d, **e: a.b",
    "with a as b, c as (d, e):\n    pass",
    "try:\n    pass\nexcept A as e:\n    e.x\nfinally:\n    pass",
    "class A(B, metaclass=C):\n    _x: int = 1\n\n    def __init__(self):\n        super().__init__()",
    "async def f():\n    async for i in x:\n        await i.y",
    "match x:\n    case A(b=c, d=[e, *f]) | {'k': g, **h}:\n        pass\n    case i.j:\n        pass",
    "global a\na = 1",
    "import a.b\nfrom . import d",
    "f'{a.b!r:>{c.d}}'",
    "x: a.b = 1",
    "(a := b.c)",
    "yield_ = __name__",
]


@pytest.mark.parametrize("text", NATIVE)
def test_native_shape_stays(text: str) -> None:
    assert rewritten(text) == text


READS = [
    ("a.__class__", "@getattr(a, '__class__')"),
    ("a.__class__.__name__", "@getattr(a, '__class__').__name__"),
    ("a.b.format(c.obj).d", "@getattr(a.b, 'format')(@getattr(c, 'obj')).d"),
    ("a.__dict__[b] = 1", "@getattr(a, '__dict__')[b] = 1"),
    ("a.obj[i] += v", "@getattr(a, 'obj')[i] += v"),
    ("a.__getattribute__('x')", "@getattr(a, '__getattribute__')('x')"),
    ("[i.format for i in y.obj]", "[@getattr(i, 'format') for i in @getattr(y, 'obj')]"),
    ("lambda a=b.obj: a.obj", "lambda a=@getattr(b, 'obj'): @getattr(a, 'obj')"),
    ("f'{a.format:{b.obj}}'", "f\"{@getattr(a, 'format'):{@getattr(b, 'obj')}}\""),
    (
        """
        @a.format
        class A(b.__class__, k=c.obj):
            x = d.__traceback__
        """,
        """
        @@getattr(a, 'format')
        class A(@getattr(b, '__class__'), k=@getattr(c, 'obj')):
            x = @getattr(d, '__traceback__')
        """,
    ),
    (
        "def f(a: b.obj = c.obj, *, d=e.obj) -> g.obj: return a.with_traceback",
        """
        def f(a: @getattr(b, 'obj')=@getattr(c, 'obj'), *, d=@getattr(e, 'obj')) -> @getattr(g, 'obj'):
            return @getattr(a, 'with_traceback')
        """,
    ),
    (
        "from __future__ import annotations\ndef f(a: b.obj) -> c.obj: pass\nd: e.obj",
        "from __future__ import annotations\n\ndef f(a: b.obj) -> c.obj:\n    pass\nd: e.obj",
    ),
]


@pytest.mark.parametrize(("before", "after"), READS)
def test_read_of_a_contested_name(before: str, after: str) -> None:
    wanted = normal(after)
    assert ast.dump(ast.parse(_spelled(rewritten(normal(before))))) == ast.dump(ast.parse(_spelled(wanted)))


def _spelled(text: str) -> str:
    """The same text under names that the parser takes, so that quotes and empty lines do not count."""
    return text.replace("@@", "@at_").replace("@getattr", "at_getattr")


WRITES = [
    # At module level and in a class body nothing can be held: a call.
    ("a.b = 1", "@write(a, 'b').b = 1"),
    ("a.b += 1", "@write(a, 'b').b += 1"),
    ("a.b: int = 1", "@write(a, 'b').b: int = 1"),
    ("del a.b, c.d", "del @write(a, 'b').b, @write(c, 'd').d"),
    ("a.b, c[d.e], *f.g = x", "@write(a, 'b').b, c[d.e], *@write(f, 'g').g = x"),
    ("for a.b in x:\n    pass", "for @write(a, 'b').b in x:\n    pass"),
    ("with x as a.b:\n    pass", "with x as @write(a, 'b').b:\n    pass"),
    ("[0 for a.b in x]", "[0 for @write(a, 'b').b in x]"),
    ("class A:\n    a.b = 1", "class A:\n    @write(a, 'b').b = 1"),
    # A steady local variable: the inline test.
    (
        "def f(a): a.b = 1",
        """
        def f(a):
            (a if @type(a) in @types else @write(a, 'b')).b = 1
        """,
    ),
    (
        """
        def f():
            for a in x:
                a.b += 1
            with y as c:
                del c.d
        """,
        """
        def f():
            for a in x:
                (a if @type(a) in @types else @write(a, 'b')).b += 1
            with y as c:
                del (c if @type(c) in @types else @write(c, 'd')).d
        """,
    ),
    (
        """
        def f(*a, **b):
            a.c = 1
            b.d = 2
        """,
        """
        def f(*a, **b):
            (a if @type(a) in @types else @write(a, 'c')).c = 1
            (b if @type(b) in @types else @write(b, 'd')).d = 2
        """,
    ),
    # A parameter that is written to more than once: one test, at the head, under a flag.
    (
        """
        def f(self, a):
            'Text.'
            self.b = 1
            if a:
                self.c = a.d = 2
            del self.b
        """,
        '''
        def f(self, a):
            """Text."""
            @own_self = @type(self) in @types
            (self if @own_self else @write(self, 'b')).b = 1
            if a:
                (self if @own_self else @write(self, 'c')).c = \
(a if @type(a) in @types else @write(a, 'd')).d = 2
            del (self if @own_self else @write(self, 'b')).b
        ''',
    ),
    (
        """
        def f(a, /, b, *, c):
            while b:
                a.x = 1
                c.x = 2
            for b.y in z:
                pass
        """,
        """
        def f(a, /, b, *, c):
            @own_a = @type(a) in @types
            @own_b = @type(b) in @types
            @own_c = @type(c) in @types
            while b:
                (a if @own_a else @write(a, 'x')).x = 1
                (c if @own_c else @write(c, 'x')).x = 2
            for (b if @own_b else @write(b, 'y')).y in z:
                pass
        """,
    ),
    (
        """
        async def f(a):
            a.b = await g()
            async for a.c in x:
                pass
        """,
        """
        async def f(a):
            @own_a = @type(a) in @types
            (a if @own_a else @write(a, 'b')).b = await g()
            async for (a if @own_a else @write(a, 'c')).c in x:
                pass
        """,
    ),
    # A parameter that is bound again has no flag; one that another function rebinds is not steady.
    (
        """
        def f(a):
            a.b = 1
            a.c = 2
            a = g()
        """,
        """
        def f(a):
            (a if @type(a) in @types else @write(a, 'b')).b = 1
            (a if @type(a) in @types else @write(a, 'c')).c = 2
            a = g()
        """,
    ),
    (
        """
        def f(a):
            def g():
                nonlocal a
                a = 1
            a.b = a.c = 1
        """,
        """
        def f(a):

            def g():
                nonlocal a
                a = 1
            (@t0 if @type((@t0 := a)) in @types else @write(@t0, 'b')).b = \
(@t1 if @type((@t1 := a)) in @types else @write(@t1, 'c')).c = 1
            @t0 = None
            @t1 = None
        """,
    ),
    (
        """
        def f():
            global a
            a.b = 1
        """,
        """
        def f():
            global a
            (@t0 if @type((@t0 := a)) in @types else @write(@t0, 'b')).b = 1
            @t0 = None
        """,
    ),
    # Any other object, in a simple statement of a function: held in a temporary, which is let go.
    (
        "def f(): g().b, c[0], h.i.j = x",
        """
        def f():
            (@t0 if @type((@t0 := g())) in @types else @write(@t0, 'b')).b, c[0], \
(@t1 if @type((@t1 := h.i)) in @types else @write(@t1, 'j')).j = x
            @t0 = None
            @t1 = None
        """,
    ),
    (
        """
        def f():
            g().b += h().c
            g().b: int = 1
            del g().b
            (a := g()).b = 1
        """,
        """
        def f():
            (@t0 if @type((@t0 := g())) in @types else @write(@t0, 'b')).b += h().c
            @t0 = None
            (@t0 if @type((@t0 := g())) in @types else @write(@t0, 'b')).b: int = 1
            @t0 = None
            del (@t0 if @type((@t0 := g())) in @types else @write(@t0, 'b')).b
            @t0 = None
            (@t0 if @type((@t0 := (a := g()))) in @types else @write(@t0, 'b')).b = 1
            @t0 = None
        """,
    ),
    # Where a statement repeats, or another scope would get the temporary: a call.
    (
        """
        def f(a):
            for g().b in x:
                pass
            with y as g().c:
                pass
            return [0 for a.d in x], (lambda: [0 for a.e in x])
        """,
        """
        def f(a):
            for @write(g(), 'b').b in x:
                pass
            with y as @write(g(), 'c').c:
                pass
            return ([0 for @write(a, 'd').d in x], lambda: [0 for @write(a, 'e').e in x])
        """,
    ),
    (
        "def f(a): g(lambda: a).b = [0 for h().c in x]",
        """
        def f(a):
            (@t0 if @type((@t0 := g(lambda: a))) in @types else @write(@t0, 'b')).b = \
[0 for @write(h(), 'c').c in x]
            @t0 = None
        """,
    ),
    (
        """
        def f(a):
            class B:
                a.b = 1
                def g(self):
                    a.c = self.d = 1
        """,
        """
        def f(a):

            class B:
                @write(a, 'b').b = 1

                def g(self):
                    (@t0 if @type((@t0 := a)) in @types else @write(@t0, 'c')).c = \
(self if @type(self) in @types else @write(self, 'd')).d = 1
                    @t0 = None
        """,
    ),
    # Dunder names always ask.
    ("def f(a): a.__doc__ = 1", "def f(a):\n    @write(a, '__doc__').__doc__ = 1"),
    ("A.__len__ = f", "@write(A, '__len__').__len__ = f"),
]


@pytest.mark.parametrize(("before", "after"), WRITES)
def test_write_of_an_attribute(before: str, after: str) -> None:
    assert rewritten(normal(before)) == normal(after)


AUGMENTED = [
    (
        "a.obj += v",
        """
        @t0 = a
        @t1 = @getattr(@t0, 'obj')
        @t1 += v
        @write(@t0, 'obj').obj = @t1
        del @t0, @t1
        """,
    ),
    (
        "def f(self): g().format *= self.obj",
        """
        def f(self):
            @t0 = g()
            @t1 = @getattr(@t0, 'format')
            @t1 *= @getattr(self, 'obj')
            @write(@t0, 'format').format = @t1
            del @t0, @t1
        """,
    ),
]


@pytest.mark.parametrize(("before", "after"), AUGMENTED)
def test_augmented_assignment_to_a_contested_name(before: str, after: str) -> None:
    assert rewritten(before) == normal(after)


@pytest.mark.parametrize("name", ["__doc__", "__name__", "__qualname__", "__annotations__", "__dict__", "__notes__"])
def test_augmented_assignment_to_a_dunder_is_proved(name: str) -> None:
    assert f"'{name}').{name}" in rewritten(f"a.{name} += v")


MANGLED = [
    ("self.__x = 1", "(self if @type(self) in @types else @write(self, '_A__x')).__x = 1"),
    ("del self.__x", "del (self if @type(self) in @types else @write(self, '_A__x')).__x"),
    ("self.__x += 1", "(self if @type(self) in @types else @write(self, '_A__x')).__x += 1"),
    ("for self.__x in y: self.__z", "for (self if @own_self else @write(self, '_A__x')).__x in y:"),
    ("[0 for self.__x in y]", "[0 for @write(self, '_A__x').__x in y]"),
    ("self.__x__ = 1", None),
    ("self._x = 1", "(self if @type(self) in @types else @write(self, '_x'))._x = 1"),
    ("__x.y = 1", "(@t0 if @type((@t0 := __x)) in @types else @write(@t0, 'y')).y = 1"),
]


@pytest.mark.parametrize("class_name", ["A", "_A", "__A"])
@pytest.mark.parametrize(("statement", "after"), MANGLED)
def test_class_private_name_is_mangled_where_it_becomes_text(
    class_name: str, statement: str, after: str | None
) -> None:
    text = f"class {class_name}:\n\n    def f(self):\n        {statement}"
    if after is None:
        rewriter = SealedRewriter()
        rewriter.visit(ast.parse(text))
        assert [each.message for each in rewriter.diagnostics] == ['attribute "__x__" cannot be set']
    else:
        assert after in rewritten(text)


def test_class_private_name_outside_of_a_class_and_below_underscores_stays() -> None:
    assert rewritten("self.__x = 1") == "@write(self, '__x').__x = 1"
    assert "'__x'" in rewritten("class __:\n    def f(self):\n        self.__x = 1")
    inner = rewritten("class A:\n    class B:\n        self.__x = 1\n    self.__y = 2")
    assert "'_B__x'" in inner
    assert "'_A__y'" in inner


EXITS = [
    (
        """
        class A:
            @d
            def __exit__(self, *a): pass
            async def __aexit__(self, *a): pass
            def other(self): pass
        """,
        """
        class A:

            @@exit
            @d
            def __exit__(self, *a):
                pass

            @@exit
            async def __aexit__(self, *a):
                pass

            def other(self):
                pass
        """,
    ),
    ("class A: __exit__ = f", "class A:\n    __exit__ = @exit(f)"),
    ("class A: __aexit__ = B.x.__aexit__", "class A:\n    __aexit__ = @exit(B.x.__aexit__)"),
    ("a.b.__exit__ = f.g", "@write(a.b, '__exit__').__exit__ = @exit(f.g)"),
    ("def f(a): a.__aexit__ = g", "def f(a):\n    @write(a, '__aexit__').__aexit__ = @exit(g)"),
    ("def __exit__(): pass", "def __exit__():\n    pass"),
]


@pytest.mark.parametrize(("before", "after"), EXITS)
def test_exit_methods_are_screened(before: str, after: str) -> None:
    assert rewritten(normal(before)) == normal(after)


CAPTURED = [
    ("a.b", "@value = a.b"),
    ("a\nb", "a\n@value = b"),
    ("'doc'", '"""doc"""\n@value = \'doc\''),
    ("'doc'\nx", '"""doc"""\n@value = x'),
    ("a = 1", "a = 1"),
    ("", ""),
    ("def f(): a", "def f():\n    a"),
]


IMPORTS = [
    ("import a.b, c as d", "import a.b\nimport c as d"),
    (
        "def f(): import a, b.c as d, e",
        "def f():\n    import a\n    from b.c import @innermost as d\n    import e",
    ),
    ("from . import a as b", "from . import a as b"),
]


@pytest.mark.parametrize(("before", "after"), IMPORTS)
def test_gate_reads_the_innermost_module(before: str, after: str) -> None:
    assert rewritten(before) == after


@pytest.mark.parametrize(("before", "after"), CAPTURED)
def test_value_of_the_last_expression_is_kept(before: str, after: str) -> None:
    assert rewritten(before, capture_value=True) == after


# --------------------------------------------------------------------------------------------------------------
# Positions


SCRIPTS = [pytest.param(each, id=each.title) for each in all_chunks() if each.runs_on(sys.version_info[:2])]


def positions(tree: ast.AST) -> set[tuple[int, int]]:
    return {(each.lineno, each.end_lineno) for each in ast.walk(tree) if hasattr(each, "lineno")}  # type: ignore[attr-defined]  # as tested


@pytest.mark.parametrize("chunk", [each for each in SCRIPTS if each.values[0].is_harmless])  # type: ignore[union-attr]  # a Chunk
def test_rewriting_adds_no_position(chunk: Chunk) -> None:
    given = positions(ast.parse(chunk.text))
    assert positions(SealedRewriter().visit(ast.parse(chunk.text))) <= given | {(1, 1)}


TRACED = """
class Box: pass

def write(box):
    box.x = 1
    box.y = 2

def hold(boxes):
    boxes[0].x = (
        1
    )

def delete(box):
    del box.gone

def contested(box):
    box.obj += (
        len(1)
    )

def guarded(value):
    return value.__class__.__subclasses__

def loop(box):
    for box.x in [
        1,
    ]:
        pass

def inside(box):
    return [
        0 for
        box.x in [1]
    ]
"""


@pytest.mark.parametrize(
    ("call", "function", "line"),
    [
        ("write(1)", "write", 5),
        ("write(len)", "write", 5),
        ("hold([1])", "hold", 9),
        ("hold([1, 2][:0])", "hold", 9),
        ("delete(Box())", "delete", 14),
        ("contested(1)", "contested", 17),
        ("guarded(1)", "guarded", 22),
        ("loop(1)", "loop", 25),
        ("inside(1)", "inside", 33),
    ],
)
def test_traceback_has_the_guests_lines(call: str, function: str, line: int) -> None:
    result = Sandbox("default").run(TRACED + call, filename="traced.py")
    assert result.error is not None
    outer, *inner = result.error.frames
    assert (outer.line, outer.function, outer.source_line) == (35, "<module>", call)
    assert inner[0].function == function
    assert inner[-1].line == line  # in 3.11 a comprehension has a frame of its own
    assert inner[-1].source_line == TRACED.split("\n")[line - 1]
    assert all(each.filename == "traced.py" for each in result.error.frames)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("x = 1\nx.y = 2", "x.y"),
        ("x = 1\ny = x.real.missing", "x.real.missing"),
        ("é = 1; é.ü = 2", "é.ü"),
        ("1 + (2 / 0)", "2 / 0"),
        ("'é' + undefined", "undefined"),
        ("(1).__class__.__subclasses__()", "(1).__class__.__subclasses__"),
        ("'{0.__class__.__subclasses__}'.format(1)", "'{0.__class__.__subclasses__}'.format(1)"),
        ("print(\n  max(1,\n 'a'))", "max(1,\n 'a')"),
    ],
)
def test_error_marks_the_guests_columns(text: str, marked: str) -> None:
    result = Sandbox("default").run(text)
    assert result.error is not None
    assert _between(text, result.error) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("x = 1; y.gi_frame", "y.gi_frame"),
        ("é = 'é' + é.__globals__", "é.__globals__"),
        ("f(\n  __import__)", "__import__"),
        ("def f(a, __x__): pass", "__x__"),
        ("x = (a.\n b.__code__)", "a.\n b.__code__"),
        ("x.y.__bases__ = 1", "x.y.__bases__"),
    ],
)
def test_refusal_marks_the_guests_columns(text: str, marked: str) -> None:
    (found,) = Sandbox("default").check(text)
    assert _between(text, found) == marked


def _between(text: str, found: Any) -> str:
    lines = text.split("\n")[found.line - 1 : found.end_line]
    lines[-1] = lines[-1][: found.end_column]
    lines[0] = lines[0][found.column :]
    return "\n".join(lines)


def test_frames_of_a_deep_recursion_are_the_guests() -> None:
    text = "def f(n):\n    return f(n + 1)\n\nf(0)"
    result = Sandbox("default").run(text, filename="deep.py")
    assert result.error is not None
    assert result.error.type == "RecursionError"
    assert result.error.frames[0] == Frame("deep.py", 4, "<module>", "f(0)", 0, 4, 4)
    assert {(each.line, each.function) for each in result.error.frames[1:]} == {(2, "f")}
    assert len(result.error.frames) == 200
