"""``binascii``: pure C functions."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="binascii",
    way="table",
    source="binascii",
    shows=tuple(
        """
        Error Incomplete a2b_base64 a2b_hex a2b_qp a2b_uu b2a_base64 b2a_hex b2a_qp b2a_uu crc32 crc_hqx
        hexlify unhexlify
        """.split()
    ),
)
