"""``time``: reading clocks."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="time",
    way="table",
    source="time",
    shows=tuple(
        """
        CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME
        CLOCK_TAI CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres clock_gettime clock_gettime_ns
        ctime daylight get_clock_info gmtime localtime mktime monotonic monotonic_ns perf_counter
        perf_counter_ns process_time process_time_ns sleep strftime strptime struct_time thread_time
        thread_time_ns time time_ns timezone tzname
        """.split()
    ),
    omits={
        "clock_settime": "sets the clock of the machine",
        "clock_settime_ns": "sets the clock of the machine",
        "tzset": "changes the time zone of the whole process",
        "pthread_getcpuclockid": "takes a thread of the host",
    },
)
