import asyncio
async def add(a, b):
    await asyncio.sleep(0)
    return a + b
async def main():
    print(await add(1, 2))
    print(await asyncio.gather(add(1, 1), add(2, 2), add(3, 3)))
    task = asyncio.create_task(add(5, 5), name="five")
    print(task.get_name(), task.done(), await task, task.done(), task.result(), task.cancelled(), task.exception())
    return "main returned"
print(asyncio.run(main()))

# ---
import asyncio
class Numbers:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
class Manager:
    async def __aenter__(self):
        print("enter")
        return self
    async def __aexit__(self, kind, error, traceback):
        print("exit", kind and kind.__name__)
        return kind is KeyError
async def squares(n):
    for i in range(n):
        yield i * i
        await asyncio.sleep(0)
async def main():
    async for i in Numbers(3): print("for", i)
    else: print("else")
    async with Manager() as m, Manager():
        print("body", type(m).__name__)
        raise KeyError
    print([x async for x in squares(4) if x], {x async for x in Numbers(1)}, {x: 1 async for x in squares(2)})
    print([await asyncio.sleep(0, i) for i in range(3)], [y async for y in (x + 1 async for x in squares(3))])
    g = squares(5)
    print(await anext(g), await g.__anext__(), await g.asend(None), await anext(aiter(g)))
    await g.aclose()
    print(await anext(g, "over"))
asyncio.run(main())

# ---
import asyncio
class Box: pass
async def f(box):
    async for box.x in agen(): pass
    box.y = await asyncio.sleep(0, "y")
    async with M() as box.z: pass
    box.total = 0
    box.total += await asyncio.sleep(0, 5)
    return vars(box)
async def agen():
    yield 1
    yield 2
class M:
    async def __aenter__(self): return "z"
    async def __aexit__(self, *details): print(len(details))
print(asyncio.run(f(Box())))

# ---
import asyncio
async def worker(queue, results, name):
    while True:
        item = await queue.get()
        results.append((name, item))
        await asyncio.sleep(0)
        queue.task_done()
async def main():
    queue, results = asyncio.Queue(), []
    tasks = [asyncio.create_task(worker(queue, results, i)) for i in range(2)]
    for i in range(4): queue.put_nowait(i)
    await queue.join()
    for task in tasks: task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(sorted(results), queue.empty(), queue.qsize())
    p = asyncio.PriorityQueue()
    for n in (3, 1, 2): await p.put(n)
    print([p.get_nowait() for _ in range(3)])
    l = asyncio.LifoQueue(maxsize=1)
    l.put_nowait(1)
    try: l.put_nowait(2)
    except asyncio.QueueFull: print("full")
    l.get_nowait()
    try: l.get_nowait()
    except asyncio.QueueEmpty: print("empty")
asyncio.run(main())

# ---
import asyncio
async def fail(n):
    await asyncio.sleep(0)
    raise ValueError(n)
async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(asyncio.sleep(0, "a"))
        b = group.create_task(asyncio.sleep(0, "b"))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(1))
            group.create_task(asyncio.sleep(10))
    except* ValueError as errors:
        print(errors.exceptions)
    print(await asyncio.gather(fail(2), asyncio.sleep(0, 3), return_exceptions=True))
    try:
        await asyncio.gather(fail(4))
    except ValueError as error:
        print(error)
asyncio.run(main())

# ---
import asyncio
async def main():
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout")
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.001)
    except asyncio.TimeoutError:
        print("wait_for")
    print(await asyncio.wait_for(asyncio.sleep(0, "in time"), 5))
    async with asyncio.timeout(None) as t:
        print(t.when(), t.expired())
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(0, i)) for i in range(3)])
    print(sorted(t.result() for t in done), pending)
    for earliest in asyncio.as_completed([asyncio.sleep(0.002, "slow"), asyncio.sleep(0, "fast")]):
        print(await earliest)
asyncio.run(main())

# ---
import asyncio
async def main():
    lock, event, semaphore, condition = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(1), asyncio.Condition()
    log = []
    async def one(n):
        async with lock:
            log.append(("in", n))
            await asyncio.sleep(0)
            log.append(("out", n))
    await asyncio.gather(one(1), one(2))
    async def waiter():
        await event.wait()
        log.append("event")
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    event.set()
    await task
    async with semaphore: log.append(semaphore.locked())
    async with condition: condition.notify_all()
    barrier = asyncio.Barrier(2)
    await asyncio.gather(barrier.wait(), barrier.wait())
    print(log, lock.locked(), event.is_set())
asyncio.run(main())

# ---
import asyncio
async def cancelled():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise
    finally:
        print("finally")
async def main():
    task = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    task.cancel("why")
    try:
        await task
    except asyncio.CancelledError:
        print(task.cancelled())
    shielded = asyncio.shield(asyncio.sleep(0, "shielded"))
    print(await shielded)
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "soon")
    print(await future, loop.is_running(), asyncio.current_task() is not None, len(asyncio.all_tasks()))
    future = asyncio.Future()
    future.add_done_callback(lambda f: print("callback", f.result()))
    loop.call_later(0, future.set_result, 1)
    await future
    await asyncio.sleep(0)
asyncio.run(main())

# ---
import asyncio
async def main():
    1 / 0  ### raised: ZeroDivisionError
asyncio.run(main())

# ---
class Awaitable:
    def __await__(self):
        received = yield "yielded"
        return received
async def f(): return await Awaitable()
c = f()
print(c.send(None))
try:
    c.send("back")
except StopIteration as stop:
    print(stop.value)
async def g(): raise ValueError("inside")  ### raised: ValueError: inside
g().send(None)

# ---
async def f(): yield 1
it = f()
it.ag_frame  ### refused: ag_frame

# ---
async def f(): pass
c = f()
c.close()
getattr(c, "cr_frame")  ### denied: cr_frame

# ---
async def f(): pass
c = f()
c.close()
print(type(c).__name__, c.cr_running, c.__name__)
getattr(c, "cr_code")  ### denied: cr_code

# ---
def f():
    await g()  ### refused: 'await' outside async function

# ---
async def f():
    yield 1
    return 2  ### refused: 'return' with value in async generator

# ---
import asyncio
async def main():
    asyncio.create_subprocess_shell("id")  ### denied: create_subprocess_shell
asyncio.run(main())

# ---
import asyncio
asyncio.open_connection  ### denied: open_connection

# ---
import asyncio
async def main():
    return asyncio.current_task().get_stack()  ### raised here: AttributeError: get_stack
asyncio.run(main())

# ---
import asyncio
asyncio.sleep  # a name that the module shows
class M:
    async def __aexit__(self, kind, error, traceback):
        getattr(traceback, "tb_frame")  ### raised here: AttributeError: tb_frame
    async def __aenter__(self): pass
async def main():
    async with M():
        1 / 0
asyncio.run(main())
