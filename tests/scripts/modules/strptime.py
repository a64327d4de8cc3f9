from datetime import datetime, date, timezone, timedelta, tzinfo
import time
print(datetime.strptime("2024-05-06 07:08:09.123", "%Y-%m-%d %H:%M:%S.%f"), datetime.strptime("Mon 06 May 2024 +0200", "%a %d %B %Y %z").utcoffset(), datetime.strptime("12/31/99 11:59 PM", "%m/%d/%y %I:%M %p"))
class D(datetime):
    def __new__(cls, *a, **k): return super().__new__(cls, *a, **k)
    @classmethod
    def parse(cls, t): return super().strptime(t, "%Y")
print(type(D.strptime("2020", "%Y")).__name__, D.parse("2021"), datetime.now().strptime("7", "%d"))
for f in (lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2020", "%Q"), lambda: datetime.strptime("2020 1", "%Y"), lambda: datetime.strptime("2020"), lambda: datetime.strptime(1, "%Y"), lambda: datetime.strptime("2020", 5), lambda: datetime.strptime("%", "%"), lambda: time.strptime("x", "%Y"), lambda: time.strptime(), lambda: time.strptime(1), lambda: time.strptime("2020-W01", "%G-W%V"), lambda: datetime.strptime("30 Feb 2021", "%d %b %Y")):
    try: print(f())
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
print(time.strptime("Thu Jan  1 00:00:00 1970"), time.strptime("2020 060", "%Y %j")[:8], time.strptime("12 2020", "%U %Y")[:3])
class S(str):
    def __hash__(self): return str.__hash__(self)
    def __eq__(self, other): return str.__eq__(self, other)
print(datetime.strptime(S("2020"), S("%Y")), time.strptime(S("2020"), S("%Y"))[:2], datetime(2020,1,2).strftime(S("%d")), time.strftime(S("%Y"), (2020,)+(1,)*8))
class Zone(tzinfo):
    def utcoffset(self, when): return timedelta(hours=1)
    def dst(self, when): return None
    def tzname(self, when): return S("100%d")
print(datetime(2020, 1, 1, tzinfo=Zone()).strftime("%Z %z %%"))
