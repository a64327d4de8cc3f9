"""``abc``: abstract base classes, whose registries belong to the environment."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="abc",
    way="copy",
    source="abc",
    shows=tuple(
        """
        ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod
        get_cache_token update_abstractmethods
        """.split()
    ),
)
