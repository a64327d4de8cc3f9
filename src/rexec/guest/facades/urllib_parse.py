"""``urllib.parse``: addresses as text. Nothing here asks a network."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="urllib.parse",
    way="copy",
    source="urllib.parse",
    shows=tuple(
        """
        DefragResult DefragResultBytes ParseResult ParseResultBytes ResultBase SplitResult
        SplitResultBytes clear_cache non_hierarchical parse_qs parse_qsl quote quote_from_bytes
        quote_plus scheme_chars splitattr splithost splitnport splitpasswd splitport splitquery splittag
        splittype splituser splitvalue to_bytes unquote unquote_plus unquote_to_bytes unwrap urldefrag
        urlencode urljoin urlparse urlsplit urlunparse urlunsplit uses_fragment uses_netloc uses_params
        uses_query uses_relative
        """.split()
    ),
    omits={
        "functools": "imported by the module for itself",
        "ipaddress": "imported by the module for itself",
        "math": "imported by the module for itself",
        "namedtuple": "imported by the module for itself",
        "re": "imported by the module for itself",
        "sys": "imported by the module for itself",
        "types": "imported by the module for itself",
        "warnings": "imported by the module for itself",
    },
)
