from datetime import date, datetime, time, timedelta, timezone, UTC, tzinfo, MINYEAR, MAXYEAR
d = datetime(2024, 2, 29, 12, 30, 15, 500, tzinfo=timezone.utc)
print(d, d.isoformat(), d.date(), d.time(), d.year, d.weekday(), d.replace(year=2025, day=1), d + timedelta(days=1, hours=2), d - datetime(2024, 1, 1, tzinfo=UTC))
print(d.strftime("%Y-%m-%d %H:%M"), datetime.strptime("2024-05-06", "%Y-%m-%d"), datetime.fromisoformat("2024-01-02T03:04:05"), date(2024, 1, 1).isocalendar(), d.timetuple().tm_yday)
print(timedelta(seconds=90), timedelta(1) / 2, timedelta(hours=25).days, timedelta(1).total_seconds(), -timedelta(1), abs(timedelta(-1)), timedelta(3) // timedelta(2), date.max, time(1, 2).isoformat())
print(d.astimezone(timezone(timedelta(hours=2), "X")), timezone.utc, timezone(timedelta(hours=-3)).utcoffset(None), f"{d:%A}", date(2020, 1, 1) < date(2020, 1, 2), date.fromordinal(1), MINYEAR, MAXYEAR)
print(datetime.combine(date(2020, 1, 1), time(5)), date.fromisoformat("2020-02-03").ctime(), d.timestamp(), datetime.fromtimestamp(0, UTC), repr(d), hash(date(2020, 1, 1)) == hash(date(2020, 1, 1)))
class Zone(tzinfo):
    def utcoffset(self, when): return timedelta(hours=1)
    def dst(self, when): return timedelta(0)
    def tzname(self, when): return "zone"
print(datetime(2020, 1, 1, tzinfo=Zone()), datetime(2020, 1, 1, tzinfo=Zone()).tzname(), d.astimezone(Zone()))
class Day(date):
    def next(self): return self + timedelta(1)
print(Day(2020, 1, 31).next(), type(Day(2020, 1, 31).next()).__name__)
datetime(2023, 2, 29)  ### raised: ValueError: day is out of range for month

# ---
import datetime
datetime.date.today = 1  ### raised: TypeError: cannot set 'today' attribute of immutable type 'datetime.date'

# ---
import datetime
datetime.datetime_CAPI  ### denied: a capsule for C code
