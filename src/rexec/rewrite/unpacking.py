"""
What iterates, under the hook protocol: loops, comprehensions, stars, targets that take a sequence apart.

Upstream's hooks are given a spec that says which items are sequences again. They take all apart at once, so
``a, (b, c) = x`` looks at the inner sequence before ``a`` is bound.
"""

from __future__ import annotations

import ast
from typing import Any, Final

from rexec.rewrite import shapes
from rexec.rewrite.patterns import temporary
from rexec.rewrite.reserved import ReservedNames

SEQUENCE: Final = (ast.Tuple, ast.List)


class UnpackingRewriter(ReservedNames):
    """Iteration through ``_getiter_``, ``_unpack_sequence_`` and ``_iter_unpack_sequence_``."""

    def released(self, body: list[ast.stmt], held: int, like: ast.AST) -> list[ast.stmt]:
        """
        Let the temporaries go after some statements; modules and classes keep no trace of them.

            BODY    becomes    BODY                    in a function
                               @t0 = None

                               try: BODY               elsewhere
                               finally:
                                   @t0 = None
                                   del @t0
        """
        every = [temporary(index) for index in range(held)]
        stores: list[ast.expr] = [shapes.store(each, like) for each in every]
        clear = shapes.at(ast.Assign(stores, shapes.constant(None, like)), like)
        if self.scope.kind == "function":
            return [*body, clear]
        return [shapes.at(ast.Try(body, [], [], [clear, shapes.delete(every, like)]), like)]

    def guarded_iterable(self, value: ast.expr) -> ast.Call:
        return shapes.call("_getiter_", [value], value)

    def gen_unpack_spec(self, tpl: ast.Tuple | ast.List) -> ast.Dict:
        """Upstream's spec. ``a, *(b, c)`` takes what ``a, b, c`` takes, a list target what a tuple does."""
        spec = super().gen_unpack_spec(_flattened(tpl))
        for each in ast.walk(spec):
            shapes.at(each, tpl)
        return spec

    def unpacked(self, target: Any, value: ast.expr, hook: str = "_unpack_sequence_") -> ast.Call:
        """``_unpack_sequence_(value, spec, _getiter_)``"""
        spec = self.gen_unpack_spec(target)
        return shapes.call(hook, [value, spec, shapes.load("_getiter_", value)], value)

    # ---------------------------------------------------------------------------------------- stars

    def visit_Starred(self, node: Any) -> Any:
        """``[*x]`` becomes ``[*_getiter_(x)]``"""
        node = self.plain(node)
        if isinstance(node.ctx, ast.Load):
            node.value = self.guarded_iterable(node.value)
        return node

    def visit_YieldFrom(self, node: Any) -> Any:
        """``yield from x`` becomes ``yield from _getiter_(x)``"""
        node = self.plain(node)
        node.value = self.guarded_iterable(node.value)
        return node

    def visit_Dict(self, node: Any) -> Any:
        node = self.plain(node)
        pairs = zip(node.keys, node.values, strict=True)
        node.values = [self.unpacked_mapping(value) if key is None else value for key, value in pairs]
        return node

    def visit_keyword(self, node: ast.keyword) -> Any:
        node = super().visit_keyword(node)
        if node.arg is None:
            node.value = self.unpacked_mapping(node.value)
        return node

    def unpacked_mapping(self, value: ast.expr) -> ast.expr:
        """
        Copy what ``**`` unpacks the way CPython does, by ``keys`` and items, through the hooks.

            {**x}    becomes    {**{@t1: _getitem_(@t0, @t1) for @t0 in (x,)
                                    for @t1 in _getiter_(_getattr_(@t0, 'keys')())}}
        """
        if isinstance(value, ast.Dict | ast.DictComp):
            return value
        if any(isinstance(each, ast.NamedExpr) for each in ast.walk(value)):
            self.error(value, "an assignment expression cannot stand in what ** unpacks")
        mapping, key = temporary(0), temporary(1)
        keys = shapes.call("_getattr_", [shapes.load(mapping, value), shapes.constant("keys", value)], value)
        keys = shapes.call("_getiter_", [shapes.at(ast.Call(keys, [], []), value)], value)
        item = shapes.call("_getitem_", [shapes.load(mapping, value), shapes.load(key, value)], value)
        alone = shapes.at(ast.Tuple([value], ast.Load()), value)
        loops = [
            ast.comprehension(target=shapes.store(mapping, value), iter=alone, ifs=[], is_async=0),
            ast.comprehension(target=shapes.store(key, value), iter=keys, ifs=[], is_async=0),
        ]
        return shapes.at(ast.DictComp(shapes.load(key, value), item, loops), value)

    # ---------------------------------------------------------------------------------------- loops

    def guard_iter(self, node: Any) -> Any:
        """
        An asynchronous loop takes a sequence apart once it has it: upstream's hook is a synchronous one.

            for a, b in y                [a async for a, b in y]
                                become
            for a, b in                  [a async for @t0 in _getiter_(y)
            _iter_unpack_sequence_(      for a, b in (_unpack_sequence_(@t0, spec, _getiter_),)]
            y, spec, _getiter_)
        """
        node = self.plain(node)
        if not isinstance(node.target, SEQUENCE):
            node.iter = self.guarded_iterable(node.iter)
            return node
        is_statement = isinstance(node, ast.AsyncFor)
        if not is_statement and not getattr(node, "is_async", False):
            node.iter = self.unpacked(node.target, node.iter, "_iter_unpack_sequence_")
            return node
        target, node.iter = node.target, self.guarded_iterable(node.iter)
        node.target = shapes.store(temporary(0), target)
        value = self.unpacked(target, shapes.load(temporary(0), target))
        if is_statement:
            taken = shapes.at(ast.Assign([target], value), target)
            node.body = [*self.released([taken], 1, target), *node.body]
            return node
        ifs, node.ifs = node.ifs, []
        alone = shapes.at(ast.Tuple([value], ast.Load()), target)
        return [node, ast.comprehension(target=target, iter=alone, ifs=ifs, is_async=0)]

    visit_For = visit_AsyncFor = visit_comprehension = guard_iter

    def comprehension(self, node: Any) -> Any:
        """``[*x for x in y]`` of Python 3.15 stays refused, as upstream."""
        if isinstance(getattr(node, "elt", None), ast.Starred) or getattr(node, "value", node) is None:
            self.error(node, "Unpacking in comprehensions is not allowed.")
            return node
        return super().comprehension(node)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = comprehension

    # ---------------------------------------------------------------------------------------- targets

    def visit_Assign(self, node: Any) -> Any:
        """
        The value is evaluated once and assigned from left to right.

            a, b = v        becomes    a, b = _unpack_sequence_(v, spec, _getiter_)
            a, b = c = v    becomes    @t0 = v
                                       a, b = _unpack_sequence_(@t0, spec, _getiter_)
                                       c = @t0
        """
        if len(node.targets) == 1 and self.binds_match_args(node.targets[0]):
            self.check_match_args(node, node.value)
            return node
        node = self.plain(node)
        if not any(isinstance(each, SEQUENCE) for each in node.targets):
            return node
        if len(node.targets) == 1:
            node.value = self.unpacked(node.targets[0], node.value)
            return node
        body: list[ast.stmt] = [shapes.assign(temporary(0), node.value, node)]
        for target in node.targets:
            value: ast.expr = shapes.load(temporary(0), node.value)
            if isinstance(target, SEQUENCE):
                value = self.unpacked(target, value)
            body.append(shapes.at(ast.Assign([target], value), node))
        return self.released(body, 1, node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        if self.binds_match_args(node.target):
            self.check_match_args(node, node.value)
            node.annotation = self.annotation(node.annotation)
            return node
        return super().visit_AnnAssign(node)

    def visit_With(self, node: Any) -> Any:
        """
        A sequence is taken apart before the next context manager is made.

            with a as (b, c), d: BODY    becomes    with a as @t0:
                                                        b, c = _unpack_sequence_(@t0, spec, _getiter_)
                                                        @t0 = None
                                                        with d: BODY
        """
        node = self.plain(node)
        items, node.items = node.items, []
        for item in reversed(items):
            target = item.optional_vars
            if isinstance(target, SEQUENCE):
                if node.items:
                    node.body = [shapes.at(type(node)(node.items, node.body), node)]
                item.optional_vars = shapes.store(temporary(0), target)
                value = self.unpacked(target, shapes.load(temporary(0), target))
                taken = shapes.at(ast.Assign([target], value), target)
                node.items, node.body = [], [*self.released([taken], 1, target), *node.body]
            node.items.insert(0, item)
        return node

    visit_AsyncWith = visit_With


def _flattened(target: ast.Tuple | ast.List) -> ast.Tuple:
    """A target as upstream's specs know it: tuples only, and no starred one among them."""
    every: list[ast.expr] = []
    for each in target.elts:
        inner = each.value if isinstance(each, ast.Starred) else each
        if not isinstance(inner, ast.Tuple | ast.List):
            every.append(each)
        elif isinstance(each, ast.Starred):
            every.extend(_flattened(inner).elts)
        else:
            every.append(_flattened(inner))
    return ast.Tuple(every, ast.Store())
