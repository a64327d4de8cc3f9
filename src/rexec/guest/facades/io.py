"""
``io``: files in memory, and base classes for files of the guest's own; ``open`` is the one of the builtins.

Nothing can be set on a StringIO or BytesIO itself: C calls its ``close`` when nobody holds it any more. Instances of
subclasses that a guest derives have attributes as any.
"""

from __future__ import annotations

from typing import Any

from rexec.errors import DeniedError
from rexec.guest.modules.memory_files import BASES, FILES, OF_C
from rexec.guest.recipe import Recipe


def _make(world: Any) -> dict[str, Any]:
    home = world.library.load("io")
    values = {name: getattr(home, name) for name in (*OF_C, *BASES, *FILES, "text_encoding")}
    values["open"] = world.builtins.get("open", _cannot_open)
    return values


def _cannot_open(*arguments: Any, **keywords: Any) -> Any:
    raise DeniedError("open() is not granted", rule="builtin")


RECIPE = Recipe(
    name="io",
    way="own",
    shows=(*OF_C, *BASES, *FILES, "open", "text_encoding"),
    omits={
        "FileIO": "opens files by descriptor; use open()",
        "open_code": "opens files; use open()",
        "abc": "imported by the module for itself",
    },
    make=_make,
)
