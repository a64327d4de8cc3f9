"""I6: what a guest wrote does not run once its session is closed; what belongs to the thread is as it was (I3)."""

from __future__ import annotations

import gc
import sys
import warnings

import pytest

from rexec.sandbox import Sandbox

HELD_BY_A_CLASS = """
def late(say=print):
    try: yield
    finally: say("late")
class Holder:
    held = late()
next(Holder.held)
"""
OF_A_LIBRARY_GENERATOR = """
import heapq
class Endless:
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self, say=print): say("late")
endless = Endless()
merged = heapq.merge([], endless)
next(merged), next(merged)
endless.merged = merged
"""
OF_A_TEXT = '''
import timeit
timeit.Timer("""
def late(say=print):
    try: yield
    finally: say("late")
class Holder: pass
holder = Holder()
holder.held = late()
next(holder.held)
holder.itself = holder
""").timeit(1)
'''
HOOKS = """
import asyncio
class Events:
    def _get_running_loop(self): return None
    def _set_running_loop(self, loop):
        if loop is None: raise SystemExit
loop = type(asyncio.new_event_loop())(Events(), None, print)
loop.call_soon(loop.stop)
loop.run_forever()
"""


@pytest.mark.parametrize("text", [HELD_BY_A_CLASS, OF_A_LIBRARY_GENERATOR, OF_A_TEXT])
def test_nothing_runs_after_the_end(text: str) -> None:
    said: list[str] = []
    gc.collect()
    with Sandbox("default").session(on_stdout=said.append) as session:
        assert session.run(text).outcome == "finished"
    del session
    before = len(said)
    gc.collect()
    assert said[before:] == []


def test_hooks_of_asynchronous_generators_are_as_they_were() -> None:
    before = sys.get_asyncgen_hooks()
    try:
        Sandbox("default").run(HOOKS)
        assert sys.get_asyncgen_hooks() == before
    finally:
        sys.set_asyncgen_hooks(*before)


OF_A_DELEGATE = """
class Late:
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self, say=print): say("late")
late = Late()
def through():
    yield from late
late.through = through()
next(late.through)
"""
OF_A_STREAM = """
import sys
def late(say=sys.stdout.write):
    try: yield
    finally: say("late")
class Mine:
    def write(self, text): pass
sys.stdout = Mine()
sys.stdout.held = late()
next(sys.stdout.held)
"""
OF_A_VARIABLE = """
import contextvars
def late(say=print):
    try: yield
    finally: say("late")
held = late()
next(held)
contextvars.ContextVar("v").set(held)
"""
OF_A_DECIMAL_CONTEXT = """
import decimal
def late(say=print):
    try: yield
    finally: say("late")
class Mine(decimal.Context): pass
mine = Mine()
mine.held = late()
next(mine.held)
decimal.setcontext(mine)
"""
OF_ITS_OWN_CLEANING = """
class Holder: pass
def late(again, left, say=print, start=next, holder=Holder):
    try: yield
    finally:
        say("late")
        if left:
            global kept
            kept = holder()
            kept.itself = kept
            kept.held = again(again, left - 1)
            start(kept.held)
kept = late(late, 3)
next(kept)
"""
OF_AN_ASYNCHRONOUS_GENERATOR = """
async def late(say=print):
    try: yield
    finally: say("late")
class Holder:
    held = late()
try: Holder.held.asend(None).send(None)
except StopIteration: pass
"""
ALL = [OF_A_DELEGATE, OF_A_STREAM, OF_A_VARIABLE, OF_A_DECIMAL_CONTEXT, OF_ITS_OWN_CLEANING]


@pytest.mark.parametrize("text", [*ALL, OF_AN_ASYNCHRONOUS_GENERATOR, OF_A_LIBRARY_GENERATOR, HELD_BY_A_CLASS])
@pytest.mark.parametrize("closed", [True, False])
def test_nothing_runs_after_the_end_wherever_it_is_held(text: str, closed: bool) -> None:
    said: list[str] = []
    gc.collect()
    sandbox = Sandbox("default")
    if closed:
        session = sandbox.session(on_stdout=said.append)
        result = session.run(text)
        session.close()
    else:
        result = sandbox.run(text, on_stdout=said.append)
    assert result.outcome == "finished", result.error
    before = len(said)
    assert before > 0
    gc.collect()
    if closed:
        del session
    gc.collect()
    assert said[before:] == []


def test_event_loop_of_the_host_does_not_hear_of_generators_of_the_guest() -> None:
    heard: list[object] = []
    hooks = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(heard.append, heard.append)
    try:
        Sandbox("default").run(OF_AN_ASYNCHRONOUS_GENERATOR)
        assert sys.get_asyncgen_hooks() == (heard.append, heard.append)
    finally:
        sys.set_asyncgen_hooks(*hooks)
    assert heard == []


@pytest.mark.parametrize(
    "text",
    [
        r"""import typing; typing.ForwardRef("'\\d'")""",
        r"""import typing; typing.get_type_hints; typing.Optional["'\\d'"]""",
        r"""
import traceback
try: [1][9] + "\d\é" + str(1if 1else 2)
except IndexError: traceback.print_exc()
""",
    ],
)
def test_host_is_not_warned_of_texts_of_the_guest(text: str) -> None:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        result = Sandbox("default").run(text)
    assert result.outcome == "finished", result.error
    assert found == []
