"""print() and input(): on the guest's own streams, whatever it has put in their place."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

from rexec.guest.streams import Streams


def make_print(streams: Streams) -> Callable[..., None]:
    """``print``: text goes to the guest's sys.stdout unless it names a file."""
    write = builtins.print

    def print(*values: Any, **keywords: Any) -> None:
        if keywords.get("file") is None:
            keywords["file"] = streams.stdout
            if streams.stdout is None:
                return
        write(*values, **keywords)

    return print


def make_input(streams: Streams) -> Callable[..., str]:
    """``input``: a line of the guest's sys.stdin, its prompt on the guest's sys.stdout. EOFError at the end."""

    def input(prompt: Any = "", /) -> str:
        streams.stdout.write(str(prompt))
        line = streams.stdin.readline()
        if not isinstance(line, str):
            raise TypeError("object.readline() returned non-string")
        if not line:
            raise EOFError("EOF when reading a line")
        return line[:-1] if line[-1] == "\n" else line

    return input
