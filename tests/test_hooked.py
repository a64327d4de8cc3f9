"""HookedRewriter: what each construct becomes, that it does what Python does, and which names it keeps."""

from __future__ import annotations

import ast
import asyncio
import operator
import sys
import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from RestrictedPython.Guards import (
    full_write_guard,
    guarded_iter_unpack_sequence,
    guarded_unpack_sequence,
    safe_builtins,
    safer_getattr_raise,
)
from RestrictedPython.PrintCollector import PrintCollector

import rexec
from rexec import names
from rexec.rewrite.hooked import HookedRewriter
from rexec.verify import verify_code
from rexec.verify_hooked import verify_hooked

IN_PLACE: dict[str, Callable[[Any, Any], Any]] = {
    "+=": operator.iadd,
    "-=": operator.isub,
    "*=": operator.imul,
    "/=": operator.itruediv,
    "%=": operator.imod,
    "**=": operator.ipow,
    "<<=": operator.ilshift,
    ">>=": operator.irshift,
    "|=": operator.ior,
    "^=": operator.ixor,
    "&=": operator.iand,
    "//=": operator.ifloordiv,
    "@=": operator.imatmul,
}
SPEC = "{'childs': (), 'min_len': 2}"
UNPACKED = f"_unpack_sequence_(@t0, {SPEC}, _getiter_)"
FOUND = "{**@t0} if (@t1 := _getattr_(a, 'b')) in @t0"


class Hooks:
    """Every hook of the protocol, each doing what Python would do, and remembering that it was asked."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.printed: list[str] = []

    def ask(self, *what: Any) -> None:
        self.asked.append(what[0] if len(what) == 1 else what)

    def getattr(self, value: Any, name: str) -> Any:
        self.ask("getattr", name)
        return getattr(value, name)

    def getitem(self, value: Any, index: Any) -> Any:
        self.ask("getitem", index)
        return value[index]

    def getiter(self, value: Any) -> Any:
        self.ask("getiter")
        return value

    def write(self, value: Any) -> Any:
        self.ask("write")
        return value

    def unpack(self, value: Any, spec: Any, getiter: Any) -> Any:
        self.ask("unpack")
        return guarded_unpack_sequence(value, spec, getiter)

    def iter_unpack(self, value: Any, spec: Any, getiter: Any) -> Any:
        self.ask("iter_unpack")
        return guarded_iter_unpack_sequence(value, spec, getiter)

    def inplacevar(self, operator: str, value: Any, other: Any) -> Any:
        self.ask("inplacevar", operator)
        return IN_PLACE[operator](value, other)

    def apply(self, function: Any, /, *arguments: Any, **keywords: Any) -> Any:
        self.ask("apply")
        return function(*arguments, **keywords)

    def metaclass(self, name: str, bases: Any, namespace: Any, **keywords: Any) -> Any:
        self.ask("metaclass")
        assert not [key for key in namespace if "@" in key]
        return type(name, bases, namespace, **keywords)

    def __call__(self, getattr_: Any) -> Any:
        """``_print_``: this is the collector too."""
        assert getattr_ == self.getattr
        return _Collector(self)

    def namespace(self) -> dict[str, Any]:
        return {
            "__name__": "guest",
            "_getattr_": self.getattr,
            "_getitem_": self.getitem,
            "_getiter_": self.getiter,
            "_write_": self.write,
            "_unpack_sequence_": self.unpack,
            "_iter_unpack_sequence_": self.iter_unpack,
            "_inplacevar_": self.inplacevar,
            "_apply_": self.apply,
            "_print_": self,
            "__metaclass__": self.metaclass,
        }


class _Collector:
    def __init__(self, hooks: Hooks) -> None:
        self.hooks = hooks

    def _call_print(self, *values: Any) -> None:
        self.hooks.printed.append(" ".join(str(each) for each in values))

    def __call__(self) -> str:
        return "\n".join(self.hooks.printed)


def visited(text: str, mode: str = "exec") -> tuple[HookedRewriter, Any]:
    visitor = HookedRewriter([], [], {})
    return visitor, visitor.visit(ast.parse(textwrap.dedent(text), mode=mode))


def proved(text: str, mode: str = "exec") -> Any:
    """The rewritten tree, which holds no refusal and nothing that cannot be proved."""
    visitor, tree = visited(text, mode)
    assert visitor.errors == []
    assert verify_hooked(tree) == []
    return tree


def after(text: str) -> str:
    return ast.unparse(proved(text))


def refusals(text: str) -> list[str]:
    return visited(text)[0].errors


def run(text: str, namespace: dict[str, Any]) -> dict[str, Any]:
    code = compile(proved(text), "guest", "exec", dont_inherit=True)
    assert verify_code(code) == []
    exec(code, namespace)
    assert not [name for name in namespace if "@" in name]
    return namespace


class Traced:
    """An object that says what is done to it."""

    def __init__(self, log: list[Any], name: str) -> None:
        vars(self).update(log=log, name=name, items={}, values={})

    def __getattr__(self, name: str) -> Any:
        self.log.append(f"{self.name}.{name}")
        return self.values.get(name, 1)

    def __setattr__(self, name: str, value: Any) -> None:
        self.log.append(f"{self.name}.{name} = {value}")
        self.values[name] = value

    def __delattr__(self, name: str) -> None:
        self.log.append(f"del {self.name}.{name}")

    def __getitem__(self, index: Any) -> Any:
        self.log.append(f"{self.name}[{index}]")
        return self.items.get(str(index), 1)

    def __setitem__(self, index: Any, value: Any) -> None:
        self.log.append(f"{self.name}[{index}] = {value}")
        self.items[str(index)] = value

    def __delitem__(self, index: Any) -> None:
        self.log.append(f"del {self.name}[{index}]")

    def __eq__(self, other: object) -> bool:
        self.log.append(f"{self.name} == {other}")
        return self is other

    def __str__(self) -> str:
        return self.name

    __hash__ = None  # type: ignore[assignment]  # nothing here hashes it


def world(log: list[Any]) -> dict[str, Any]:
    def show(value: Any) -> Any:
        log.append(value)
        return value

    return {"show": show, "a": Traced(log, "a"), "b": Traced(log, "b"), "log": log}


def outcomes(text: str) -> tuple[list[Any], list[Any], Hooks]:
    """What a text logs in plain Python, what it logs under hooks, and the hooks."""
    plain: list[Any] = []
    hooked: list[Any] = []
    hooks = Hooks()
    printed: list[str] = []
    text = textwrap.dedent(text)
    one = world(plain) | {"print": lambda *values: printed.append(" ".join(str(each) for each in values))}
    exec(compile(text, "guest", "exec", dont_inherit=True), one)
    other = run(text, world(hooked) | hooks.namespace())
    for namespace in (one, other):
        if "main" in namespace:
            asyncio.run(namespace["main"]())
    assert hooks.printed == printed
    return plain, hooked, hooks


# ------------------------------------------------------------------------------------------------------------
# Before and after


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a.b", "_getattr_(a, 'b')"),
        ("a._b", "_getattr_(a, '_b')"),
        ("a.__class__", "_getattr_(a, '__class__')"),
        ("a.format", "_getattr_(a, 'format')"),
        ("a.b.c()", "_getattr_(_getattr_(a, 'b'), 'c')()"),
        ("a.b = c", "_write_(a).b = c"),
        ("del a.b, c[0]", "del _write_(a).b, _write_(c)[0]"),
        ("a[0]", "_getitem_(a, 0)"),
        ("a[1:2]", "_getitem_(a, 1:2)"),
        ("a[b.c:, *d]", "_getitem_(a, (_getattr_(b, 'c'):, *_getiter_(d)))"),
        ("a[1:2] = b", "_write_(a)[1:2] = b"),
        ("a.b: c.d = e", "_write_(a).b: _getattr_(c, 'd') = e"),
        ("f(*a)", "_apply_(f, *_getiter_(a))"),
        ("f(**{'a': 1})", "_apply_(f, **{'a': 1})"),
        ("a.b(1, *c, d=2)", "_apply_(_getattr_(a, 'b'), 1, *_getiter_(c), d=2)"),
        ("[*a], {*a}, (*a, b)", "([*_getiter_(a)], {*_getiter_(a)}, (*_getiter_(a), b))"),
        (
            "{**a}",
            "{**{@t1: _getitem_(@t0, @t1) for @t0 in (a,) for @t1 in _getiter_(_getattr_(@t0, 'keys')())}}",
        ),
        ("def f(): yield from a", "def f():\n    yield from _getiter_(a)"),
        ("for a.b in c: pass", "for _write_(a).b in _getiter_(c):\n    pass"),
        ("for a, b in c: pass", f"for a, b in _iter_unpack_sequence_(c, {SPEC}, _getiter_):\n    pass"),
        ("[a for [a, b] in c]", f"[a for [a, b] in _iter_unpack_sequence_(c, {SPEC}, _getiter_)]"),
        ("{a: b async for a in c}", "{a: b async for a in _getiter_(c)}"),
        (
            "(0 async for a, b in c if d)",
            f"(0 async for @t0 in _getiter_(c) for a, b in ({UNPACKED},) if d)",
        ),
        ("[a, b] = c", f"[a, b] = _unpack_sequence_(c, {SPEC}, _getiter_)"),
        ("() = c", "() = _unpack_sequence_(c, {'childs': (), 'min_len': 0}, _getiter_)"),
        ("a, *(b, *c) = d", "a, *(b, *c) = _unpack_sequence_(d, {'childs': (), 'min_len': 2}, _getiter_)"),
        (
            "a, *b, (c, [d]) = e",
            "a, *b, (c, [d]) = _unpack_sequence_(e, {'childs': ((-1, {'childs': ((1, {'childs': (), "
            "'min_len': 1}),), 'min_len': 2}),), 'min_len': 2}, _getiter_)",
        ),
        ("a = b = c", "a = b = c"),
        ("a += b", "a = _inplacevar_('+=', a, b)"),
        ("x = lambda a=b.c: a.d", "x = lambda a=_getattr_(b, 'c'): _getattr_(a, 'd')"),
        ("except_ = a in b", "except_ = a in b"),
        ("class A: pass", "class A(metaclass=__metaclass__):\n    pass"),
        ("class A(B, *c, k=1): pass", "class A(B, *_getiter_(c), k=1, metaclass=__metaclass__):\n    pass"),
        ("import a.b as c", "import a.b as c"),
    ],
)
def test_before_and_after(before: str, expected: str) -> None:
    assert after(before) == expected


def test_fields_of_fstrings() -> None:
    expected = ast.parse("f'{_getattr_(a, \"b\")!r:{_getitem_(c, 0)}}'")
    assert ast.dump(proved("f'{a.b!r:{c[0]}}'")) == ast.dump(expected)


def test_slices_stay_slices_in_a_call() -> None:
    index = []
    hooks = {"_getitem_": lambda value, item: index.append(item), "_getiter_": iter, "slice": None, "a": 0}
    run("a[1:2]; a[1:2, ..., ::3]; a[:, *[4, 5]]", hooks)
    assert index == [slice(1, 2), (slice(1, 2), ..., slice(None, None, 3)), (slice(None), 4, 5)]


def test_private_names_are_mangled_where_they_become_text() -> None:
    text = """
    class A:
        def f(self):
            self.__x += [(lambda: self.__y)() for __z in self.__w]
    """
    assert after(text) == textwrap.dedent(
        """\
        class A(metaclass=__metaclass__):

            def f(self):
                @t0 = self
                _write_(@t0).__x = _inplacevar_('+=', _getattr_(@t0, '_A__x'), \
[(lambda: _getattr_(self, '_A__y'))() for __z in _getiter_(_getattr_(self, '_A__w'))])
                @t0 = None"""
    )


def test_statements_that_need_temporaries() -> None:
    text = """
    def f():
        a, b = c = d
        a[b] //= c
        with a as (b, c), b as d:
            pass
    class A:
        a.b += 1
    """
    assert after(text) == textwrap.dedent(
        f"""\
        def f():
            @t0 = d
            a, b = _unpack_sequence_(@t0, {SPEC}, _getiter_)
            c = @t0
            @t0 = None
            @t0 = a
            @t1 = b
            _write_(@t0)[@t1] = _inplacevar_('//=', _getitem_(@t0, @t1), c)
            @t0 = @t1 = None
            with a as @t0:
                b, c = _unpack_sequence_(@t0, {SPEC}, _getiter_)
                @t0 = None
                with b as d:
                    pass

        class A(metaclass=__metaclass__):
            try:
                @t0 = a
                _write_(@t0).b = _inplacevar_('+=', _getattr_(@t0, 'b'), 1)
            finally:
                @t0 = None
                del @t0"""
    )


def test_asynchronous_loops_take_sequences_apart_by_themselves() -> None:
    text = "async def f():\n    async for a, b in c: pass"
    assert after(text).splitlines()[1:] == [
        "    async for @t0 in _getiter_(c):",
        f"        a, b = _unpack_sequence_(@t0, {SPEC}, _getiter_)",
        "        @t0 = None",
        "        pass",
    ]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a.b", "@t0 if @t0 == _getattr_(a, 'b')"),
        ("a.b.c if d", "@t0 if @t0 == _getattr_(_getattr_(a, 'b'), 'c') and d"),
        ("a.b | 1 | None", "@t0 if @t0 == _getattr_(a, 'b') or @t0 == 1 or @t0 is None"),
        ("[x, a.b]", "[@t0, @t1] if @t1 == _getattr_(a, 'b') and ((x := @t0),)"),
        ("[a.b, *x] as y", "[@t0, *@t1] as @t2 if @t0 == _getattr_(a, 'b') and ((x := @t1), (y := @t2))"),
        ("[a.b as x, (y | y)]", "[@t0, @t1 | @t1] if @t0 == _getattr_(a, 'b') and ((x := @t0), (y := @t1))"),
        (
            "{'k': a.b, **x}",
            "{'k': @t0, **@t1} if @t0 == _getattr_(a, 'b') and ((x := @t1),)",
        ),
        (
            "{a.b: x}",
            f"{FOUND} and ((@t2 := _getitem_(@t0, @t1)),) and ((x := @t2),)",
        ),
        (
            "{a.b: 1 | 2 as x, **y}",
            f"{FOUND} and ((@t2 := _getattr_(@t0, 'pop')(@t1)),) and (@t2 == 1 or @t2 == 2) "
            "and ((x := @t2), (y := @t0))",
        ),
        ("{a.b: _}", f"{FOUND} and ((@t2 := _getitem_(@t0, @t1)),)"),
        ("int(x)", "int() as x"),
        ("int(_)", "int()"),
        ("str(x) | bytes(x)", "(str() as x) | (bytes() as x)"),
        ("int(-1)", "int() as @t0 if @t0 == -1"),
        ("[int(x), a.b]", "[int() as @t0, @t1] if @t1 == _getattr_(a, 'b') and ((x := @t0),)"),
        ("A()", "A()"),
        ("[x, *_, {'k': 1 + 2j, **y}] as z if x", "[x, *_, {'k': 1 + 2j, **y}] as z if x"),
        ("1 | None | 'a' as x", "1 | None | 'a' as x"),
    ],
)
def test_patterns(pattern: str, expected: str) -> None:
    text = after(f"def f(s):\n    match s:\n        case {pattern}: pass")
    assert text.splitlines()[2].strip() == f"case {expected}:"


def test_temporaries_of_patterns_are_let_go() -> None:
    cleared = "    @t0 = None"
    assert after("def f(s):\n    match s:\n        case a.b: pass").splitlines()[-1] == cleared
    assert after("match s:\n    case a.b: pass").splitlines()[-3:] == ["finally:", cleared, "    del @t0"]
    assert "@t0" not in after("match s:\n    case [x]: pass")


@pytest.mark.parametrize(
    ("signature", "head"),
    [
        ("self, t, v, tb", ["tb = None"]),
        ("self, t, v=0, /, tb=1, more=2", ["tb = None"]),
        ("self, t, v, tb, *rest", ["tb = None"]),
        ("self, *, a, b=None", ["a = None", "b = None"]),
        ("self, t, v", []),
        ("self, t, v, *args", ["match args:", "    case [_]:", "        args = (None,)"]),
        (
            "self, *args, **kw",
            [
                "kw = {}",
                "match args:",
                "    case [@t0, @t1, _]:",
                "        args = (@t0, @t1, None)",
                "@t0 = @t1 = None",
            ],
        ),
        (
            "*args",
            [
                "match args:",
                "    case [@t0, @t1, @t2, _]:",
                "        args = (@t0, @t1, @t2, None)",
                "@t0 = @t1 = @t2 = None",
            ],
        ),
    ],
)
@pytest.mark.parametrize("kind", ["def __exit__", "async def __aexit__"])
def test_exit_methods_let_go_of_the_traceback(kind: str, signature: str, head: list[str]) -> None:
    body = after(f"class A:\n    {kind}({signature}):\n        'doc'\n        return 1").splitlines()[3:]
    assert [line.removeprefix("        ") for line in body] == ['"""doc"""', *head, "return 1"]


def test_print_goes_behind_docstring_and_future() -> None:
    text = """
    'doc'
    from __future__ import annotations
    @f(print)
    def g(x: a.b = print):
        'doc'
        print(x)
    class A:
        lambda: print(1)
    """
    visitor, tree = visited(text)
    assert ast.unparse(tree) == textwrap.dedent(
        '''\
        """doc"""
        from __future__ import annotations
        _print = _print_(_getattr_)

        @f(_print._call_print)
        def g(x: a.b=_print._call_print):
            """doc"""
            _print = _print_(_getattr_)
            _print._call_print(x)

        class A(metaclass=__metaclass__):
            lambda: _print._call_print(1)'''
    )
    assert visitor.warnings == [
        "Line 5: Prints, but never reads 'printed' variable.",
        "Line None: Prints, but never reads 'printed' variable.",
    ]
    assert verify_hooked(tree) == []


def test_printed_alone_is_warned_about() -> None:
    visitor, tree = visited("x = printed")
    assert ast.unparse(tree) == "_print = _print_(_getattr_)\nx = _print()"
    assert visitor.warnings == ["Line None: Doesn't print, but reads 'printed' variable."]
    assert visitor.used_names == {}
    assert visited("print(printed)")[0].warnings == []


def test_one_statement_prints_with_the_collector_of_the_host() -> None:
    assert ast.unparse(proved("print(a)", "single")) == "_print._call_print(a)"


def test_unknown_nodes_are_warned_about_and_refused() -> None:
    class Fancy(ast.AST):
        pass

    visitor = HookedRewriter()
    visitor.visit(Fancy())
    assert visitor.errors == ["Line None: Fancy statements are not allowed."]
    assert visitor.warnings == ["Line None: Fancy statement is not known to RestrictedPython"]


def test_every_node_has_a_position_inside_the_text() -> None:
    text = "match s:\n    case [a.b, x]: x.y += print(*x, **y)\nwith a as (b, c): a, b = c = d"
    for node in ast.walk(proved(text)):
        if "lineno" in node._attributes:
            assert 1 <= node.lineno <= node.end_lineno <= 3  # type: ignore[attr-defined]  # it has positions


# ------------------------------------------------------------------------------------------------------------
# The same as plain Python

SAME = {
    "augmented names": """
        n = 5
        for op in [0]:
            n += 3; n -= 1; n *= 4; n /= 2; n **= 2; n //= 3; n %= 7
        m = 12
        m <<= 2; m >>= 1; m |= 3; m ^= 5; m &= 0xff
        show((n, m))
        def f():
            global m
            m += 1
            n = [1]
            def g():
                nonlocal n
                n += [2]
            g()
            return n, m
        show(f())
    """,
    "augmented attributes and items": """
        def index(): return show("index")
        def value(): return show(10)
        a.x += value()
        a[index()] += value()
        (show("object") and b).y -= value()
        a[1:index(), ...] *= value()
        def f(o):
            o.x += value()
            o.p = b
            o.p[index()] += value()
            o[index()] //= value()
            for i in range(2):
                if i: o.z += i
                else:
                    o.w -= value()
            return lambda: o
        f(a)
        class A:
            a.k += value()
            b["i"] += 1
            names = [n for n in dir() if "@" in n]
        show(A.names)
        items = [[1], 2]
        items[0] += (3,)
        items[-1] **= 5
        show(items)
        t = ([],)
        try: t[0] += [1]
        except TypeError as error: show((t, type(error).__name__))
    """,
    "an augmented assignment that fails": """
        def broken(): raise ValueError("broken")
        for action in ("value", "object", "index"):
            try:
                if action == "value": a.x += broken()
                elif action == "object": broken().x += show(1)
                else: a[broken()] += show(1)
            except ValueError: show(action)
    """,
    "chained targets": """
        def value():
            show("value")
            return iter([1, 2])
        x = (p, q) = [r, *s] = show([7, 8])
        show((x, p, q, r, s))
        p, q = a.first = (3, 4)
        a.one, b[show("two")] = a.both = show((5, 6))
        [p, q] = value()
        show((p, q))
        def f():
            u = v, w = [x, y] = "ab"
            return u, v, w, x, y
        show(f())
        class A:
            u = v, w = "cd"
            names = sorted(n for n in dir() if n[0] != "_")
        show(A.names)
    """,
    "nested and starred targets": """
        p, *(q, [r, s]), t = [1, 2, "rs", 3]
        show((p, q, r, s, t))
        p, *(q, *r) = range(5)
        show((p, q, r))
        *p, (q, (r,)) = [1, 2, (3, [4])]
        show((p, q, r))
        for [x, *(y, z)] in [[1, 2, 3], "abc"]: show((x, y, z))
        show([(x, y) for [x, (y, _)] in [(1, "ab"), (2, "cd")] if x])
        show({x: y for x, *y in ["abc", "def"]})
        try: p, *(q, r) = [1, 2, 3, 4]
        except ValueError: show("too many")
        try: (p, q), r = 1, 2
        except TypeError: show("not iterable")
    """,
    "loops": """
        for a.i in range(2): show(a.i)
        else: show("else")
        for a[show("index")] in "x": pass
        for x, y in {1: 2}.items(): show((x, y))
        show([x + y for x in range(2) for y in range(x) if y >= 0])
        def g():
            got = yield from inner()
            yield got
        def inner():
            sent = yield 1
            show(sent)
            return "returned"
        it = g()
        show(next(it)); show(it.send("sent"))
        for x in *"ab", *[1]: show(x)
    """,
    "stars": """
        def f(*args, **kw): return args, kw
        show(f(*show([1]), *show("ab"), k=1, **show({"z": 2}), **{"y": 3}))
        show([*"ab", *[1]]), show({*"a"}), show((*"a", 1))
        show({**{"a": 1}, "b": 2, **dict(b=3, c=4)})
        d = {"x": 1}
        show({**d, **d})
        show(f(**(d if d else 0)))
        for call in (lambda: f(**{"a": 1}, a=2), lambda: f(**d, x=2), lambda: {**[1]}, lambda: [*1]):
            try: call()
            except (TypeError, AttributeError): show("refused by Python")
        class A:
            e = {"k": 1}
            both = [f(**e, **{"j": 2}), {**e}]
        show(A.both)
    """,
    "with": """
        class M:
            def __init__(self, name, value): self.name = show(name); self.value = value
            def __enter__(self): return self.value
            def __exit__(self, t, v, tb):
                show((self.name, t and t.__name__))
                return self.name == "swallow"
        with M("one", (1, 2)) as (x, y), M("two", [x, [y]]) as [z, (w,)], M("three", 0):
            show((x, y, z, w))
        with M("swallow", 1), M("inner", (1, 2, 3)) as (x, y):
            show("never")
        with M("attribute", 1) as a.x, M("item", 2) as a["i"]: pass
        def f():
            with M("swallow", "ab") as (p, *q): return p, q
        show(f())
        class C:
            with M("class", "ab") as (p, q): pass
            names = [n for n in dir() if "@" in n]
        show(C.names)
    """,
    "exit methods": """
        class Positional:
            def __enter__(self): return self
            def __exit__(self, t, v, tb, more=3):
                show((t is None, str(v), more)); return True
        class Star(Positional):
            def __exit__(self, *args, **kw):
                "doc"
                show((len(args), kw)); return super().__exit__(*args)
        class Only(Positional):
            def __exit__(*args, k=None): show(len(args)); return True
        for kind in (Positional, Star, Only):
            with kind(): raise ValueError("v")
            with kind(): pass
        show(Star.__exit__.__doc__)
        show(Star().__exit__(None, "direct", None))
        class Loose:
            def __exit__(self, *args): return args
        show(Loose().__exit__()), show(Loose().__exit__(1, 2)), show(Loose().__exit__(1, 2, None, 4))
    """,
    "classes": """
        class Base:
            def __init_subclass__(cls, /, tag=None, **kw): cls.tag = tag
        class A(Base, tag="t"):
            "doc"
            __slots__ = ("_x", "__y", "z")
            __match_args__ = ("z",)
            limit: int = 3
            def __init__(self): self._x = self.__y = 1; self.z = [0]
            def __eq__(self, other): return self._x == other._x
            __hash__ = None
            @property
            def y(self): return self.__y
            @y.setter
            def y(self, value): self.__y = value
            def __getitem__(self, i): return (self.z, i)
            def __iadd__(self, other): self._x += other; return self
        o = A()
        o += 4
        o.y += 2
        show((o._x, o.y, o[1:2], A.tag, A.__doc__, A.__name__, A.__qualname__, A.__annotations__))
        show(A() == A())
        class B(A):
            def __init__(self):
                super().__init__()
                self.w = __class__.__name__
        show(B().w)
        @lambda c: show("decorator") and c
        class C:
            x, y = 1, 2
            def f[T](self): return 1
    """.replace("f[T]", "f[T]" if sys.version_info >= (3, 12) else "f"),
    "match on dotted names": """
        class K:
            RED, BLUE, OTHER = "red", "blue", None
        def f(s):
            x = "unbound"
            match s:
                case K.RED: return "red"
                case K.BLUE | 7 | None: return "blue"
                case [x, K.RED] if x > 5: return ("big", x)
                case [K.RED, x] | [x, "end"] as all if x and False: pass
                case [K.RED as c, *rest]: return (c, rest)
                case {K.RED: 1, "k": v}: return ("one", v)
                case {K.RED: v, **rest}: return (v, rest)
                case {"in": {"deep": K.BLUE}}: return "deep"
                case int(n): return ("int", n)
                case str("a" | "b") | bytes(): return "text"
                case str() as t: return t
            return ("nothing", x)
        K.get = None
    """.replace('[K.RED, x] | [x, "end"] as all', "[K.RED, x] as all").replace(
        'str("a" | "b") | bytes()', 'str("a" | "b")'
    )
    + """
        for s in ("red", "blue", 7, None, [6, "red"], [1, "red"], ["red", 1, 2], {"red": 1, "k": 2},
                  {"red": 5, "z": 1}, {"in": {"deep": "blue"}}, 3, "a", "other", 1.5, ["red", 0], {}):
            show(f(s))
    """,
    "match binds only what matched": """
        class K: X = 1
        x = "before"
        match [5, 6]:
            case [x, K.X]: show("never")
            case [_, y]: show((x, y))
        match {"a": 1}:
            case {"a": x, "b": K.X}: show("never")
            case {"a": K.X, **x}: show(x)
        class A:
            match 1:
                case K.X as z: show(z)
            names = [n for n in dir() if "@" in n]
        show(A.names)
        for i in range(3):
            match i:
                case K.X: continue
                case _: show(i)
            show("after")
    """,
    "match compares subject with value": """
        class K: pass
        K.first, K.second = b, a
        match a:
            case K.first: show("never")
            case K.second: show("matched")
        match (a, 1):
            case (K.first, 1) | (1, 2) if show("never"): pass
            case (K.second, int(n)) if show(n): show("matched")
    """.replace("(K.first, 1) | (1, 2)", "(K.first, 1)"),
    "print": """
        print("a", 1)
        def f(o=print):
            print("in f")
            o("default")
            return [print(i) for i in range(2)]
        f()
        class A:
            print("class")
            def m(self): (lambda: print("lambda"))()
        A().m()
        p = print
        p(*"xy")
    """,
    "asynchronous": """
        class AM:
            def __init__(self, value): self.value = value
            async def __aenter__(self): return self.value
            async def __aexit__(self, *args): show(args[0]); return True
        async def pairs():
            for i in range(3): yield i, str(i)
        async def give(x): return x
        async def main():
            async for i, s in pairs():
                if i == 1: continue
                show((i, s))
            else: show("else")
            show([s * i async for i, s in pairs() if i])
            show({i: j async for i, _ in pairs() for j in range(i) if await give(j)})
            show([i async for [i, _] in pairs() async for (k, *_) in pairs() if k == i])
            async with AM((1, [2])) as (x, [y]), AM(x + y) as z: show((x, y, z)); raise ValueError
            a.total += await give(4)
            a[await give("i")] += await give(5)
            show({**(await give({"k": 1}))})
            show(await give(*(await give([6]))))
            class L:
                async def f(self): return [x async for x in self.g()]
                async def g(self): yield await give(1)
            show(await L().f())
    """,
    "walrus, annotations, lambdas": """
        def f(x: int, *args: show("annotation"), k: "text" = 1) -> (r := "result"):
            y: show("never") = x
            return y
        show((f(1), r, f.__annotations__))
        if (n := len([m := i for i in range(3)])) > 2: show((n, m))
        a.x: show("evaluated") = 3
        a["i"]: int = 4
        q: int
        show(__annotations__)
        show((lambda *p, k=a.d, **kw: (p, k, kw))(1, k=2, z=3))
    """,
    "exceptions": """
        class E(Exception):
            def __init__(self, *args): super().__init__(*args); self.n = args
        try: raise E(1) from ValueError(2)
        except (KeyError, E) as error: show((error.n, str(error.__cause__)))
        else: show("never")
        finally: show("finally")
        try: error
        except NameError: show("unbound")
        def f():
            try: return show(1)
            finally: a.x += 1
        f()
    """,
}


@pytest.mark.parametrize("name", SAME)
def test_same_as_plain_python(name: str) -> None:
    plain, hooked, hooks = outcomes(SAME[name])
    assert hooked == plain
    assert plain or hooks.printed


def test_no_exit_method_sees_a_traceback() -> None:
    text = """
    class A:
        def __enter__(self): return self
        def __exit__(self, t, v, tb): seen.append(tb); return True
    class B(A):
        def __exit__(self, t, /, *rest): seen.append(rest[1]); return super().__exit__(t, *rest)
    class C(B):
        def __exit__(*args): seen.append(args[3]); return super(C, args[0]).__exit__(*args[1:])
    with C(): raise ValueError
    """
    assert run(text, Hooks().namespace() | {"seen": []})["seen"] == [None, None, None]


def test_every_access_asks_its_hook() -> None:
    text = "def main_(): a.x += b[0]\nmain_()\nx, y = z = 'ab'\nf = dict\nf(**{'k': 1}, j=[*'a'])"
    hooks = outcomes(text)[2]
    assert hooks.asked == [
        ("getattr", "x"),
        ("getitem", 0),
        ("inplacevar", "+="),
        "write",
        "unpack",
        "getiter",
        "getiter",
        "apply",
    ]


def test_future_annotations_stay_the_guests_text() -> None:
    text = "from __future__ import annotations\ndef f(x: a.b[0]) -> c.d: pass\ny: e.f = 1"
    namespace = run(text, Hooks().namespace())
    assert namespace["f"].__annotations__ == {"x": "a.b[0]", "return": "c.d"}
    assert namespace["__annotations__"] == {"y": "e.f"}


def test_guest_cannot_choose_the_metaclass_by_stars() -> None:
    with pytest.raises(TypeError, match="multiple values for keyword argument 'metaclass'"):
        run("class A(**{'metaclass': int}): pass", Hooks().namespace())


@pytest.mark.skipif(sys.version_info < (3, 12), reason="type parameters")
def test_type_parameters() -> None:
    text = "type A[T: b.c] = list[T]\ndef f[*Ts, **P](x: T): pass\nclass B[T](d[T]): pass"
    lines = after(text).splitlines()
    assert lines[0] == "type A[T: _getattr_(b, 'c')] = _getitem_(list, T)"
    assert lines[-2] == "class B[T](_getitem_(d, T), metaclass=__metaclass__):"


def test_shipped_guards_work_together() -> None:
    text = """
    class Stack:
        def __init__(self): self.items = []; self.size = 0
        def push(self, item): self.items.append(item); self.size += 1
        def __len__(self): return self.size
    stack = Stack()
    for name, (low, high) in [("a", (1, 2)), ("b", (3, 4))]:
        stack.push(name)
        print(name, low + high)
    first, *rest = stack.items
    counts = {}
    for letter in "abca":
        counts[letter] = counts.get(letter, 0)
        counts[letter] += 1
    match first, counts:
        case "a", {"a": n}: print(n, len(stack))
    result = printed
    """

    def metaclass(name: str, bases: Any, namespace: dict[str, Any]) -> type:
        return type(name, bases, namespace | {"_guarded_writes": True})

    hooks = {
        "__builtins__": safe_builtins,
        "__name__": "guest",
        "__metaclass__": metaclass,
        "_getattr_": safer_getattr_raise,
        "_getitem_": operator.getitem,
        "_getiter_": iter,
        "_write_": full_write_guard,
        "_unpack_sequence_": guarded_unpack_sequence,
        "_iter_unpack_sequence_": guarded_iter_unpack_sequence,
        "_inplacevar_": lambda operator, value, other: IN_PLACE[operator](value, other),
        "_apply_": lambda function, *arguments, **keywords: function(*arguments, **keywords),
        "_print_": PrintCollector,
    }
    assert run(text, hooks)["result"] == "a 3\nb 7\n2 2\n"
    for denied in ("''.format", "[].__class__", "a = print; a._x"):
        with pytest.raises((AttributeError, NotImplementedError)):
            run(denied, dict(hooks))
    with pytest.raises(TypeError, match="attribute-less object"):
        run("len.x = 1", dict(hooks))


def test_compile_restricted_takes_it_as_policy() -> None:
    result = rexec.compile_restricted_exec("a.b += 1\nprint(a)", policy=rexec.HookedRewriter)
    assert result.code is not None
    assert result.errors == ()
    assert result.warnings == ["Line None: Prints, but never reads 'printed' variable."]
    assert result.used_names == {"a": True}


# ------------------------------------------------------------------------------------------------------------
# What is refused

BINDINGS = [
    "{} = 1",
    "{} += 1",
    "{}: int = 1",
    "{}: int",
    "a, *{} = b",
    "[a, ({}, b)] = c",
    "del {}",
    "import {}",
    "import {}.b",
    "import a as {}",
    "from a import {}",
    "from a import b as {}",
    "def {}(): pass",
    "async def {}(): pass",
    "class {}: pass",
    "def f({}, /): pass",
    "def f({}): pass",
    "def f({}=1): pass",
    "def f(*{}): pass",
    "def f(*, {}): pass",
    "def f(**{}): pass",
    "lambda {}: 1",
    "lambda *{}: 1",
    "try: pass\nexcept E as {}: pass",
    "with a as {}: pass",
    "with a as (b, {}): pass",
    "for {} in a: pass",
    "for b, {} in a: pass",
    "[0 for {} in a]",
    "[0 for a, [{}] in b]",
    "({} for {} in a)",
    "({} := 1)",
    "[{} := a for a in b]",
    "def f():\n    global {}",
    "def f():\n    a = 1\n    def g():\n        nonlocal {}",
    "match a:\n    case {}: pass",
    "match a:\n    case [*{}]: pass",
    "match a:\n    case {{**{}}}: pass",
    "match a:\n    case 1 as {}: pass",
    "match a:\n    case [b.c, {}]: pass",
    "match a:\n    case [b.c, *{}]: pass",
    "match a:\n    case b.c as {}: pass",
    "match a:\n    case {{b.c: {}}}: pass",
    "match a:\n    case {{b.c: 1, **{}}}: pass",
    "match a:\n    case int({}): pass",
    "class A:\n    {} = 1",
    "class A:\n    def {}(self): pass",
]
if sys.version_info >= (3, 12):
    BINDINGS += [
        "type {} = int",
        "type A[{}] = int",
        "def f[{}](): pass",
        "def f[*{}](): pass",
        "def f[**{}](): pass",
        "class A[{}]: pass",
        "class A[{}: int]: pass",
    ]
HOOK_NAMES = [name for name in Hooks().namespace() if name != "__name__"]
HOOK_NAMES += ["_print", "_tmp0", "_name_", "__x_", "_guarded_writes"]


@pytest.mark.parametrize("form", BINDINGS)
@pytest.mark.parametrize("name", [*HOOK_NAMES, "print", "printed", "builtins", "breakpoint", "x__roles__"])
def test_reserved_names_cannot_be_bound(form: str, name: str) -> None:
    assert refusals(form.format(name, name)) != []


@pytest.mark.parametrize("form", [*BINDINGS, "{}", "f({}=1)", "a.{}", "a.{} = 1", "del a.{}"])
@pytest.mark.parametrize("name", ["_\uff47etattr_", "_getatt\u02b3_", "_\U0001d429rint"])
def test_names_are_judged_as_the_interpreter_reads_them(form: str, name: str) -> None:
    assert refusals(form.format(name, name)) != []


@pytest.mark.parametrize("name", HOOK_NAMES)
@pytest.mark.parametrize("form", ["{}", "{}()", "f({}=1)", "a.{}", "a.{}=1", "a.{}+=1", "class A({}=1): 0"])
def test_hook_names_cannot_be_written_anywhere(form: str, name: str) -> None:
    assert refusals(form.format(name)) != []


@pytest.mark.parametrize("name", ["_", "__", "_x", "__x", "x_", "_x1", "_getattr", "__ab"])
@pytest.mark.parametrize("form", ["{} = {}", "a.{} = a.{}", "a.{0} += 1", "def {}({}): pass", "f({}=1)"])
def test_other_private_names_are_ordinary(form: str, name: str) -> None:
    assert refusals(form.format(name, name)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("_getattr_ = 1", '"_getattr_" is an invalid variable name because it starts with "_"'),
        ("print = 1", '"print" is a reserved name.'),
        ("builtins", '"builtins" is a reserved name.'),
        ("a__roles__ = 1", '"a__roles__" is an invalid variable name because it ends with "__roles__".'),
        ("a.b__roles__", '"b__roles__" is an invalid attribute name because it ends with "__roles__".'),
        ("a.__globals__", '"__globals__" is an invalid attribute name because it starts with "_".'),
        ("a.gi_frame", '"gi_frame" is a restricted name, that is forbidden to access in RestrictedPython.'),
        ("a.__class__ = b", '"__class__" is an invalid attribute name because it starts with "_".'),
        ("a.__mro__ += b", '"__mro__" is an invalid attribute name because it starts with "_".'),
        ("a.__globals__ += b", '"__globals__" is an invalid attribute name because it starts with "_".'),
        ("__import__('a')", '"__import__" is not a name for guests'),
        ("def f(__import__): pass", '"__import__" cannot be a parameter'),
        ("exec('a')", "Exec calls are not allowed."),
        ("eval(*a)", "Eval calls are not allowed."),
        ("from a import *", '"*" imports are not allowed.'),
        ("from a import _b as c", '"_b" is an invalid variable name because it starts with "_"'),
        ("import a.__dict__.b", '"__dict__" is an invalid variable name because it starts with "_"'),
        ("import builtins as b", '"builtins" is a reserved name.'),
        ("from a import f_globals as b", '"f_globals" is a restricted name, that is forbidden to access'),
        ("try: pass\nexcept* E: pass", "TryStar statements are not allowed."),
        ("class A(metaclass=M): pass", 'The keyword argument "metaclass" is not allowed.'),
        ("__name__ = 'os'", '"__name__" cannot be assigned: imports are resolved with it'),
        ("class A:\n    global __package__", '"__package__" cannot be assigned: imports are resolved'),
        ("class A:\n    def __del__(self): pass", 'method "__del__" cannot be defined'),
        ("class A:\n    @d\n    def __exit__(self): pass", '"__exit__" cannot be decorated'),
        ("class A:\n    __exit__ = f", '"__exit__" can only be bound by'),
        ("class A:\n    async def __aexit__(self, *, k=1): pass", '"k" can have no default but None'),
        ("A.__exit__ = f", 'attribute "__exit__" cannot be set: define it in the class'),
        ("A.__exit__ += f", 'attribute "__exit__" cannot be set: define it in the class'),
        ("class A:\n    __match_args__ = f()", '"__match_args__" must be a literal tuple of str'),
        ("class A:\n    __match_args__: tuple = ('a', 1)", '"__match_args__" must be a literal tuple of str'),
        ("class A:\n    __match_args__ = ('obj',)", 'attribute "obj" cannot stand in "__match_args__"'),
        ("{**(a := b)}", "an assignment expression cannot stand in what ** unpacks"),
        ("match a:\n    case b.C(): pass", "the class of a class pattern must be a plain name"),
        ("match a:\n    case A(1): pass", 'sub-patterns of "A" read attributes without a guard'),
        ("match a:\n    case int(real=1): pass", 'sub-patterns of "int" read attributes without a guard'),
        ("int = A\nmatch a:\n    case int(x): pass", 'sub-patterns of "int" read attributes without a guard'),
        ("match a:\n    case int([x]): pass", 'only a name or a value can stand in "int()"'),
        ("match a:\n    case print(): pass", '"print" is no class'),
        ("match a:\n    case b.c | [1]: pass", "alternatives of which one moves into the guard"),
        ("match a:\n    case {b.c: [x]}: pass", "only a name or a value can stand under a dotted key"),
        ("match a:\n    case {b.c: x as y}: pass", "only a name or a value can stand under a dotted key"),
        ("match a:\n    case {b.c: ([1] as y)}: pass", "only a name or a value can stand under a dotted key"),
        ("match a:\n    case [b.c, x, {b.d: x}]: pass", "multiple assignments to name 'x' in pattern"),
    ],
)
def test_refused_with_a_reason(text: str, message: str) -> None:
    found = refusals(text)
    assert len(found) == 1
    assert message in found[0]


def test_refusals_have_positions() -> None:
    visitor, _ = visited("x = 1\nmatch a:\n    case [b.C()]: pass")
    (found,) = visitor.diagnostics
    assert (found.rule, found.line, found.column, found.end_column) == ("pattern", 3, 10, 13)


def test_trees_that_no_text_has_are_refused() -> None:
    walrus = ast.parse("(a := 1)")
    walrus.body[0].value.target = ast.Constant(1)  # type: ignore[attr-defined]
    unpacking = ast.parse("[a for a in b]")
    comprehension = unpacking.body[0].value  # type: ignore[attr-defined]  # an expression
    comprehension.elt = ast.Starred(comprehension.elt, ast.Load())
    lazy = ast.parse("import a")
    lazy.body[0].is_lazy = 1  # type: ignore[attr-defined]  # as of Python 3.15
    value = ast.parse("match a:\n    case 1: pass")
    value.body[0].cases[0].pattern.value = ast.Name("x", ast.Load())  # type: ignore[attr-defined]  # a match
    beyond = ast.parse("match a:\n    case 1: pass")
    beyond.body[0].cases[0].pattern = ast.pattern()  # type: ignore[attr-defined]  # of a later Python
    for tree, message in [
        (walrus, "Assignment expressions are only allowed for simple targets"),
        (unpacking, "Unpacking in comprehensions is not allowed."),
        (lazy, "Lazy import statements are not allowed."),
        (value, "not allowed in a pattern"),
        (beyond, "pattern statements are not allowed."),
    ]:
        visitor = HookedRewriter()
        visitor.visit(tree)
        assert message in visitor.errors[0]


@pytest.mark.parametrize("name", sorted(names.PICKLE_METHODS))
def test_pickle_protocol_is_not_for_guests_whose_host_may_pickle_them(name: str) -> None:
    for text in (
        f"class A:\n    def {name}(self): pass",
        f"class A:\n    {name} = 1",
        f"a.{name}",
        f"a.{name} = 1",
        f"def f():\n    def {name}(): pass",
    ):
        assert any(name in each for each in refusals(text)), text
