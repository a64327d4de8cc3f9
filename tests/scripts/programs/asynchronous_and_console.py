# Pipelines of tasks.
import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, aclosing
from collections import Counter
log = []
async def produce(queue, n):
    for i in range(n):
        await queue.put(i)
        await asyncio.sleep(0)
    await queue.put(None)
async def worker(name, source, sink, f):
    while (item := await source.get()) is not None:
        await sink.put(await f(item))
        source.task_done()
    await source.put(None)
    log.append(name)
async def double(x):
    await asyncio.sleep(0)
    return x * 2
async def pipeline():
    a, b = asyncio.Queue(maxsize=2), asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(a, 6))
        for name in "wx":
            group.create_task(worker(name, a, b, double))
    return sorted(b.get_nowait() for _ in range(b.qsize()))
print(asyncio.run(pipeline()), sorted(log))
@asynccontextmanager
async def connection(name):
    log.append(f"open {name}")
    try: yield name.upper()
    finally:
        await asyncio.sleep(0)
        log.append(f"close {name}")
class Stream:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
async def squares(source):
    try:
        async for x in source:
            yield x * x
    finally:
        log.append("squares closed")
async def main():
    log.clear()
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(connection(n)) for n in "ab"]
        print(names, [x async for x in squares(Stream(4)) if x % 2], {x: 1 async for x in Stream(2)})
    async with aclosing(squares(Stream(9))) as gen:
        async for x in gen:
            if x < 50: break
    print(log)
    results = await asyncio.gather(double(1), asyncio.sleep(0, "s"), fail("x"), return_exceptions=True)
    print(results)
    try: await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError as error: print("timeout", type(error).__name__)
    limit, running, most = asyncio.Semaphore(2), 0, 0
    async def limited(i):
        nonlocal running, most
        async with limit:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1
        return i
    print([await each for each in asyncio.as_completed([limited(i) for i in range(5)])].__len__(), most)
    event, order = asyncio.Event(), []
    async def waiter(n): await event.wait(); order.append(n)
    tasks = [asyncio.create_task(waiter(n), name=f"t{n}") for n in range(3)]
    await asyncio.sleep(0)
    event.set()
    done, pending = await asyncio.wait(tasks)
    print(order, len(done), len(pending), sorted(t.get_name() for t in done))
    task = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    print(task.cancel(), task.done())
    try: await task
    except asyncio.CancelledError: print("cancelled", task.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail("one"))
            tg.create_task(fail("two", KeyError))
    except* ValueError as group: print("values", [str(e) for e in group.exceptions])
    except* KeyError as group: print("keys", group.exceptions)
    lock, total = asyncio.Lock(), Counter()
    async def add(k):
        async with lock:
            n = total[k]
            await asyncio.sleep(0)
            total[k] = n + 1
    await asyncio.gather(*(add("ab"[i % 2]) for i in range(6)))
    print(total)
    return "end"
async def fail(text, kind=ValueError):
    await asyncio.sleep(0)
    raise kind(text)
print(asyncio.run(main()))

# ---
# A scheduler of one's own, over generators.
from collections import deque
import heapq
class Sleep:
    def __init__(self, ticks): self.ticks = ticks
    def __await__(self): return (yield self)
class Scheduler:
    def __init__(self): self.ready, self.sleeping, self.now, self.count = deque(), [], 0, 0
    def spawn(self, work): self.ready.append((work, None)); return self
    def run(self):
        while self.ready or self.sleeping:
            while not self.ready:
                self.now, _, work = heapq.heappop(self.sleeping)
                self.ready.append((work, self.now))
            work, value = self.ready.popleft()
            try: wanted = work.send(value)
            except StopIteration as stop: print("done", stop.value, "at", self.now); continue
            match wanted:
                case Sleep(ticks=t):
                    self.count += 1
                    heapq.heappush(self.sleeping, (self.now + t, self.count, work))
                case None: self.ready.append((work, None))
                case other: work.throw(TypeError(f"cannot wait for {other!r}"))
async def ticker(name, every, times):
    for i in range(times):
        now = await Sleep(every)
        print(name, i, now)
    return name
def old(n):
    while n:
        yield
        n -= 1
    return "old"
Scheduler().spawn(ticker("a", 3, 2)).spawn(ticker("b", 2, 3)).spawn(old(2)).run()
def averager():
    total = count = 0
    average = None
    while True:
        try: value = yield average
        except ValueError as error: print("reset:", error); total = count = 0; average = None; continue
        if value is None: return average, count
        total += value; count += 1
        average = total / count
def collect(into):
    while True: into.append((yield from averager()))
into = []
c = collect(into)
print(next(c), c.send(1), c.send(4), c.send(None), c.send(10), c.throw(ValueError("again")), c.send(3), c.send(None), into)
c.close()
def tree(n): 
    if n:
        yield from tree(n - 1)
        got = yield n
        if got: yield f"got {got}"
        yield from tree(n - 1)
t = tree(3)
print([next(t), next(t), t.send("x"), *t])

# ---
# Arguments by hand: options, commands, help.
import shlex, sys
from dataclasses import dataclass, field, fields, MISSING
class UsageError(Exception): pass
@dataclass
class Option:
    names: tuple
    kind: object = str
    default: object = None
    help: str = ""
    many: bool = False
    @property
    def dest(self): return max(self.names, key=len).lstrip("-").replace("-", "_")
class Command:
    def __init__(self, function, name=None):
        self.function, self.name = function, name or function.__name__.replace("_", "-")
        self.options = getattr(function, "options", [])
        self.commands = {}
    def command(self, function):
        made = Command(function)
        self.commands[made.name] = made
        return made
    def parse(self, words):
        values, rest = {o.dest: [] if o.many else o.default for o in self.options}, []
        by_name = {n: o for o in self.options for n in o.names}
        words = iter(words)
        for word in words:
            if word == "--": rest.extend(words); break
            if not word.startswith("-") or word == "-":
                rest.append(word)
                if self.commands: rest.extend(words)
                continue
            name, eq, value = word.partition("=")
            if not name.startswith("--") and len(name) > 2: name, eq, value = name[:2], "=", name[2:] + eq + value
            try: option = by_name[name]
            except KeyError:
                near = sorted(n for n in by_name if n.startswith(name))
                raise UsageError(f"no option {name}" + (f", did you mean {' or '.join(near)}?" if near else "")) from None
            if option.kind is bool: value = True
            elif not eq:
                value = next(words, None)
                if value is None: raise UsageError(f"{name} needs a value")
            try: value = option.kind(value)
            except ValueError: raise UsageError(f"{name}: {value!r} is no {option.kind.__name__}") from None
            if option.many: values[option.dest].append(value)
            else: values[option.dest] = value
        return values, rest
    def run(self, words, **context):
        values, rest = self.parse(words)
        if values.pop("help", False): return self.usage()
        if self.commands:
            if not rest: raise UsageError(f"one of {', '.join(self.commands)}")
            name, *rest = rest
            if name not in self.commands: raise UsageError(f"no command {name!r}")
            return self.commands[name].run(rest, **context, **values)
        return self.function(*rest, **context, **values)
    def usage(self):
        width = max((len(", ".join(o.names)) for o in self.options), default=0)
        lines = [f"usage: {self.name} [options] {' | '.join(self.commands)}".rstrip(), *(["", self.function.__doc__] if self.function.__doc__ else []), ""]
        lines += [f"  {', '.join(o.names):<{width}}  {o.help}{f' (default: {o.default!r})' if o.default is not None else ''}" for o in self.options]
        return "\n".join(lines)
def option(*names, **settings):
    def add(function):
        function.options = [Option(names, **settings), *getattr(function, "options", [])]
        return function
    return add
@Command
@option("-v", "--verbose", kind=bool, help="say more")
@option("-h", "--help", kind=bool, help="this text")
def tool(): "A tool."
@tool.command
@option("-n", "--count", kind=int, default=1, help="how often")
@option("-t", "--tag", many=True, help="any number")
def greet(name, *, count, tag, verbose):
    return [f"hello {name}{'!' if verbose else ''} {'/'.join(tag)}".strip()] * count
@tool.command
def add(*numbers, verbose=None): return sum(map(float, numbers))
for line in ("greet 'Ada L' -n2 --tag=x -t y", "-v greet Bob --count 1", "add 1 2.5 -- -3", "--help", "greet --cou 3 x", "greet -n two x", "greet -n", "nope", "", "greet"):
    try: print(line, "=>", tool.run(shlex.split(line)))
    except UsageError as error: print(line, "=> error:", error)
    except TypeError as error: print(line, "=> TypeError")
print(sys.argv[1:])
