import contextlib
@contextlib.contextmanager
def managed(): yield 1
@contextlib.asynccontextmanager
async def managed_async(): yield 1
managed
managed()
managed_async()
contextlib.ExitStack()
contextlib.AsyncExitStack()
contextlib.suppress()
contextlib.nullcontext()
contextlib.closing(1)
contextlib.redirect_stdout(None)
contextlib.redirect_stderr(None)
contextlib.ContextDecorator()
contextlib.chdir("/")
managed().__enter__()
