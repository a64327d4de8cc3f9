"""What would wait for ever says so: a guest has one thread."""

from __future__ import annotations

import decimal
import gc

import pytest

from guest_runs import failed
from rexec.sandbox import Sandbox


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


DROPPED = """
import asyncio, decimal
async def numbers():
    try:
        itself = yield 1
        yield itself
    finally:
        print(decimal.getcontext().prec)
async def main():
    generator = numbers()
    await anext(generator)
    await generator.asend(generator)
    del generator
    collect()
    await asyncio.sleep(0.001)
asyncio.run(main())
"""


def test_generator_collected_in_the_hosts_time_is_closed_in_the_guests() -> None:
    """I3: not in the context variables of the function of the host in which the collection happened."""
    with decimal.localcontext(prec=7), Sandbox("default") as sandbox:
        result = sandbox.run(DROPPED, functions={"collect": lambda: gc.collect() and None})
    assert result.stdout == "28\n"
