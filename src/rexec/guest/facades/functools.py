"""``functools``: ``update_wrapper`` and ``wraps`` act by name, so theirs go through the guards (``patches``)."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="functools",
    way="copy",
    source="functools",
    shows=tuple(
        """
        WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key lru_cache partial
        partialmethod reduce singledispatch singledispatchmethod total_ordering update_wrapper wraps
        """.split()
    ),
    omits={
        "GenericAlias": "imported by the module for itself",
        "RLock": "imported by the module for itself",
        "get_cache_token": "imported by the module for itself",
        "namedtuple": "imported by the module for itself",
        "recursive_repr": "imported by the module for itself",
    },
)
