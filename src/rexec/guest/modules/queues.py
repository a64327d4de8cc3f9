"""``queue`` of one environment: guests have one thread, so what would wait for ever says so instead."""

from __future__ import annotations

import threading
import time
from typing import Any, Final

from rexec.guest.sealed import Sealed, seal
from rexec.guest.stand_in import StandIn

FOREVER: Final = "this would wait for ever: a guest has no other thread"


class Lock(Sealed, sealed=True):
    """``threading.Lock``, which says so where the thread that holds it would wait for itself."""

    __module__ = "_thread"
    __slots__ = ("__holder__", "__real__")
    __holder__: int
    __real__: Any

    @classmethod
    def __make__(cls) -> Any:
        return seal(cls, real=threading.Lock(), holder=0)

    def acquire(self, blocking: Any = True, timeout: Any = -1) -> bool:
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if self.__real__.acquire(False):
            self.__holder__ = threading.get_ident()
            return True
        if blocking and timeout == -1 and self.__holder__ == threading.get_ident():
            raise RuntimeError(FOREVER)
        if not self.__real__.acquire(bool(blocking), timeout):
            return False
        self.__holder__ = threading.get_ident()
        return True

    def release(self) -> None:
        self.__real__.release()

    def locked(self) -> bool:
        return bool(self.__real__.locked())

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *details: object) -> None:
        self.__real__.release()

    def __repr__(self) -> str:
        return f"<{'locked' if self.locked() else 'unlocked'} _thread.lock object at {id(self):#x}>"


type.__setattr__(Lock, "__name__", "lock")
type.__setattr__(Lock, "__qualname__", "lock")


def patch_queue(world: Any, namespace: dict[str, Any]) -> None:
    """The locks that queues are built on, and the simple queue, which C makes, under its own name."""
    made = world.run_source("locks", "threading", Lock=Lock, sleep=time.sleep, forever=FOREVER)
    namespace["threading"] = StandIn(Lock=Lock, Condition=made["Condition"], Semaphore=made["Semaphore"])
    simple = namespace["SimpleQueue"]
    simple.__name__ = simple.__qualname__ = "SimpleQueue"
