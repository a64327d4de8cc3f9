"""The guest's own standard streams. They hold no file of the host, only what to call with text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from rexec.budget import OutputMeter
from rexec.guest.sealed import Sealed, seal

Sink = Callable[[str], None]
ReadLine = Callable[[int], str]


class GuestOutput(Sealed, sealed=True):
    """
    ``sys.stdout`` or ``sys.stderr`` of a guest: writes text, nothing else.

    A lone surrogate is refused on stdout and escaped on stderr, as CPython's streams do.
    """

    __slots__ = ("__errors__", "__meter__", "__sink__", "__title__")

    __sink__: Sink
    __meter__: OutputMeter
    __errors__: str
    __title__: str

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        exact = str.__getitem__(text, _WHOLE)
        if not exact.isascii():
            exact = exact.encode("utf-8", self.__errors__).decode("utf-8")
        self.__meter__.charge(exact)
        self.__sink__(exact)
        return len(exact)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """A guest cannot close the host's stream."""

    def isatty(self) -> bool:
        return False

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def __enter__(self) -> GuestOutput:
        return self

    def __exit__(self, *details: object) -> None:
        return None

    @property
    def name(self) -> str:
        return self.__title__

    @property
    def mode(self) -> str:
        return "w"

    @property
    def encoding(self) -> str:
        return "utf-8"

    @property
    def errors(self) -> str:
        return self.__errors__

    @property
    def closed(self) -> bool:
        return False

    def __repr__(self) -> str:
        return f"<guest stream {self.__title__!r}>"


class GuestInput(Sealed, sealed=True):
    """``sys.stdin`` of a guest: reads the text that the host handed in."""

    __slots__ = ("__readline__",)

    __readline__: ReadLine

    def readline(self, size: int = -1, /) -> str:
        return self.__readline__(_exact_size(size))

    def read(self, size: int = -1, /) -> str:
        left, pieces = _exact_size(size), []
        while left:
            piece = self.__readline__(left)
            if not piece:
                break
            pieces.append(piece)
            left = left if left < 0 else left - len(piece)
        return "".join(pieces)

    def readlines(self, hint: int = -1, /) -> list[str]:
        lines, length = [], 0
        for line in self:
            lines.append(line)
            length += len(line)
            if 0 < hint <= length:
                break
        return lines

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.__readline__(-1)
        if not line:
            raise StopIteration
        return line

    def __enter__(self) -> GuestInput:
        return self

    def __exit__(self, *details: object) -> None:
        return None

    def close(self) -> None:
        """A guest cannot close the host's stream."""

    def isatty(self) -> bool:
        return False

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def writable(self) -> bool:
        return False

    @property
    def name(self) -> str:
        return "<stdin>"

    @property
    def mode(self) -> str:
        return "r"

    @property
    def encoding(self) -> str:
        return "utf-8"

    @property
    def closed(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "<guest stream '<stdin>'>"


_WHOLE: Final = slice(None)


def _exact_size(size: Any) -> int:
    if size is None:
        return -1
    if type(size) is not int:
        raise TypeError("argument should be integer or None")
    return size


class Streams:
    """The three streams of one environment as they are now; the guest may put objects of its own in their place."""

    __slots__ = ("__weakref__", "meter", "original", "stderr", "stdin", "stdout")

    def __init__(self, stdout: Sink, stderr: Sink, readline: ReadLine, meter: OutputMeter) -> None:
        self.meter = meter
        self.stdin: Any = seal(GuestInput, readline=readline)
        self.stdout: Any = seal(GuestOutput, title="<stdout>", sink=stdout, meter=meter, errors="strict")
        self.stderr: Any = seal(GuestOutput, title="<stderr>", sink=stderr, meter=meter, errors="backslashreplace")
        self.original = (self.stdin, self.stdout, self.stderr)
