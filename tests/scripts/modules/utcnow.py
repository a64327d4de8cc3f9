from datetime import datetime, timezone
class U(datetime):
    pass
a = datetime.utcnow(); b = U.utcnow()
print(abs((datetime.now(timezone.utc).replace(tzinfo=None) - a).total_seconds()) < 5, type(b).__name__, b.tzinfo)
print(datetime.utcfromtimestamp(0), U.utcfromtimestamp(1.5), type(U.utcfromtimestamp(1)).__name__)
for f in (lambda: datetime.utcfromtimestamp(1e20), lambda: datetime.utcfromtimestamp("a"), lambda: datetime.utcnow(1), lambda: datetime.utcfromtimestamp(), lambda: datetime.utcfromtimestamp(float("nan"))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
