"""
Run the corpus of hostile scripts, all categories that need no limits, and the controls.

    python tests/corpora/check_escapes.py DIRECTORY_OF_THE_CORPUS

Fails when a script escapes, hangs, or ends the host, and when a control does not run to its end.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
NEED_LIMITS = ("dos", "isolation")  # they come with the worker process
ENDS = {"benign/005_error": "raised: ValueError: ordinary failure"}  # a control whose end is an error


def run(corpus: Path, cases: Path, only: list[str]) -> list[dict[str, str]]:
    """The corpus's own report of each case."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "results.json"
        command = [sys.executable, str(corpus / "harness.py"), "--runner", f"{HERE / 'escape_adapter.py'}:run"]
        command += ["--cases", str(cases), "--json", str(out), "--quiet"]
        for pattern in only:
            command += ["--only", pattern]
        subprocess.run(command, check=False)
        found: list[dict[str, str]] = json.loads(out.read_text(encoding="utf-8"))["results"]
        return found


def main() -> int:
    corpus = Path(sys.argv[1])
    categories = sorted(each.name for each in (corpus / "cases").iterdir() if each.name not in NEED_LIMITS)
    hostile = run(corpus, corpus / "cases", [f"{name}/*" for name in categories])
    complaints = [
        f"{each['id']}: {each['status']}: {each['detail']} {each['reasons']}"
        for each in hostile
        if each["status"] in ("ESCAPED", "HUNG", "CRASHED")
    ]
    for each in run(corpus, corpus / "controls", []):
        if ENDS.get(each["id"], "completed") not in each["detail"]:
            complaints.append(f"{each['id']}: a control that must run: {each['detail']}")
    print("\n".join(complaints))
    contained = sum(each["status"].startswith("CONTAINED") for each in hostile)
    print(f"escapes: {contained} of {len(hostile)} contained, {len(complaints)} complaints")
    return 1 if complaints or not contained else 0


if __name__ == "__main__":
    sys.exit(main())
