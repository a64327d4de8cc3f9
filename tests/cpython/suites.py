"""Running whole test modules, each in processes of its own."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cut import HELPERS, OWN, cut, without
from engines import HERE, PRELUDE, Ending
from worlds import GUEST, LIBRARY, TAKEN, path_of, source_of, world

WORKER = HERE / "worker.py"
RESTARTS = 12


@dataclass(frozen=True)
class Outcome:
    """What became of one test, ``suite`` and ``test`` name it."""

    suite: str
    test: str
    ending: Ending


@contextmanager
def guest_folder(own: Iterable[str] = ()) -> Iterator[str]:
    """
    The import path of the guests: the helpers, a table of the modules that can be loaded by name, and the library's
    source of the modules that they have as their own.
    """
    from rexec import Policy

    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(GUEST / HELPERS, Path(folder) / HELPERS)
        for module in own:
            _copy_source(module, Path(folder))
        lines = ['"""Guest source, written by the harness."""', "", f"OWN = {tuple(own)!r}", "", "", "def load(name):"]
        for module in {*Policy.load("default").modules, *own}:
            name = OWN + module if module in own else module
            lines += [f"    if name == {module!r}:", f"        import {name} as found", "", "        return found"]
        lines += ["    raise ImportError(name)"]
        (Path(folder) / HELPERS / "modules.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
        for name in TAKEN:
            file = Path(folder, HELPERS, *name.split(".")).with_suffix(".py")
            file.parent.mkdir(exist_ok=True)
            file.write_text(_taken(name), encoding="utf-8")
        yield folder


def _copy_source(module: str, folder: Path) -> None:
    source = LIBRARY / module
    if source.is_dir():
        shutil.copytree(source, folder / (OWN + module), ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source.with_suffix(".py"), folder / f"{OWN}{module}.py")


def _taken(name: str) -> str:
    """A module that several suites share, as guest source: without what is refused."""
    from rexec import Sandbox

    texts = [PRELUDE]
    for chunk in cut(source_of(name), world(suite=name), package="test") if path_of(name).exists() else ():
        while findings := Sandbox("default").check(chunk.text):
            if not without(chunk, [(each.line or 0, each.message) for each in findings]):
                chunk.text = "; ".join(f"{each} = _refused({findings[0].message!r})" for each in chunk.binds)
                break
        texts.append(chunk.text.strip("\n"))
    return "\n\n".join(texts) + "\n"


def run_suites(names: Iterable[str], own: Sequence[str] = (), processes: int = 2) -> list[Outcome]:
    """
    Every test of these suites, with modules that the guests have as source of their own. What fails in plain CPython
    too, cut and helped as it is here, is no finding.
    """
    with guest_folder(own) as folder, ThreadPoolExecutor(processes) as pool:
        found = pool.map(lambda name: _run_suite(name, folder, own), [each for each in names if path_of(each).exists()])
        return [outcome for outcomes in found for outcome in outcomes]


def _run_suite(name: str, folder: str, own: Sequence[str]) -> list[Outcome]:
    found = _endings(name, [folder, *own], ())
    failed = {test for test, ending in found.items() if ending.kind == "failed"}
    if failed:
        plain = _endings(name, [folder, *own], (*(found.keys() - failed),), "--plain")
        for test in failed & plain.keys():
            if plain[test].kind != "passed":
                found[test] = Ending("skipped", f"fails without a sandbox too: {plain[test].why}")
    return [Outcome(name, test, ending) for test, ending in sorted(found.items())]


def _endings(name: str, world: list[str], left_out: tuple[str, ...], *options: str) -> dict[str, Ending]:
    """The tests of one suite by name. A process that dies is followed by one that leaves out where it died."""
    found: dict[str, Ending] = {}
    for _ in range(RESTARTS):
        command = [sys.executable, "-X", "utf8", "-W", "ignore", str(WORKER), *options, name, *world]
        given = "\n".join([*left_out, *found])
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
        running = "the suite"
        for line in done.stdout.splitlines():
            told = json.loads(line)
            if len(told) == 1:
                running = told[0]
            else:
                found.setdefault(told[0], Ending(told[1], told[2]))
        if done.returncode == 0:
            break
        slow = done.returncode in (-signal.SIGVTALRM, -signal.SIGALRM)
        if running in found or running == "the suite":
            found["the suite"] = Ending("failed", f"ended by {done.returncode}: {done.stderr[-300:]}")
            break
        found[running] = Ending("skipped", "takes long") if slow else Ending("failed", f"ended by {done.returncode}")
    return found
