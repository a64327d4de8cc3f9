"""``csv``: tables as text. Dialects and the limit of a field are the environment's: it has a ``_csv`` of its own."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="csv",
    way="copy",
    source="csv",
    shows=tuple(
        """
        Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC Sniffer
        __version__ excel excel_tab field_size_limit get_dialect list_dialects reader
        register_dialect unix_dialect unregister_dialect writer
        """.split()
    ),
    since={
        "3.12": tuple("QUOTE_NOTNULL QUOTE_STRINGS".split()),
    },
    omits={
        "StringIO": "imported by the module for itself",
        "re": "imported by the module for itself",
        "types": "imported by the module for itself",
    },
)
