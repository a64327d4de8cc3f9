# A key is no path: neither out of the directories, nor to what is in them and is no time zone.
import zoneinfo
class Key(str):
    def startswith(self, *rest): return False
    def split(self, *rest): return ["UTC"]
    def __eq__(self, other): return True
    __hash__ = str.__hash__
for key in ("../../etc/passwd", "..", "/etc/passwd", Key("../../../etc/passwd"), Key("/etc/passwd"), "UTC\0", "\ud800", "tzdata.zi",
            "leapseconds", "localtime/../../../../etc/passwd", "zone1970.tab", "Europe/../../../../etc/hostname"):
    try: zoneinfo.ZoneInfo(key)
    except (ValueError, KeyError): continue
    raise AssertionError(key)

# ---
# The copy's own function that opens.
import zoneinfo
z = zoneinfo.ZoneInfo("UTC")
assert z._file_path == "UTC"
class Away(zoneinfo.ZoneInfo):
    def _find_tzfile(self, key): return "/etc/passwd"
Away("UTC")    ### raised: ZoneInfo keys may not be absolute paths

# ---
import zoneinfo
class Away(zoneinfo.ZoneInfo):
    def _find_tzfile(self, key): return "../../../etc/passwd"
try: Away("UTC")
except ValueError as error: assert "ZoneInfo keys" in str(error) or "magic" in str(error), error
