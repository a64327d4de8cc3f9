"""``colorsys``: colours in several systems."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="colorsys",
    way="copy",
    source="colorsys",
    shows=tuple(
        """
        ONE_SIXTH ONE_THIRD TWO_THIRD hls_to_rgb hsv_to_rgb rgb_to_hls rgb_to_hsv rgb_to_yiq yiq_to_rgb
        """.split()
    ),
)
