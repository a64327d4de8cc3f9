# I3: a task's real Context holds decimal's variable, and decimal's C code trusts what is in it.
import asyncio, decimal
async def main():
    decimal.getcontext()
    for var in asyncio.current_task()._context:
        var.set(b"x" * 200)
    decimal.Decimal(1) / 3
    assert list(asyncio.current_task()._context) == []
asyncio.run(main())

# ---
# python: >=3.12
import asyncio
async def main():
    import contextvars, decimal
    decimal.getcontext()
    own = contextvars.ContextVar("own")
    own.set(1)
    context = asyncio.current_task().get_context()
    assert list(context.items()) == [(own, 1)] and list(context.keys()) == [own] and list(context.values()) == [1]
asyncio.run(main())

# ---
# Handles, futures and loops keep one too.
import asyncio, decimal
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(print)
    task = asyncio.create_task(asyncio.sleep(0))
    seen = [future._callbacks[0][1], task._context]
    decimal.getcontext()
    for each in seen:
        assert list(each.items()) == []
        assert each.run(lambda: 5) == 5 and each.copy().run(max, 1, 2) == 2
    future.remove_done_callback(print)
    loop.call_soon(seen.append, 1, context=seen[0])
    await asyncio.create_task(asyncio.sleep(0), context=seen[0].copy())
    await task
    assert seen[-1] == 1
asyncio.run(main())

# ---
# A context that the guest makes up would be handed the task's own steps.
import asyncio
class Fake:
    def run(self, *arguments): print(arguments)
async def main():
    asyncio.get_running_loop().call_soon(print, context=Fake())    ### denied: context must be a Context
asyncio.run(main())
