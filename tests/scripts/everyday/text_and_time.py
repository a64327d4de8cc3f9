import re

log = """2024-01-05 ERROR disk full on /dev/sda1
2024-01-06 INFO  all fine
2024-02-07 ERROR net down"""
pattern = re.compile(r"^(?P<date>\d{4}-(?P<month>\d\d)-\d\d)\s+(?P<level>[A-Z]+)\s+(.*)$", re.MULTILINE)
for m in pattern.finditer(log):
    print(m.groupdict(), m[4], m.span("level"), m.start(), m.lastindex, m.lastgroup, m.re is pattern, m.pos, m.string is log)
print(re.sub(r"(\w+) (\w+)", r"\2 \g<1>", "hello world"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"), re.subn("a", "b", "aaa", count=2))
print(re.split(r"[,;]\s*", "a, b;c"), re.split("(-)", "a-b", maxsplit=1), re.findall(r"(a)(b)?", "ab a"), re.fullmatch("a+", "aaa"), re.match("b", "a"))
print(re.escape("a.b*c"), re.compile("a", re.I | re.M), re.compile(b"x").findall(b"axx"), re.search("(?i)X", "axb"), pattern.groups, pattern.groupindex)
for bad in ("(", "[a", "*a", "(?P<x>a)(?P<x>b)", "a{2,1}", r"\8", "(?<=a+)b"):
    try:
        re.compile(bad)
    except re.error as error:
        print(error, error.pos, error.pattern, error.msg)
print(re.match(r"(\d+)-(\d+)", "10-20").expand(r"\2/\1"), re.sub("(?x) a  # comment\n b", "-", "ab"), re.findall(r"\b\w", "the end"), re.I, repr(re.A | re.X))
tokens = [("NUM", r"\d+"), ("OP", r"[-+*/()]"), ("WS", r"\s+")]
master = re.compile("|".join(f"(?P<{n}>{p})" for n, p in tokens))
print([(m.lastgroup, m.group()) for m in master.finditer("1 + 23*(4)") if m.lastgroup != "WS"])
m = re.match("(a)(b)?", "a")
print(m.group(0, 1, 2), m.groups("-"), m.end(2), m, bool(m))
print(re.sub("", "-", "abc"), re.sub("x*", "-", "axb"), re.sub("(?P<n>.)", r"<\g<n>\g<0>>", "ab"), re.compile("a") == re.compile("a"), re.NOFLAG)
try:
    re.sub("a", r"\g<9>", "a")
except (re.error, IndexError) as error:
    print(type(error).__name__, error)

# ---
import string, textwrap

print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords("the end-of it"), string.Template("$who owes ${what}$$").substitute(who="I", what=5))
print(string.Template("$a $b").safe_substitute(a=1), string.Template("$a").substitute({"a": [1]}))
for bad in ("$", "$1", "$a"):
    try:
        print(string.Template(bad).substitute())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+"


print(Percent("%x %%").substitute(x=1), string.Formatter().format("{0} {name!r:>6} {1[k]}", 1, {"k": 2}, name="n"), list(string.Formatter().parse("a{b!r:c}d")))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)


print(Default().format("{a} {b} {0}", 9, a=1))
text = "  The quick brown fox jumped over the lazy dog, again and again.\n  Twice."
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "), textwrap.shorten(text, 30), repr(textwrap.dedent("   a\n     b\n")), textwrap.indent("a\n\nb", "> "), sep="\n")
print("{:>10}|{:^10}|{:<10}|{:*^9}|{:+d}|{:,}|{:.3f}|{:e}|{:%}|{:b}|{:#x}|{:010.2f}|{!r}|{!s:5}|".format("a", "b", "c", "d", 5, 1234567, 3.14159, 12345.678, 0.5, 5, 255, -3.14159, "r", "s"))
print("{0[1]} {1[a]} {2.real} {x} {{}}".format([1, 2], {"a": "A"}, 5, x=1), "%s %r %5.2f %-5d| %x %05d %% %c" % ("s", "r", 1.239, 4, 255, 42, "c"))
print("%(a)s-%(b)03d" % {"a": 1, "b": 2}, "{a[0]}{b.imag}{a}".format(a="xy", b=2j), "{:{}}".format("a", ">3"), "{0}{1}{0}".format("a", "b"), f"{3.0!r:>6}{'x':-^5}{5=}{1 + 1 = :>4}")
s = "Hello, Wörld"
print(s.center(20, "."), s.partition(", "), s.rpartition("l"), s.swapcase(), s.casefold(), s.translate(str.maketrans("lo", "01", "H")), s.encode("utf-8"), s.isascii(), s.expandtabs(), s.zfill(15), s.removeprefix("Hello"), s.removesuffix("ld"))
print(s.find("l"), s.rindex("l"), s.count("l"), s.startswith(("x", "H")), "a\nb\r\nc".splitlines(True), ",".join("abc"), "x".join([]), "ab" * 3, s[::-1], s[-3:], s[100:], "abc" < "abd", "é" == "e\u0301", ascii(s), "ß".upper(), "ǅ".istitle(), "½".isnumeric())

# ---
import datetime as dt
from datetime import datetime, date, timedelta, timezone, time

day = date(2024, 2, 29)
print(day, day.isoformat(), day.weekday(), day.isocalendar(), day.replace(year=2023, day=1), day + timedelta(days=366), day - date(2024, 1, 1), day.strftime("%d %b %Y %j"), f"{day:%A}", date.fromisoformat("2024-12-25"), day.timetuple().tm_yday, day.toordinal(), date.fromordinal(1), repr(day))
moment = datetime(2024, 3, 10, 14, 5, 6, 789, tzinfo=timezone.utc)
print(moment, repr(moment), moment.isoformat(timespec="minutes"), moment.astimezone(timezone(timedelta(hours=-5), "EST")), moment.timestamp(), datetime.fromtimestamp(0, timezone.utc), moment.utctimetuple().tm_hour, moment.date(), moment.timetz(), moment.replace(tzinfo=None), datetime.combine(day, time(1, 2)))
print(datetime.strptime("10/03/2024 02:05 PM", "%d/%m/%Y %I:%M %p"), datetime.strptime("2024-03-10T14:05:06+0200", "%Y-%m-%dT%H:%M:%S%z"), datetime.fromisoformat("2024-03-10T14:05:06.5+01:00"), dt.UTC)
for bad in (lambda: datetime.strptime("x", "%Y"), lambda: date(2023, 2, 29), lambda: datetime(1, 1, 1) - moment, lambda: datetime.fromisoformat("nope"), lambda: time(25), lambda: moment < datetime(1, 1, 1), lambda: timedelta(days=10**10), lambda: datetime.strptime("2024 x", "%Y")):
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
gap = timedelta(hours=25, minutes=-30)
print(gap, repr(gap), gap.total_seconds(), gap * 2, gap / 2, gap // timedelta(hours=1), divmod(gap, timedelta(hours=1)), -gap, abs(-gap), gap > timedelta(1), sum([gap, gap], timedelta()), timedelta.max, gap.days, gap.seconds, bool(timedelta()), hash(gap) == hash(timedelta(hours=24.5)))
print(sorted([date(2024, 1, 2), date(2023, 1, 1)]), {day: 1}[date(2024, 2, 29)], max(day, date.min), date.today() >= day, datetime.now().tzinfo, isinstance(moment, date), moment == moment.astimezone(timezone(timedelta(hours=3))), time(1, 2, 3).isoformat(), time.fromisoformat("04:05"), moment.strftime("%H:%M:%S %Z%z %f"))


class Fixed(dt.tzinfo):
    def utcoffset(self, when):
        return timedelta(hours=2)

    def dst(self, when):
        return timedelta(0)

    def tzname(self, when):
        return "FIX"


local = datetime(2024, 1, 1, tzinfo=Fixed())
print(local, local.tzname(), local.strftime("%Z %z"), local.astimezone(timezone.utc), local.utcoffset(), local.dst())


class Stamp(datetime):
    @property
    def pretty(self):
        return f"{self:%Y/%m}"


print(Stamp(2024, 5, 6).pretty, type(Stamp(2024, 5, 6) + timedelta(1)).__name__, type(Stamp.strptime("2024", "%Y")).__name__, Stamp.fromisoformat("2024-01-01").pretty)

# ---
import time

start = time.monotonic()
print(type(time.time()).__name__, time.monotonic() >= start, time.gmtime(0), time.gmtime(0).tm_year, time.strftime("%Y-%m-%d", time.gmtime(86400)), time.strptime("30 Nov 00", "%d %b %y")[:3], time.asctime(time.gmtime(0)), time.struct_time(range(9)).tm_mday)
time.sleep(0)
print(time.struct_time, time.gmtime(0) == time.gmtime(0.5), tuple(time.gmtime(0))[:3], isinstance(time.gmtime(), tuple), time.mktime(time.localtime(1000)), len(time.gmtime()), time.perf_counter_ns() > 0)
try:
    time.strptime("x", "%Y")
except ValueError as error:
    print(error)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
