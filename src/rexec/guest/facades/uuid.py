"""``uuid``: identifiers, by chance or made from names."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="uuid",
    way="copy",
    source="uuid",
    shows=tuple(
        """
        NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 RESERVED_FUTURE RESERVED_MICROSOFT
        RESERVED_NCS RFC_4122 SafeUUID UUID uuid3 uuid4 uuid5
        """.split()
    ),
    omits={
        "getnode": "asks for the network address of the machine",
        "uuid1": "asks for the network address of the machine",
        "main": "the command line of the module",
        "Enum": "imported by the module for itself",
        "bytes_": "the builtin bytes",
        "int_": "the builtin int",
        "os": "imported by the module for itself",
        "platform": "imported by the module for itself",
        "sys": "imported by the module for itself",
    },
)
