"""``queue``: queues for one thread; what would wait for ever is a RuntimeError."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="queue",
    way="copy",
    source="queue",
    shows=tuple("Empty Full LifoQueue PriorityQueue Queue SimpleQueue".split()),
    since={"3.13": ("ShutDown",)},
    omits={
        "deque": "imported by the module for itself",
        "heappop": "imported by the module for itself",
        "heappush": "imported by the module for itself",
        "threading": "imported by the module for itself",
        "time": "imported by the module for itself",
        "types": "imported by the module for itself",
    },
)
