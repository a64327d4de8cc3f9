"""``html.parser``: a parser whose handlers the guest writes."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

PATTERNS = """
attrfind_tolerant charref commentclose endendtag endtagfind entityref incomplete interesting_normal
locatestarttagend_tolerant piclose starttagopen tagfind_tolerant
""".split()

RECIPE = Recipe(
    name="html.parser",
    way="copy",
    source="html.parser",
    shows=("HTMLParser",),
    omits={
        **dict.fromkeys(PATTERNS, "a pattern that the parser keeps for itself"),
        "re": "imported by the module for itself",
        "unescape": "imported by the module for itself; html shows it",
    },
)
