"""What would wait for ever says so: a guest has one thread."""

from __future__ import annotations

import pytest

from guest_runs import failed


@pytest.mark.parametrize(
    "text",
    [
        "queue.Queue().get()",
        "queue.SimpleQueue().get()",
        "q = queue.Queue(1)\nq.put(1)\nq.put(2)",
        "q = queue.LifoQueue()\nq.put(1)\nq.join()",
        "q = queue.Queue()\nq.mutex.acquire()\nq.put(1)",
        "q = queue.Queue()\nwith q.mutex:\n    q.qsize()",
        "lock = type(queue.Queue().mutex)()\nlock.acquire()\nlock.acquire()",
    ],
)
def test_queue_never_waits_for_ever(text: str) -> None:
    error = failed(f"import queue\n{text}")
    assert error.type == "RuntimeError"
    assert error.message == "this would wait for ever: a guest has no other thread"
