"""
Findings and names: how a refusal is recorded, and which names a guest may bind, read, import or call with.

Every identifier field of the grammar is judged through one of the ``check_*`` methods here.
"""

from __future__ import annotations

import ast
from typing import Any

from RestrictedPython.transformer import RestrictingNodeTransformer

from rexec import names
from rexec.result import Diagnostic
from rexec.rewrite.scopes import Scope


class NameRules(RestrictingNodeTransformer):
    """
    Upstream's transformer with our findings and our rules for names. Findings are kept as ``diagnostics`` with
    positions too; their columns count bytes of UTF-8, as the tree's do.
    """

    def __init__(
        self,
        errors: list[str] | None = None,
        warnings: list[str] | None = None,
        used_names: dict[str, bool] | None = None,
    ) -> None:
        super().__init__(errors, warnings, used_names)
        self.diagnostics: list[Diagnostic] = []
        self.scopes: list[Scope] = [Scope("module")]
        self.annotations_are_text = False
        self.capture_value = False  # SealedRewriter: leave the last expression statement's value under names.VALUE

    # ---------------------------------------------------------------------------------------- findings

    def error(self, node: ast.AST, info: str, rule: str = "language") -> None:
        """Record a refusal, as upstream's text and as a Diagnostic."""
        super().error(node, info)
        self.diagnostics.append(
            Diagnostic(
                message=info,
                rule=rule,
                filename="",
                line=getattr(node, "lineno", None),
                column=getattr(node, "col_offset", None),
                end_line=getattr(node, "end_lineno", None),
                end_column=getattr(node, "end_col_offset", None),
            )
        )

    def not_allowed(self, node: ast.AST) -> Any:
        self.error(node, f"{type(node).__name__} statements are not allowed.")
        return node

    def generic_visit(self, node: ast.AST) -> Any:
        """A node class that nobody has decided on is refused."""
        return self.not_allowed(node)

    # ---------------------------------------------------------------------------------------- names

    @property
    def scope(self) -> Scope:
        return self.scopes[-1]

    def mangled(self, name: str) -> str:
        """The name as the compiler will spell it here."""
        return names.mangle(self.scope.class_name, name)

    def reserved(self, name: str) -> bool:
        """Whether a name without double underscores is kept for the rewriter. None is, where hooks hold an @."""
        return not name.isidentifier()

    def check_bound(self, node: ast.AST, name: str | None) -> None:
        """Refuse a name that the guest may not bind here."""
        if name is None:
            return
        if names.is_dunder(name):
            in_class = self.scope.kind == "class"
            if not (names.is_generated(name) or name in names.ASSIGNABLE_NAMES or name in names.CLASS_NAMES):
                reason = names.REFUSED_METHODS.get(name)
                text = f'"{name}" cannot be assigned' + (f": {reason}" if reason else "")
                self.error(node, text, "name")
            elif in_class and name in names.EXIT_METHODS | {"__match_args__"}:
                self.error(node, f'"{name}" can only be bound by a plain assignment or a def', "name")
        elif self.reserved(name):
            self.error(node, f'"{name}" is a reserved name', "name")

    def check_read(self, node: ast.AST, name: str) -> None:
        """Refuse a name that the guest may not read here."""
        if names.is_dunder(name):
            allowed = name in names.READABLE_NAMES or names.is_generated(name)
            allowed = allowed or name in names.CLASS_NAMES
            if name == "__class__":
                allowed = self.scope.in_class_function
            if not allowed:
                self.error(node, f'"{name}" is not a name for guests', "name")
        elif self.reserved(name):
            self.error(node, f'"{name}" is a reserved name', "name")

    def check_name(self, node: Any, name: str | None, allow_magic_methods: bool = False) -> None:
        """Upstream's hook for names that are bound; its third parameter has no meaning here."""
        self.check_bound(node, name)

    def check_keyword(self, node: ast.AST, name: str | None) -> None:
        if name is not None and names.is_dunder(name) and name not in names.READABLE_DUNDERS:
            self.error(node, f'"{name}" cannot be a keyword', "name")

    def check_attribute_read(self, node: ast.AST, name: str) -> names.Rule:
        rule = names.attribute_rule(self.mangled(name))
        if rule == "refused":
            self.error(node, f'attribute "{name}" is not for guests', "attribute")
        return rule

    def check_match_args(self, node: ast.AST, value: ast.expr | None) -> None:
        """Only a literal tuple of names that need no guard: CPython reads them without one."""
        for each in value.elts if isinstance(value, ast.Tuple) else [None]:
            if not (isinstance(each, ast.Constant) and type(each.value) is str):
                self.error(node, '"__match_args__" must be a literal tuple of str', "pattern")
            elif names.attribute_rule(each.value) != "native":
                self.error(each, f'attribute "{each.value}" cannot stand in "__match_args__"', "pattern")
