"""What stands for a module where a private copy asks for one that guests may not come near."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Final

STREAMS: Final = frozenset({"stdout", "stderr"})  # what contextlib reads and sets by a name that a guest can change


class StandIn(SimpleNamespace):
    """The base of everything that stands in for a module; no copy reads from one by a computed name."""
