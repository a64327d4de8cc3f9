"""``hmac``: a copy over the same C hashes as ``hashlib``."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="hmac",
    way="copy",
    source="hmac",
    shows=tuple(
        """
        HMAC compare_digest digest digest_size new trans_36 trans_5C
        """.split()
    ),
)
