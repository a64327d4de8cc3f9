"""
The language: what of Python's grammar a guest may write, and under which names.

``LanguageRewriter`` decides on every node class and every identifier field of the grammar, and leaves the
shape of guards to its subclasses. What it does not know, it refuses (I1).
"""

from __future__ import annotations

import ast
from typing import Any, Final

from rexec import names
from rexec.result import Diagnostic
from rexec.rewrite.rules import NameRules
from rexec.rewrite.scopes import Scope

CHAIN: Final = (ast.Attribute, ast.Call, ast.Subscript)


class LanguageRewriter(NameRules):
    """Today's whole language. Guards are left to the subclasses, and so is ``proof``, which proves them again."""

    @staticmethod
    def proof(tree: ast.AST) -> list[Diagnostic]:
        """What of a rewritten tree cannot be proved. Nothing is, where no subclass says how."""
        return [Diagnostic("not proved: this rewriter has no proof", "verify", "")]

    def plain(self, node: ast.AST) -> Any:
        """A node that means what it means in Python; what is in it is visited."""
        return self.node_contents_visit(node)

    # ---------------------------------------------------------------------------------------- expressions

    visit_Constant = visit_Interactive = visit_Expression = visit_Expr = plain
    visit_List = visit_Tuple = visit_Set = visit_Dict = visit_Starred = visit_Slice = plain
    visit_FormattedValue = visit_JoinedStr = visit_TemplateStr = visit_Interpolation = plain
    visit_Load = visit_Store = visit_Del = plain
    visit_UnaryOp = visit_UAdd = visit_USub = visit_Not = visit_Invert = plain
    visit_Add = visit_Sub = visit_Mult = visit_Div = visit_FloorDiv = visit_Mod = visit_Pow = plain
    visit_LShift = visit_RShift = visit_BitOr = visit_BitXor = visit_BitAnd = visit_MatMult = plain
    visit_BoolOp = visit_And = visit_Or = visit_Compare = plain
    visit_Eq = visit_NotEq = visit_Lt = visit_LtE = visit_Gt = visit_GtE = plain
    visit_Is = visit_IsNot = visit_In = visit_NotIn = plain
    visit_IfExp = visit_NamedExpr = visit_Await = visit_Yield = visit_YieldFrom = plain

    def visit_BinOp(self, node: ast.BinOp) -> Any:
        """A long ``a + b + c + ...`` leans to the left: walk down it in a loop, not by recursion."""
        spine: list[ast.BinOp] = [node]
        while type(spine[-1].left) is ast.BinOp:
            spine.append(spine[-1].left)
        left = self.visit(spine[-1].left)
        for each in reversed(spine):
            each.left, each.right = left, self.visit(each.right)
            left = self.finish_binop(each)
        return left

    def finish_binop(self, node: ast.BinOp) -> Any:
        return node

    def visit_Attribute(self, node: ast.Attribute) -> Any:
        """``a.b(c).d[e]`` leans to the left as sums do."""
        spine: list[Any] = [node]
        while type(_base(spine[-1])) in CHAIN:
            spine.append(_base(spine[-1]))
        base = self.visit(_base(spine[-1]))
        for each in reversed(spine):
            if type(each) is ast.Call:
                each.func = base
                base = self.finish_call(each)
            else:
                each.value = base
                base = self.finish_attribute(each) if type(each) is ast.Attribute else self.finish_subscript(each)
        return base

    visit_Call = visit_Subscript = visit_Attribute  # type: ignore[assignment]  # one walk serves the three

    def finish_call(self, node: ast.Call) -> Any:
        """A call whose function was visited."""
        node.args = [self.visit(each) for each in node.args]
        node.keywords = [self.visit(each) for each in node.keywords]
        return node

    def finish_subscript(self, node: ast.Subscript) -> Any:
        """A subscript whose object was visited."""
        node.slice = self.visit(node.slice)
        return node

    def finish_attribute(self, node: ast.Attribute) -> Any:
        """An attribute whose object was visited. Without a subclass that knows a guard for it, it is refused."""
        self.error(node, f'attribute "{node.attr}" has no guard', "attribute")
        return node

    def visit_keyword(self, node: ast.keyword) -> Any:
        self.check_keyword(node, node.arg)
        return self.plain(node)

    def visit_Name(self, node: ast.Name) -> Any:
        if isinstance(node.ctx, ast.Load):
            self.used_names[node.id] = True
            self.check_read(node, node.id)
        else:
            self.check_bound(node, node.id)
        return node

    def comprehension(self, node: Any) -> Any:
        self.scopes.append(Scope("expression", self.scope.class_name, self.scope.in_class_function))
        node = self.plain(node)
        self.scopes.pop()
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = comprehension
    visit_comprehension = plain

    # ---------------------------------------------------------------------------------------- statements

    visit_Pass = visit_Break = visit_Continue = visit_Return = visit_Raise = visit_Assert = plain
    visit_Assign = visit_AugAssign = visit_Delete = plain
    visit_For = visit_AsyncFor = visit_While = visit_With = visit_AsyncWith = visit_withitem = plain
    visit_Try = visit_TryStar = plain

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        """Evaluated like any annotation; under ``from __future__ import annotations`` it stays the guest's text."""
        node.target = self.visit(node.target)
        node.annotation = self.annotation(node.annotation)
        node.value = None if node.value is None else self.visit(node.value)
        return node

    def annotation(self, node: ast.expr) -> Any:
        return node if self.annotations_are_text else self.visit(node)

    def visit_If(self, node: ast.If) -> Any:
        """A long ``elif`` ladder nests to the right: walk down it in a loop."""
        step: Any = node
        while True:
            step.test = self.visit(step.test)
            step.body = self.statements(step.body)
            below = step.orelse
            if len(below) == 1 and type(below[0]) is ast.If:
                step = below[0]
                continue
            step.orelse = self.statements(below)
            return node

    def statements(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """Visit a body; a statement may become several."""
        result: list[ast.stmt] = []
        for statement in body:
            new = self.visit(statement)
            result.extend(new) if isinstance(new, list) else result.append(new)
        return result

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> Any:
        self.check_bound(node, node.name)
        return self.plain(node)

    def visit_Global(self, node: ast.Global | ast.Nonlocal) -> Any:
        for name in node.names:
            self.check_bound(node, name)
        return node

    visit_Nonlocal = visit_Global

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> Any:
        if getattr(node, "is_lazy", 0):
            self.error(node, "lazy imports are not for guests: they go past the import gate", "import")
        for alias in node.names:
            if alias.name == "*":
                self.error(node, "import * is refused: name what you import", "import")
                continue
            for part in alias.name.split("."):
                if names.is_dunder(part) and part not in names.READABLE_DUNDERS | {"__future__"}:
                    self.error(alias, f'"{part}" cannot be imported', "import")
                elif "@" in part:
                    self.error(alias, f'"{part}" is a reserved name', "import")
            if alias.name != "__future__" or alias.asname:
                self.check_bound(alias, alias.asname or alias.name.partition(".")[0])
        return node

    visit_ImportFrom = visit_Import

    # ---------------------------------------------------------------------------------------- definitions

    def visit_Module(self, node: ast.Module) -> Any:
        self.annotations_are_text = any(
            isinstance(each, ast.ImportFrom)
            and each.module == "__future__"
            and any(alias.name == "annotations" for alias in each.names)
            for each in node.body
        )
        node.body = self.statements(node.body)
        return node

    def check_method_name(self, node: ast.AST, name: str) -> None:
        """Refuse a dunder method that nobody decided on, or a dunder function outside of a class."""
        if names.is_dunder(name) and self.scope.kind == "class":
            if name not in names.DEFINABLE_METHODS and name not in names.ASSIGNABLE_NAMES:
                reason = names.REFUSED_METHODS.get(name, "no rule is known for it")
                self.error(node, f'method "{name}" cannot be defined: {reason}', "method")
        else:
            self.check_bound(node, name)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Any:
        self.check_method_name(node, node.name)
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        self.visit_parameters(node.args)
        if node.returns is not None:
            node.returns = self.annotation(node.returns)
        self.visit_type_parameters(node)
        self.scopes.append(self.function_scope(node))
        node.body = self.function_body(node)
        self.scopes.pop()
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def function_scope(self, node: Any) -> Scope:
        inside = self.scope.in_class_function or self.scope.kind == "class"
        return Scope("function", self.scope.class_name, inside)

    def function_body(self, node: Any) -> list[ast.stmt]:
        return self.statements(node.body)

    def visit_parameters(self, arguments: ast.arguments) -> None:
        """Names, defaults and annotations, which belong to the scope around the function."""
        arguments.defaults = [self.visit(each) for each in arguments.defaults]
        arguments.kw_defaults = [None if each is None else self.visit(each) for each in arguments.kw_defaults]
        every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
        for each in [*every, arguments.vararg, arguments.kwarg]:
            if each is not None:
                self.visit_arg(each)

    def visit_arg(self, node: ast.arg) -> Any:
        if (names.is_dunder(node.arg) and not names.is_generated(node.arg)) or self.reserved(node.arg):
            self.error(node, f'"{node.arg}" cannot be a parameter', "name")
        if node.annotation is not None:
            node.annotation = self.annotation(node.annotation)
        return node

    def visit_arguments(self, node: ast.arguments) -> Any:
        self.visit_parameters(node)
        return node

    def visit_Lambda(self, node: ast.Lambda) -> Any:
        self.visit_parameters(node.args)
        inside = self.scope.in_class_function or self.scope.kind == "class"
        self.scopes.append(Scope("expression", self.scope.class_name, inside))
        node.body = self.visit(node.body)
        self.scopes.pop()
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> Any:
        self.check_bound(node, node.name)
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        self.visit_type_parameters(node)
        node.bases = [self.visit(each) for each in node.bases]
        node.keywords = [self.visit(each) for each in node.keywords]
        self.scopes.append(Scope("class", node.name, self.scope.in_class_function))
        node.body = self.statements(node.body)
        self.scopes.pop()
        return node

    def visit_type_parameters(self, node: Any) -> None:
        """PEP 695; their bounds and defaults are expressions that run later, as guest code."""
        if getattr(node, "type_params", None):
            node.type_params = [self.visit(each) for each in node.type_params]

    def visit_TypeVar(self, node: Any) -> Any:
        self.check_bound(node, node.name)
        return self.plain(node)

    visit_ParamSpec = visit_TypeVarTuple = visit_TypeVar

    def visit_TypeAlias(self, node: Any) -> Any:
        self.visit_type_parameters(node)
        node.name = self.visit(node.name)
        node.value = self.visit(node.value)
        return node

    # ---------------------------------------------------------------------------------------- match

    visit_Match = visit_match_case = visit_MatchSequence = visit_MatchSingleton = visit_MatchOr = plain

    def visit_MatchStar(self, node: ast.MatchStar | ast.MatchAs) -> Any:
        self.check_bound(node, node.name)
        return self.plain(node)

    visit_MatchAs = visit_MatchStar

    def visit_MatchMapping(self, node: ast.MatchMapping) -> Any:
        self.check_bound(node, node.rest)
        for key in node.keys:
            self.pattern_value(key)
        node.patterns = [self.visit(each) for each in node.patterns]
        return node

    def visit_MatchValue(self, node: ast.MatchValue) -> Any:
        self.pattern_value(node.value)
        return node

    def visit_MatchClass(self, node: ast.MatchClass) -> Any:
        """CPython reads the attributes that a class pattern names by itself, so the names decide."""
        self.pattern_value(node.cls)
        for name in node.kwd_attrs:
            if names.attribute_rule(name) != "native":
                self.error(node, f'attribute "{name}" cannot stand in a class pattern', "pattern")
        node.patterns = [self.visit(each) for each in node.patterns]
        node.kwd_patterns = [self.visit(each) for each in node.kwd_patterns]
        return node

    def pattern_value(self, node: ast.expr) -> None:
        """``a.b.c``, or a literal: a pattern can hold no call, so every name in it must need no guard."""
        for each in ast.walk(node):
            if isinstance(each, ast.Attribute) and names.attribute_rule(self.mangled(each.attr)) != "native":
                self.error(each, f'attribute "{each.attr}" cannot stand in a pattern', "pattern")
            elif isinstance(each, ast.Name):
                self.visit_Name(each)
            elif not isinstance(each, (ast.Attribute, ast.Constant, ast.UnaryOp, ast.BinOp, ast.USub, ast.Add,
                                       ast.Sub, ast.Load)):  # fmt: skip
                self.error(each if hasattr(each, "lineno") else node, "not allowed in a pattern", "pattern")


def _base(node: Any) -> ast.AST:
    return node.func if type(node) is ast.Call else node.value
