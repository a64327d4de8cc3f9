"""``zlib``: C functions; what decompresses has a limit for each call (``guest/modules/inflating.py``)."""

from __future__ import annotations

from typing import Any

from rexec.guest.modules.inflating import make_decompress, make_decompressobj
from rexec.guest.recipe import Recipe


def _own(world: Any) -> dict[str, Any]:
    return {"decompress": make_decompress(), "decompressobj": make_decompressobj()}


RECIPE = Recipe(
    name="zlib",
    way="table",
    source="zlib",
    shows=tuple(
        """
        DEFLATED DEF_BUF_SIZE DEF_MEM_LEVEL MAX_WBITS ZLIB_RUNTIME_VERSION ZLIB_VERSION Z_BEST_COMPRESSION
        Z_BEST_SPEED Z_BLOCK Z_DEFAULT_COMPRESSION Z_DEFAULT_STRATEGY Z_FILTERED Z_FINISH Z_FIXED Z_FULL_FLUSH
        Z_HUFFMAN_ONLY Z_NO_COMPRESSION Z_NO_FLUSH Z_PARTIAL_FLUSH Z_RLE Z_SYNC_FLUSH Z_TREES adler32 compress
        compressobj crc32 decompress decompressobj error
        """.split()
    ),
    make=_own,
)
