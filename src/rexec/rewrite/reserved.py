"""Which names a guest may write where hooks are names like any other, in the words of RestrictedPython."""

from __future__ import annotations

import ast
from typing import Any, Final

from RestrictedPython.transformer import FORBIDDEN_FUNC_NAMES

from rexec import names
from rexec.rewrite.language import LanguageRewriter

_PICKLED: Final = "a host may copy or pickle what a guest made"


class ReservedNames(LanguageRewriter):
    """The language under the names of hosts that bring their own hooks."""

    def reserved(self, name: str) -> bool:
        """Hook names and what looks like one, upstream's reserved words, Zope's declarations."""
        zope = name.endswith("__roles__")
        return is_hook_like(name) or name in FORBIDDEN_FUNC_NAMES or zope or not name.isidentifier()

    def refuse_name(self, node: ast.AST, name: str) -> None:
        text = f'"{name}" is a reserved name.'
        if name.startswith("_"):
            text = f'"{name}" is an invalid variable name because it starts with "_"'
        elif name.endswith("__roles__"):
            text = f'"{name}" is an invalid variable name because it ends with "__roles__".'
        self.error(node, text, "name")

    def check_bound(self, node: ast.AST, name: str | None) -> None:
        if name in names.IMPORT_CONTEXT:
            self.error(node, f'"{name}" cannot be assigned: imports are resolved with it', "name")
        elif name in names.PICKLE_METHODS:
            self.error(node, f'"{name}" cannot be assigned: {_PICKLED}', "name")
        elif name is not None and not names.is_dunder(name) and self.reserved(name):
            self.refuse_name(node, name)
        else:
            super().check_bound(node, name)

    def check_read(self, node: ast.AST, name: str) -> None:
        if not names.is_dunder(name) and self.reserved(name):
            self.refuse_name(node, name)
        else:
            super().check_read(node, name)

    def check_keyword(self, node: ast.AST, name: str | None) -> None:
        if name is not None and is_hook_like(name):
            self.refuse_name(node, name)
        else:
            super().check_keyword(node, name)

    def visit_arg(self, node: ast.arg) -> Any:
        if not names.is_dunder(node.arg) and self.reserved(node.arg):
            self.refuse_name(node, node.arg)
            return node
        return super().visit_arg(node)

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> Any:
        """``from m import _n`` is refused as upstream: it reads an attribute in C, where no hook is asked."""
        if getattr(node, "is_lazy", 0):
            self.error(node, "Lazy import statements are not allowed.", "import")
        for alias in node.names:
            if "*" in alias.name:
                self.error(node, '"*" imports are not allowed.', "import")
                continue
            for part in alias.name.split("."):
                if part != "_" and (part.startswith("_") or self.reserved(part)):
                    self.refuse_name(node, part)
                elif names.attribute_rule(part) == "refused":
                    self.refuse_attribute(node, part)
            self.check_bound(node, alias.asname)
        return node

    visit_ImportFrom = visit_Import

    def check_method_name(self, node: ast.AST, name: str) -> None:
        if name in names.PICKLE_METHODS:
            self.error(node, f'method "{name}" cannot be defined: {_PICKLED}', "method")
        else:
            super().check_method_name(node, name)

    # ---------------------------------------------------------------------------------------- attributes

    def check_attribute_read(self, node: ast.AST, name: str) -> names.Rule:
        rule = names.attribute_rule(self.mangled(name))
        if rule == "refused" or _is_hooked_attribute(name):
            self.refuse_attribute(node, name)
            return "refused"
        return rule

    def check_attribute_write(self, node: ast.AST, name: str) -> None:
        """``_write_`` is not told the name, so the few that C code trusts are refused here."""
        rule = names.attribute_write_rule(self.mangled(name))
        if rule == "refused" or _is_hooked_attribute(name):
            self.refuse_attribute(node, name)
        elif name in names.EXIT_METHODS:
            self.error(node, f'attribute "{name}" cannot be set: define it in the class', "attribute")

    def refuse_attribute(self, node: ast.AST, name: str) -> None:
        text = f'"{name}" is a restricted name, that is forbidden to access in RestrictedPython.'
        if name.startswith("_"):
            text = f'"{name}" is an invalid attribute name because it starts with "_".'
        elif name.endswith("__roles__"):
            text = f'"{name}" is an invalid attribute name because it ends with "__roles__".'
        self.error(node, text, "attribute")

    def binds_match_args(self, target: ast.expr) -> bool:
        return isinstance(target, ast.Name) and target.id == "__match_args__" and self.scope.kind == "class"


def is_hook_like(name: str) -> bool:
    """``_name_`` and its kin, which hosts use for hooks, and upstream's temporaries."""
    if names.is_dunder(name):
        return name in names.HOOKED_NAMES
    shaped = name.startswith("_") and name.endswith("_") and bool(name.strip("_"))
    return shaped or name.startswith("_tmp") or name in names.HOOKED_NAMES or name in names.WRITE_MARKS


def _is_hooked_attribute(name: str) -> bool:
    return is_hook_like(name) or name.endswith("__roles__") or name in names.PICKLE_METHODS
