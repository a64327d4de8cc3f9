"""
The default rewriter: guards only where the sealed world needs them.

Reads of public attributes, items, iteration, calls and operators stay what they are, because nothing within a
guest's reach has anything dangerous under a public name (I3). What is left:

    a.b = v          (a if @type(a) in @types else @write(a, 'b')).b = v
    a.__dict__       @getattr(a, '__dict__')
    def __exit__     @@exit
                     def __exit__
    import a.b as c  from a.b import @innermost as c
    except* E:       except* @group(E):
"""

from __future__ import annotations

import ast
from typing import Any

from rexec import names
from rexec.rewrite import shapes
from rexec.rewrite.language import LanguageRewriter
from rexec.rewrite.scopes import Scope, steady_names, written_parameters
from rexec.verify import verify_sealed


class SealedRewriter(LanguageRewriter):
    """The whole language, for environments that rexec builds itself."""

    proof = staticmethod(verify_sealed)

    def __init__(
        self,
        errors: list[str] | None = None,
        warnings: list[str] | None = None,
        used_names: dict[str, bool] | None = None,
    ) -> None:
        super().__init__(errors, warnings, used_names)
        self._temporaries: list[str] | None = None  # of the statement being rewritten, where it can hold any

    # ---------------------------------------------------------------------------------------- reads

    def finish_attribute(self, node: ast.Attribute) -> Any:
        """
        Reads stay native but for the names that are dangerous on some object.

            a.__class__    becomes    @getattr(a, '__class__')
        """
        if not isinstance(node.ctx, ast.Load):
            return self.target(node)
        if self.check_attribute_read(node, node.attr) != "guarded":
            return node
        return shapes.call("@getattr", [node.value, shapes.constant(self.mangled(node.attr), node)], node)

    # ---------------------------------------------------------------------------------------- writes

    def target(self, node: ast.Attribute) -> ast.Attribute:
        """
        Ask whose object it is before an attribute is set or deleted, at the very place where Python evaluates it.

            a.b    becomes    (a if @type(a) in @types else @write(a, 'b')).b         a: a steady local variable
                              (a if @own_a else @write(a, 'b')).b                     a: a checked parameter
                              (@t0 if @type(@t0 := e) in @types else @write(@t0, 'b')).b    in a simple statement
                              @write(e, 'b').b                                        anywhere else
        """
        rule = names.attribute_write_rule(self.mangled(node.attr))
        if rule == "refused":
            self.error(node, f'attribute "{node.attr}" cannot be set', "attribute")
            return node
        if node.attr in names.EXIT_METHODS:
            self.error(node, f'attribute "{node.attr}" can only be set by a plain assignment', "attribute")
        return self.checked(node) if rule == "native" else self.called(node)

    def called(self, node: ast.Attribute) -> ast.Attribute:
        name = shapes.constant(self.mangled(node.attr), node)
        node.value = shapes.call("@write", [node.value, name], node)
        return node

    def checked(self, node: ast.Attribute) -> ast.Attribute:
        value = node.value
        if isinstance(value, ast.Name) and value.id in self.scope.steady:
            variable = value.id
            flag = self.scope.checked.get(variable)
            test: ast.expr = shapes.load(flag, node) if flag else self.ours(value, node)
        elif self._temporaries is not None:
            variable = f"{names.TEMPORARY}{len(self._temporaries)}"
            self._temporaries.append(variable)
            held = shapes.at(ast.NamedExpr(target=shapes.store(variable, node), value=value), node)
            test = self.ours(held, node)
        else:
            return self.called(node)
        name = shapes.constant(self.mangled(node.attr), node)
        slow = shapes.call("@write", [shapes.load(variable, value), name], node)
        node.value = shapes.at(ast.IfExp(test=test, body=shapes.load(variable, value), orelse=slow), node)
        return node

    def ours(self, value: ast.expr, like: ast.AST) -> ast.Compare:
        """``@type(value) in @types``"""
        kind = shapes.call("@type", [value], like)
        return shapes.at(ast.Compare(left=kind, ops=[ast.In()], comparators=[shapes.load("@types", like)]), like)

    def with_temporaries(self, node: Any) -> Any:
        """Visit a simple statement; in a function it may hold values in temporaries, which are let go after it."""
        if self.scope.kind != "function":
            return self.plain(node)
        self._temporaries = []
        node = self.plain(node)
        held, self._temporaries = self._temporaries, None
        return [node, *(shapes.assign(each, shapes.constant(None, node), node) for each in held)]

    visit_Delete = with_temporaries

    def comprehension(self, node: Any) -> Any:
        """An assignment expression within would bind elsewhere, so targets in here hold nothing."""
        held, self._temporaries = self._temporaries, None
        node = super().comprehension(node)
        self._temporaries = held
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = comprehension

    def visit_Lambda(self, node: ast.Lambda) -> Any:
        held, self._temporaries = self._temporaries, None
        node = super().visit_Lambda(node)
        self._temporaries = held
        return node

    def visit_Assign(self, node: Any) -> Any:
        """Names that C code trusts take one shape of value only; the rest is in the targets."""
        if len(node.targets) == 1:
            special = self.special_target(node.targets[0])
            if special in names.EXIT_METHODS:
                return self.exit_assignment(node)
            if special == "__match_args__":
                self.check_match_args(node, node.value)
                node.value = self.visit(node.value)
                return node
        return self.with_temporaries(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        special = self.special_target(node.target)
        if special == "__match_args__":
            self.check_match_args(node, node.value)
            node.annotation = self.annotation(node.annotation)
            return node
        if self.scope.kind != "function":
            return super().visit_AnnAssign(node)
        self._temporaries = []
        node = super().visit_AnnAssign(node)
        held, self._temporaries = self._temporaries, None
        return [node, *(shapes.assign(each, shapes.constant(None, node), node) for each in held)]

    def special_target(self, target: ast.expr) -> str | None:
        """The name bound in a class body, or set as an attribute, if it is one that C code trusts."""
        if isinstance(target, ast.Name) and self.scope.kind == "class":
            return target.id if target.id in names.EXIT_METHODS | {"__match_args__"} else None
        if isinstance(target, ast.Attribute) and target.attr in names.EXIT_METHODS:
            return target.attr
        return None

    def exit_assignment(self, node: ast.Assign) -> Any:
        """
        The caller of __exit__ passes a traceback, so what is bound there must not see it.

            __exit__ = f      becomes    __exit__ = @exit(f)
            A.__exit__ = f    becomes    @write(A, '__exit__').__exit__ = @exit(f)
        """
        node.value = shapes.call("@exit", [self.visit(node.value)], node.value)
        target = node.targets[0]
        if isinstance(target, ast.Attribute):
            target.value = self.visit(target.value)
            node.targets = [self.called(target)]
        return node

    def visit_AugAssign(self, node: Any) -> Any:
        """
        Stays what it is, on a checked object. Only names whose read needs a guard are taken apart:

            a.obj += v    becomes    @t0 = a; @t1 = @getattr(@t0, 'obj'); @t1 += v; @write(@t0, 'obj').obj = @t1
        """
        target = node.target
        if not isinstance(target, ast.Attribute):
            return self.with_temporaries(node)
        rule = self.check_attribute_read(target, target.attr)
        if rule != "guarded" and names.attribute_write_rule(self.mangled(target.attr)) != "guarded":
            return self.with_temporaries(node)
        if target.attr in names.EXIT_METHODS:
            self.error(target, f'attribute "{target.attr}" can only be set by a plain assignment', "attribute")
        first, second = f"{names.TEMPORARY}0", f"{names.TEMPORARY}1"
        name = shapes.constant(self.mangled(target.attr), target)
        held = self.visit(target.value)
        if rule == "native":
            read: ast.expr = shapes.at(ast.Attribute(shapes.load(first, target), target.attr, ast.Load()), target)
        else:
            read = shapes.call("@getattr", [shapes.load(first, target), name], target)
        written = shapes.at(ast.Attribute(shapes.load(first, target), target.attr, ast.Store()), target)
        if names.attribute_write_rule(self.mangled(target.attr)) == "refused":
            self.error(target, f'attribute "{target.attr}" cannot be set', "attribute")
        return [
            shapes.assign(first, held, node),
            shapes.assign(second, read, node),
            shapes.at(ast.AugAssign(shapes.store(second, target), node.op, self.visit(node.value)), node),
            shapes.at(ast.Assign([self.called(written)], shapes.load(second, node)), node),
            shapes.delete([first, second], node),
        ]

    def visit_TryStar(self, node: Any) -> Any:
        """
        C code trusts methods of the group in flight, so a clause first asks for the interpreter's own.

            except* E:    becomes    except* @group(E):
        """
        node = self.plain(node)
        for each in node.handlers:
            if each.type is None:
                self.error(each, "except* must name what it handles", "syntax")
            else:
                each.type = shapes.call("@group", [each.type], each.type)
        return node

    # ---------------------------------------------------------------------------------------- imports

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> Any:
        """
        The interpreter would read one part after the other, and look in the host's sys.modules for what it misses.

            import a, b.c as d    becomes    import a
                                             from b.c import @innermost as d
        """
        return [self.one_import(each, node) for each in super().visit_Import(node).names]

    def one_import(self, alias: ast.alias, like: ast.stmt) -> ast.stmt:
        if alias.asname is None or "." not in alias.name:
            return shapes.at(ast.Import(names=[alias]), like)
        module, alias.name = alias.name, names.INNERMOST
        return shapes.at(ast.ImportFrom(module=module, names=[alias], level=0), like)

    # ---------------------------------------------------------------------------------------- definitions

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Any:
        held, self._temporaries = self._temporaries, None
        in_class = self.scope.kind == "class"
        node = super().visit_FunctionDef(node)
        self._temporaries = held
        if in_class and node.name in names.EXIT_METHODS:
            node.decorator_list.insert(0, shapes.load("@exit", node))
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node: ast.ClassDef) -> Any:
        held, self._temporaries = self._temporaries, None
        node = super().visit_ClassDef(node)
        self._temporaries = held
        return node

    def function_scope(self, node: Any) -> Scope:
        scope = super().function_scope(node)
        scope.steady = steady_names(node)
        scope.checked = {name: f"{names.OWN}{name}" for name in written_parameters(node)}
        return scope

    def function_body(self, node: Any) -> list[ast.stmt]:
        """
        Objects that a function writes to more than once are looked at once, at its head.

            def f(self): self.a = 1; ...    becomes    def f(self): @own_self = @type(self) in @types; ...
        """
        body = super().function_body(node)
        head = shapes.docstring_end(body)
        flags = [
            shapes.assign(flag, self.ours(shapes.load(name, node), node), node)
            for name, flag in self.scope.checked.items()
        ]
        return [*body[:head], *flags, *body[head:]]

    def visit_Module(self, node: ast.Module) -> Any:
        node = super().visit_Module(node)
        if self.capture_value and node.body and isinstance(node.body[-1], ast.Expr):
            last = node.body[-1]
            kept = node.body[: max(len(node.body) - 1, shapes.docstring_end(node.body))]
            node.body = [*kept, shapes.assign(names.VALUE, last.value, last)]
        return node
