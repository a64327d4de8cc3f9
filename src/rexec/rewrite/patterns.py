"""
The patterns of ``match`` for hosts with hooks of their own.

A pattern holds no call, so CPython reads every attribute in it by itself. Dotted values and mapping keys
therefore move into the guard of their case; the names of such a case are bound only after its tests:

    case a.b:                  becomes    case @t0 if @t0 == _getattr_(a, 'b'):

    case [a.b | 1, x] if c:    becomes    case [@t0, @t1] if (@t0 == _getattr_(a, 'b') or @t0 == 1)
                                                          and (x := @t1,) and c:

    case {a.b: x}:             becomes    case {**@t0} if (@t1 := _getattr_(a, 'b')) in @t0
                                                       and (@t2 := _getitem_(@t0, @t1),) and (x := @t2,):

    case int(x):               becomes    case int() as x:

The shape of the whole subject is looked at before the first value is compared. Sequence and mapping patterns
iterate in C, where no hook is asked, as ``in`` does.
"""

from __future__ import annotations

import ast
from typing import Final

from rexec import names
from rexec.rewrite import shapes
from rexec.rewrite.language import LanguageRewriter

SELF_MATCHING: Final[frozenset[str]] = frozenset(
    # Builtins whose one positional sub-pattern is matched against the subject itself (PEP 634).
    "bool bytearray bytes dict float frozenset int list set str tuple".split()
)
_LITERAL: Final = (ast.Constant, ast.UnaryOp, ast.USub, ast.BinOp, ast.Add, ast.Sub)


def temporary(index: int) -> str:
    """The name of a temporary, which no guest can spell."""
    return f"{names.TEMPORARY}{index}"


class GuardedCase:
    """One case while it is rewritten. ``bound`` are all names that the guest's text binds anywhere."""

    def __init__(self, rewriter: LanguageRewriter, bound: frozenset[str]) -> None:
        self._rewriter = rewriter
        self._bound = bound
        self._tests: list[ast.expr] = []  # in the order of the pattern
        self._captured: dict[str, str] = {}  # the guest's name -> the temporary that holds its value
        self._deferring = False
        self.held = 0  # how many temporaries the case uses

    def rewrite(self, case: ast.match_case) -> None:
        """Rewrite pattern and guard; the body is the caller's."""
        where = case.pattern
        self._deferring = needs_guard(where)
        self._check_repeated(where)
        case.pattern = self._pattern(where)
        guard = None if case.guard is None else self._rewriter.visit(case.guard)
        if not self._deferring:
            case.guard = guard
            return
        bindings: list[ast.expr] = [
            shapes.at(ast.NamedExpr(shapes.store(name, where), shapes.load(held, where)), where)
            for name, held in self._captured.items()
        ]
        tests = self._tests + ([_truth(bindings, where)] if bindings else [])
        tests += [] if guard is None else [guard]
        if tests:  # none where the pattern was refused
            joined = shapes.at(ast.BoolOp(ast.And(), tests), where)
            case.guard = joined if len(tests) > 1 else tests[0]

    def _check_repeated(self, pattern: ast.pattern) -> None:
        """What CPython's compiler would say, had names not moved into the guard."""
        seen = _captures(pattern)
        for name in sorted({each for each in seen if seen.count(each) > 1}):
            self._rewriter.error(pattern, f"multiple assignments to name {name!r} in pattern", "syntax")

    def _hold(self) -> str:
        self.held += 1
        return temporary(self.held - 1)

    def _capture(self, node: ast.pattern, name: str) -> str:
        """The name to put into the pattern for one that the guest binds."""
        self._rewriter.check_bound(node, name)
        if not self._deferring:
            return name
        if name not in self._captured:
            self._captured[name] = self._hold()
        return self._captured[name]

    # ---------------------------------------------------------------------------------------- patterns

    def _pattern(self, node: ast.pattern) -> ast.pattern:
        if isinstance(node, ast.MatchValue):
            return self._tested(node) if needs_guard(node) else self._literal(node)
        if isinstance(node, ast.MatchOr):
            return self._alternatives(node)
        if isinstance(node, ast.MatchAs):
            return self._as(node)
        if isinstance(node, ast.MatchStar):
            node.name = None if node.name is None else self._capture(node, node.name)
        elif isinstance(node, ast.MatchSequence):
            node.patterns = [self._pattern(each) for each in node.patterns]
        elif isinstance(node, ast.MatchMapping):
            return self._mapping(node)
        elif isinstance(node, ast.MatchClass):
            return self._class(node)
        elif not isinstance(node, ast.MatchSingleton):
            self._rewriter.not_allowed(node)  # a pattern of a later Python
        return node

    def _literal(self, node: ast.MatchValue) -> ast.MatchValue:
        self._check_literal(node.value)
        return node

    def _check_literal(self, value: ast.expr) -> None:
        if not all(isinstance(each, _LITERAL) for each in ast.walk(value)):
            self._rewriter.error(value, "not allowed in a pattern", "pattern")

    def _tested(self, node: ast.pattern) -> ast.MatchAs:
        """Capture the subject of values and compare it in the guard."""
        held = self._hold()
        self._test(node, held)
        return shapes.at(ast.MatchAs(pattern=None, name=held), node)

    def _alternatives(self, node: ast.MatchOr) -> ast.pattern:
        if not needs_guard(node):
            node.patterns = [self._pattern(each) for each in node.patterns]
            return node
        if self._comparison(node, "") is not None:
            return self._tested(node)
        text = "alternatives of which one moves into the guard, as dotted names do, can only be values"
        self._rewriter.error(node, text, "pattern")
        return node

    def _as(self, node: ast.MatchAs) -> ast.pattern:
        if node.pattern is not None:
            moved = needs_guard(node.pattern)
            node.pattern = self._pattern(node.pattern)
            held = _bare_name(node.pattern) if moved else None
            if held is not None and node.name is not None:
                self._rewriter.check_bound(node, node.name)
                self._captured[node.name] = held
                return node.pattern
        node.name = None if node.name is None else self._capture(node, node.name)
        return node

    def _class(self, node: ast.MatchClass) -> ast.pattern:
        """``A()`` asks for the class only; more reads attributes, but for the self-matching builtins."""
        if not isinstance(node.cls, ast.Name):
            text = "the class of a class pattern must be a plain name: attributes are read without a guard"
            self._rewriter.error(node.cls, text, "pattern")
            return node
        if not isinstance(self._rewriter.visit(node.cls), ast.Name):
            self._rewriter.error(node.cls, f'"{node.cls.id}" is no class', "pattern")
        if not (node.patterns or node.kwd_patterns):
            return node
        if not self._is_self_matching(node):
            text = f'sub-patterns of "{node.cls.id}" read attributes without a guard: name the class only'
            self._rewriter.error(node, text, "pattern")
            return node
        inner, node.patterns = node.patterns[0], []
        if isinstance(inner, ast.MatchAs) and inner.pattern is None:
            name = None if inner.name is None else self._capture(inner, inner.name)
            return node if name is None else shapes.at(ast.MatchAs(pattern=node, name=name), node)
        held = self._hold()
        if not self._test(inner, held):
            self._rewriter.error(inner, f'only a name or a value can stand in "{node.cls.id}()"', "pattern")
        return shapes.at(ast.MatchAs(pattern=node, name=held), node)

    def _is_self_matching(self, node: ast.MatchClass) -> bool:
        name = node.cls.id if isinstance(node.cls, ast.Name) else ""
        return name in SELF_MATCHING - self._bound and len(node.patterns) == 1 and not node.kwd_patterns

    def _mapping(self, node: ast.MatchMapping) -> ast.MatchMapping:
        """Dotted keys are looked up in a copy of what the literal keys left over."""
        items = list(zip(node.keys, node.patterns, strict=True))
        dotted = [(key, value) for key, value in items if isinstance(key, ast.Attribute)]
        plain = [(key, value) for key, value in items if not isinstance(key, ast.Attribute)]
        for key, _ in plain:
            self._check_literal(key)
        node.keys = [key for key, _ in plain]
        node.patterns = [self._pattern(value) for _, value in plain]
        if not dotted:
            node.rest = None if node.rest is None else self._capture(node, node.rest)
            return node
        rest, node.rest = node.rest, self._hold()
        for key, value in dotted:
            self._item(node.rest, key, value, taken=rest is not None)
        if rest is not None:
            self._rewriter.check_bound(node, rest)
            self._captured[rest] = node.rest
        return node

    def _item(self, mapping: str, key: ast.expr, value: ast.pattern, *, taken: bool) -> None:
        """Tests for one dotted key; ``taken`` where what is left of the mapping gets a name."""
        key_held, held = self._hold(), self._hold()
        named = shapes.at(ast.NamedExpr(shapes.store(key_held, key), self._rewriter.visit(key)), key)
        whole = shapes.load(mapping, key)
        self._tests.append(shapes.at(ast.Compare(named, [ast.In()], [whole]), key))
        if taken:
            pop = shapes.call("_getattr_", [whole, shapes.constant("pop", key)], key)
            read = shapes.at(ast.Call(pop, [shapes.load(key_held, key)], []), key)
        else:
            read = shapes.call("_getitem_", [whole, shapes.load(key_held, key)], key)
        found = shapes.at(ast.NamedExpr(shapes.store(held, key), read), key)
        self._tests.append(_truth([found], key))
        if not self._test(value, held):
            self._rewriter.error(value, "only a name or a value can stand under a dotted key", "pattern")

    # ---------------------------------------------------------------------------------------- guards

    def _test(self, node: ast.pattern, held: str) -> bool:
        """Match a temporary in the guard. False for a pattern that a guard cannot say."""
        if isinstance(node, ast.MatchAs):
            inner = node.pattern
            bare = isinstance(inner, ast.MatchAs) and inner.pattern is None  # `x as y`: CPython refuses it
            if bare or (inner is not None and not self._test(inner, held)):
                return False
            if node.name is not None:
                self._rewriter.check_bound(node, node.name)
                self._captured[node.name] = held
            return True
        test = self._comparison(node, held)
        if test is not None:
            self._tests.append(test)
        return test is not None

    def _comparison(self, node: ast.pattern, held: str) -> ast.expr | None:
        """
        ``held == value``, as CPython compares, for values and for alternatives that are nothing but values.

        Without a name it only says whether there is one: the values are not visited.
        """
        if isinstance(node, ast.MatchOr):
            every = [self._comparison(each, held) for each in node.patterns]
            some = [each for each in every if each is not None]
            return shapes.at(ast.BoolOp(ast.Or(), some), node) if len(some) == len(every) else None
        left = shapes.load(held, node)
        if isinstance(node, ast.MatchSingleton):
            return shapes.at(ast.Compare(left, [ast.Is()], [shapes.constant(node.value, node)]), node)
        if not isinstance(node, ast.MatchValue):
            return None
        if held and not needs_guard(node):
            self._check_literal(node.value)
        value = self._rewriter.visit(node.value) if held else node.value
        return shapes.at(ast.Compare(left, [ast.Eq()], [value]), node)


def needs_guard(pattern: ast.pattern) -> bool:
    """Whether something in the pattern can be said only in a guard."""
    for node in ast.walk(pattern):
        if isinstance(node, ast.MatchValue) and isinstance(node.value, ast.Attribute):
            return True
        if isinstance(node, ast.MatchMapping) and any(isinstance(key, ast.Attribute) for key in node.keys):
            return True
        if isinstance(node, ast.MatchClass) and getattr(node.cls, "id", "") in SELF_MATCHING:
            bare = [isinstance(each, ast.MatchAs) and each.pattern is None for each in node.patterns]
            if not all(bare):
                return True
    return False


def _bare_name(pattern: ast.pattern) -> str | None:
    """The name that a pattern is, if it is nothing but a name."""
    return pattern.name if isinstance(pattern, ast.MatchAs) and pattern.pattern is None else None


def _captures(pattern: ast.pattern) -> list[str]:
    """Every name that a pattern binds; alternatives all bind the same ones."""
    if isinstance(pattern, ast.MatchOr):
        return _captures(pattern.patterns[0])
    own = getattr(pattern, "rest", None) or getattr(pattern, "name", None)
    found = [] if own is None else [own]
    for each in ast.iter_child_nodes(pattern):
        found += _captures(each) if isinstance(each, ast.pattern) else []
    return found


def _truth(values: list[ast.expr], like: ast.AST) -> ast.Tuple:
    """``(value, ...)``: evaluated for what it binds, and true."""
    return shapes.at(ast.Tuple(values, ast.Load()), like)
