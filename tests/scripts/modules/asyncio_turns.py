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
