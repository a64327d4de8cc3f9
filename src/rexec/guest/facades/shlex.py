"""``shlex``: text in words as a shell has them. A file that a text names is opened by the guest's own ``open``."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="shlex",
    way="copy",
    source="shlex",
    shows=("join", "quote", "shlex", "split"),
    omits={
        "StringIO": "imported by the module for itself",
        "deque": "imported by the module for itself",
        "os": "imported by the module for itself",
        "re": "imported by the module for itself",
        "sys": "imported by the module for itself",
    },
)
