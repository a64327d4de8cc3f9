"""``zoneinfo``: a copy of the version in Python, over the time zones of the system (``guest/modules/zones.py``)."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="zoneinfo",
    way="copy",
    source="zoneinfo",
    shows=("ZoneInfo", "ZoneInfoNotFoundError", "available_timezones"),
    omits={
        "TZPATH": "tells paths of the host",
        "reset_tzpath": "would read other directories",
        "InvalidTZPathWarning": "is about TZPATH",
    },
)
