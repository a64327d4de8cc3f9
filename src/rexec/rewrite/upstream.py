"""
RestrictedPython's own transformer, with its defects repaired.

For hosts whose code must behave as under RestrictedPython 9: the same language, the same guards under the same
names, the same texts of errors. What differs is what upstream gets wrong: each method here says which.
"""

from __future__ import annotations

import ast
from functools import partial
from typing import Any, Final, TypeVar, cast

from RestrictedPython.transformer import RestrictingNodeTransformer

from rexec.parse import in_fresh_stack

Node = TypeVar("Node", bound=ast.AST)

# A level of the tree takes six frames of the visitor, and the host may be deep in its own recursion.
LEVELS_PER_STACK: Final = 50
POSITION: Final = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class RepairedTransformer(RestrictingNodeTransformer):
    """
    What RestrictingNodeTransformer is meant to be.

    The visitor changes the tree that it is given. Of nodes without positions the position is that of the
    node around them.
    """

    def __init__(
        self,
        errors: list[str] | None = None,
        warnings: list[str] | None = None,
        used_names: dict[str, bool] | None = None,
    ) -> None:
        super().__init__(errors, warnings, used_names)
        self.level = 0

    # ---------------------------------------------------------------------------------- every node

    def visit(self, node: ast.AST) -> Any:
        """
        Visit a node at any depth, and never lose it.

        Upstream runs out of stack at 244 levels. What it refuses it cuts out of the tree, and then fails on
        the hole: `(await x).y`.
        """
        if self.level == 0:
            place_all(node)
        self.level += 1
        try:
            visit = super().visit
            deep = self.level % LEVELS_PER_STACK == 0
            result = in_fresh_stack(partial(visit, node)) if deep else visit(node)
        finally:
            self.level -= 1
        return node if result is None else result

    def not_allowed(self, node: ast.AST) -> Any:
        super().not_allowed(node)
        return node

    # ---------------------------------------------------------------------------------- expressions

    def visit_Attribute(self, node: ast.Attribute) -> Any:
        """As upstream, which walks all of `a.b.c.d` again at each dot."""
        value, node.value = node.value, stand_in(node.value)
        guarded: Any = super().visit_Attribute(node)
        call = guarded if isinstance(guarded, ast.Call) else guarded.value
        call.args[0] = self.visit(value)
        return guarded

    def visit_Subscript(self, node: ast.Subscript) -> Any:
        """As upstream, which walks all of `a[b][c][d]` again at each bracket."""
        contents = self.visit(node.value), self.visit(node.slice)
        node.value, node.slice = stand_in(node.value), stand_in(node.slice)
        guarded: Any = super().visit_Subscript(node)
        if isinstance(guarded, ast.Call):
            guarded.args[:] = contents
        else:
            guarded.value.args[0], guarded.slice = contents
        return guarded

    def visit_comprehension(self, node: ast.comprehension) -> Any:
        """Refuse `(a async for a in b)`, which upstream lets through anywhere."""
        if getattr(node, "is_async", 0):
            self.error(node.target, "Async comprehensions are not allowed.")
        return super().visit_comprehension(node)

    # ---------------------------------------------------------------------------------- unpacking

    def visit_List(self, node: ast.List) -> Any:
        """Guard a target `[a, b]` as `(a, b)` is guarded; upstream lets it iterate unguarded."""
        if isinstance(node.ctx, ast.Store):
            return self.visit_Tuple(ast.copy_location(ast.Tuple(node.elts, node.ctx), node))
        return super().visit_List(node)

    def visit_Tuple(self, node: ast.Tuple) -> Any:
        """
        Guard what is within a starred target; upstream looks no further than the star.

            a, *(b, (c, d)) = e    becomes    a, b, (c, d) = e

        Both bind the same, and both need exactly as many values.
        """
        node = self.node_contents_visit(node)
        if isinstance(node.ctx, ast.Store):
            elements: list[ast.expr] = []
            for each in node.elts:
                inner = each.value if isinstance(each, ast.Starred) else None
                elements.extend(inner.elts if isinstance(inner, ast.Tuple) else [each])
            node.elts = elements
        return node

    def guard_iter(self, node: Any) -> Any:
        """
        As upstream, without a second walk over what is iterated.

            for x in y       becomes    for x in _getiter_(y)
            for a, b in y    becomes    for a, b in _iter_unpack_sequence_(y, {...}, _getiter_)
        """
        node = self.node_contents_visit(node)
        if isinstance(node.target, ast.Tuple):
            guard = self.protect_unpack_sequence(node.target, node.iter)
            guard.func = ast.Name("_iter_unpack_sequence_", ast.Load())
        else:
            guard = ast.Call(func=ast.Name("_getiter_", ast.Load()), args=[node.iter], keywords=[])
        node.iter = placed(guard, node.iter)
        return node

    def visit_Assign(self, node: ast.Assign) -> Any:
        """
        Evaluate once, assign from left to right.

            (a, b) = c = f()    becomes    _tmp0 = f()
                                           try: a, b = _unpack_sequence_(_tmp0, {...}, _getiter_); c = _tmp0
                                           finally: del _tmp0

        Upstream calls `f` for each target, and assigns from right to left.
        """
        node = self.node_contents_visit(node)
        if not any(isinstance(target, ast.Tuple) for target in node.targets):
            return node
        if len(node.targets) == 1:
            return self.unpacked(node.targets[0], node.value, node)
        name = self.gen_tmp_name()
        keep = placed(ast.Assign([ast.Name(name, ast.Store())], node.value), node)
        body = [self.unpacked(target, ast.Name(name, ast.Load()), node) for target in node.targets]
        clean: list[ast.stmt] = [self.gen_del_stmt(name)]
        return [keep, placed(ast.Try(body=body, handlers=[], orelse=[], finalbody=clean), node)]

    def unpacked(self, target: ast.expr, value: ast.expr, like: ast.stmt) -> ast.stmt:
        if isinstance(target, ast.Tuple):
            value = self.protect_unpack_sequence(target, value)
        return placed(ast.Assign([target], value), like)

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        """As upstream, without a second walk over the value."""
        value, node.value = node.value, stand_in(node.value)
        assigned: Any = super().visit_AugAssign(node)
        value = self.visit(value)
        if isinstance(assigned, ast.Assign):
            cast(ast.Call, assigned.value).args[2] = value
        else:
            assigned.value = value
        return assigned

    def visit_With(self, node: ast.With) -> Any:
        """
        Unpack each target before the next context is entered; upstream does it after the last one.

            with a as (b, c), d as e: f    becomes    with a as _tmp0:
                                                          try: b, c = _unpack_sequence_(_tmp0, ...)
                                                          finally: del _tmp0
                                                          with d as e: f
        """
        node = self.node_contents_visit(node)
        for place, item in reversed(list(enumerate(node.items))):
            if isinstance(item.optional_vars, ast.Tuple):
                unpack = self.gen_unpack_wrapper(node, item.optional_vars)
                rest, node.items = node.items[place + 1 :], node.items[: place + 1]
                if rest:
                    node.body = [placed(ast.With(items=rest, body=node.body), rest[0].context_expr)]
                item.optional_vars, node.body = unpack[0], [unpack[1], *node.body]
        return node

    def gen_unpack_wrapper(self, node: ast.stmt, target: ast.Tuple) -> tuple[ast.Name, ast.Try]:
        """As upstream, without a second walk over the target."""
        name = self.gen_tmp_name()
        body = [self.unpacked(target, ast.Name(name, ast.Load()), node)]
        clean: list[ast.stmt] = [self.gen_del_stmt(name)]
        cleanup = ast.Try(body=body, handlers=[], orelse=[], finalbody=clean)
        return placed(ast.Name(name, ast.Store()), node), placed(cleanup, node)

    # ---------------------------------------------------------------------------------- statements

    def visit_Global(self, node: ast.Global) -> Any:
        """Check the names; upstream does not."""
        for name in node.names:
            self.check_name(node, name)
        return super().visit_Global(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> Any:
        """
        Keep keywords and position; upstream drops the former, and says that every class is in line 1.

            class A(B, k=1): ...    becomes    class A(B, k=1, metaclass=__metaclass__): ...
        """
        self.check_name(node, node.name)
        node = self.node_contents_visit(node)
        if any(keyword.arg == "metaclass" for keyword in node.keywords):
            self.error(node, 'The keyword argument "metaclass" is not allowed.')
        metaclass = ast.keyword("metaclass", ast.Name("__metaclass__", ast.Load()))
        node.keywords.append(placed(metaclass, node))
        return node

    def inject_print_collector(self, node: ast.Module | ast.FunctionDef, position: int = 0) -> None:
        """
        Make the collector of `print` after the docstring and after `from __future__ import ...`.

        Upstream puts it first, where a docstring no longer is one, and where nothing may precede a future.
        """
        head = 0
        for head, child in enumerate([*node.body, None]):
            docstring = head == 0 and isinstance(child, ast.Expr) and is_text(child.value)
            if not docstring and not (isinstance(child, ast.ImportFrom) and child.module == "__future__"):
                break
        before = len(node.body)
        super().inject_print_collector(node, max(head, position))
        if isinstance(node, ast.Module) and len(node.body) > before:
            like = node.body[head + 1] if head < before else node.body[head - 1]
            for new in ast.walk(node.body[head]):
                ast.copy_location(new, like)


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def stand_in(node: ast.expr) -> ast.expr:
    """What upstream may walk over in place of a node."""
    return ast.copy_location(ast.Constant(None), node)


def placed(new: Node, like: ast.AST) -> Node:
    """Give the position of *like* to a new node, and to all in it that have none."""
    pending: list[ast.AST] = [new]
    while pending:
        node = pending.pop()
        if "lineno" in node._attributes:
            if hasattr(node, "lineno"):
                continue
            ast.copy_location(node, like)
        pending.extend(ast.iter_child_nodes(node))
    return new


def place_all(tree: ast.AST) -> None:
    """As ast.fix_missing_locations, without recursion."""
    pending: list[tuple[ast.AST, tuple[int, ...]]] = [(tree, (1, 0, 1, 0))]
    while pending:
        node, outer = pending.pop()
        if "lineno" in node._attributes:
            for field, value in zip(POSITION, outer, strict=True):
                if getattr(node, field, None) is None:
                    setattr(node, field, value)
            outer = tuple(getattr(node, field) for field in POSITION)
        pending.extend((child, outer) for child in ast.iter_child_nodes(node))
