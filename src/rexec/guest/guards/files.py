"""
open(): reading, below the directories that the policy grants, and nothing else.

The path is resolved once; then each part of it is opened from the directory before, following nothing, and what was
opened is looked at again before a byte is read. The guest gets an object with reading methods only, no file of the
host.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from rexec.errors import DeniedFileError, DeniedTypeError
from rexec.guest.sealed import Sealed, seal

MODES: Final[frozenset[str]] = frozenset({"r", "rt", "tr", "rb", "br"})
ENCODINGS: Final[frozenset[str]] = frozenset({"utf-8", "utf8", "utf-8-sig", "ascii", "latin-1", "iso-8859-1"})
READ_BYTES: Final = 64 * 1024 * 1024  # of one file: it is read as a whole


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

    def readinto(self, buffer: Any, /) -> Any:
        return self.__content__.readinto(buffer)

    def flush(self) -> None:
        """Nothing is held back."""

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


def make_open(directories: Iterable[str], homes: Iterable[str] = ()) -> Callable[..., Any]:
    """
    ``open`` for a guest that may read below *directories*. A relative path counts from the current directory, or from
    one of *homes*: the directories of its modules, since their ``__file__`` is relative.
    """
    roots = [os.path.realpath(each) for each in directories]
    starts = [os.path.realpath(each) for each in homes]

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
        content = read_below(roots, file, starts)
        return _as_file(content, file, "b" in mode, encoding, errors, newline)

    return open


def read_below(roots: Iterable[str], path: str, homes: Iterable[str] = ()) -> bytes:
    """
    The bytes of a regular file below one of the directories. Links are followed only as long as they stay there.

    DeniedFileError otherwise, in words that do not tell whether anything is there; FileNotFoundError below them.
    """
    if "\0" in path:
        raise ValueError("embedded null byte")
    granted = False
    for candidate in (path, *(os.path.join(home, path) for home in homes if not os.path.isabs(path))):
        resolved = os.path.realpath(candidate)
        root = next((each for each in roots if os.path.commonpath([each, resolved]) == each), None)
        if root is None or resolved == root:
            continue
        granted = True
        try:
            content = read_exactly(root, os.path.relpath(resolved, root).split(os.sep), READ_BYTES)
        except FileNotFoundError:
            continue
        except OSError:
            break
        if len(content) > READ_BYTES:
            raise DeniedFileError(f"file {path!r} is larger than {READ_BYTES} bytes", rule="file")
        return content
    else:
        if granted:
            raise FileNotFoundError(2, "No such file or directory", path)
    raise DeniedFileError(f"file {path!r} is not granted", rule="file", grant='[paths] read = ["..."]')


def read_exactly(root: str, parts: Sequence[str], limit: int) -> bytes:
    """
    The bytes of the regular file of this very path below *root*, or one more than *limit*.

    No link is followed at any step, so none can be slipped in; a pipe or device is not read. OSError otherwise.
    """
    here = open_folder(root, parts[:-1])
    try:
        last = parts[-1]
        if not stat.S_ISREG(os.stat(last, dir_fd=here, follow_symlinks=False).st_mode):
            raise PermissionError(last)  # opening a device may do something already
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
        with os.fdopen(os.open(last, flags, dir_fd=here), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise PermissionError(last)
            return file.read(limit + 1)
    finally:
        os.close(here)


def is_folder(root: str, parts: Sequence[str]) -> bool:
    """Whether this very path below *root* is a directory; no link is followed."""
    try:
        os.close(open_folder(root, parts))
    except OSError:
        return False
    return True


def open_folder(root: str, parts: Sequence[str]) -> int:
    """A descriptor of a directory, each part opened from the one before."""
    here = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    for part in parts:
        try:
            below = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=here)
        finally:
            os.close(here)
        here = below
    return here


def _as_file(content: bytes, title: str, binary: bool, encoding: Any, errors: Any, newline: Any) -> ReadFile:
    import io

    stream: Any = io.BytesIO(content)
    if not binary:
        text = content.decode(encoding or "utf-8", errors or "strict")
        if newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        stream = io.StringIO(text, newline="" if newline is None else newline)
    return seal(ReadFile, content=stream, title=title)
