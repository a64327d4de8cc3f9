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
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context, ContextVar
from typing import Any

from rexec.guest.modules.contexts import GuestContext, real_context
from rexec.guest.modules.handles import Handle, make_handle
from rexec.guest.sealed import Sealed, seal

Report = Callable[[str, BaseException | None], Any]
_inside: ContextVar[bool] = ContextVar("_inside", default=False)  # set where a guest has made a loop, never outside


class Loop(Sealed, sealed=True):
    """What ``asyncio.get_running_loop()`` answers."""

    __module__ = "asyncio"
    __slots__ = (
        "__closed__", "__debug_on__", "__events__", "__generators__", "__handler__", "__number__", "__ready__",
        "__report__", "__scheduled__", "__stopping__", "__tasks__", "__variables__", "__weakref__",
    )  # fmt: skip

    __closed__: bool
    __debug_on__: bool
    __events__: Any
    __generators__: weakref.WeakKeyDictionary[Any, None]  # a set, in order
    __handler__: Any
    __number__: Iterator[int]
    __ready__: collections.deque[Handle]
    __report__: Report
    __scheduled__: list[tuple[float, int, Handle]]
    __stopping__: bool
    __tasks__: Any
    __variables__: Context

    # ------------------------------------------------------------------------------------ callbacks

    def time(self) -> float:
        return time.monotonic()

    def call_soon(self, callback: Any, *args: Any, context: GuestContext | None = None) -> Handle:
        self.__check__()
        handle = make_handle(self, self.time(), callback, args, context)
        self.__ready__.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay: float, callback: Any, *args: Any, context: GuestContext | None = None) -> Handle:
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when: float, callback: Any, *args: Any, context: GuestContext | None = None) -> Handle:
        self.__check__()
        handle = make_handle(self, float(when), callback, args, context)
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
            sys.set_asyncgen_hooks(firstiter=self.__started__, finalizer=self.__dropped__)
            self.__events__._set_running_loop(self)
            self.__variables__ = real_context(None)
            yield
        finally:
            sys.set_asyncgen_hooks(*hooks)  # of the thread: before anything else can go wrong
            self.__events__._set_running_loop(None)

    def __started__(self, generator: Any) -> None:
        self.__generators__[generator] = None

    def __dropped__(self, generator: Any) -> None:
        """
        Close, on a turn to come, an asynchronous generator that nobody refers to any more.

        A garbage collection may call this while a function of the host runs, whose context is not for guests.
        """
        if self.__closed__:
            return
        handle = make_handle(self, self.time(), self.__finish__, (generator,), None)
        if not _inside.get():
            handle.__variables__ = self.__variables__
        self.__ready__.append(handle)

    def __finish__(self, generator: Any) -> None:
        self.create_task(generator.aclose())

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
        generators = list(self.__generators__)
        self.__generators__.clear()
        closing = [generator.aclose() for generator in generators]
        results = await self.__tasks__.gather(*closing, return_exceptions=True)
        for generator, result in zip(generators, results, strict=True):
            if isinstance(result, Exception):
                message = f"an error occurred during closing of asynchronous generator {generator!r}"
                self.call_exception_handler({"message": message, "exception": result, "asyncgen": generator})

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
        """What the logger ``asyncio`` of the guest's makes of it: without handlers, text on the guest's stderr."""
        lines = [context.get("message") or "Unhandled exception in event loop"]
        lines += [f"{key}: {context[key]!r}" for key in sorted(context) if key not in ("message", "exception")]
        self.__report__("\n".join(lines), context.get("exception"))

    def _timer_handle_cancelled(self, handle: Any) -> None:
        """Cancelled timers are skipped when they come up."""

    def __repr__(self) -> str:
        return f"<event loop running={self.is_running()} closed={self.__closed__}>"


def make_loop(events: Any, tasks: Any, report: Report) -> Loop:
    """A loop that runs where *events* says so; *tasks* makes its futures and tasks."""
    _inside.set(True)
    return seal(
        Loop,
        events=events,
        tasks=tasks,
        report=report,
        ready=collections.deque(),
        scheduled=[],
        number=itertools.count(),
        generators=weakref.WeakKeyDictionary(),
        handler=None,
        stopping=False,
        closed=False,
        debug_on=False,
    )


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
