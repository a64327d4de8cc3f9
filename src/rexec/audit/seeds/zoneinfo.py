import zoneinfo
zoneinfo.ZoneInfo("UTC")
zoneinfo.ZoneInfo("Europe/Berlin")
zoneinfo.ZoneInfo("a")
zoneinfo.ZoneInfo("../a")
zoneinfo.available_timezones()
zoneinfo.ZoneInfo.from_file(1)
zoneinfo.TZPATH
zoneinfo.reset_tzpath(["a"])
