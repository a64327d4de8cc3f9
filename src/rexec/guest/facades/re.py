"""``re``: regular expressions, with a cache of the environment's own."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="re",
    way="copy",
    source="re",
    shows=tuple(
        """
        A ASCII DEBUG DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern RegexFlag S U
        UNICODE VERBOSE X compile error escape findall finditer fullmatch match purge search split sub
        subn
        """.split()
    ),
    since={
        "3.13": tuple("PatternError".split()),
    },
    omits={
        "Scanner": "undocumented",
        "T": "removed from Python",
        "TEMPLATE": "removed from Python",
        "template": "removed from Python",
        "copyreg": "decides how objects are copied",
        "enum": "imported by the module for itself",
        "functools": "imported by the module for itself",
    },
)
