"""
Looking at files: ``os.stat`` and its kin, below the directories that the policy grants for reading.

As in ``files``: the path is resolved once, then each part of it is opened from the directory before, following
nothing. A file elsewhere is denied in words that do not tell whether it is there.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable
from typing import Any, Final

from rexec.errors import DeniedFileError, DeniedTypeError
from rexec.guest.guards.files import open_folder

LOOKS: Final = ("fstat", "listdir", "lstat", "readlink", "stat")
PATH_LOOKS: Final = ("exists", "getmtime", "getsize", "isdir", "isfile", "islink", "lexists")
Look = Callable[[str, int], Any]  # (name, descriptor of its directory) -> what is seen


def make_looks(directories: Iterable[str]) -> dict[str, Callable[..., Any]]:
    """``stat``, ``lstat``, ``fstat``, ``listdir`` and ``readlink`` for a guest that may read below *directories*."""
    roots = [os.path.realpath(each) for each in directories]

    def stat(path: Any, *, follow_symlinks: Any = True) -> Any:
        return look(roots, path, _stat, follow=bool(follow_symlinks))

    def lstat(path: Any) -> Any:
        return look(roots, path, _stat, follow=False)

    def fstat(fd: Any) -> Any:
        if type(fd) is not int:
            raise DeniedTypeError("fstat() takes a plain int", rule="file")
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))  # guests hold no descriptors

    def listdir(path: Any = ".") -> Any:
        return look(roots, "." if path is None else path, _names, follow=True)

    def readlink(path: Any) -> Any:
        return look(roots, path, lambda name, here: os.readlink(name, dir_fd=here), follow=False)

    return {each.__name__: each for each in (stat, lstat, fstat, listdir, readlink)}


def make_path_looks(directories: Iterable[str]) -> dict[str, Callable[..., Any]]:
    """The functions of ``os.path`` that are made of these."""
    roots = [os.path.realpath(each) for each in directories]

    def seen(path: Any, follow: bool = True) -> Any:
        try:
            return look(roots, path, _stat, follow=follow)
        except (OSError, ValueError):
            return None

    def kind(path: Any, is_kind: Callable[[int], bool], follow: bool = True) -> bool:
        found = seen(path, follow)
        return found is not None and is_kind(found.st_mode)

    found = {
        "exists": lambda path: seen(path) is not None,
        "lexists": lambda path: seen(path, False) is not None,
        "isfile": lambda path: kind(path, stat.S_ISREG),
        "isdir": lambda path: kind(path, stat.S_ISDIR),
        "islink": lambda path: kind(path, stat.S_ISLNK, False),
        "getsize": lambda filename: look(roots, filename, _stat, follow=True).st_size,
        "getmtime": lambda filename: look(roots, filename, _stat, follow=True).st_mtime,
    }
    for name, function in found.items():
        function.__name__ = function.__qualname__ = name
    return found


def look(roots: Iterable[str], path: Any, how: Look, *, follow: bool) -> Any:
    """
    What *how* sees of a path below one of the directories, or of the directory itself. ``follow`` says whether the
    last part may be a link; the parts before may be as long as they stay there.
    """
    if type(path) is not str:
        raise DeniedTypeError("a path is a plain str here", rule="file")
    if "\0" in path:
        raise ValueError("embedded null byte")
    if follow:
        resolved = os.path.realpath(path)
    else:
        parent, last = os.path.split(path.rstrip("/") or path)
        resolved = (
            os.path.join(os.path.realpath(parent), last) if last not in ("", ".", "..") else os.path.realpath(path)
        )
    root = next((each for each in roots if os.path.commonpath([each, resolved]) == each), None)
    if root is None:
        raise DeniedFileError(f"file {path!r} is not granted", rule="file", grant='[paths] read = ["..."]')
    parts = [] if resolved == root else os.path.relpath(resolved, root).split(os.sep)
    here = None
    try:
        here = open_folder(root, parts[:-1])
        return how(parts[-1] if parts else ".", here)
    except OSError as error:
        failed = type(error)(error.errno, error.strerror, path)  # in the words of the guest's own path
    finally:
        if here is not None:
            os.close(here)
    raise failed


def _stat(name: str, here: int) -> os.stat_result:
    return os.stat(name, dir_fd=here, follow_symlinks=False)


def _names(name: str, here: int) -> list[str]:
    folder = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=here)
    try:
        return os.listdir(folder)
    finally:
        os.close(folder)
