# A future's repr told where a function of ours is written: a path of the host's.
import asyncio
async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(print)
    assert "rexec" not in repr(future), repr(future)
asyncio.run(main())

# ---
# Coroutines of the loop's own are written there too.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    for coroutine in (loop.shutdown_asyncgens(), loop.shutdown_default_executor()):
        task = loop.create_task(coroutine)
        assert "rexec" not in repr(task), repr(task)
        await task
        assert "rexec" not in repr(task), repr(task)
asyncio.run(main())
