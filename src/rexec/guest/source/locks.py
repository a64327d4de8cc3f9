"""
threading.Condition and Semaphore for one thread, run as guest code: nobody else can wake who waits.

``Lock``, ``sleep`` and ``forever`` are put into its namespace.
"""


class Condition:
    """A lock to hold; waiting ends with the timeout, since no other thread notifies."""

    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock

    def acquire(self, *args):
        return self._lock.acquire(*args)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def wait(self, timeout=None):
        if timeout is None:
            raise RuntimeError(forever)
        sleep(timeout)
        return False

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass

    def __repr__(self):
        return f"<Condition({self._lock!r}, 0)>"


class Semaphore:
    """A counter that is not waited for without a timeout."""

    def __init__(self, value=1):
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if self._value == 0 and blocking:
            if timeout is None:
                raise RuntimeError(forever)
            sleep(timeout)
        if self._value == 0:
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        self._value += n
