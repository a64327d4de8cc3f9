"""
How much of the standard library runs as guest source, with no trust at all.

    python tests/cpython/untrusted.py [--write] [--times]

Prints how many of its modules written in Python compile as they are, and how many tests of CPython's pass for those
below when guests import the library's own text from a directory; compares both with untrusted-3.x.toml. ``--times``
prints how many milliseconds an import takes in a second environment: as the policy grants the module, as source.
"""

from __future__ import annotations

import difflib
import platform
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from check import KINDS, matching, patterns, quoted
from engines import HERE
from suites import OWN, guest_folder, run_suites
from worlds import LIBRARY

TRIED = {
    "bisect": ["test_bisect"],
    "calendar": ["test_calendar"],
    "colorsys": ["test_colorsys"],
    "copy": ["test_copy"],
    "difflib": ["test_difflib"],
    "fnmatch": ["test_fnmatch"],
    "fractions": ["test_fractions"],
    "graphlib": ["test_graphlib"],
    "heapq": ["test_heapq"],
    "html": ["test_html"],
    "ipaddress": ["test_ipaddress"],
    "json": ["test_json.test_decode", "test_json.test_dump", "test_json.test_float", "test_json.test_unicode"],
    "keyword": ["test_keyword"],
    "numbers": ["test_abstract_numbers"],
    "pprint": ["test_pprint"],
    "queue": ["test_queue"],
    "reprlib": ["test_reprlib"],
    "sched": ["test_sched"],
    "shlex": ["test_shlex"],
    "statistics": ["test_statistics"],
    "string": ["test_string"],
    "textwrap": ["test_textwrap"],
    "tomllib": ["test_tomllib.test_error", "test_tomllib.test_misc"],
}
LEFT_OUT = {"ensurepip", "idlelib", "lib2to3", "site-packages", "test", "tests", "tkinter", "turtledemo", "__pycache__"}
PYTHON = platform.python_version()
VERSION = PYTHON.rpartition(".")[0]
TABLE = HERE / f"untrusted-{VERSION}.toml"


def modules() -> Iterator[Path]:
    for path in sorted(LIBRARY.rglob("*.py")):
        if LEFT_OUT.isdisjoint(path.relative_to(LIBRARY).parts):
            yield path


def compiling() -> tuple[list[str], dict[str, str]]:
    """The modules that compile under the default rewriter; and of the others, the first finding of each."""
    from rexec.compile import compile_program
    from rexec.errors import RefusedError
    from rexec.parse import Caps

    passed, refused = [], {}
    for path in modules():
        name = ".".join(path.relative_to(LIBRARY).with_suffix("").parts)
        try:
            compile_program(path.read_bytes(), filename=name, mode="exec", caps=Caps())
        except RefusedError as error:
            first = error.diagnostics[0]
            refused[name] = f"{first.rule}: {first.message}"
        else:
            passed.append(name)
    return passed, refused


def tried(module: str) -> tuple[str, Counter[str]]:
    """Why the module cannot be imported, or nothing; what became of its tests."""
    reason = import_reason(module)
    if reason:
        return reason, Counter()
    uncertain = patterns(sometimes=True)
    outcomes = run_suites(TRIED[module], (module,))
    return "", Counter(each.ending.kind for each in outcomes if not matching(each, uncertain))


def import_reason(module: str) -> str:
    with guest_folder((module,)) as folder:
        result = _sandbox(folder).run(f"import {OWN}{module}")
        return "" if result.error is None else f"{result.error.type}: {result.error.message}"


def milliseconds(module: str) -> tuple[float | None, float]:
    """How long an import takes in an environment that is not the first: as the default policy has it, as source."""
    from rexec import Policy

    with guest_folder((module,)) as folder:
        granted = module in Policy.load("default").modules
        return (_fastest(folder, f"import {module}") if granted else None, _fastest(folder, f"import {OWN}{module}"))


def _fastest(folder: str, text: str) -> float:
    return min(_sandbox(folder).run(text).usage.wall_seconds for _ in range(6)) * 1000


def _sandbox(folder: str) -> Any:
    from rexec import Policy, Sandbox

    return Sandbox(replace(Policy.load("default"), import_path=(folder,)))


def told(passed: list[str], refused: dict[str, str]) -> Iterator[str]:
    """The lines of the table, but for times."""
    names = {"top": [name for name in (*passed, *refused) if "." not in name], "every": [*passed, *refused]}
    yield "# How much of the standard library runs as guest source. Made by untrusted.py --write."
    yield f'\npython = "{PYTHON}"'
    yield f"modules_at_the_top = {len(names['top'])}"
    yield f"of_these_compile = {sum('.' not in each for each in passed)}"
    yield f"modules_with_packages = {len(names['every'])}"
    yield f"of_those_compile = {len(passed)}"
    yield "\n[refused_because]"
    for why, count in sorted(Counter(refused.values()).items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{quoted(why)} = {count}"
    for module in TRIED:
        reason, kinds = tried(module)
        yield f"\n[modules.{module}]"
        if reason:
            yield f"refused = {quoted(reason)}"
            continue
        yield from (f"{kind} = {kinds[kind]}" for kind in KINDS)


def main() -> int:
    lines = list(told(*compiling()))
    text = "\n".join(lines) + "\n"
    print(text)
    if "--write" in sys.argv:
        TABLE.write_text(text, encoding="utf-8")
    if "--times" in sys.argv:
        for module in TRIED:
            if not import_reason(module):
                print(module, *milliseconds(module))
    known = TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""
    if tomllib.loads(known).get("python") == PYTHON and known != text:
        print("\n".join(difflib.unified_diff(known.splitlines(), lines, TABLE.name, "now", lineterm="")))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
