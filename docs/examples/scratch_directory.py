"""
Restricted code that may write into one private directory.

The example of the Python 2 documentation ("Defining restricted environments", 28.1.3) as one would write it today.
There, names below /tmp were let through by looking at their text; a symbolic link in that directory led anywhere. Here
a file is opened by its plain name in a directory that is open already, and no link is followed.

    python scratch_directory.py
"""

from __future__ import annotations

import os
import tempfile
from typing import Any

from rexec import RExec

SCRIPT = """
with open("notes.txt", "w") as notes:
    notes.write("written by restricted code")

for name in ("../elsewhere", "/etc/motd", "..", "linked"):
    try:
        open(name, "a")
    except OSError as error:
        print(f"{name}: {error}")
"""


class ScratchRExec(RExec):
    """May create and append to files in one private directory; reads as the base class does."""

    def __init__(self, scratch: str, hooks: Any = None, verbose: int = 0) -> None:
        self._directory = os.open(scratch, os.O_RDONLY | os.O_DIRECTORY)
        super().__init__(hooks, verbose)

    def close(self) -> None:
        os.close(self._directory)

    def r_open(self, file: Any, mode: Any = "r", buf: Any = -1, **text: Any) -> Any:
        # Exactly these types: a guest's subclass of str answers every question about itself as it likes.
        if not (type(file) is str and type(mode) is str and type(buf) is int):
            raise TypeError("open() takes a plain str, a plain str and an int")
        if mode in ("r", "rb"):
            return super().r_open(file, mode, buf, **text)
        if mode not in ("w", "wb", "a", "ab"):
            raise OSError(f"mode {mode!r} is not allowed in restricted mode")
        if "/" in file or "\0" in file or file in ("", ".", ".."):
            raise OSError("only a plain file name can be written in restricted mode")
        flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        flags |= os.O_APPEND if mode[0] == "a" else os.O_TRUNC
        descriptor = os.open(file, flags, 0o600, dir_fd=self._directory)
        return self.wrap_file(os.fdopen(descriptor, mode, buf))  # its methods; no guest holds a file


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        os.symlink("/etc/passwd", os.path.join(scratch, "linked"))
        r = ScratchRExec(scratch)
        r.r_exec(SCRIPT)
        with open(os.path.join(scratch, "notes.txt"), encoding="utf-8") as notes:
            print(notes.read())
        r.close()


if __name__ == "__main__":
    main()
