"""
What one call of a C function may make or cost, whatever the policy: a budget is asked too late for these.

Each is far above what ordinary programs need, and low enough that a call ends soon and its result fits into memory.
"""

from __future__ import annotations

from typing import Final

from rexec.errors import DeniedError

INFLATED_BYTES: Final = 64 * 1024 * 1024  # what one call of zlib may decompress to: 64 KiB can hold as much
DERIVATION_ROUNDS: Final = 20_000_000  # of hashes in one pbkdf2_hmac: some ten seconds; usual are 600,000
SCRYPT_BYTES: Final = 64 * 1024 * 1024  # of memory for one scrypt: twice what OpenSSL allows by itself
SCRYPT_WORK: Final = 1024 * 1024 * 1024  # bytes that one scrypt mixes: a few seconds
ENTITY_BYTES: Final = 1024 * 1024  # of text that the entities of one XML document may add


def check(size: int, limit: int, what: str) -> None:
    """DeniedError if one call goes beyond its limit; *what* tells what there is too much of."""
    if size > limit:
        raise DeniedError(f"{what}: more than {limit} in one call", rule="limit")
