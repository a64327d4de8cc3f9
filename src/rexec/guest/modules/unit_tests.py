"""
``unittest`` of one environment: private copies that find a guest's own tests and run them.

Nothing is looked for in files, and no signal is handled. What the library leaves out of a traceback as its own is left
out of a guest's anyway.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from rexec.errors import DeniedImportError
from rexec.guest.modules.replacing import remove, replace
from rexec.guest.stand_in import StandIn

WIDTH: Final = 80  # columns of the terminal that a guest does not have


def _patch_result(world: Any, namespace: dict[str, Any]) -> None:
    def _clean_tracebacks(self: Any, exctype: Any, value: Any, tb: Any, test: Any) -> Any:
        """The traceback as it is: it shows the guest's frames only."""
        return tb

    replace(world, namespace["TestResult"], "_clean_tracebacks", _clean_tracebacks)


def _patch_loader(world: Any, namespace: dict[str, Any]) -> None:
    def discover(self: Any, *arguments: Any, **keywords: Any) -> Any:
        raise DeniedImportError("tests are not looked for in files: name their modules", rule="import")

    replace(world, namespace["TestLoader"], "discover", discover)
    namespace["dir"] = world.builtins["dir"]
    namespace["__import__"] = _importing(world)


def _patch_main(world: Any, namespace: dict[str, Any]) -> None:
    namespace["_convert_name"] = lambda name: name  # the library's turns the name of a file into one of a module
    namespace["__import__"] = _importing(world)


def _importing(world: Any) -> Callable[[Any], Any]:
    """``__import__`` as the library calls it: the guest's own import, with a name that is an exact str."""

    def __import__(name: Any) -> Any:
        return world.builtins["__import__"](name)

    return __import__


def _patch_async_case(world: Any, namespace: dict[str, Any]) -> None:
    namespace["asyncio"] = StandIn(Runner=world.library.load("asyncio.runners").Runner)
    case = namespace["IsolatedAsyncioTestCase"]
    if "__del__" in vars(case):
        remove(world, case, "__del__")  # it would run a guest's tearDown in the host's time


UNIT_TESTS: Final[dict[str, Callable[[Any], Any]]] = {
    "gettext": lambda world: StandIn(gettext=str, ngettext=lambda one, many, count: one if count == 1 else many),
    "shutil": lambda world: StandIn(get_terminal_size=lambda: StandIn(columns=WIDTH)),
    "signal": lambda world: StandIn(SIGINT=2, default_int_handler=None, getsignal=lambda number: number),
}
UNIT_TEST_PATCHES: Final[dict[str, Callable[[Any, dict[str, Any]], None]]] = {
    "unittest.async_case": _patch_async_case,
    "unittest.loader": _patch_loader,
    "unittest.main": _patch_main,
    "unittest.result": _patch_result,
}
