"""``asyncio``: coroutines, tasks and what they wait for, on a loop that reaches nothing outside."""

from __future__ import annotations

from typing import Any

from rexec.guest.loop import run
from rexec.guest.recipe import Recipe

HOMES = {
    "exceptions": ("CancelledError", "InvalidStateError", "TimeoutError", "BrokenBarrierError"),
    "futures": ("Future", "isfuture"),
    "coroutines": ("iscoroutine", "iscoroutinefunction"),
    "tasks": (
        "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Task", "all_tasks", "as_completed", "create_task",
        "current_task", "ensure_future", "gather", "shield", "sleep", "wait", "wait_for",
    ),
    "locks": ("Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "Semaphore"),
    "queues": ("LifoQueue", "PriorityQueue", "Queue", "QueueEmpty", "QueueFull"),
    "taskgroups": ("TaskGroup",),
    "timeouts": ("Timeout", "timeout", "timeout_at"),
}  # fmt: skip


def _make(world: Any) -> dict[str, Any]:
    load = world.library.load
    values = {name: getattr(load(f"asyncio.{home}"), name) for home, names in HOMES.items() for name in names}
    events = load("asyncio.events")

    def report(text: str) -> None:
        world.streams.stderr.write(text)

    def run_main(main: Any, *, debug: Any = None) -> Any:
        return run(main, world.library, report)

    def get_running_loop() -> Any:
        return events.get_running_loop()

    run_main.__name__ = run_main.__qualname__ = "run"
    values.update(run=run_main, get_running_loop=get_running_loop, get_event_loop=get_running_loop)
    return values


RECIPE = Recipe(
    name="asyncio",
    way="own",
    shows=(*(name for names in HOMES.values() for name in names), "get_event_loop", "get_running_loop", "run"),
    make=_make,
    rest="reaches files, processes, threads or the network, or the loop's own machinery",
)
