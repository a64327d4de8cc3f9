from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones
z = ZoneInfo("Europe/Berlin")
print(z, repr(z), z.key, z is ZoneInfo("Europe/Berlin"), z is ZoneInfo.no_cache("Europe/Berlin"), ZoneInfo)
for month in (1, 3, 7, 10):
    d = datetime(2024, month, 31 if month != 6 else 30, 2, 30, tzinfo=z)
    print(d, d.utcoffset(), d.dst(), d.tzname(), d.astimezone(timezone.utc), d.astimezone(ZoneInfo("America/New_York")))
print(datetime(2040, 7, 1, tzinfo=z).tzname(), datetime(1890, 1, 1, tzinfo=z).utcoffset())
d = datetime(2024, 10, 27, 2, 30, tzinfo=z)
print(d.fold, d.utcoffset(), d.replace(fold=1).utcoffset(), d.timestamp(), d.replace(fold=1).timestamp())
print(datetime.fromtimestamp(1711846800, z), datetime.fromtimestamp(1711846799, tz=z))
print(ZoneInfo("UTC").utcoffset(None), z.utcoffset(None), ZoneInfo("Etc/GMT+5").tzname(None))
names = available_timezones()
print({"Europe/Berlin", "UTC", "Asia/Tokyo"} <= names, len(names) > 400, "posixrules" in names)
names.clear()
print(len(available_timezones()) > 400)
ZoneInfo.clear_cache(only_keys=["Europe/Berlin"])
print(z is ZoneInfo("Europe/Berlin"), z == ZoneInfo("Europe/Berlin"))
ZoneInfo.clear_cache()
class Own(ZoneInfo):
    def tzname(self, dt): return "own " + super().tzname(dt)
print(datetime(2024, 1, 1, tzinfo=Own("Asia/Tokyo")).tzname())
for bad in ("Nowhere/Land", "Europe/berlin ", "America", ""):
    try: print(ZoneInfo(bad))
    except ZoneInfoNotFoundError as error: print(type(error).__mro__[1:3])
    except Exception as error: print("other")
for bad in ("/etc/localtime", "../zoneinfo/UTC", "Europe/../UTC", "Europe//Berlin", "./UTC"):
    try: ZoneInfo(bad)
    except ValueError as error: print(error)

# ---
import io, zoneinfo
data = b"TZif2" + b"\0" * 15 + b"\0\0\0\0" * 4 + b"\0\0\0\1\0\0\0\4" + b"\0\0\0\0\0\0ABC\0"
data = data[:44] + b"\0\0\0\0\0\0" + b"ABC\0" + data[:44] + b"\0\0\0\0\0\0" + b"ABC\0" + b"\nABC-3\n"
z = zoneinfo.ZoneInfo.from_file(io.BytesIO(data), key="own")
print(z, z.key, z.tzname(None), z.utcoffset(None))
print(repr(zoneinfo.ZoneInfo.from_file(io.BytesIO(data)))[:40])

# ---
import zoneinfo
zoneinfo.TZPATH    ### denied: tells paths of the host

# ---
import zoneinfo
zoneinfo.ZoneInfo(5)    ### raised: TypeError
