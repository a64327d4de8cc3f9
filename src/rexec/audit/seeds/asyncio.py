import asyncio
async def waiting():
    await asyncio.sleep(0)
    return 1
async def seen():
    task = asyncio.create_task(waiting())
    future = asyncio.get_running_loop().create_future()
    handle = asyncio.get_running_loop().call_soon(len, "a")
    found = [task, future, handle, asyncio.current_task(), asyncio.get_running_loop(), asyncio.all_tasks()]
    found += [asyncio.gather(future), asyncio.timeout(1), asyncio.as_completed([future]), asyncio.shield(task)]
    await asyncio.sleep(0)
    return found
async def stack():
    return asyncio.current_task().get_stack()
async def cancelled():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)
asyncio.run(seen())
asyncio.run(stack())
asyncio.run(cancelled())
asyncio.Queue()
asyncio.Lock()
asyncio.Event()
asyncio.Condition()
asyncio.Semaphore()
asyncio.BoundedSemaphore()
asyncio.Barrier(2)
asyncio.TaskGroup()
asyncio.Runner()
asyncio.Queue(1).put_nowait(1)
asyncio.Queue().get_nowait()
asyncio.sleep(0)
asyncio.timeout(1)
asyncio.new_event_loop()
asyncio.get_event_loop()
asyncio.get_running_loop()
asyncio.wait_for(1, 1)
asyncio.run(1)
