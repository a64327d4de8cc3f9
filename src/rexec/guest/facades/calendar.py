"""``calendar``: months and weeks as text and HTML, in the locale C; the first day of the week is the guest's own."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="calendar",
    way="copy",
    source="calendar",
    shows=tuple(
        """
        Calendar EPOCH FRIDAY HTMLCalendar IllegalMonthError IllegalWeekdayError
        LocaleHTMLCalendar LocaleTextCalendar MONDAY SATURDAY SUNDAY THURSDAY TUESDAY TextCalendar
        WEDNESDAY c calendar day_abbr day_name different_locale error firstweekday format formatstring
        isleap leapdays mdays month month_abbr month_name monthcalendar monthrange prcal prmonth prweek
        setfirstweekday timegm week weekday weekheader
        """.split()
    ),
    since={
        "3.12": tuple(
            """
            APRIL AUGUST DECEMBER Day FEBRUARY JANUARY JULY JUNE MARCH MAY Month NOVEMBER OCTOBER SEPTEMBER
            """.split()
        ),
    },
    omits={
        "January": "undocumented, and deprecated from 3.12 on",
        "February": "undocumented, and deprecated from 3.12 on",
        "main": "the command line of the module",
        "IntEnum": "imported by the module for itself",
        "datetime": "imported by the module for itself",
        "global_enum": "imported by the module for itself",
        "repeat": "imported by the module for itself",
        "sys": "imported by the module for itself",
        "warnings": "imported by the module for itself",
    },
)
