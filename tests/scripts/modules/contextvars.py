import contextvars
from contextvars import ContextVar, Token, copy_context
v = ContextVar("v", default=1)
w = ContextVar("w")
print(v.name, v.get(), v.get(5), w.get("given"), ContextVar, Token, contextvars.Context, ContextVar[int], Token[str])
try: w.get()
except LookupError as error: print(error.args == (w,))
t = w.set("one")
print(t.var is w, t.old_value is Token.MISSING, w.get(), repr(v)[:33], repr(Token.MISSING))
u = w.set("two")
print(u.old_value)
w.reset(u)
print(w.get())
w.reset(t)
print(w.get(None), repr(t)[:35])
for bad in (lambda: w.reset(t), lambda: v.reset(w.set(1)), lambda: w.reset(5)):
    try: bad()
    except (RuntimeError, ValueError, TypeError) as error: print(type(error).__name__, str(error)[:6], str(error)[-22:])
c = copy_context()
print(c[w], w in c, v in c, c.get(v), c.get(v, "no"), len(c), [x.name for x in c], list(c.values()), list(c.items()) == [(w, 1)])
def run(value, *, more):
    print(w.get(), v.set(value), more) if False else v.set(value)
    return w.get(), v.get(), more
print(c.run(run, 7, more=8), v.get(), c[v], c.copy() == c, c == copy_context(), contextvars.Context() == contextvars.Context())
print(c.run(lambda: copy_context()[v]), repr(c)[:34])
try: c[ContextVar("other")]
except KeyError as error: print("KeyError")
try: c["v"]
except TypeError as error: print(error)
try: hash(c)
except TypeError as error: print(type(c).__name__)
try: c.run(lambda: c.run(print))
except RuntimeError as error: print(str(error)[:21])

# ---
import contextvars
contextvars.ContextVar(5)    ### raised: TypeError: context variable name must be a str

# ---
import contextvars
contextvars.Token()    ### raised: RuntimeError: Tokens can only be created by ContextVars

# ---
import asyncio, contextvars
request = contextvars.ContextVar("request")
async def handle(n):
    request.set(n)
    await asyncio.sleep(0)
    return request.get()
async def main():
    request.set("main")
    print(await asyncio.gather(*(handle(n) for n in range(3))), request.get())
    context = contextvars.copy_context()
    task = asyncio.create_task(handle("in"), context=context)
    print(await task, context[request], request.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("soon", request.get()), context=context)
    await asyncio.sleep(0)
asyncio.run(main())

# ---
import contextlib, contextvars
level = contextvars.ContextVar("level", default=0)
@contextlib.contextmanager
def deeper():
    token = level.set(level.get() + 1)
    try: yield
    finally: level.reset(token)
with deeper():
    with deeper(): print(level.get())
    print(level.get())
print(level.get())
