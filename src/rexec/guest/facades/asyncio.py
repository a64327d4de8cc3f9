"""``asyncio``: coroutines, tasks and what they wait for, on a loop that reaches nothing outside."""

from __future__ import annotations

from typing import Any

from rexec.guest.modules.loop import run
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


LATER = {"3.13": ("QueueShutDown",)}


def _make(world: Any) -> dict[str, Any]:
    load = world.library.load
    values = {name: getattr(load(f"asyncio.{home}"), name) for home, names in HOMES.items() for name in names}
    queues, events = load("asyncio.queues"), load("asyncio.events")
    values.update({name: getattr(queues, name) for name in LATER["3.13"] if hasattr(queues, name)})

    def run_main(main: Any, *, debug: Any = None) -> Any:
        return run(main, world.library, events.report)

    def get_running_loop() -> Any:
        return events.get_running_loop()

    def get_event_loop() -> Any:
        return events.get_event_loop()

    def new_event_loop() -> Any:
        return events.new_event_loop()

    def set_event_loop(loop: Any) -> None:
        events.set_event_loop(loop)

    run_main.__name__ = run_main.__qualname__ = "run"
    for each in (run_main, get_running_loop, get_event_loop, new_event_loop, set_event_loop):
        values[each.__name__] = each
    values["Runner"] = property(lambda facade: load("asyncio.runners").Runner)  # made when it is first asked for
    return values


RECIPE = Recipe(
    name="asyncio",
    way="own",
    shows=(
        *(name for names in HOMES.values() for name in names),
        *("Runner", "get_event_loop", "get_running_loop", "new_event_loop", "run", "set_event_loop"),
    ),
    since=LATER,
    omits={
        **dict.fromkeys(("to_thread", "run_coroutine_threadsafe"), "a guest has one thread"),
        **dict.fromkeys(("eager_task_factory", "create_eager_task_factory"), "a loop starts tasks on its turns"),
    },
    make=_make,
    rest="reaches files, processes, threads or the network, or the loop's own machinery",
)
