import colorsys
for rgb in ((0, 0, 0), (1, 1, 1), (0.2, 0.4, 0.4), (1, 0.5, 0.25)):
    for there, back in (("rgb_to_hsv", "hsv_to_rgb"), ("rgb_to_hls", "hls_to_rgb"), ("rgb_to_yiq", "yiq_to_rgb")):
        found = getattr(colorsys, there)(*rgb)
        print(there, found, getattr(colorsys, back)(*found))
print(colorsys.ONE_THIRD)
