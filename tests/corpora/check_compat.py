"""
Run the corpus of ordinary programs and hold the outcome against what is written down.

    python tests/corpora/check_compat.py DIRECTORY_OF_THE_CORPUS

Fails when a program prints something else than CPython, when fewer than 97 % pass, or fewer than 99 % of one of the
corpora of ordinary programs, when a program that does not pass has no reason in compat_reasons.toml, or when one that
has a reason passes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEAST = 0.97
LEAST_OF_EACH = 0.99
ORDINARY = ("humaneval", "mbpp", "pylibs", "pyperformance")


def results(corpus: Path) -> dict[str, dict[str, object]]:
    """Each program's key with what became of it."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "results.json"
        command = [sys.executable, str(corpus / "run_compat.py"), "--adapter", "compat_adapter:runner"]
        subprocess.run([*command, "--out", str(out)], cwd=HERE, check=True)
        found: dict[str, dict[str, object]] = json.loads(out.read_text(encoding="utf-8"))["results"]
        return found


def main() -> int:
    found = results(Path(sys.argv[1]))
    table = tomllib.loads((HERE / "compat_reasons.toml").read_text(encoding="utf-8"))
    known = {program for each in table["reason"] for program in each["programs"]}
    failed = {key for key, result in found.items() if result["status"] != "pass"}
    complaints = [f"{key}: prints something else than CPython" for key in failed if found[key]["status"] == "wrong"]
    complaints += [f"{key}: no reason is written down: {found[key].get('reasons')}" for key in failed - known]
    complaints += [f"{key}: passes, but has a reason not to" for key in (known & found.keys()) - failed]
    share = 1 - len(failed) / len(found)
    if share < LEAST:
        complaints.append(f"only {share:.1%} pass")
    for corpus in ORDINARY:
        every = [result["status"] == "pass" for key, result in found.items() if key.startswith(f"{corpus}/")]
        if not every or sum(every) / len(every) < LEAST_OF_EACH:
            complaints.append(f"{corpus}: only {sum(every)} of {len(every)} pass")
    print("\n".join(sorted(complaints)))
    print(f"compat: {len(found) - len(failed)} of {len(found)} programs print what CPython prints ({share:.1%})")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
