"""What asyncio's private copies find for their event loop, and where futures and tasks of theirs are patched."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import CoroutineType, FunctionType
from typing import Any, Final

from rexec.guest.modules.contexts import copied_context
from rexec.guest.modules.handles import Handle
from rexec.guest.modules.loop import Loop, make_loop
from rexec.guest.modules.replacing import remove, replace
from rexec.guest.stand_in import StandIn


class _Events(StandIn):
    """``asyncio.events``: which loop runs. There is one thread, so one answer."""

    AbstractEventLoop = Loop
    Handle = Handle
    TimerHandle = Handle

    def __init__(self, world: Any) -> None:
        self.__world__ = world
        self.running: Any = None
        self.current: Any = None

    def _get_running_loop(self) -> Any:
        return self.running

    def _set_running_loop(self, loop: Any) -> None:
        self.running = loop

    def get_running_loop(self) -> Any:
        if self.running is None:
            raise RuntimeError("no running event loop")
        return self.running

    def new_event_loop(self) -> Any:
        return make_loop(self, self.__world__.library.load("asyncio.tasks"), self.report)

    def report(self, text: str, error: BaseException | None) -> None:
        """What loops say goes to the guest's own loggers."""
        logging = self.__world__.library.load("logging")
        logging.getLogger("asyncio").error(text, exc_info=error or False)

    def set_event_loop(self, loop: Any) -> None:
        self.current = loop

    def get_event_loop(self) -> Any:
        """The loop that runs, or the one that was set, or a new one."""
        if self.running is not None:
            return self.running
        if self.current is None:
            if sys.version_info >= (3, 12):
                warnings = self.__world__.library.load("warnings")
                warnings.warn("There is no current event loop", DeprecationWarning)
            self.current = self.new_event_loop()
        return self.current

    def _get_event_loop(self, stacklevel: int = 3) -> Any:
        return self.get_event_loop()


def _concurrent_futures(world: Any) -> Any:
    """``concurrent.futures``: the names that asyncio compares with; guests have no other thread to wait for."""

    class Future:
        pass

    class Error(Exception):
        pass

    class CancelledError(Error):
        pass

    class InvalidStateError(Error):
        pass

    return StandIn(
        Future=Future,
        CancelledError=CancelledError,
        InvalidStateError=InvalidStateError,
        TimeoutError=TimeoutError,
        FIRST_COMPLETED="FIRST_COMPLETED",
        FIRST_EXCEPTION="FIRST_EXCEPTION",
        ALL_COMPLETED="ALL_COMPLETED",
        _base=StandIn(Error=Error, CancelledError=CancelledError),
    )


def _contextvars(world: Any) -> Any:
    """``contextvars``: asyncio keeps a context with each task and callback."""
    return StandIn(copy_context=copied_context)


def _patch_asyncio_tasks(world: Any, namespace: dict[str, Any]) -> None:
    for name in ("get_stack", "print_stack"):  # they hand out frames
        delattr(namespace["Task"], name)
    remove(world, namespace["Task"], "__del__")  # it complains to the loop, in the host's time


def _patch_asyncio_futures(world: Any, namespace: dict[str, Any]) -> None:
    """The one made in C, which CPython shows, words two errors differently."""
    future, wrong = namespace["Future"], namespace["exceptions"].InvalidStateError
    del future.__del__  # as that of a task
    for name in ("result", "set_result", "set_exception"):
        replace(world, future, name, _in_words_of_c(name, getattr(future, name), wrong))


def _patch_format_helpers(world: Any, namespace: dict[str, Any]) -> None:
    """Where a function is written is told of the guest's own only: others are in files of the host."""
    original = namespace["_get_function_source"]

    def _get_function_source(func: Any) -> Any:
        if type(func) is FunctionType and not world.origin.guest_wrote(func):
            return None
        return original(func)

    namespace["_get_function_source"] = _get_function_source


def _patch_coroutines(world: Any, namespace: dict[str, Any]) -> None:
    """The same of a coroutine: those of the loop are written here."""
    original = namespace["_format_coroutine"]

    def _format_coroutine(coro: Any) -> Any:
        if type(coro) is CoroutineType and coro.cr_code.co_filename == _OURS:
            return f"{coro.__qualname__}()"
        return original(coro)

    namespace["_format_coroutine"] = _format_coroutine


_OURS: Final = make_loop.__code__.co_filename


def _in_words_of_c(name: str, original: Callable[..., Any], wrong: Any) -> Callable[..., Any]:
    def method(self: Any, *given: Any) -> Any:
        if self.done() if name != "result" else not self.done():
            raise wrong("Result is not set." if name == "result" else "invalid state")
        return original(self, *given)

    method.__name__, method.__qualname__ = name, original.__qualname__
    return method


EVENT_STANDINS: Final[dict[str, Callable[[Any], Any]]] = {
    "asyncio.events": _Events,
    "concurrent.futures": _concurrent_futures,
    "contextvars": _contextvars,
}
EVENT_PATCHES: Final[dict[str, Callable[[Any, dict[str, Any]], None]]] = {
    "asyncio.coroutines": _patch_coroutines,
    "asyncio.format_helpers": _patch_format_helpers,
    "asyncio.futures": _patch_asyncio_futures,
    "asyncio.tasks": _patch_asyncio_tasks,
}
