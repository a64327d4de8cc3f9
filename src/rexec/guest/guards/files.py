"""
open(): reading, below the directories that the policy grants, and nothing else.

The path is resolved once, the file is opened without following a link in its last part, and what was opened is
looked at again before a byte is read. The guest gets an object with reading methods only, no file of the host.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from rexec.errors import DeniedFileError, DeniedTypeError
from rexec.guest.sealed import Sealed, seal

MODES: Final[frozenset[str]] = frozenset({"r", "rt", "tr", "rb", "br"})
ENCODINGS: Final[frozenset[str]] = frozenset({"utf-8", "utf8", "utf-8-sig", "ascii", "latin-1", "iso-8859-1"})


class ReadFile(Sealed, sealed=True):
    """A file opened for reading: a copy of its contents, with the methods that read."""

    __slots__ = ("__content__", "__title__")
    __content__: Any
    __title__: str

    def read(self, size: int | None = -1, /) -> Any:
        return self.__content__.read(size)

    def readline(self, size: int | None = -1, /) -> Any:
        return self.__content__.readline(size)

    def readlines(self, hint: int = -1, /) -> Any:
        return self.__content__.readlines(hint)

    def seek(self, offset: int, whence: int = 0, /) -> Any:
        return self.__content__.seek(offset, whence)

    def tell(self) -> Any:
        return self.__content__.tell()

    def close(self) -> None:
        self.__content__.close()

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return False

    @property
    def closed(self) -> Any:
        return self.__content__.closed

    @property
    def name(self) -> str:
        return self.__title__

    def __enter__(self) -> ReadFile:
        return self

    def __exit__(self, *details: object) -> None:
        self.__content__.close()

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        line = self.__content__.readline()
        if not line:
            raise StopIteration
        return line

    def __repr__(self) -> str:
        return f"<file {self.__title__!r} opened for reading>"


def make_open(directories: Iterable[str]) -> Callable[..., Any]:
    """``open`` for a guest that may read below *directories*, each an absolute path."""
    roots = [os.path.realpath(each) for each in directories]

    def open(
        file: Any, mode: Any = "r", buffering: Any = -1, encoding: Any = None, errors: Any = None, newline: Any = None
    ) -> Any:
        if type(file) is not str or type(mode) is not str:
            raise DeniedTypeError("open() takes a plain str as path and as mode", rule="file")
        if mode not in MODES:
            raise DeniedFileError(f"mode {mode!r} is not granted: files can be read only", rule="file")
        for each in (encoding, errors, newline):
            if each is not None and type(each) is not str:
                raise DeniedTypeError("open() takes a plain str or None as encoding, errors and newline", rule="file")
        if encoding is not None and encoding.lower().replace("_", "-") not in ENCODINGS:
            raise DeniedFileError(f"encoding {encoding!r} is not granted", rule="file")
        content = read_below(roots, file)
        return _as_file(content, file, "b" in mode, encoding, errors, newline)

    return open


def read_below(roots: Iterable[str], path: str) -> bytes:
    """
    The bytes of a regular file below one of the directories. Links are followed only as long as they stay there.

    DeniedFileError otherwise, in words that do not tell whether anything is there.
    """
    refusal = DeniedFileError(f"file {path!r} is not granted", rule="file", grant='[paths] read = ["..."]')
    if "\0" in path:
        raise ValueError("embedded null byte")
    resolved = os.path.realpath(path)
    root = next((each for each in roots if os.path.commonpath([each, resolved]) == each), None)
    if root is None or resolved == root:
        raise refusal
    return _read_stepwise(root, os.path.relpath(resolved, root), path, refusal)


def _read_stepwise(root: str, relative: str, path: str, refusal: DeniedFileError) -> bytes:
    """Open each part from the descriptor of the one before, following nothing, so no link can be slipped in."""
    here = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        *folders, last = relative.split(os.sep)
        for folder in folders:
            below = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=here)
            os.close(here)
            here = below
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
        with os.fdopen(os.open(last, flags, dir_fd=here), "rb") as file:
            if not _is_regular(file.fileno()):
                raise refusal
            return file.read()
    except FileNotFoundError:
        raise FileNotFoundError(2, "No such file or directory", path) from None
    except OSError:
        raise refusal from None
    finally:
        os.close(here)


def _is_regular(descriptor: int) -> bool:
    return os.fstat(descriptor).st_mode & 0o170000 == 0o100000


def _as_file(content: bytes, title: str, binary: bool, encoding: Any, errors: Any, newline: Any) -> ReadFile:
    import io

    stream: Any = io.BytesIO(content)
    if not binary:
        text = content.decode(encoding or "utf-8", errors or "strict")
        if newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        stream = io.StringIO(text, newline="" if newline is None else newline)
    return seal(ReadFile, content=stream, title=title)
