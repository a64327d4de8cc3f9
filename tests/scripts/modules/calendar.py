import calendar
print(calendar.TextCalendar(6).formatmonth(2024, 2))
print(calendar.HTMLCalendar().formatmonth(2023, 5)[:300])
print(len(calendar.HTMLCalendar().formatyearpage(2023)))
print(calendar.calendar(2025, m=4)[:400])
calendar.prmonth(2024, 12)
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(1900, 2001), calendar.weekday(2024, 1, 1))
print(list(calendar.day_name), list(calendar.month_abbr), calendar.day_abbr[1:3], len(calendar.month_name))
print(calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.EPOCH, calendar.mdays)
print(calendar.monthcalendar(2024, 2))
print(list(calendar.Calendar(firstweekday=6).itermonthdates(2024, 2))[:3])
print([day for day in calendar.Calendar().itermonthdays4(2024, 2)][:2])

# ---
import calendar
print(calendar.firstweekday())
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.weekheader(3))
print(calendar.month(2024, 2))
try:
    calendar.setfirstweekday(9)
except calendar.IllegalWeekdayError as error:
    print(error, repr(error))
try:
    calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as error:
    print(error, isinstance(error, ValueError))

# ---
# python: >=3.12
import calendar
print(calendar.MONDAY, repr(calendar.MONDAY), calendar.Day.SUNDAY, repr(calendar.Month.MAY), calendar.JANUARY + 1)
print(list(calendar.Month)[:2], calendar.Month(3) is calendar.MARCH, calendar.Day["FRIDAY"])

# ---
import calendar
print(calendar.LocaleTextCalendar(locale="C").formatmonth(2024, 2))
print(calendar.LocaleHTMLCalendar(locale="C").formatweekheader())
class Short(calendar.TextCalendar):
    def formatweekday(self, day, width): return "#" * width
print(Short(3).formatmonth(2022, 7))
with calendar.different_locale("C"):
    print(calendar.day_name[0])

# ---
import calendar
try:
    calendar.LocaleTextCalendar(locale="xx_XX.nowhere").formatmonth(2024, 2)
except Exception as error:
    print(type(error).__name__, error)

# ---
import calendar
calendar.main    ### denied: does not show "main"
