# What of a loop's turns a program can see: which callbacks still run once it stops, how tasks are counted.

import asyncio


async def background(name):
    for turn in range(4):
        print(name, turn)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(background("first"))
    await asyncio.sleep(0)
    asyncio.create_task(background("second"))


asyncio.run(main())

# ---
import asyncio

loop = asyncio.new_event_loop()


def stop():
    loop.stop()
    loop.call_soon(print, "on the next turn")


loop.call_soon(stop)
loop.call_soon(print, "on the same turn")
loop.run_forever()
print("--")
loop.stop()
loop.run_forever()
loop.close()

# ---
import asyncio


async def name():
    return asyncio.current_task().get_name()


first, second = [int(asyncio.run(name()).removeprefix("Task-")) for _ in range(2)]
print(second - first)

# ---
# An asynchronous generator that nobody holds any more is closed on a turn to come, in the context it was dropped in.
import asyncio
import contextvars

where = contextvars.ContextVar("where", default="nowhere")


async def numbers(name):
    try:
        for number in range(5):
            await asyncio.sleep(0)
            yield number
    finally:
        await asyncio.sleep(0)
        print("closed", name, where.get())


async def first(name):
    where.set(f"in {name}")
    async for number in numbers(name):
        if number == 2:
            return number


async def main():
    print(await first("one"))
    for turn in range(4):
        await asyncio.sleep(0)
        print("turn", turn)
    print(await asyncio.gather(first("two"), first("three")))
    await asyncio.sleep(0.01)
    kept = numbers("kept")
    await anext(kept)
    return kept


kept = asyncio.run(main())
print("end")

# ---
# What fails while it is closed at the end is told, and does not end the run.
import asyncio


async def failing():
    try:
        yield 1
    finally:
        raise ValueError("while closing")


def tell(loop, context):
    print(context["message"].split(" <")[0], repr(context["exception"]), context["asyncgen"] is kept)


async def main():
    global kept
    asyncio.get_running_loop().set_exception_handler(tell)
    kept = failing()
    print(await anext(kept))


asyncio.run(main())
print("went on")

# ---
# Between two runs of a loop it waits for the next.
import asyncio


async def numbers():
    try:
        yield 1
    finally:
        print("closed")


async def start():
    global kept
    kept = numbers()
    await anext(kept)


async def wait():
    await asyncio.sleep(0.01)


with asyncio.Runner() as runner:
    runner.run(start())
    del kept
    print("dropped")
    runner.run(wait())
    runner.run(start())
del kept
print("never closed, or closed before")

# ---
# What a loop says about a callback: its arguments and its place, where it has one.
import asyncio
import functools
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")


def named(number, other=2):
    raise KeyError(number)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for each in (print, named, functools.partial(named, 1), functools.partial(print, 1), "x".upper):
        future.add_done_callback(each)
        print(future, loop.call_later(9, each, "given").cancelled())
        future.remove_done_callback(each)
    loop.call_exception_handler({"message": "said", "more": 5})
    loop.call_exception_handler({})
    loop.set_exception_handler(lambda loop, told: print(told["message"], repr(told["exception"]), told["handle"]))
    loop.call_soon(named, [1])
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.001)
    handle = loop.call_soon(print)
    handle.cancel()
    print(handle)


asyncio.run(main())
