"""
The rewriter for hosts that bring guards of their own, under the names of RestrictedPython's protocol.

Every access goes through a hook that the host puts among its globals or builtins:

    a.b                 _getattr_(a, 'b')
    a[i]                _getitem_(a, i)
    a.b = v; del a[i]   _write_(a).b = v; del _write_(a)[i]
    a += v              a = _inplacevar_('+=', a, v)
    for x in y          for x in _getiter_(y)
    for a, b in y       for a, b in _iter_unpack_sequence_(y, {'childs': (), 'min_len': 2}, _getiter_)
    [a, b] = y          [a, b] = _unpack_sequence_(y, {'childs': (), 'min_len': 2}, _getiter_)
    f(*y)               _apply_(f, *_getiter_(y))
    print(x)            _print = _print_(_getattr_); _print._call_print(x)
    class A             class A(metaclass=__metaclass__)

What a host that knows upstream's language should expect: private and many double-underscore names reach the
hooks now, and ``_write_`` is not told the name, so what it returns has the last word. ``x in y``, ``with``,
``await``, ``async for`` and the patterns of ``match`` call methods in C, where no hook is asked.
"""

from __future__ import annotations

import ast
from typing import Any

from RestrictedPython.transformer import IOPERATOR_TO_STR

from rexec import names
from rexec.rewrite import shapes
from rexec.rewrite.patterns import GuardedCase, temporary
from rexec.rewrite.scopes import stored_names
from rexec.rewrite.unpacking import UnpackingRewriter
from rexec.verify_hooked import verify_hooked


class HookedRewriter(UnpackingRewriter):
    """The whole language, every access through the hook that upstream calls for it."""

    proof = staticmethod(verify_hooked)

    def __init__(
        self,
        errors: list[str] | None = None,
        warnings: list[str] | None = None,
        used_names: dict[str, bool] | None = None,
    ) -> None:
        super().__init__(errors, warnings, used_names)
        self._bound: frozenset[str] = frozenset()  # every name that the text binds anywhere

    def generic_visit(self, node: ast.AST) -> Any:
        self.warn(node, f"{type(node).__name__} statement is not known to RestrictedPython")
        return super().generic_visit(node)

    # ---------------------------------------------------------------------------------------- accesses

    def visit_Name(self, node: ast.Name) -> Any:
        """
        Two names belong to upstream's print protocol.

            print      becomes    _print._call_print
            printed    becomes    _print()
        """
        if isinstance(node.ctx, ast.Load) and node.id == "print":
            self.print_info.print_used = True
            return shapes.at(ast.Attribute(shapes.load("_print", node), "_call_print", ast.Load()), node)
        if isinstance(node.ctx, ast.Load) and node.id == "printed":
            self.print_info.printed_used = True
            return shapes.call("_print", [], node)
        return super().visit_Name(node)

    def visit_NamedExpr(self, node: Any) -> Any:
        if not isinstance(node.target, ast.Name):
            self.error(node, "Assignment expressions are only allowed for simple targets")
        return self.plain(node)

    def finish_attribute(self, node: ast.Attribute) -> Any:
        """
        The hook gets the name as the compiler would have mangled it.

            a.b        becomes    _getattr_(a, 'b')
            a.b = v    becomes    _write_(a).b = v
        """
        if isinstance(node.ctx, ast.Load):
            self.check_attribute_read(node, node.attr)
            return self.read_attribute(node.value, node)
        self.check_attribute_write(node, node.attr)
        node.value = shapes.call("_write_", [node.value], node.value)
        return node

    def read_attribute(self, value: ast.expr, node: ast.Attribute) -> ast.Call:
        return shapes.call("_getattr_", [value, shapes.constant(self.mangled(node.attr), node)], node)

    def finish_subscript(self, node: ast.Subscript) -> Any:
        """
        Slices stay what they are, in the call too: the guest's ``slice`` may be anything.

            a[i:j]        becomes    _getitem_(a, i:j)
            a[i:j] = v    becomes    _write_(a)[i:j] = v
        """
        node.slice = self.visit(node.slice)
        if isinstance(node.ctx, ast.Load):
            return shapes.call("_getitem_", [node.value, node.slice], node)
        node.value = shapes.call("_write_", [node.value], node.value)
        return node

    def finish_call(self, node: ast.Call) -> Any:
        """
        Calls with stars go through a hook, what is starred through those for iteration.

            f(1, *a, **k)    becomes    _apply_(f, 1, *_getiter_(a), **{...})
        """
        if isinstance(node.func, ast.Name) and node.func.id in ("exec", "eval"):
            self.error(node, f"{node.func.id.capitalize()} calls are not allowed.", "name")
        node = super().finish_call(node)
        starred = any(isinstance(each, ast.Starred) for each in node.args)
        if starred or any(each.arg is None for each in node.keywords):
            node.args.insert(0, node.func)
            node.func = shapes.load("_apply_", node.func)
        return node

    def visit_AugAssign(self, node: Any) -> Any:
        """
        Object and index are evaluated once; then the item is read, the value evaluated, the item written.

            a += v       becomes    a = _inplacevar_('+=', a, v)

            a[i] += v    becomes    @t0 = a
                                    @t1 = i
                                    _write_(@t0)[@t1] = _inplacevar_('+=', _getitem_(@t0, @t1), v)
        """
        target = node.target
        body: list[ast.stmt] = []
        held = 0
        read: ast.expr = shapes.load(getattr(target, "id", ""), target)
        if isinstance(target, ast.Name):
            written = self.visit(target)
        elif isinstance(target, ast.Attribute):
            body, held, read, written = self.attribute_parts(target)
        else:
            body, held, read, written = self.item_parts(target)
        operator = shapes.constant(IOPERATOR_TO_STR[type(node.op)], node)
        value = shapes.call("_inplacevar_", [operator, read, self.visit(node.value)], node)
        assigned = shapes.at(ast.Assign([written], value), node)
        return self.released([*body, assigned], held, node) if held else assigned

    def attribute_parts(self, target: ast.Attribute) -> tuple[list[ast.stmt], int, ast.expr, ast.expr]:
        """Statements that hold the object, how many temporaries they take, the read, the target."""
        if self.check_attribute_read(target, target.attr) != "refused":
            self.check_attribute_write(target, target.attr)
        first = temporary(0)
        body: list[ast.stmt] = [shapes.assign(first, self.visit(target.value), target)]
        write = shapes.call("_write_", [shapes.load(first, target)], target)
        written = shapes.at(ast.Attribute(write, target.attr, ast.Store()), target)
        return body, 1, self.read_attribute(shapes.load(first, target), target), written

    def item_parts(self, target: ast.Subscript) -> tuple[list[ast.stmt], int, ast.expr, ast.expr]:
        """As attribute_parts, for object and index."""
        first, second = temporary(0), temporary(1)
        body: list[ast.stmt] = [
            shapes.assign(first, self.visit(target.value), target),
            shapes.assign(second, self.visit(target.slice), target),
        ]
        write = shapes.call("_write_", [shapes.load(first, target)], target)
        written = shapes.at(ast.Subscript(write, shapes.load(second, target), ast.Store()), target)
        read = shapes.call("_getitem_", [shapes.load(first, target), shapes.load(second, target)], target)
        return body, 2, read, written

    # ---------------------------------------------------------------------------------------- statements

    def visit_TryStar(self, node: ast.AST) -> Any:
        """``except*`` trusts methods of the group's class, and the host's are not known (CVE-2025-22153)."""
        return self.not_allowed(node)

    def visit_Match(self, node: Any) -> Any:
        """What a pattern cannot say under the protocol moves into its case's guard."""
        node.subject = self.visit(node.subject)
        held = 0
        for case in node.cases:
            guarded = GuardedCase(self, self._bound)
            guarded.rewrite(case)
            held = max(held, guarded.held)
            case.body = self.statements(case.body)
        return self.released([node], held, node) if held else node

    # ---------------------------------------------------------------------------------------- definitions

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Any:
        if self.scope.kind == "class" and node.name in names.EXIT_METHODS and node.decorator_list:
            text = f'"{node.name}" cannot be decorated: the decorator would see the traceback'
            self.error(node, text, "method")
        return super().visit_FunctionDef(node)

    visit_AsyncFunctionDef = visit_FunctionDef

    def function_body(self, node: Any) -> list[ast.stmt]:
        with self.print_info.new_print_scope():
            node.body = super().function_body(node)
            self.inject_print_collector(node)
        if self.scopes[-2].kind == "class" and node.name in names.EXIT_METHODS:
            head = shapes.docstring_end(node.body)
            node.body[head:head] = self.without_traceback(node)
        return list(node.body)

    def without_traceback(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
        """
        The caller passes self, type, value, traceback; the last is gone before the guest's first statement.

            def __exit__(self, t, v, tb): BODY    becomes    def __exit__(self, t, v, tb): tb = None; BODY
            def __exit__(self, *args): BODY       becomes    def __exit__(self, *args):
                                                                 match args:
                                                                     case [@t0, @t1, _]:
                                                                         args = (@t0, @t1, None)
                                                                 @t0 = @t1 = None
                                                                 BODY
        """
        arguments = node.args
        positional = [*arguments.posonlyargs, *arguments.args]
        gone = [each.arg for each in positional[3:4]]
        for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
            gone.append(each.arg)
            if default is not None and not (isinstance(default, ast.Constant) and default.value is None):
                text = f'"{each.arg}" can have no default but None, it might be handed the traceback'
                self.error(each, text, "method")
        head: list[ast.stmt] = [shapes.assign(name, shapes.constant(None, node), node) for name in gone]
        if arguments.kwarg is not None:
            head.append(shapes.assign(arguments.kwarg.arg, shapes.at(ast.Dict([], []), node), node))
        if arguments.vararg is not None and len(positional) < 4:
            kept = 3 - len(positional)
            match = _match_without_last(arguments.vararg.arg, kept, node)
            head += self.released([match], kept, node) if kept else [match]
        return head

    def visit_ClassDef(self, node: ast.ClassDef) -> Any:
        """``class A(B, k=1)`` becomes ``class A(B, k=1, metaclass=__metaclass__)``"""
        if any(each.arg == "metaclass" for each in node.keywords):
            self.error(node, 'The keyword argument "metaclass" is not allowed.')
        node = super().visit_ClassDef(node)
        node.keywords.append(shapes.at(ast.keyword("metaclass", shapes.load("__metaclass__", node)), node))
        return node

    def visit_Module(self, node: ast.Module) -> Any:
        self._bound = _bound_names(node)
        node = super().visit_Module(node)
        position = shapes.docstring_end(node.body)
        while position < len(node.body) and _is_future_import(node.body[position]):
            position += 1
        self.inject_print_collector(node, position)
        return node

    def visit_Interactive(self, node: Any) -> Any:
        """As upstream, ``_print`` is the host's: it outlives the statement."""
        self._bound = _bound_names(node)
        return self.plain(node)

    def inject_print_collector(self, node: Any, position: int = 0) -> None:
        """``_print = _print_(_getattr_)`` behind the docstring, where something prints."""
        info = self.print_info
        if not (info.print_used or info.printed_used):
            return
        made = shapes.call("_print_", [shapes.load("_getattr_", node)], node)
        position = max(position, shapes.docstring_end(node.body))
        node.body.insert(position, shapes.assign("_print", made, node))
        if not info.printed_used:
            self.warn(node, "Prints, but never reads 'printed' variable.")
        elif not info.print_used:
            self.warn(node, "Doesn't print, but reads 'printed' variable.")


def _is_future_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__" and not node.level


def _bound_names(tree: ast.AST) -> frozenset[str]:
    return frozenset(name for each in ast.walk(tree) for name in stored_names(each))


def _match_without_last(name: str, kept: int, like: ast.AST) -> ast.Match:
    """``match args: case [@t0, ..., _]: args = (@t0, ..., None)``"""
    every = [temporary(index) for index in range(kept)]
    caught: list[ast.pattern] = [shapes.at(ast.MatchAs(None, each), like) for each in every]
    pattern = shapes.at(ast.MatchSequence([*caught, shapes.at(ast.MatchAs(), like)]), like)
    values: list[ast.expr] = [shapes.load(each, like) for each in every]
    replaced = shapes.at(ast.Tuple([*values, shapes.constant(None, like)], ast.Load()), like)
    case = ast.match_case(pattern, None, [shapes.assign(name, replaced, like)])
    return shapes.at(ast.Match(shapes.load(name, like), [case]), like)
