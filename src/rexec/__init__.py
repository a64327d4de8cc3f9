"""
rexec: run Python that nobody trusts.

    import rexec
    with rexec.Sandbox("default") as sandbox:
        result = sandbox.run("sum(rows)", inputs={"rows": [1, 2, 3]})
    result.value                                    # 6

Every public name is listed here and loaded when it is first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it; importing typing takes longer than all the rest of this file
if TYPE_CHECKING:
    from typing import Any

    from rexec import seed
    from rexec.classic.bastion import Bastion, BastionClass
    from rexec.classic.file_types import C_EXTENSION, PY_COMPILED, PY_SOURCE
    from rexec.classic.hooks import RHooks
    from rexec.classic.loader import RModuleImporter, RModuleLoader
    from rexec.classic.rexec import RExec
    from rexec.errors import (
        DeniedAttributeError,
        DeniedError,
        DeniedFileError,
        DeniedImportError,
        DeniedSyntaxError,
        DeniedTypeError,
        DeniedWriteError,
        IsolationError,
        OutOfBudget,
        PolicyError,
        RefusedError,
        RExecError,
    )
    from rexec.guest.border.proxy import expose
    from rexec.policy import Budget, Policy
    from rexec.restricted import (
        CompileResult,
        compile_restricted,
        compile_restricted_eval,
        compile_restricted_exec,
        compile_restricted_function,
        compile_restricted_single,
    )
    from rexec.result import Diagnostic, Frame, GuestError, Result, Usage
    from rexec.rewrite.hooked import HookedRewriter
    from rexec.rewrite.sealed import SealedRewriter
    from rexec.sandbox import Sandbox, Session

__version__ = "0.1.0"

_HOMES = {
    "Bastion": "classic.bastion",
    "BastionClass": "classic.bastion",
    "Budget": "policy",
    "C_EXTENSION": "classic.file_types",
    "CompileResult": "restricted",
    "DeniedAttributeError": "errors",
    "DeniedError": "errors",
    "DeniedFileError": "errors",
    "DeniedImportError": "errors",
    "DeniedSyntaxError": "errors",
    "DeniedTypeError": "errors",
    "DeniedWriteError": "errors",
    "Diagnostic": "result",
    "Frame": "result",
    "GuestError": "result",
    "HookedRewriter": "rewrite.hooked",
    "IsolationError": "errors",
    "OutOfBudget": "errors",
    "PY_COMPILED": "classic.file_types",
    "PY_SOURCE": "classic.file_types",
    "Policy": "policy",
    "PolicyError": "errors",
    "RExec": "classic.rexec",
    "RExecError": "errors",
    "RHooks": "classic.hooks",
    "RModuleImporter": "classic.loader",
    "RModuleLoader": "classic.loader",
    "RefusedError": "errors",
    "Result": "result",
    "Sandbox": "sandbox",
    "SealedRewriter": "rewrite.sealed",
    "Session": "sandbox",
    "Usage": "result",
    "compile_restricted": "restricted",
    "compile_restricted_eval": "restricted",
    "compile_restricted_exec": "restricted",
    "compile_restricted_function": "restricted",
    "compile_restricted_single": "restricted",
    "expose": "guest.border.proxy",
}

_ROOMS = frozenset({"seed"})  # public names that are modules

__all__ = [  # noqa: RUF022 - as sorted() has it
    "Bastion",
    "BastionClass",
    "Budget",
    "C_EXTENSION",
    "CompileResult",
    "DeniedAttributeError",
    "DeniedError",
    "DeniedFileError",
    "DeniedImportError",
    "DeniedSyntaxError",
    "DeniedTypeError",
    "DeniedWriteError",
    "Diagnostic",
    "Frame",
    "GuestError",
    "HookedRewriter",
    "IsolationError",
    "OutOfBudget",
    "PY_COMPILED",
    "PY_SOURCE",
    "Policy",
    "PolicyError",
    "RExec",
    "RExecError",
    "RHooks",
    "RModuleImporter",
    "RModuleLoader",
    "RefusedError",
    "Result",
    "Sandbox",
    "SealedRewriter",
    "Session",
    "Usage",
    "compile_restricted",
    "compile_restricted_eval",
    "compile_restricted_exec",
    "compile_restricted_function",
    "compile_restricted_single",
    "expose",
    "seed",
]


def __getattr__(name: str) -> Any:
    """Load a public name from where it is defined."""
    home = _HOMES.get(name)
    if home is None and name not in _ROOMS:
        raise AttributeError(f"module 'rexec' has no attribute {name!r}")
    from importlib import import_module

    if home is None:
        return import_module(f"rexec.{name}")
    value = getattr(import_module(f"rexec.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
