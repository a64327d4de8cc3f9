import io, re
import sys; sys.argv[:] = ["prog"]
import unittest, sys
events = []
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): events.append("class")
    def setUp(self): self.x = 3; self.addCleanup(events.append, "cleanup")
    def tearDown(self): events.append("down")
    def test_ok(self):
        self.assertEqual(self.x, 3)
        with self.assertRaises(ZeroDivisionError) as c: 1/0
        self.assertEqual(str(c.exception), "division by zero")
        with self.assertRaisesRegex(ValueError, "lit"): int("x")
        self.assertIn(1, [1]); self.assertAlmostEqual(1.0, 1.00000001)
    def test_fail(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])
    def test_error(self):
        helper(0)
    def test_dict(self):
        self.assertDictEqual({"a": 1}, {"a": 2}, "msg")
    def test_multi(self):
        self.assertMultiLineEqual("a\nb\n", "a\nc\n")
    @unittest.skip("why")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.fail("x")
    @unittest.expectedFailure
    def test_xpass(self): pass
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
    def test_logs(self):
        import logging
        with self.assertLogs("foo", "INFO") as cm: logging.getLogger("foo").info("hello")
        self.assertEqual(cm.output, ["INFO:foo:hello"])
        with self.assertNoLogs(): pass
    def test_warns(self):
        import warnings
        with self.assertWarns(UserWarning) as w: warnings.warn("u")
        self.assertEqual(w.filename, __file__)
def helper(n): return 1 / n


def told(text):
    print(re.sub(r"in \d+\.\d+s", "in Xs", text))


s = unittest.defaultTestLoader.loadTestsFromTestCase(T)
print(s.countTestCases(), s)
out = io.StringIO()
r = unittest.TextTestRunner(stream=out, verbosity=2).run(s)
told(out.getvalue())
print(r, len(r.failures), len(r.errors), r.wasSuccessful(), events)
print(unittest.TestLoader().getTestCaseNames(T))
print(str(unittest.FunctionTestCase(told)), unittest.FunctionTestCase(told).id())
for arguments in (["-v", "T.test_ok"], ["-k", "test_ok", "-b", "-f"], ["Missing.such"]):
    out = io.StringIO()
    try:
        unittest.main(argv=["prog", *arguments], testRunner=unittest.TextTestRunner(out, verbosity=2))
    except SystemExit as error:
        print("exit", bool(error.code))
    told(out.getvalue())
for arguments in (["-h"], ["--nope"]):
    try:
        unittest.main(argv=["prog", *arguments])
    except SystemExit as error:
        print("exit", error.code)

# ---
import asyncio
import io
import unittest

events = []


class A(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        events.append("setUp")

    async def asyncSetUp(self):
        self.value = 1
        events.append("asyncSetUp")

    async def test_a(self):
        await asyncio.sleep(0)
        self.assertEqual(self.value, 1)
        events.append("test")

    def test_sync(self):
        events.append("sync")

    async def asyncTearDown(self):
        events.append("asyncTearDown")


result = unittest.TextTestRunner(io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(A))
print(result.wasSuccessful(), result.testsRun, events)

# ---
import io
import unittest


def setUpModule():
    print("module set up")


def tearDownModule():
    print("module torn down")


@unittest.skipIf(True, "whole class")
class S(unittest.TestCase):
    def test(self):
        pass


class N(unittest.TestCase):
    def setUp(self):
        if self._testMethodName == "test_not_set_up":
            self.skipTest("in setUp")

    def test_not_set_up(self):
        pass

    def test_buffer(self):
        print("hidden unless it fails")
        self.assertTrue(False, "why")

    def test_types(self):
        with self.assertRaises(self.failureException):
            self.assertIsInstance(1, str)
        self.assertCountEqual([1, 2], [2, 1])
        self.assertRegex("abc", "b")
        self.assertSequenceEqual((1,), [1])
        self.assertLess(1, 2)
        self.assertIsNone(None)


out = io.StringIO()
suite = unittest.TestSuite([N("test_types"), N("test_buffer"), N("test_not_set_up"), S("test")])
result = unittest.TextTestRunner(out, buffer=True).run(suite)
print(result.skipped, out.getvalue().split("Ran")[0])

# ---
import unittest

unittest.TestLoader().discover(".")  ### denied: not looked for in files
