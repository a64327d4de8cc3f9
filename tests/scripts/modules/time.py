import time
print(time.gmtime(0), time.strftime("%Y-%m-%d", time.gmtime(0)), time.asctime(time.gmtime(0)), time.strptime("2020-01-02", "%Y-%m-%d").tm_yday, time.struct_time(range(9)).tm_mon, time.gmtime(86400).tm_mday)
a = time.monotonic()
time.sleep(0)
print(time.monotonic() >= a, time.perf_counter() > 0, time.time() > 1e9, time.time_ns() > 1, time.process_time() >= 0, time.get_clock_info("time").monotonic, type(time.localtime()).__name__, time.monotonic_ns() > 0, time.perf_counter_ns() > 0)
print(time.mktime(time.localtime(1000)) == 1000, len(time.ctime(0)) > 10, type(time.timezone).__name__, type(time.tzname).__name__, time.clock_gettime(time.CLOCK_MONOTONIC) > 0, time.clock_getres(time.CLOCK_REALTIME) > 0, type(time.daylight).__name__, time.thread_time() >= 0)
time.sleep(-1)  ### raised: ValueError: sleep length must be non-negative

# ---
import time
time.tzset()  ### denied: changes the time zone of the whole process

# ---
import time
time.clock_settime(0, 0)  ### denied: sets the clock of the machine
