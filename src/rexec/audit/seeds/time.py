import time
time.gmtime(0)
time.get_clock_info("time")
time.strptime("2020", "%Y")
time.strptime("a", "%Y")
time.get_clock_info("a")
time.mktime(1)
time.strftime(1)
