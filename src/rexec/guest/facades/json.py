"""``json``: a copy whose encoder and decoder classes the guest may subclass and change."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="json",
    way="copy",
    source="json",
    shows=tuple(
        """
        JSONDecodeError JSONDecoder JSONEncoder dump dumps load loads
        """.split()
    ),
    omits={
        "detect_encoding": "imported by the module for itself",
        "codecs": "opens files",
        "decoder": "a module; its class is shown as JSONDecoder",
        "encoder": "a module; its class is shown as JSONEncoder",
        "scanner": "imported by the module for itself",
    },
)
