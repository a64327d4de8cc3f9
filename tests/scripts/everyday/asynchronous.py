import asyncio


async def worker(name, queue, done):
    while True:
        n = await queue.get()
        await asyncio.sleep(0)
        done.append((name, n * n))
        queue.task_done()


async def main():
    queue, done = asyncio.Queue(maxsize=2), []
    tasks = [asyncio.create_task(worker(f"w{i}", queue, done), name=f"task {i}") for i in range(2)]
    for n in range(6):
        await queue.put(n)
    await queue.join()
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(done, [type(r).__name__ for r in results], [t.cancelled() for t in tasks], tasks[0].get_name(), queue.empty(), queue.qsize())
    return "ended"


print(asyncio.run(main()))

# ---
import asyncio


async def slow(n, log):
    try:
        await asyncio.sleep(n / 1000)
        log.append(n)
        return n
    except asyncio.CancelledError:
        log.append(f"cancelled {n}")
        raise


async def main():
    log = []
    print(await asyncio.gather(slow(3, log), slow(1, log), slow(2, log)), log)
    try:
        await asyncio.wait_for(slow(10000, log), timeout=0.01)
    except asyncio.TimeoutError as error:
        print("timeout", type(error) is TimeoutError, log[-1])
    try:
        async with asyncio.timeout(0.01):
            await slow(9999, log)
    except TimeoutError:
        print("timeout too", log[-1])
    async with asyncio.TaskGroup() as group:
        a = group.create_task(slow(1, log))
        b = group.create_task(slow(2, log))
    print(a.result(), b.result(), a.done(), a.exception())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow(5000, log))
            group.create_task(fail("one"))
            group.create_task(fail("two"))
    except* ValueError as caught:
        print(caught, sorted(map(str, caught.exceptions)), log[-1])
    done, pending = await asyncio.wait([asyncio.create_task(slow(n, log)) for n in (1, 5000)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [t.result() for t in done])
    for task in pending:
        task.cancel()
    for next_done in asyncio.as_completed([slow(3, log), slow(1, log)]):
        print(await next_done, end=" ")
    shielded = asyncio.create_task(slow(2, log))
    print(await asyncio.shield(shielded))


async def fail(text):
    await asyncio.sleep(0)
    raise ValueError(text)


asyncio.run(main())

# ---
import asyncio, contextlib


async def main():
    lock, event, log = asyncio.Lock(), asyncio.Event(), []

    async def critical(name):
        async with lock:
            log.append(f"{name} in")
            await asyncio.sleep(0)
            log.append(f"{name} out")

    async def waiter():
        await event.wait()
        log.append("event")

    task = asyncio.create_task(waiter())
    await asyncio.gather(critical("a"), critical("b"))
    event.set()
    await task
    print(log, lock.locked(), event.is_set())
    limit = asyncio.Semaphore(2)
    running = peak = 0

    async def limited():
        nonlocal running, peak
        async with limit:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.001)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(5)))
    condition = asyncio.Condition()
    items = []

    async def consumer():
        async with condition:
            await condition.wait_for(lambda: items)
            return items.pop()

    consuming = asyncio.create_task(consumer())
    await asyncio.sleep(0)
    async with condition:
        items.append("item")
        condition.notify_all()
    print(peak, await consuming)
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, 42)
    print(await future, future.done())

    @contextlib.asynccontextmanager
    async def managed(n):
        print("enter", n)
        try:
            yield n * 2
        finally:
            print("exit", n)

    async with managed(1) as one, managed(one) as two:
        print(one, two)
    async with contextlib.AsyncExitStack() as stack:
        got = [await stack.enter_async_context(managed(i)) for i in (7, 8)]
        stack.push_async_callback(asyncio.sleep, 0)
        print(got)

    async def ticks(n):
        for i in range(n):
            yield i
            await asyncio.sleep(0)

    print([i async for i in ticks(3)], {i: i async for i in ticks(2)}, [await f for f in [asyncio.sleep(0, "x")]], await anext(ticks(1)), await anext(ticks(0), "none"))
    async with contextlib.aclosing(ticks(5)) as gen:
        async for i in gen:
            if i == 2:
                break
    print(i)
    priority = asyncio.PriorityQueue()
    for n in (3, 1, 2):
        priority.put_nowait(n)
    print([priority.get_nowait() for _ in range(3)])
    try:
        priority.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__)


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)


async def broken():
    raise KeyError("lost")


try:
    asyncio.run(broken())
except KeyError as error:
    print(repr(error))
