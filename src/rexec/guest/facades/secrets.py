"""``secrets``: random numbers of the operating system."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="secrets",
    way="copy",
    source="secrets",
    shows=tuple(
        """
        DEFAULT_ENTROPY SystemRandom choice compare_digest randbelow randbits token_bytes token_hex
        token_urlsafe
        """.split()
    ),
    omits={
        "base64": "imported by the module for itself",
        "binascii": "imported by the module for itself",
    },
)
