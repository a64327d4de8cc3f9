"""Guest source: the part of test.support that needs neither files nor processes. The rest skips."""

import contextlib
import functools
import sys

from cpython_test.needs import needs
from cpython_test.unittest import skip

verbose = 0
is_emscripten = is_wasi = is_android = is_apple = is_apple_mobile = is_jython = False
has_strftime_extensions = MISSING_C_DOCSTRINGS = Py_DEBUG = Py_GIL_DISABLED = False
HAVE_DOCSTRINGS = True
LOOPBACK_TIMEOUT = SHORT_TIMEOUT = LONG_TIMEOUT = INTERNET_TIMEOUT = 10.0
MAX_Py_ssize_t = sys.maxsize
_1M = 1024 * 1024
_1G, _2G, _4G = 1024 * _1M, 2048 * _1M, 4096 * _1M


class TestFailed(Exception):
    pass


class _Equal:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


@functools.total_ordering
class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False


ALWAYS_EQ, NEVER_EQ, LARGEST, SMALLEST = _Equal(), _NeverEqual(), _Largest(), _Smallest()


def _same(decorated):
    return decorated


cpython_only = impl_detail_only = requires_IEEE_754 = no_tracing = requires_docstrings = _same
skip_if_buggy_ucrt_strfptime = force_not_colorized = skip_on_s390x = requires_gil_enabled = _same


def impl_detail(msg=None, **guards):
    return _same


def skip_if_pgo_task(decorated):
    return decorated


def check_impl_detail(**guards):
    return guards.get("cpython", not guards)


def is_resource_enabled(name):
    return False


def suppress_immortalization(suppress=True):
    return _same


def requires_debug_ranges(why=""):
    return _same


def has_no_debug_ranges():
    return False


def requires_working_socket(*, module=False):
    return skip("guests have no sockets")


def requires_resource(name):
    return skip("the resource " + name + " is for long runs")


def bigmemtest(*args, **kwargs):
    return skip("takes gigabytes")


def bigaddrspacetest(decorated):
    return skip("takes gigabytes")(decorated)


def gc_collect():
    pass


def check_sanitizer(**kinds):
    return False


@contextlib.contextmanager
def infinite_recursion(max_depth=None):
    yield


@contextlib.contextmanager
def disable_gc():
    yield


@contextlib.contextmanager
def captured_stdout():
    import io

    found = io.StringIO()
    with contextlib.redirect_stdout(found):
        yield found


@contextlib.contextmanager
def captured_stderr():
    import io

    found = io.StringIO()
    with contextlib.redirect_stderr(found):
        yield found


def captured_output(name):
    return captured_stdout() if name == "stdout" else captured_stderr()


@contextlib.contextmanager
def swap_attr(owner, name, value):
    had = hasattr(owner, name)
    before = getattr(owner, name, None)
    setattr(owner, name, value)
    try:
        yield before
    finally:
        if had:
            setattr(owner, name, before)
        else:
            delattr(owner, name)


@contextlib.contextmanager
def swap_item(owner, key, value):
    had = key in owner
    before = owner.get(key)
    owner[key] = value
    try:
        yield before
    finally:
        if had:
            owner[key] = before
        else:
            del owner[key]


def check_disallow_instantiation(test, kind, *args, **kwargs):
    test.assertRaisesRegex(TypeError, "cannot create", kind, *args, **kwargs)


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return needs("test.support." + name)
