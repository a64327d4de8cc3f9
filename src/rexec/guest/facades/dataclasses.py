"""``dataclasses``: the text that it makes for methods compiles as guest code."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="dataclasses",
    way="copy",
    source="dataclasses",
    shows=tuple(
        """
        Field FrozenInstanceError InitVar KW_ONLY MISSING asdict astuple dataclass field fields
        is_dataclass make_dataclass replace
        """.split()
    ),
    omits={
        "abc": "imported by the module for itself",
        "builtins": "imported by the module for itself",
        "copy": "imported by the module for itself",
        "functools": "imported by the module for itself",
        "inspect": "imported by the module for itself",
        "itertools": "imported by the module for itself",
        "keyword": "imported by the module for itself",
        "re": "imported by the module for itself",
        "sys": "imported by the module for itself",
        "types": "imported by the module for itself",
        "FunctionType": "imported by the module for itself",
        "GenericAlias": "imported by the module for itself",
        "recursive_repr": "imported by the module for itself",
    },
)
