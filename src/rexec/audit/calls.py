"""
Calling what a guest reaches: with nothing, and with one plain argument of each kind.

Most calls fail, and their exceptions are looked at as well: a trusted function that trips over an argument may hand
out what it tripped over.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Final

from rexec.audit.edges import not_ours
from rexec.guest.origin import raw_lookup

# Each argument as a guest writes it, and what makes it anew.
ARGUMENTS: Final[tuple[tuple[str, Callable[[], tuple[Any, ...]]], ...]] = (
    ("", lambda: ()),
    ('"a"', lambda: ("a",)),
    ("0", lambda: (0,)),
    ('b"a"', lambda: (b"a",)),
    ("[]", lambda: ([],)),
    ("None", lambda: (None,)),
)
# What is not called, by qualified name, and why.
NEVER: Final[dict[str, str]] = {
    "lock.acquire": "waits for ever the second time",
    "lock.acquire_lock": "as lock.acquire",
    "Lock.acquire": "as lock.acquire",
    "Lock.__enter__": "as lock.acquire",
    "RLock.acquire": "as lock.acquire",
    "Condition.acquire": "as lock.acquire",
    "Condition.__enter__": "as lock.acquire",
    "lock.__enter__": "as lock.acquire",
    "Random._randbelow_with_getrandbits": "of 0 it never finds one",
    "Random._randbelow_without_getrandbits": "as with them",
}


def is_callable(value: Any) -> bool:
    """Whether the interpreter can call a value; the value is not asked."""
    return raw_lookup(type(value), "__call__") is not None


def results(way: str, function: Any) -> Iterator[tuple[str, Any]]:
    """What comes of each call, or is raised by it."""
    if name_of(function) in NEVER:
        return
    for text, make in ARGUMENTS:
        call = f"{way}({text})"
        try:
            found = function(*make())
        except BaseException as error:
            not_ours(error)
            yield f"caught({call})", error
        else:
            yield call, found


def name_of(function: Any) -> str:
    """The qualified name that a function or class says it has; nothing if it has none."""
    try:
        found = function.__qualname__
    except Exception:
        return ""
    return found if type(found) is str else ""


def close(value: Any) -> None:
    """End a coroutine that nobody awaits, and a view whose bytes go first, or Python complains of them."""
    if type(value) is types.CoroutineType:
        value.close()
    elif type(value) is memoryview:
        with suppress(BufferError):
            value.release()
