"""``time``: reading clocks, and ``strptime`` of a private copy: C would run the host's, with its cache and lock."""

from __future__ import annotations

from typing import Any

from rexec.guest.guards.contested import exact_text
from rexec.guest.origin import mro_of
from rexec.guest.recipe import Recipe


def _own(world: Any) -> dict[str, Any]:
    def strptime(*given: Any) -> Any:
        exact = [exact_text(each) if str in mro_of(type(each)) else each for each in given]
        return world.library.load("_strptime")._strptime_time(*exact)

    return {"strptime": strptime}


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
    make=_own,
)
