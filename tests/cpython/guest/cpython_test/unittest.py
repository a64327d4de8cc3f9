"""Guest source: the part of unittest that CPython's own tests of pure modules use."""

import asyncio
import contextlib
import re

from .needs import SkipTest, needs, skipping

_MISSING = object()


def skip(why):
    return lambda decorated: skipping(decorated, "said so: " + str(why))


def skipIf(condition, why):
    return skip(why) if condition else lambda decorated: decorated


def skipUnless(condition, why):
    return skipIf(not condition, why)


def expectedFailure(function):
    def failing(self, *args):
        try:
            function(self, *args)
        except SkipTest:
            raise
        except Exception:
            return
        raise AssertionError("an unexpected success")

    return failing


def main(*args, **kwargs):
    pass


class _Raises:
    def __init__(self, test, expected, pattern=None):
        self.test = test
        self.expected = expected
        self.pattern = pattern

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            raise self.test.failureException(f"{self.expected!r} not raised")
        if not issubclass(kind, self.expected) or issubclass(kind, SkipTest):
            return False
        self.exception = error
        if self.pattern is not None and not re.search(self.pattern, str(error)):
            pattern = self.pattern if isinstance(self.pattern, str | bytes) else self.pattern.pattern
            raise self.test.failureException(f'"{pattern}" does not match "{error}"')
        return True


class _Warns:
    def __init__(self, test, expected, pattern=None):
        self.test = test
        self.expected = expected
        self.pattern = pattern
        self.filename = None

    def __enter__(self):
        import warnings

        self.catcher = warnings.catch_warnings(record=True)
        self.warnings = self.catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, error, traceback):
        self.catcher.__exit__(kind, error, traceback)
        if kind is not None:
            return False
        for each in self.warnings:
            if isinstance(each.message, self.expected):
                self.warning = each.message
                self.filename, self.lineno = each.filename, each.lineno
                if self.pattern is None or re.search(self.pattern, str(each.message)):
                    return False
        raise self.test.failureException(f"{self.expected!r} not triggered")


def _called(context, args, kwargs):
    if not args:
        return context
    function, *rest = args
    if function is None:
        return None
    with context:
        function(*rest, **kwargs)
    return None


class TestCase:
    """Assertions as in the library reference; their own texts are short."""

    failureException = AssertionError
    longMessage = True
    maxDiff = None
    _skip_why = None

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._equalities = {}

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def __str__(self):
        return self.id()

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, context):
        made = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        return made

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        pass

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def addTypeEqualityFunc(self, kind, function):
        self._equalities[kind] = function

    def skipTest(self, why):
        raise SkipTest("said so: " + str(why))

    @contextlib.contextmanager
    def subTest(self, msg=None, **parameters):
        yield

    def run_alone(self):
        self.setUp()
        try:
            getattr(self, self._testMethodName)()
        finally:
            try:
                self.tearDown()
            finally:
                self.doCleanups()

    # ------------------------------------------------------------------------------------ assertions

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        return standard if msg is None else f"{standard} : {msg}"

    def _hold(self, holds, standard, msg):
        if not holds:
            raise self.failureException(standard() if msg is None else f"{standard()} : {msg}")

    def assertTrue(self, value, msg=None):
        self._hold(value, lambda: f"{value!r} is not true", msg)

    def assertFalse(self, value, msg=None):
        self._hold(not value, lambda: f"{value!r} is not false", msg)

    def assertEqual(self, first, second, msg=None):
        function = self._equalities.get(type(first)) if type(first) is type(second) else None
        if function is not None:
            function(first, second, msg=msg)
            return
        self._hold(first == second, lambda: f"{first!r} != {second!r}", msg)

    assertMultiLineEqual = assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertEqual

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        self._hold(list(first) == list(second), lambda: f"{first!r} != {second!r}", msg)

    def assertNotEqual(self, first, second, msg=None):
        self._hold(first != second, lambda: f"{first!r} == {second!r}", msg)

    def assertIs(self, first, second, msg=None):
        self._hold(first is second, lambda: f"{first!r} is not {second!r}", msg)

    def assertIsNot(self, first, second, msg=None):
        self._hold(first is not second, lambda: f"identical: {first!r}", msg)

    def assertIsNone(self, value, msg=None):
        self._hold(value is None, lambda: f"{value!r} is not None", msg)

    def assertIsNotNone(self, value, msg=None):
        self._hold(value is not None, lambda: "unexpectedly None", msg)

    def assertIn(self, member, container, msg=None):
        self._hold(member in container, lambda: f"{member!r} not found in {container!r}", msg)

    def assertNotIn(self, member, container, msg=None):
        self._hold(member not in container, lambda: f"{member!r} found in {container!r}", msg)

    def assertIsInstance(self, value, kind, msg=None):
        self._hold(isinstance(value, kind), lambda: f"{value!r} is not an instance of {kind!r}", msg)

    def assertNotIsInstance(self, value, kind, msg=None):
        self._hold(not isinstance(value, kind), lambda: f"{value!r} is an instance of {kind!r}", msg)

    def assertIsSubclass(self, value, kind, msg=None):
        self._hold(issubclass(value, kind), lambda: f"{value!r} is not a subclass of {kind!r}", msg)

    def assertNotIsSubclass(self, value, kind, msg=None):
        self._hold(not issubclass(value, kind), lambda: f"{value!r} is a subclass of {kind!r}", msg)

    def assertHasAttr(self, value, name, msg=None):
        self._hold(hasattr(value, name), lambda: f"{value!r} has no attribute {name!r}", msg)

    def assertNotHasAttr(self, value, name, msg=None):
        self._hold(not hasattr(value, name), lambda: f"{value!r} has attribute {name!r}", msg)

    def assertStartsWith(self, value, prefix, msg=None):
        self._hold(value.startswith(prefix), lambda: f"{value!r} does not start with {prefix!r}", msg)

    def assertEndsWith(self, value, suffix, msg=None):
        self._hold(value.endswith(suffix), lambda: f"{value!r} does not end with {suffix!r}", msg)

    def assertLess(self, first, second, msg=None):
        self._hold(first < second, lambda: f"{first!r} not less than {second!r}", msg)

    def assertLessEqual(self, first, second, msg=None):
        self._hold(first <= second, lambda: f"{first!r} not less than or equal to {second!r}", msg)

    def assertGreater(self, first, second, msg=None):
        self._hold(first > second, lambda: f"{first!r} not greater than {second!r}", msg)

    def assertGreaterEqual(self, first, second, msg=None):
        self._hold(first >= second, lambda: f"{first!r} not greater than or equal to {second!r}", msg)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._hold(_is_almost(first, second, places, delta), lambda: f"{first!r} != {second!r}", msg)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._hold(not _is_almost(first, second, places, delta), lambda: f"{first!r} == {second!r}", msg)

    def assertRegex(self, text, pattern, msg=None):
        self._hold(re.search(pattern, text), lambda: f"{pattern!r} not found in {text!r}", msg)

    def assertNotRegex(self, text, pattern, msg=None):
        self._hold(not re.search(pattern, text), lambda: f"{pattern!r} found in {text!r}", msg)

    def assertCountEqual(self, first, second, msg=None):
        left, more = list(second), []
        for each in first:
            if each in left:
                left.remove(each)
            else:
                more.append(each)
        self._hold(not left and not more, lambda: f"{more!r} and {left!r} differ", msg)

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        self._hold(dictionary == {**dictionary, **subset}, lambda: f"{subset!r} not in {dictionary!r}", msg)

    def assertRaises(self, expected, *args, **kwargs):
        kwargs.pop("msg", None)
        return _called(_Raises(self, expected), args, kwargs)

    def assertRaisesRegex(self, expected, pattern, *args, **kwargs):
        kwargs.pop("msg", None)
        return _called(_Raises(self, expected, pattern), args, kwargs)

    def assertWarns(self, expected, *args, **kwargs):
        return _called(_Warns(self, expected), args, kwargs)

    def assertWarnsRegex(self, expected, pattern, *args, **kwargs):
        return _called(_Warns(self, expected, pattern), args, kwargs)

    def assertLogs(self, logger=None, level=None):
        raise SkipTest("needs logging")

    assertNoLogs = assertLogs


def _is_almost(first, second, places, delta):
    if first == second:
        return True
    difference = abs(first - second)
    if delta is not None:
        return difference <= delta
    return round(difference, 7 if places is None else places) == 0


class IsolatedAsyncioTestCase(TestCase):
    """Each test in a loop of its own."""

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    async def _whole(self):
        await self.asyncSetUp()
        try:
            made = getattr(self, self._testMethodName)()
            if made is not None:
                await made
        finally:
            await self.asyncTearDown()
            while self._cleanups:
                function, args, kwargs = self._cleanups.pop()
                made = function(*args, **kwargs)
                if made is not None:
                    await made

    def run_alone(self):
        self.setUp()
        try:
            asyncio.run(self._whole())
        finally:
            self.tearDown()


class TestSuite:
    pass


mock = needs("unittest.mock")


# --------------------------------------------------------------------------------------------------------------
# What the harness calls

_ready = {}


def tests_of(namespace):
    """The names of the classes with tests, each with the names of its tests."""
    found = []
    for name, value in list(namespace.items()):
        if isinstance(value, type) and (issubclass(value, TestCase) or _is_real(value)):
            found.append([name, [each for each in dir(value) if each[:4] == "test" and callable(getattr(value, each))]])
    return found


def _is_real(kind):
    """Whether a class is a test of the guest's own unittest."""
    return hasattr(kind, "debug") and hasattr(kind, "defaultTestResult")


def _run_real(kind, name):
    try:
        kind(name).debug()
    except Exception as error:
        if type(error).__name__ == "SkipTest":
            return str(error) or "said so"
        raise
    return None


def run_one(kind, name):
    """Run one test. What it answers is why it was skipped; its failure is an exception."""
    if _is_real(kind):
        return _run_real(kind, name)
    if kind._skip_why is not None:
        return kind._skip_why
    try:
        if kind not in _ready:
            _ready[kind] = None
            kind.setUpClass()
        kind(name).run_alone()
    except SkipTest as error:
        return str(error) or "said so"
    return None
