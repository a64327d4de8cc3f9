import asyncio
async def f(n):
    await asyncio.sleep(0.001 * n); return n
async def main():
    done, pending = await asyncio.wait([asyncio.create_task(f(i)) for i in (1, 30)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending)); [p.cancel() for p in pending]
    for c in asyncio.as_completed([f(3), f(1), f(2)]): print(await c)
    t = asyncio.create_task(f(2)); print(await asyncio.shield(t))
    s = asyncio.Semaphore(2)
    async def w(i):
        async with s: await asyncio.sleep(0); return i
    print(await asyncio.gather(*(w(i) for i in range(5))))
    try: asyncio.BoundedSemaphore(1).release()
    except ValueError as e: print(e)
    c = asyncio.Condition()
    async def waiter():
        async with c: await c.wait(); return "notified"
    t = asyncio.create_task(waiter()); await asyncio.sleep(0)
    async with c: c.notify_all()
    print(await t)
    b = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(b.wait(), b.wait())))
    q = asyncio.PriorityQueue(); [q.put_nowait(x) for x in (3, 1, 2)]; print([q.get_nowait() for _ in range(3)])
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q = asyncio.LifoQueue(1); q.put_nowait(1)
    try: q.put_nowait(1)
    except asyncio.QueueFull as e: print(repr(e))
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()), asyncio.iscoroutinefunction(f))
    try: await asyncio.wait_for(asyncio.sleep(1), 0.001)
    except asyncio.TimeoutError as e: print(repr(e), asyncio.TimeoutError is TimeoutError)
    fut = asyncio.get_running_loop().create_future(); fut.set_result(1)
    try: fut.set_result(2)
    except asyncio.InvalidStateError as e: print(e)
    t = asyncio.create_task(asyncio.sleep(1)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled())
asyncio.run(main())
with asyncio.Runner() as r:
    print(r.run(f(1))); print(r.run(f(2))); print(r.get_loop().is_running())
loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop)
print(loop.run_until_complete(f(4))); print(asyncio.get_event_loop() is loop); loop.close()
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
async def boom(): raise ValueError("x")
async def m2():
    t = asyncio.create_task(boom()); await asyncio.sleep(0.001)
    try:
        async with asyncio.TaskGroup() as g: g.create_task(boom()); g.create_task(f(1))
    except* ValueError as e: print(e.exceptions)
    import traceback
    print(t.exception())
    try: await t
    except ValueError: print(traceback.format_exc())
asyncio.run(m2())

# ---
# A loop goes on after an exception of any kind in a callback, but for two.
import asyncio
class Own(BaseException): pass
def fail(kind): raise kind("failed")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].partition(" fail")[0], repr(context["exception"])))
    for kind in (ValueError, Own, GeneratorExit):
        loop.call_soon(fail, kind)
    await asyncio.sleep(0)
    return "went on"
print(asyncio.run(main()))
