"""``contextlib``: context managers; exit callbacks never see a traceback, and streams are the guest's own."""

from __future__ import annotations

import sys
from types import MethodType
from typing import Any

from rexec.guest.recipe import Recipe


def _exit_stacks(world: Any) -> dict[str, Any]:
    """The two stacks, as guest code (``guest/source``)."""
    home = world.library.load("contextlib")

    def exc_info() -> tuple[Any, Any]:
        return sys.exc_info()[:2]

    namespace = world.run_source(
        "exit_stack",
        "contextlib",
        AbstractContextManager=home.AbstractContextManager,
        AbstractAsyncContextManager=home.AbstractAsyncContextManager,
        deque=home.deque,
        MethodType=MethodType,
        exc_info=exc_info,
    )
    return {name: namespace[name] for name in ("ExitStack", "AsyncExitStack")}


RECIPE = Recipe(
    name="contextlib",
    way="copy",
    source="contextlib",
    shows=tuple(
        """
        AbstractAsyncContextManager AbstractContextManager AsyncContextDecorator AsyncExitStack
        ContextDecorator ExitStack aclosing asynccontextmanager closing contextmanager nullcontext
        redirect_stderr redirect_stdout suppress _GeneratorContextManager
        """.split()
    ),
    omits={
        "chdir": "changes the directory of the whole process",
        "GenericAlias": "imported by the module for itself",
        "MethodType": "imported by the module for itself",
        "deque": "imported by the module for itself",
        "wraps": "imported by the module for itself",
        "abc": "imported by the module for itself",
        "os": "imported by the module for itself",
        "sys": "imported by the module for itself",
    },
    make=_exit_stacks,
)
