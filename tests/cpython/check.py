"""
Run CPython's own tests of every granted module as guest programs, and hold the outcome against what is written down.

    python tests/cpython/check.py [--write] [SUITE ...]

Fails when a test fails that has no reason in reasons.toml, when one that has a reason does not fail, and when the
numbers are not those of table-3.x.toml; the last only on the very Python that the table was made with. ``--write``
makes the table anew. Suites by name: only these are run, and their failures printed.
"""

from __future__ import annotations

import platform
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from engines import HERE
from suites import Outcome, run_suites

PYTHON = platform.python_version()
VERSION = PYTHON.rpartition(".")[0]
TABLE = HERE / f"table-{VERSION}.toml"
Rows = dict[str, dict[str, object]]


def suites() -> tuple[dict[str, list[str]], list[str]]:
    """The suites of each module that the default policy grants, and the modules that nobody decided on."""
    from rexec import Policy

    table = tomllib.loads((HERE / "suites.toml").read_text(encoding="utf-8"))
    granted = set(Policy.load("default").modules)
    missing = granted - table["suites"].keys() - table["untested"].keys()
    return {module: names for module, names in table["suites"].items() if module in granted}, sorted(missing)


def rows_of(outcomes: list[Outcome], module_of: dict[str, str]) -> Rows:
    """A row for each suite: how many passed and failed, why the others were refused or skipped."""
    grouped: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        grouped[each.suite].append(each)
    return {suite: _row(module_of.get(suite, ""), grouped[suite]) for suite in sorted(grouped)}


def _row(module: str, outcomes: list[Outcome]) -> dict[str, object]:
    kinds = Counter(each.ending.kind for each in outcomes)
    row: dict[str, object] = {"module": module, **{kind: kinds[kind] for kind in ("passed", "failed")}}
    for kind in ("refused", "skipped"):
        row[kind] = kinds[kind]
        row[f"{kind}_because"] = Counter(_reason(each.ending.why) for each in outcomes if each.ending.kind == kind)
    return row


def _reason(why: str) -> str:
    """A reason without what differs from test to test."""
    for start, told in REASONS.items():
        if why.startswith(start):
            return told
    if why.startswith("needs "):
        parts = why.removeprefix("needs ").split(".")
        return "needs " + ".".join(parts[:3] if parts[0] == "test" else parts[:1])
    return why


REASONS = {
    "said so: ": "the test says that it cannot run here",
    "fails without a sandbox too": "fails without a sandbox too, as it is cut here",
    "needs the version of ": "is about the second version of the module, without its C code",
    "write: ": "write: an attribute of what guests may not change",
    "file: ": "file: files that are not granted",
    "eval: annotation": "eval: an annotation is text, and text is never evaluated",
    "class: a class cannot have the name": "class: a class cannot have that name",
}


def dumped(rows: Rows) -> Iterator[str]:
    totals = Counter({kind: sum(int(str(row[kind])) for row in rows.values()) for kind in KINDS})
    yield "# CPython's own tests of the modules of the default policy, as guests. Made by check.py --write."
    yield f'\npython = "{PYTHON}"'
    yield "".join(f"{kind} = {totals[kind]}\n" for kind in KINDS)
    for suite, row in rows.items():
        yield f'["{suite}"]\nmodule = "{row["module"]}"'
        for kind in KINDS:
            yield f"{kind} = {row[kind]}"
        for kind in ("refused", "skipped"):
            reasons = row[f"{kind}_because"]
            assert isinstance(reasons, Counter)
            if reasons:
                yield f'\n["{suite}".{kind}_because]'
                yield from (f"{quoted(why)} = {count}" for why, count in sorted(reasons.items()))
        yield ""


KINDS = ("passed", "refused", "skipped", "failed")


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def patterns(*, sometimes: bool) -> set[str]:
    """The tests that have a reason to fail on this Python, always or sometimes."""
    reasons = tomllib.loads((HERE / "reasons.toml").read_text(encoding="utf-8"))["reason"]
    mine = (each for each in reasons if VERSION in each.get("pythons", [VERSION]))
    return {test for each in mine if each.get("sometimes", False) is sometimes for test in each["tests"]}


def matching(outcome: Outcome, tests: set[str]) -> set[str]:
    return {each for each in tests if fnmatchcase(f"{outcome.suite}.{outcome.test}", each)}


def unexplained(outcomes: list[Outcome], every: bool) -> Iterator[str]:
    """Failures without a reason; reasons without a failure."""
    known, used = patterns(sometimes=False), set()
    for each in outcomes:
        if each.ending.kind == "failed":
            found = matching(each, known)
            used |= found
            if not found:
                yield f"{each.suite}.{each.test}: {each.ending.why}"
    if every:
        yield from (f"{pattern}: has a reason to fail, but does not fail" for pattern in sorted(known - used))


def differences(rows: Rows) -> Iterator[str]:
    """What differs from the numbers in the table of this very Python; reasons may change their words."""
    if not TABLE.exists():
        yield f"{TABLE.name} is missing: --write makes it"
        return
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    if table["python"] != PYTHON:
        return
    for suite in sorted({*rows, *(name for name, row in table.items() if isinstance(row, dict))}):
        found, known = rows.get(suite, {}), table.get(suite, {})
        for kind in KINDS:
            if found.get(kind, 0) != known.get(kind, 0):
                yield f"{suite}: {found.get(kind, 0)} {kind}, in the table {known.get(kind, 0)}"


def main() -> int:
    arguments = sys.argv[1:]
    modules, undecided = suites()
    module_of = {suite: module for module, names in modules.items() for suite in names}
    wanted = [each for each in arguments if each != "--write"]
    uncertain = patterns(sometimes=True)
    outcomes = [each for each in run_suites(wanted or module_of) if not matching(each, uncertain)]
    rows = rows_of(outcomes, module_of)
    complaints = [f"{module}: neither a suite nor a reason in suites.toml" for module in undecided]
    complaints += unexplained(outcomes, not wanted)
    if "--write" in arguments and not wanted:
        TABLE.write_text("\n".join(dumped(rows)), encoding="utf-8")
    elif not wanted:
        complaints += differences(rows)
    print("\n".join(complaints))
    told = Counter(each.ending.kind for each in outcomes)
    print(f"CPython {PYTHON}'s own tests: " + ", ".join(f"{told[kind]} {kind}" for kind in KINDS))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
