"""``struct``: C functions over the guest's own buffers, which keep formats in a cache of the whole process."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from rexec.guest.origin import mro_of
from rexec.guest.recipe import Recipe

CACHED = ("calcsize", "iter_unpack", "pack", "pack_into", "unpack", "unpack_from")


def _own(world: Any) -> dict[str, Any]:
    return {name: _exactly(getattr(struct, name)) for name in CACHED}


def _exactly(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which looks up an exact format: a guest's __hash__ and __eq__ could answer for another format."""

    def call(*given: Any, **named: Any) -> Any:
        if given and type(given[0]) is not str:
            return function(_exact(given[0]), *given[1:], **named)
        return function(*given, **named)

    call.__name__ = call.__qualname__ = function.__name__
    call.__doc__ = function.__doc__
    return call


def _exact(format: Any) -> Any:
    for text in (str, bytes):
        if text in mro_of(type(format)):
            return text.__getitem__(format, slice(None))
    return struct.Struct(format).format  # TypeError in its own words


RECIPE = Recipe(
    name="struct",
    way="table",
    source="struct",
    shows=tuple(
        """
        Struct calcsize error iter_unpack pack pack_into unpack unpack_from
        """.split()
    ),
    make=_own,
)
