"""``collections``: containers; the copy's ``namedtuple`` and ``UserString.format`` are patched (``patches``)."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="collections",
    way="copy",
    source="collections",
    shows=tuple(
        """
        ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple
        """.split()
    ),
    writable=(
        "defaultdict",
        "OrderedDict",
    ),
    within=("abc",),
)
