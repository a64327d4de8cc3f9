"""
The event loop of one guest: callbacks and timers, nothing else.

It has no selector, no executor, no signals and no subprocesses, so nothing that awaits can reach outside; sleeping
is the only thing it does that takes time. Futures, tasks, locks and queues on top of it are private copies of the
library's own, which ask a loop for what is here.
"""

from __future__ import annotations

import collections
import heapq
import itertools
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context
from typing import Any

from rexec.errors import OutOfBudget
from rexec.guest.modules.contexts import GuestContext, real_context
from rexec.guest.sealed import Sealed, seal

Report = Callable[[str], Any]


class Handle(Sealed, sealed=True):
    """A callback to come; what call_soon and call_later hand back."""

    __module__ = "asyncio"
    __slots__ = ("__arguments__", "__callback__", "__cancelled__", "__loop__", "__variables__", "__when__")

    __arguments__: Any
    __callback__: Any
    __cancelled__: bool
    __loop__: Loop
    __variables__: Context
    __when__: float

    def cancel(self) -> None:
        self.__cancelled__ = True
        self.__callback__ = self.__arguments__ = None

    def cancelled(self) -> bool:
        return self.__cancelled__

    def when(self) -> float:
        """The time of the loop's clock, in seconds, at which the callback is due."""
        return self.__when__

    def __run__(self) -> None:
        if self.__cancelled__:
            return
        try:
            self.__variables__.run(self.__callback__, *self.__arguments__)
        except (SystemExit, KeyboardInterrupt, OutOfBudget):
            raise
        except BaseException as error:
            self.__loop__.call_exception_handler({"message": "Exception in callback", "exception": error})

    def __repr__(self) -> str:
        return "<Handle cancelled>" if self.__cancelled__ else "<Handle>"


class Loop(Sealed, sealed=True):
    """What ``asyncio.get_running_loop()`` answers."""

    __module__ = "asyncio"
    __slots__ = (
        "__closed__", "__debug_on__", "__events__", "__generators__", "__handler__", "__number__", "__ready__",
        "__report__", "__scheduled__", "__stopping__", "__tasks__", "__weakref__",
    )  # fmt: skip

    __closed__: bool
    __debug_on__: bool
    __events__: Any
    __generators__: list[Any]
    __handler__: Any
    __number__: Iterator[int]
    __ready__: collections.deque[Handle]
    __report__: Report
    __scheduled__: list[tuple[float, int, Handle]]
    __stopping__: bool
    __tasks__: Any

    # ------------------------------------------------------------------------------------ callbacks

    def time(self) -> float:
        return time.monotonic()

    def call_soon(self, callback: Any, *args: Any, context: GuestContext | None = None) -> Handle:
        self.__check__()
        handle = _make_handle(self, self.time(), callback, args, context)
        self.__ready__.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay: float, callback: Any, *args: Any, context: GuestContext | None = None) -> Handle:
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when: float, callback: Any, *args: Any, context: GuestContext | None = None) -> Handle:
        self.__check__()
        handle = _make_handle(self, float(when), callback, args, context)
        heapq.heappush(self.__scheduled__, (handle.when(), next(self.__number__), handle))
        return handle

    def create_future(self) -> Any:
        return self.__tasks__.futures.Future(loop=self)

    def create_task(self, coro: Any, *, name: Any = None, context: GuestContext | None = None, **keywords: Any) -> Any:
        self.__check__()
        return self.__tasks__.Task(coro, loop=self, name=name, context=context, **keywords)

    # ------------------------------------------------------------------------------------ running

    def run_forever(self) -> None:
        self.__check__()
        if self.is_running() or self.__events__._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        with self.__running__():
            self.__turn__()
            while not self.__stopping__:
                self.__turn__()
        self.__stopping__ = False

    def run_until_complete(self, future: Any) -> Any:
        future = self.__tasks__.ensure_future(future, loop=self)
        future.add_done_callback(self.__done__)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(self.__done__)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def __done__(self, future: Any) -> None:
        if not future.cancelled() and isinstance(future.exception(), SystemExit | KeyboardInterrupt):
            return
        self.stop()

    @contextmanager
    def __running__(self) -> Iterator[None]:
        hooks = sys.get_asyncgen_hooks()
        try:
            sys.set_asyncgen_hooks(firstiter=self.__generators__.append, finalizer=lambda generator: None)
            self.__events__._set_running_loop(self)
            yield
        finally:
            sys.set_asyncgen_hooks(*hooks)  # of the thread: before anything else can go wrong
            self.__events__._set_running_loop(None)

    def __turn__(self) -> None:
        """Run what is due; wait for the next timer if nothing is."""
        if not self.__ready__ and not self.__stopping__:
            self.__wait__()
        now = self.time()
        while self.__scheduled__ and self.__scheduled__[0][0] <= now:
            self.__ready__.append(heapq.heappop(self.__scheduled__)[2])
        for _ in range(len(self.__ready__)):
            self.__ready__.popleft().__run__()

    def __wait__(self) -> None:
        while self.__scheduled__ and self.__scheduled__[0][2].cancelled():
            heapq.heappop(self.__scheduled__)
        if not self.__scheduled__:
            raise RuntimeError("every task waits, and nothing is left that could wake one")
        time.sleep(max(0.0, self.__scheduled__[0][0] - self.time()))

    def stop(self) -> None:
        self.__stopping__ = True

    def is_running(self) -> bool:
        return self.__events__._get_running_loop() is self

    def is_closed(self) -> bool:
        return self.__closed__

    def close(self) -> None:
        self.__closed__ = True
        self.__ready__.clear()
        self.__scheduled__.clear()

    def __check__(self) -> None:
        if self.__closed__:
            raise RuntimeError("Event loop is closed")

    async def shutdown_asyncgens(self) -> None:
        """Close the asynchronous generators that were started and not finished."""
        generators, self.__generators__ = list(self.__generators__), []
        for generator in generators:
            await generator.aclose()

    async def shutdown_default_executor(self, timeout: Any = None) -> None:
        """There is no executor: a guest has one thread."""

    # ------------------------------------------------------------------------------------ errors, debugging

    def get_debug(self) -> bool:
        return False

    def set_debug(self, enabled: Any) -> None:
        self.__debug_on__ = bool(enabled)

    def get_task_factory(self) -> None:
        return None

    def set_exception_handler(self, handler: Any) -> None:
        self.__handler__ = handler

    def get_exception_handler(self) -> Any:
        return self.__handler__

    def call_exception_handler(self, context: dict[str, Any]) -> None:
        if self.__handler__ is not None:
            self.__handler__(self, context)
        else:
            self.default_exception_handler(context)

    def default_exception_handler(self, context: dict[str, Any]) -> None:
        """A line on the guest's stderr."""
        text = context.get("message") or "Unhandled exception in event loop"
        error = context.get("exception")
        if error is not None:
            text = f"{text}: {type(error).__name__}: {error}"
        self.__report__(f"{text}\n")

    def _timer_handle_cancelled(self, handle: Any) -> None:
        """Cancelled timers are skipped when they come up."""

    def __repr__(self) -> str:
        return f"<event loop running={self.is_running()} closed={self.__closed__}>"


def make_loop(events: Any, tasks: Any, report: Report) -> Loop:
    """A loop that runs where *events* says so; *tasks* makes its futures and tasks."""
    return seal(
        Loop,
        events=events,
        tasks=tasks,
        report=report,
        ready=collections.deque(),
        scheduled=[],
        number=itertools.count(),
        generators=[],
        handler=None,
        stopping=False,
        closed=False,
        debug_on=False,
    )


def _make_handle(loop: Loop, when: float, callback: Any, arguments: Any, context: GuestContext | None) -> Handle:
    handle = seal(Handle)
    handle.__loop__ = loop
    handle.__when__ = when
    handle.__callback__ = callback
    handle.__arguments__ = arguments
    handle.__cancelled__ = False
    handle.__variables__ = real_context(context)
    return handle


def run(main: Any, library: Any, report: Report) -> Any:
    """``asyncio.run``: a loop of its own for one coroutine, and an end for whatever that left running."""
    events, tasks = library.load("asyncio.events"), library.load("asyncio.tasks")
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not tasks.coroutines.iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    loop = make_loop(events, tasks, report)
    try:
        return loop.run_until_complete(loop.create_task(main))
    finally:
        try:
            _cancel_all(loop, tasks)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())  # the names of tasks count it
        finally:
            loop.close()


def _cancel_all(loop: Loop, tasks: Any) -> None:
    pending = tasks.all_tasks(loop)
    if not pending:
        return
    for task in pending:
        task.cancel()
    loop.run_until_complete(tasks.gather(*pending, return_exceptions=True))
    for task in pending:
        if not task.cancelled() and task.exception() is not None:
            message = "unhandled exception during asyncio.run() shutdown"
            loop.call_exception_handler({"message": message, "exception": task.exception(), "task": task})
