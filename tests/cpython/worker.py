"""
Run one test module of CPython's and print a line of JSON for each of its tests.

    python worker.py [--plain] NAME FOLDER [MODULE ...] < names of tests to leave out, one a line

The guest has each MODULE as source of its own.
The line before a test begins names it; a test that takes too long ends this process by a signal, and the caller starts
another one that leaves it out.
"""

from __future__ import annotations

import json
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from cut import Chunk, cut, without
from engines import PRELUDE, Ending, Engine, Guest, Plain
from worlds import preparation, source_of, world

SECONDS = 10  # of processor time, for one test
FUTURE = re.compile(r"^from __future__ import annotations$", re.MULTILINE)
STATEMENT_SECONDS = 30  # for one statement of the top level


def give(seconds: int) -> None:
    """How much processor time there is from now on; the machine may be busy with something else."""
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    signal.alarm(seconds * 4)


class Suite:
    """One test module in one session."""

    def __init__(self, name: str, engine: Engine, left_out: set[str], own: list[str]) -> None:
        self.own = own
        self.name = name
        self.engine = engine
        self.left_out = left_out
        self.missing: dict[str, Ending] = {}  # name of the top level -> why it was not made

    def endings(self) -> Iterator[tuple[str, Ending]]:
        text = source_of(self.name)
        chunks = cut(text, world(self.own, self.name), package="test." + self.name.rpartition(".")[0])
        self.engine.run(PRELUDE)
        self.engine.run("__name__ = 'test_module'") if isinstance(self.engine, Plain) else None
        future = "from __future__ import annotations" if FUTURE.search(text) else ""
        for chunk in chunks:
            chunk.text = chunk.text.replace("\n", future + "\n", 1) if chunk.text.startswith("\n") else chunk.text
            yield from self.make(chunk)
        self.engine.run(preparation(self.name))
        yield from self.run_tests()

    def make(self, chunk: Chunk) -> Iterator[tuple[str, Ending]]:
        """Run one statement; what it refuses is cut out of it, and told."""
        give(STATEMENT_SECONDS)
        base = next((each for each in chunk.bases if each in self.missing), None)
        ending = self.missing[base] if base else self.engine.run(chunk.text)
        while ending.refused and without(chunk, list(ending.refused)):
            ending = self.engine.run(chunk.text)
        for test, why in chunk.refused.items():
            yield f"{chunk.title}.{test}", Ending("refused", why)
        if ending.kind == "passed":
            return
        stub = f"_refused({ending.why!r})" if ending.kind == "refused" else f"_skips({ending.why!r})"
        if ending.kind == "failed" and base:
            ending = Ending("skipped", "derives from a class that could not be made")
        self.missing |= dict.fromkeys(chunk.binds, ending)
        for name in chunk.binds:
            self.engine.run(f"{name} = {stub}")
        for test in chunk.tests:
            if test not in chunk.refused:
                yield f"{chunk.title}.{test}", ending
        if not chunk.tests and ending.kind == "failed":
            yield f"line {chunk.line}", ending

    def run_tests(self) -> Iterator[tuple[str, Ending]]:
        give(STATEMENT_SECONDS)
        found = self.engine.run(
            "from cpython_test.unittest import tests_of as _tests_of, run_one as _run_one\n"
            f"{self.answer('_tests_of(dict(globals()))')}"
        )
        assert found.value is not None, found
        for kind, tests in found.value:
            for test in tests:
                title = f"{kind}.{test}"
                if title in self.left_out:
                    continue
                print(json.dumps([title]), flush=True)
                give(SECONDS)
                ending = self.engine.run(self.answer(f"_run_one({kind}, {test!r})"))
                if ending.kind == "passed" and ending.value:
                    ending = _skipped(ending.value)
                yield title, ending
        give(0)

    def answer(self, expression: str) -> str:
        return f"_answer = {expression}" if isinstance(self.engine, Plain) else expression


def _skipped(why: str) -> Ending:
    if why.startswith("refused: "):
        return Ending("refused", why.removeprefix("refused: "))
    return Ending("skipped", why)


def main() -> None:
    arguments = sys.argv[1:]
    is_plain = arguments[0] == "--plain"
    name, folder, *own = arguments[is_plain:]
    left_out = set(sys.stdin.read().split("\n"))
    engine: Engine = Plain(folder) if is_plain else Guest(folder)
    for title, ending in Suite(name, engine, left_out, own).endings():
        print(json.dumps([title, ending.kind, ending.why]), flush=True)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
