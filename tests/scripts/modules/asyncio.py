import asyncio
async def main():
    first = asyncio.ensure_future(asyncio.sleep(0, 1))
    print(asyncio.isfuture(first), asyncio.iscoroutine(main), asyncio.iscoroutinefunction(main), await first)
    semaphore = asyncio.BoundedSemaphore(1)
    async with semaphore: print(semaphore.locked())
    try:
        semaphore.release()
    except ValueError as error:
        print(error)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(n)) for n in (0, 5)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for each in pending: each.cancel()
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError("set"))
    try:
        await future
    except ValueError as error:
        print(error, future.done())
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print("invalid state")
    async with asyncio.timeout_at(asyncio.get_event_loop().time() + 10) as t:
        t.reschedule(None)
    print(t.expired(), type(t).__name__)
asyncio.run(main())

# ---
import asyncio
asyncio.run(1)  ### raised: ValueError: a coroutine was expected, got 1

# ---
import asyncio
async def inner(): pass
async def main():
    c = inner()
    try:
        asyncio.run(c)
    except RuntimeError as error:
        print(error)
    c.close()
asyncio.run(main())
asyncio.get_running_loop()  ### raised: RuntimeError: no running event loop

# ---
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    log = []
    handle = loop.call_later(5, log.append, "never")
    handle.cancel()
    loop.call_soon(log.append, "soon")
    loop.call_at(loop.time(), log.append, "at")
    await asyncio.sleep(0.001)
    print(log, handle.cancelled(), loop.is_closed(), loop.get_debug())
asyncio.run(main())

# ---
import asyncio
async def main():
    asyncio.get_running_loop().run_in_executor  ### raised here: AttributeError
asyncio.run(main())

# ---
import asyncio
async def main():
    asyncio.get_running_loop().x = 1  ### denied: "x"
asyncio.run(main())

# ---
import asyncio
async def main():
    await asyncio.Event().wait()
asyncio.run(asyncio.wait_for(main(), 0.001))  ### raised: TimeoutError

# ---
import asyncio
from asyncio import subprocess  ### denied: subprocess

# ---
import asyncio.subprocess  ### denied: asyncio.subprocess

# ---
import asyncio
asyncio.events  ### denied: events
