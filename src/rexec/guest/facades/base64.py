"""``base64``: encodings of bytes."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="base64",
    way="copy",
    source="base64",
    shows=tuple(
        """
        a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode b32hexencode b64decode
        b64encode b85decode b85encode decode decodebytes encode encodebytes standard_b64decode
        standard_b64encode urlsafe_b64decode urlsafe_b64encode
        """.split()
    ),
    since={
        "3.13": tuple("z85decode z85encode".split()),
    },
    omits={
        "main": "the command line of the module",
        "test": "part of the command line of the module",
        "MAXBINSIZE": "a constant of an algorithm",
        "MAXLINESIZE": "a constant of an algorithm",
        "binascii": "imported by the module for itself",
        "re": "imported by the module for itself",
        "struct": "imported by the module for itself",
        "bytes_types": "a tuple that the module keeps for itself",
    },
)
