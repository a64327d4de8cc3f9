"""Weak references: their callbacks run in the guest's time only; finalizers that are left run at its end."""

from __future__ import annotations

import gc

import pytest

from guest_runs import printed, run
from rexec.sandbox import Sandbox

C = "import weakref\nclass C: pass\nc = C()\n"


def test_finalizers_that_are_left_run_at_the_end_newest_first() -> None:
    text = "a, b, d = (weakref.finalize(c, print, each) for each in 'abd')\nd.atexit = False\nprint('end')"
    assert printed(C + text) == "end\nb\na\n"


@pytest.mark.parametrize("ending", ["1 / 0", "raise SystemExit(3)", "raise KeyboardInterrupt"])
def test_finalizers_run_however_the_program_ends(ending: str) -> None:
    assert run(C + f"f = weakref.finalize(c, print, 'last')\n{ending}").stdout == "last\n"


def test_finalizer_that_fails_is_told_on_stderr() -> None:
    result = run(C + "f = weakref.finalize(c, lambda: 1 / 0)\ng = weakref.finalize(c, print, 'other')")
    assert (result.outcome, result.stdout) == ("finished", "other\n")
    assert result.stderr.startswith("Traceback (most recent call last):\n")
    assert result.stderr.endswith("ZeroDivisionError: division by zero\n")


def test_finalizers_of_a_session_run_when_it_is_closed() -> None:
    seen: list[str] = []
    with Sandbox("default").session(on_stdout=seen.append) as session:
        session.run(C + "f = weakref.finalize(c, print, 'last')")
        assert seen == []
    assert "".join(seen) == "last\n"


def test_finalizer_that_writes_without_end_is_out_of_budget() -> None:
    result = run(C + "def f():\n    while True: print('x' * 1000000)\ng = weakref.finalize(c, f)")
    assert result.outcome == "out_of_budget"


CYCLE = """
import weakref
class C: pass
kept, c = [], C()
c.itself = c
def late(reference): print("late")
kept.append(weakref.ref(c, late)); kept.append(kept)
"""


def test_no_callback_runs_after_the_run() -> None:
    seen: list[str] = []
    enabled = gc.isenabled()
    gc.disable()
    try:
        session = Sandbox("default").session(on_stdout=seen.append)
        session.run(CYCLE)
        session.close()
        before = list(seen)
        gc.collect()
    finally:
        if enabled:
            gc.enable()
    assert seen == before


FILES = """
import io
class File(io.StringIO):
    def close(self): print("late")
f, g = File(), File()
f.other, g.other = g, f
g.close = lambda: print("late")
"""


def test_no_file_is_closed_after_the_run() -> None:
    seen: list[str] = []
    session = Sandbox("default").session(on_stdout=seen.append)
    session.run(FILES)
    session.close()
    gc.collect()
    assert seen == []
