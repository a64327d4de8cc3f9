import calendar
calendar.TextCalendar()
calendar.HTMLCalendar()
calendar.month_name
calendar.day_abbr
calendar.LocaleTextCalendar(locale="C")
calendar.monthrange(1, 13)
calendar.setfirstweekday(9)
calendar.LocaleTextCalendar(locale="x").formatmonth(1, 1)
calendar.Calendar().itermonthdates(2020, 1)
calendar.January
calendar.c
