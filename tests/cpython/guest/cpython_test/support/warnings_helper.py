"""Guest source: checks of warnings."""

import contextlib

from cpython_test.needs import needs


@contextlib.contextmanager
def check_warnings(*filters, quiet=True):
    import warnings

    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        yield found


def ignore_warnings(*, category):
    return lambda decorated: decorated


def check_no_warnings(test, message="", category=Warning, force_gc=False):
    return contextlib.nullcontext()


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return needs("test.support.warnings_helper." + name)
