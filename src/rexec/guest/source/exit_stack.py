"""
contextlib.ExitStack and AsyncExitStack, run as guest code.

The library's own would hand the real traceback to whatever callback the guest gave it. As guest code, what it can
hand over is what a guest can hold. ``AbstractContextManager``, ``AbstractAsyncContextManager``, ``deque``,
``MethodType`` and ``exc_info`` are put into its namespace.
"""


def _chain(raised, before, outer):
    """Make *before* the end of the contexts of a new exception, as nested with statements would."""
    while True:
        below = raised.__context__
        if below is None or below is before:
            return
        if below is outer:
            break
        raised = below
    raised.__context__ = before


def _again(exc):
    """Raise an exception that was caught, with the context that was arranged for it."""
    context = exc.__context__
    try:
        raise exc
    except BaseException:
        exc.__context__ = context
        raise


def _details(exc):
    return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)


def _method(manager, name, protocol):
    """A special method, looked up on the type as the with statement does."""
    kind = type(manager)
    try:
        return getattr(kind, name)
    except AttributeError:
        title = f"{kind.__module__}.{kind.__qualname__}"
        raise TypeError(f"'{title}' object does not support the {protocol} protocol") from None


class _Stack:
    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Hand all callbacks over to a new stack."""
        other = type(self)()
        other._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return other

    def push(self, exit):
        """Call this, or its __exit__, with the exception's details at the end."""
        method = getattr(type(exit), "__exit__", None)
        self._exit_callbacks.append((True, exit if method is None else MethodType(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enter a context manager now and leave it at the end."""
        enter = _method(cm, "__enter__", "context manager")
        leave = _method(cm, "__exit__", "context manager")
        result = enter(cm)
        self._exit_callbacks.append((True, MethodType(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Call this with these arguments at the end; it cannot suppress exceptions."""

        def call(kind, exc, traceback):
            callback(*args, **kwds)

        call.__wrapped__ = callback
        self._exit_callbacks.append((True, call))
        return callback


class ExitStack(_Stack, AbstractContextManager):
    """A stack of exits that are called, last first, when the with statement is left."""

    def __enter__(self):
        return self

    def __exit__(self, kind, exc, traceback):
        received, suppressed, pending = exc is not None, False, False
        outer = exc_info()[1]
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                if callback(*_details(exc)):
                    suppressed, pending, exc = True, False, None
            except BaseException as raised:
                _chain(raised, exc, outer)
                pending, exc = True, raised
        if pending:
            _again(exc)
        return received and suppressed

    def close(self):
        """Call all exits now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    """As ExitStack, for asynchronous exits as well."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager now and leave it at the end."""
        enter = _method(cm, "__aenter__", "asynchronous context manager")
        leave = _method(cm, "__aexit__", "asynchronous context manager")
        result = await enter(cm)
        self._exit_callbacks.append((False, MethodType(leave, cm)))
        return result

    def push_async_exit(self, exit):
        """Await this, or its __aexit__, with the exception's details at the end."""
        method = getattr(type(exit), "__aexit__", None)
        self._exit_callbacks.append((False, exit if method is None else MethodType(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Await this with these arguments at the end; it cannot suppress exceptions."""

        async def call(kind, exc, traceback):
            await callback(*args, **kwds)

        call.__wrapped__ = callback
        self._exit_callbacks.append((False, call))
        return callback

    async def aclose(self):
        """Call all exits now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, exc, traceback):
        received, suppressed, pending = exc is not None, False, False
        outer = exc_info()[1]
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                answer = callback(*_details(exc)) if is_sync else await callback(*_details(exc))
                if answer:
                    suppressed, pending, exc = True, False, None
            except BaseException as raised:
                _chain(raised, exc, outer)
                pending, exc = True, raised
        if pending:
            _again(exc)
        return received and suppressed
