"""
Files between a guest and its host: methods only, never the file itself.

A ``FileWrapper`` is what the guest holds of a file of the host; a ``FileDelegate`` is what the host holds of a stream
of the guest's.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from rexec.guest.border.host_calls import for_guest
from rexec.guest.border.plain import Copier, copied
from rexec.guest.border.veil import veiled
from rexec.guest.sealed import Sealed, fill, seal

_PLAIN: Final = (type(None), int, str, bytes)
_WHOLE: Final = slice(None)


class FileBase:
    """The methods that pass."""

    ok_file_methods: Final = (
        "fileno", "flush", "isatty", "read", "readline", "readlines", "seek", "tell", "write", "writelines",
    )  # fmt: skip


class FileWrapper(Sealed, sealed=True):
    """
    The methods of a file of the host that ``FileBase`` names, as far as it has them, and nothing else of it.

    ``close()`` only flushes, unless *closes* says that the file is the guest's to close.
    """

    __slots__ = (*FileBase.ok_file_methods, "__closes__", "__real__")
    __real__: Any
    __closes__: bool

    if TYPE_CHECKING:

        def __init__(self, file: Any, *, closes: bool = False) -> None: ...

    @classmethod
    def __make__(cls, file: Any, *, closes: bool = False) -> FileWrapper:
        made = seal(cls, real=file, closes=closes)
        for name in FileBase.ok_file_methods:
            method = getattr(file, name, None)
            if callable(method):
                fill(made, name, _writing_lines(made) if name == "writelines" else _calling(name, method))
        return made

    def close(self) -> None:
        if self.__closes__:
            self.__real__.close()
        elif hasattr(self, "flush"):
            self.flush()

    @property
    def closed(self) -> bool:
        return bool(getattr(self.__real__, "closed", False))

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        line = self.readline()  # type: ignore[attr-defined]  # a slot
        if not line:
            raise StopIteration
        return line

    def __enter__(self) -> FileWrapper:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return "<file of the host>"


def _calling(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """A plain function in place of the bound method, which takes nothing whose own methods the file would call."""

    def method(*arguments: Any) -> Any:
        for each in arguments:
            if type(each) not in _PLAIN:
                raise TypeError(f"{name}() takes plain text, bytes and numbers here, not {type(each).__name__}")
        return asked(name, real, *arguments)

    method.__name__ = method.__qualname__ = name
    method.__module__ = "rexec"
    return method


def asked(name: str, real: Callable[..., Any], *arguments: Any) -> Any:
    """
    What a file of the host answers to a guest: plain data, or an exception that holds text and numbers only. A
    library's own may hold its connection, and another guest may be the one who writes.
    """
    try:
        return copied(Copier(None, 2), real(*arguments), f"what {name}() gives")
    except Exception as error:
        is_text = type(error) in (UnicodeDecodeError, UnicodeEncodeError)  # of text that the guest knows
        failed = type(error)(*error.args) if is_text else for_guest(name, error)
    raise failed  # here, so without a context


def _writing_lines(wrapper: Any) -> Callable[..., Any]:
    def writelines(lines: Any) -> None:
        for each in lines:
            wrapper.write(each)

    return writelines


class FileDelegate(FileBase):
    """The same methods, and ``close``, of whatever an attribute of a module holds when they are called."""

    def __init__(self, mod: Any, name: str) -> None:
        self._mod = mod
        self._name = name

    def target(self) -> Any:
        """What a call goes to."""
        return getattr(self._mod, self._name)

    def __getattr__(self, name: str) -> Any:
        if name not in self.ok_file_methods and name != "close":
            raise AttributeError(name)
        return self._calling(name)

    def _calling(self, name: str) -> Callable[..., Any]:
        def method(*arguments: Any) -> Any:
            return getattr(self.target(), name)(*arguments)

        return method

    def __iter__(self) -> Iterator[Any]:
        return iter(self.target())


class HostDelegate(FileDelegate):
    """
    What stands in ``sys.stdout`` of the host during an ``s_*`` call: the guest's stream for the thread of that call,
    the host's own for all others and from the end of the call on.
    """

    def __init__(self, mod: Any, name: str, previous: Any) -> None:
        super().__init__(mod, name)
        self._previous = previous
        self._thread = threading.get_ident()
        self.is_over = False

    def target(self) -> Any:
        # Of another thread, even if that is in a call of its own: its streams may end here.
        if self.is_over or threading.get_ident() != self._thread:
            return self._previous
        return super().target()

    def __getattr__(self, name: str) -> Any:
        if name not in self.ok_file_methods and name != "close":
            return getattr(self._previous, name)  # encoding, buffer and whatever else the host asks its stream for
        return super().__getattr__(name)

    def _calling(self, name: str) -> Callable[..., Any]:
        """
        The guest may have put anything there: it gets nothing but plain data, and the host gets nothing else from it.
        """

        def method(*arguments: Any) -> Any:
            target = self.target()
            if target is self._previous:
                return getattr(target, name)(*arguments)
            if name == "fileno":
                raise io.UnsupportedOperation("fileno")  # a number that the guest chose is a file of the host's
            if name == "writelines":
                return [self.write(each) for each in arguments[0]] and None
            given = [str.__getitem__(each, _WHOLE) if isinstance(each, str) else each for each in arguments]
            given = copied(Copier(None, 3), given, f"what {name}() is given")
            found = veiled(lambda: getattr(target, name)(*given))
            return copied(Copier(None, 2), found, f"what {name}() of the guest's stream gives")

        return method

    def __iter__(self) -> Iterator[Any]:
        target = self.target()
        return iter(target) if target is self._previous else iter(self.readline, "")


def underneath(stream: Any) -> Any:
    """The stream of the host's that is left when calls are over."""
    while type(stream) is HostDelegate and stream.is_over:
        stream = stream._previous
    return stream
