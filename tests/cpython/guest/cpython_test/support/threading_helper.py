"""Guest source: guests have one thread, so there is nothing to set up or to wait for."""

from cpython_test.needs import needs


def threading_setup():
    return ()


def threading_cleanup(*threads):
    pass


def reap_threads(decorated):
    return decorated


def requires_working_threading(*, module=False):
    return reap_threads


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return needs("test.support.threading_helper." + name)
