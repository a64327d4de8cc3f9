"""``enum``: enumerations."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="enum",
    way="copy",
    source="enum",
    shows=tuple(
        """
        CONFORM CONTINUOUS DynamicClassAttribute EJECT Enum EnumCheck EnumMeta EnumType Flag
        FlagBoundary IntEnum IntFlag KEEP NAMED_FLAGS ReprEnum STRICT StrEnum UNIQUE auto
        global_enum global_enum_repr global_flag_repr global_str member nonmember pickle_by_enum_name
        pickle_by_global_name property show_flag_values unique verify
        """.split()
    ),
    since={
        "3.13": tuple("EnumDict".split()),
    },
    omits={
        "MappingProxyType": "imported by the module for itself",
        "bin": "imported by the module for itself",
        "bltns": "imported by the module for itself",
        "sys": "imported by the module for itself",
        "reduce": "imported by the module for itself",
    },
)
