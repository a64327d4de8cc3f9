"""``queue`` of one environment: guests have one thread, so what would wait for ever says so instead."""

from __future__ import annotations

import threading
import time
from typing import Any, Final

from rexec.guest.stand_in import StandIn

FOREVER: Final = "this would wait for ever: a guest has no other thread"


def patch_queue(world: Any, namespace: dict[str, Any]) -> None:
    """The locks that queues are built on, and the simple queue, which C makes, under its own name."""
    made = world.run_source("locks", "threading", Lock=threading.Lock, sleep=time.sleep, forever=FOREVER)
    namespace["threading"] = StandIn(Lock=threading.Lock, Condition=made["Condition"], Semaphore=made["Semaphore"])
    simple = namespace["SimpleQueue"]
    simple.__name__ = simple.__qualname__ = "SimpleQueue"
