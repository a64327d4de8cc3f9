"""
Run RestrictedPython's own test-suite, which is in its source distribution, against our compile functions.

    python tests/upstream/run.py

Fails unless exactly as many tests pass and are skipped as with upstream's own functions, and unless ours were
really called.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
PASSED, SKIPPED = 302, 10  # of 9.0 on 3.11, 3.12 and 3.13, with upstream's own functions
LEAST_CALLS = 200


def source(folder: Path) -> Path:
    """The unpacked source distribution of the installed release."""
    wanted = f"RestrictedPython=={version('RestrictedPython')}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*command, "--dest", str(folder), wanted], check=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as file:
        file.extractall(folder, filter="data")
    (unpacked,) = (each for each in folder.iterdir() if each.is_dir())
    return unpacked


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        calls = folder / "calls"
        environment = {**os.environ, "PYTHONPATH": str(HERE), "REXEC_UPSTREAM_CALLS": str(calls)}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "plugin", "tests"]
        done = subprocess.run(command, cwd=source(folder), env=environment, capture_output=True, text=True, check=False)
        print(done.stdout[-4000:], done.stderr[-4000:])
        counts = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|skipped|error)", done.stdout)}
        called = int(calls.read_text(encoding="utf-8")) if calls.exists() else 0
    print(f"upstream: {counts}, our functions were called {called} times")
    good = counts == {"passed": PASSED, "skipped": SKIPPED} and called > LEAST_CALLS
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
