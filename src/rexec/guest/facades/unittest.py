"""``unittest``: the guest's own test cases, run by a runner that writes to the guest's stderr."""

from __future__ import annotations

from typing import Any

from rexec.guest.recipe import Recipe

HOMES = {
    "case": (
        "FunctionTestCase", "SkipTest", "TestCase", "addModuleCleanup", "doModuleCleanups", "enterModuleContext",
        "expectedFailure", "skip", "skipIf", "skipUnless",
    ),
    "loader": ("TestLoader", "defaultTestLoader"),
    "main": ("TestProgram", "main"),
    "result": ("TestResult",),
    "runner": ("TextTestResult", "TextTestRunner"),
    "suite": ("BaseTestSuite", "TestSuite"),
}  # fmt: skip
_LATE = "IsolatedAsyncioTestCase"


def _make(world: Any) -> dict[str, Any]:
    load = world.library.load
    values = {name: getattr(load(f"unittest.{home}"), name) for home, names in HOMES.items() for name in names}
    # Made when it is first asked for: asyncio comes with it.
    values[_LATE] = property(lambda facade: load("unittest.async_case").IsolatedAsyncioTestCase)
    return values


RECIPE = Recipe(
    name="unittest",
    way="own",
    shows=(*(name for names in HOMES.values() for name in names), _LATE),
    omits={
        **dict.fromkeys(("installHandler", "registerResult", "removeHandler", "removeResult"), "handles signals"),
        **dict.fromkeys("async_case case loader result runner signals suite util".split(), "its names are here"),
        **dict.fromkeys(("findTestCases", "getTestCaseNames", "makeSuite"), "deprecated, and gone since Python 3.13"),
        "load_tests": "looks for tests in files",
        "mock": "its objects answer for any class by __class__, which no guest's can",
    },
    make=_make,
)
