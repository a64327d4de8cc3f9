import contextlib
@contextlib.contextmanager
def managed(name):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print("leave", name)
with managed("a") as a: print(a)
with managed("b"): raise ValueError("x")
@managed("decorated")
def f(): print("in f")
f()
with contextlib.suppress(KeyError, ZeroDivisionError): 1 / 0
class Thing(contextlib.ContextDecorator):
    def __enter__(self): print("thing")
    def __exit__(self, *details): print("out", len(details))
    def close(self): print("closed")
@Thing()
def g(): print("in g")
g()
with contextlib.closing(Thing()) as t: pass
with contextlib.nullcontext(5) as five: print(five)
with managed("c"):
    raise KeyError("goes on")  ### raised: KeyError: 'goes on'

# ---
import contextlib
class M:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print("enter", self.n)
        return self.n
    def __exit__(self, kind, error, traceback):
        print("exit", self.n, kind and kind.__name__)
        return self.n == 2
with contextlib.ExitStack() as stack:
    print([stack.enter_context(M(i)) for i in range(3)])
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda kind, error, traceback: print("pushed", kind and kind.__name__, traceback is None))
    raise KeyError("swallowed by 2")
stack = contextlib.ExitStack()
stack.enter_context(M(9))
moved = stack.pop_all()
stack.close()
moved.close()

# ---
import contextlib, sys
class Sink:
    def __init__(self): self.text = ""
    def write(self, text): self.text += text
with contextlib.redirect_stdout(Sink()) as sink:
    print("captured")
    with contextlib.redirect_stdout(Sink()) as inner: print("inner")
with contextlib.redirect_stderr(Sink()) as errors:
    print("error", file=sys.stderr)
print(repr(sink.text), repr(inner.text), repr(errors.text))

# ---
import asyncio, contextlib
@contextlib.asynccontextmanager
async def managed():
    print("enter")
    try:
        yield "value"
    except KeyError:
        print("handled")
    finally:
        print("leave")
async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("agen closed")
async def main():
    async with managed() as value:
        print(value)
        raise KeyError
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(managed()))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "plain callback")
    async with contextlib.aclosing(agen()) as g:
        async for x in g:
            print(x)
            break
    async with contextlib.nullcontext(7) as seven: print(seven)
asyncio.run(main())

# ---
import contextlib
class A(contextlib.AbstractContextManager):
    def __exit__(self, *details): print("abstract", details[0])
with A() as a: print(a is not None, isinstance(a, contextlib.AbstractContextManager))
@contextlib.contextmanager
def twice():
    yield 1
    yield 2
with twice():  ### raised: RuntimeError: generator didn't stop
    pass

# ---
import contextlib
@contextlib.contextmanager
def never():
    return
    yield
with never():  ### raised: RuntimeError: generator didn't yield
    pass

# ---
import contextlib
contextlib.chdir  ### denied: changes the directory of the whole process

# ---
import contextlib
contextlib.redirect_stdout._stream = "modules"
with contextlib.redirect_stdout(1):  ### denied: modules
    pass

# ---
import contextlib
def g(kind, error, traceback):
    getattr(traceback, "tb_frame")  ### raised here: AttributeError: tb_frame
with contextlib.ExitStack() as stack:
    stack.push(g)
    1 / 0

# ---
# An __exit__ that is abstract stays so.
import abc
import contextlib


class Half(contextlib.AbstractContextManager):
    pass


class Open(abc.ABC):
    @abc.abstractmethod
    async def __aexit__(self, *details):
        pass


for kind in (Half, Open):
    try:
        kind()
    except TypeError as error:
        print(error)
