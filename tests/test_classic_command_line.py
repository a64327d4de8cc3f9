"""
Statements 68 and 69 of the specification: the command line.

DESIGN.md overrides one: a script that cannot be read is a usage error, with status 2.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest


def rexec_run(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rexec.cli.run", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **options)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "s.py"


def test_68_script_has_its_arguments(script: Path) -> None:
    script.write_text("import sys; print(sys.argv)")
    assert rexec_run("s.py", "a", "b", cwd=script.parent).stdout == "['s.py', 'a', 'b']\n"


def test_68_status_is_the_scripts(script: Path) -> None:
    script.write_text("import sys; sys.exit(7)")
    assert rexec_run(script).returncode == 7
    script.write_text("1/0")
    ended = rexec_run(script)
    assert ended.returncode == 1
    assert "Traceback" in ended.stderr and "ZeroDivisionError" in ended.stderr


def test_68_missing_script_is_told(script: Path) -> None:
    ended = rexec_run(script)
    assert ended.returncode == 2
    assert f"can't open file {str(script)!r}" in ended.stderr


def test_68_script_may_come_from_standard_input() -> None:
    assert rexec_run("-", input="print('from stdin')").stdout == "from stdin\n"


def test_68_trusted_module_can_be_imported(script: Path) -> None:
    script.write_text("import json, math; print(json.dumps([math.floor(1.5)]))")
    assert rexec_run("--policy", "classic", script).returncode == 3
    for option in (("-t", "json"), ("--trust", "json"), ("--trust=json",)):
        ended = rexec_run("--policy", "classic", *option, script)
        assert (ended.stdout, ended.returncode) == ("[1]\n", 0), ended.stderr
    assert rexec_run("-t", "socket", script).returncode == 2
    assert "needs a value" in rexec_run("-t").stderr


@pytest.mark.parametrize(
    "text", ["while True: pass", "while True:\n    try:\n        while True: pass\n    except BaseException: pass"]
)
def test_69_loop_ends_in_time(script: Path, text: str) -> None:
    script.write_text(text)
    begin = time.monotonic()
    assert rexec_run("--timeout", "1", script).returncode == 124
    assert time.monotonic() - begin < 10
