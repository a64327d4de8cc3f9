"""``operator``: operators as functions; the two that take attribute names go through the guard."""

from __future__ import annotations

from typing import Any

from rexec.guest.guards.deputies import make_attrgetter, make_methodcaller
from rexec.guest.recipe import Recipe


def _by_name(world: Any) -> dict[str, Any]:
    """The C versions look up whatever name they are given (CVE-2026-76825 and kin)."""
    read = world.reads.read
    return {"attrgetter": make_attrgetter(read), "methodcaller": make_methodcaller(read)}


RECIPE = Recipe(
    name="operator",
    way="table",
    source="_operator",
    shows=tuple(
        """
        abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand
        iconcat ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_not
        isub itemgetter itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_
        or_ pos pow rshift setitem sub truediv truth xor
        """.split()
    ),
    make=_by_name,
)
