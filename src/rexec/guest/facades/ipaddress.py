"""``ipaddress``: addresses and networks as numbers and text. Nothing here asks a network."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="ipaddress",
    way="copy",
    source="ipaddress",
    shows=tuple(
        """
        AddressValueError IPV4LENGTH IPV6LENGTH IPv4Address IPv4Interface IPv4Network IPv6Address
        IPv6Interface IPv6Network NetmaskValueError collapse_addresses get_mixed_type_key ip_address
        ip_interface ip_network summarize_address_range v4_int_to_packed v6_int_to_packed
        """.split()
    ),
    omits={
        "functools": "imported by the module for itself",
    },
)
