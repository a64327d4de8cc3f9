"""``hashlib``: a copy over C; what is meant to be slow may cost so much and no more (``guest/modules/limits.py``)."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from rexec.guest.modules.limits import DERIVATION_ROUNDS, SCRYPT_BYTES, SCRYPT_WORK, check
from rexec.guest.recipe import Recipe

SMALLEST = 16  # bytes of the shortest hash, md5: a derived key takes so many passes


def _own(world: Any) -> dict[str, Any]:
    home = world.library.load("hashlib")
    made = {"pbkdf2_hmac": _pbkdf2(home.pbkdf2_hmac)}
    if hasattr(home, "scrypt"):
        made["scrypt"] = _scrypt(home.scrypt)
    return made


def _pbkdf2(real: Callable[..., bytes]) -> Callable[..., bytes]:
    def pbkdf2_hmac(hash_name: Any, password: Any, salt: Any, iterations: Any, dklen: Any = None) -> bytes:
        rounds = operator.index(iterations)
        length = dklen if dklen is None else operator.index(dklen)
        check(rounds * (1 + (length or 0) // SMALLEST), DERIVATION_ROUNDS, "rounds of pbkdf2_hmac")
        return real(hash_name, password, salt, rounds, length)

    return pbkdf2_hmac


def _scrypt(real: Callable[..., bytes]) -> Callable[..., bytes]:
    def scrypt(
        password: Any,
        *,
        salt: Any = None,
        n: Any = None,
        r: Any = None,
        p: Any = None,
        maxmem: Any = 0,
        dklen: Any = 64,
    ) -> bytes:
        given = {"n": n, "r": r, "p": p, "maxmem": maxmem, "dklen": dklen}
        exact = {name: each if each is None else operator.index(each) for name, each in given.items()}
        size = 128 * (exact["n"] or 0) * (exact["r"] or 0)
        check(size, SCRYPT_BYTES, "bytes of memory of scrypt")
        check(size * (exact["p"] or 0) + (exact["dklen"] or 0), SCRYPT_WORK, "bytes of work of scrypt")
        return real(password, salt=salt, **exact)

    return scrypt


RECIPE = Recipe(
    name="hashlib",
    way="copy",
    source="hashlib",
    shows=tuple(
        """
        algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new pbkdf2_hmac scrypt sha1 sha224
        sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128 shake_256
        """.split()
    ),
    make=_own,
)
