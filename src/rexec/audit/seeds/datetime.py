import datetime
datetime.datetime(2020, 1, 1)
datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc).tzinfo
datetime.timezone.utc
datetime.date(2020, 1, 1).isocalendar()
datetime.date(2020, 1, 1).timetuple()
datetime.time(1)
datetime.timedelta(1)
datetime.tzinfo()
datetime.datetime.strptime("2020", "%Y")
datetime.datetime.strptime("a", "%q")
datetime.datetime.fromisoformat("a")
datetime.date(0, 0, 0)
datetime.datetime(2020, 1, 1).astimezone()
