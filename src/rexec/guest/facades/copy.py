"""``copy``: copies; guests cannot define the pickle protocol that it follows."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="copy",
    way="copy",
    source="copy",
    shows=tuple(
        """
        Error copy deepcopy error
        """.split()
    ),
    since={
        "3.13": tuple("replace".split()),
    },
    omits={
        "dispatch_table": "decides how every object is copied",
    },
)
