"""``difflib``: what differs between two sequences."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="difflib",
    way="copy",
    source="difflib",
    shows=tuple(
        """
        Differ HtmlDiff IS_CHARACTER_JUNK IS_LINE_JUNK Match SequenceMatcher context_diff diff_bytes
        get_close_matches ndiff restore unified_diff
        """.split()
    ),
    omits={
        "GenericAlias": "imported by the module for itself",
        "re": "imported by the module for itself",
    },
)
