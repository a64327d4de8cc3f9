"""The command line: what is asked, what is said, and with which status it ends."""

from __future__ import annotations

import json
import math
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rexec.cli import main as rexec
from rexec.cli import run as rexec_run
from rexec.cli.as_json import dump
from rexec.cli.report import describe
from rexec.result import Diagnostic, Frame, GuestError, Result

Script = Callable[[str], str]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Script:
    """Write script.py into an empty current directory."""
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> str:
        Path("script.py").write_text(text, encoding="utf-8")
        return "script.py"

    return write


def policy(text: str) -> str:
    Path("p.toml").write_text(text, encoding="utf-8")
    return "--policy=p.toml"


def environment(**more: str) -> dict[str, str]:
    """That of the tests, without what would make Python itself pass every write on."""
    return {**{name: text for name, text in os.environ.items() if name != "PYTHONUNBUFFERED"}, **more}


def process(*arguments: str, module: str = "rexec.cli.run", **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", module, *arguments]
    options.setdefault("env", environment())
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)


def started(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "rexec.cli.run", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment())


# ----------------------------------------------------------------------------------------------------
# Scripts that run.


def test_finished_script_ends_with_0(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([script("print('hello')")]) == 0
    assert capsys.readouterr() == ("hello\n", "")


def test_empty_file_is_a_fine_program(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([script("")]) == 0
    assert capsys.readouterr() == ("", "")


def test_options_after_the_script_are_its_own(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    name = script("import sys\nprint(sys.argv)")
    assert rexec_run.main([name, "--json", "-h", "--", "x"]) == 0
    assert capsys.readouterr().out == "['script.py', '--json', '-h', '--', 'x']\n"


def test_two_dashes_end_the_options(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    Path(script("import sys\nprint(sys.argv)")).rename("--json")
    assert rexec_run.main(["--", "--json", "a"]) == 0
    assert capsys.readouterr().out == "['--json', 'a']\n"


def test_script_is_main(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([script("print(__name__)")]) == 0
    assert capsys.readouterr().out == "__main__\n"


def test_guest_stderr_goes_to_stderr(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([script("import sys\nprint('oh', file=sys.stderr)")]) == 0
    assert capsys.readouterr() == ("", "oh\n")


def test_script_may_come_from_standard_input() -> None:
    done = process("-", "a", input=b"import sys\nprint(sys.argv)")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"['-', 'a']\n", b"")


def test_script_of_standard_input_has_a_name(tmp_path: Path) -> None:
    done = process("-", input=b"1/0", cwd=tmp_path)
    assert done.returncode == 1
    assert b'File "<stdin>", line 1, in <module>\n' in done.stderr


def test_guest_reads_standard_input(script: Script) -> None:
    name = script("import sys\nprint(input('name? '))\nprint(sys.stdin.read())")
    assert process(name, input=b"Ann\nrest\n").stdout == b"name? Ann\nrest\n\n"


def test_closed_standard_input_is_empty(script: Script) -> None:
    name = script("try:\n    input()\nexcept EOFError:\n    print('none')")
    command = f'exec "{sys.executable}" -m rexec.cli.run {name} <&-'
    done = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"none\n", b"")


def test_closed_standard_output_is_nowhere(script: Script) -> None:
    command = f'exec "{sys.executable}" -m rexec.cli.run {script("print(1)")} >&-'
    done = subprocess.run(command, shell=True, stderr=subprocess.PIPE, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_question_is_shown_before_the_guest_waits(script: Script) -> None:
    with started(script("for n in range(3000): print(n)\nprint(input('? '))")) as child:
        assert child.stdin and child.stdout
        lines = [child.stdout.readline() for _ in range(3000)]
        assert lines[-1] == b"2999\n"
        assert child.stdout.read(2) == b"? "
        assert child.communicate(b"yes\n", timeout=60) == (b"yes\n", b"")


# ----------------------------------------------------------------------------------------------------
# Exit statuses of the script's own.


@pytest.mark.parametrize(
    ("code", "status", "said"),
    [
        ("", 0, ""),
        ("None", 0, ""),
        ("0", 0, ""),
        ("1", 1, ""),
        ("3", 3, ""),
        ("True", 1, ""),
        ("256", 0, ""),
        ("257", 1, ""),
        ("-1", 255, ""),
        ("'over'", 1, "over\n"),
        ("('a', 1)", 1, "('a', 1)\n"),
        ("2.0", 1, "2.0\n"),
    ],
)
def test_exit_status_is_that_of_plain_python(
    script: Script, capsys: pytest.CaptureFixture[str], code: str, status: int, said: str
) -> None:
    name = script(f"import sys\nprint('out')\nsys.exit({code})")
    plain = subprocess.run([sys.executable, name], capture_output=True, text=True, timeout=60, check=False)
    assert (plain.returncode, plain.stdout, plain.stderr) == (status, "out\n", said)
    assert rexec_run.main([name]) == status
    assert capsys.readouterr() == ("out\n", said)


def test_raised_system_exit_is_an_exit(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([script("raise SystemExit(7)")]) == 7
    assert capsys.readouterr() == ("", "")


# ----------------------------------------------------------------------------------------------------
# Uncaught exceptions.

CHAINED = """\
def inner(x):
    return {"é": 1}["é"] / x


class Deep:
    def method(self):
        try:
            inner(0)
        except ZeroDivisionError as error:
            error.add_note("a note")
            raise ValueError("two\\nlines") from error


try:
    Deep().method()
except ValueError:
    unknown + 1
"""


GROUPED = """\
def fails(number):
    try:
        return [][number]
    except IndexError as error:
        error.add_note("a note\\nof two lines")
        raise ValueError(number) from error

found = []
for number in range(2):
    try:
        fails(number)
    except ValueError as error:
        found.append(error)
inner = ExceptionGroup("inner", [ExceptionGroup("many", [KeyError(each) for each in range(17)]), *found])
try:
    {}["first"]
except KeyError as error:
    raise ExceptionGroup("outer", [OSError("one"), inner]) from error
"""
DEEP_GROUPS = """\
deep = ValueError("deep")
for number in range(13):
    deep = ExceptionGroup(str(number), [deep])
raise ExceptionGroup("c", [deep, TypeError(1)])
"""


@pytest.mark.parametrize(
    "text",
    [
        CHAINED,
        GROUPED,
        DEEP_GROUPS,
        "raise ExceptionGroup('g', [ValueError(number) for number in range(16)])",
        "total = 5\nprint(totl)",
        "def f(first):\n    second = 1\n    return secnd\nf(1)",
        "[].apend(1)",
        "class A:\n    def __init__(self):\n        self.balance = 1\nA().balence",
        "class A:\n    def __init__(self):\n        self.foo = 1\n    def m(self):\n        return foo\nA().m()",
        "class A:\n    def __dir__(self):\n        raise ValueError\nA().x",
        "try:\n    prnt\nexcept NameError:\n    raise KeyError",
        "math.pi",
        "mth = 1\nmath.pi",
        "xyz",
        "nothing_like_it_at_all_is_here_to_be_found_by_anyone",
        "TRUE",
        "x = '\\d'\nif x is 'a':\n    assert (x, 'always')\nf'\\s{x}'\nraise KeyError",  # warned of on the way
    ],
)
def test_traceback_is_that_of_plain_python(text: str, script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    name = script(text)
    plain = subprocess.run(
        [sys.executable, "-X", "utf8", name], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert rexec_run.main([name]) == plain.returncode == 1
    assert capsys.readouterr().err == plain.stderr.replace(f"{Path.cwd()}{os.sep}", "")


def test_traceback_comes_after_the_output() -> None:
    done = process("-", input=b"print('first')\n1/0", text=False)
    assert done.stdout == b"first\n"
    assert done.stderr.startswith(b"Traceback (most recent call last):\n")
    assert done.stderr.endswith(b"ZeroDivisionError: division by zero\n")
    assert b"rexec" not in done.stderr


def test_repeated_frames_are_folded(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([script("def f(n):\n    return f(n + 1)\n\nf(0)")]) == 1
    said = capsys.readouterr().err
    assert "[Previous line repeated " in said
    assert said.splitlines()[-1].startswith("RecursionError: ")


# ----------------------------------------------------------------------------------------------------
# Refused, denied, out of budget.


def test_refused_text_is_told_as_by_a_compiler(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([script("print('never')\ndef f(): pass\nif f:\n    f.__globals__")]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    head, source, carets = err.splitlines()
    assert re.fullmatch(r"script\.py:4:\d+: .*__globals__.* \[attribute\]", head)
    assert source == "    f.__globals__"
    assert "^" in carets


def test_every_finding_is_told(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([script("f.__globals__\n\ng.__code__")]) == 3
    places = re.findall(r"^script\.py:\d+", capsys.readouterr().err, re.MULTILINE)
    assert places == ["script.py:1", "script.py:3"]


def test_syntax_error_is_refused(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([script("x = (1,\n")]) == 3
    assert re.match(r"script\.py:1:5: .*\[syntax\]\n    x = \(1,\n        \^", capsys.readouterr().err)


def test_denied_import_says_what_would_grant_it(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([policy("[modules]\nre = true"), script("def f():\n    import math\n\nf()")]) == 3
    err = capsys.readouterr().err
    assert err.startswith("Traceback (most recent call last):\n")
    assert '  File "script.py", line 2, in f\n    import math\n' in err
    rule, grant = err.splitlines()[-2:]
    assert re.fullmatch(r"script\.py:2:\d+: .*math.* \[.*\]", rule)
    assert grant.startswith("    to allow it, add to the policy: ")
    assert "math" in grant


def test_import_that_no_policy_can_grant_is_denied(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main([script("import socket")]) == 3
    assert re.fullmatch(r"script\.py:1:\d+: .*socket.* \[.*\]", capsys.readouterr().err.splitlines()[-1])


def test_too_much_output_is_out_of_budget(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    name = script("while True:\n    print('x' * 10)")
    assert rexec_run.main([policy("[budget]\noutput_bytes = 25"), name]) == 125
    out, err = capsys.readouterr()
    assert out.encode() == b"xxxxxxxxxx\nxxxxxxxxxx\n"[: len(out)]
    assert "out of budget: " in err
    assert "[output_bytes]" in err.splitlines()[0]
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02",
        b"x = '\xff'",
        b"\xff\xfeh\x00i\x00",
        b"# coding: nonsense\n",
        b"print(1)\x00",
        b"\x7fELF\x02",
    ],
)
def test_what_is_no_python_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    (tmp_path / "script.py").write_bytes(data)
    assert rexec_run.main([str(tmp_path / "script.py")]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(str(tmp_path / "script.py"))
    assert "Traceback" not in err


def test_huge_file_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "huge.py"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert rexec_run.main([str(path)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith(f"{path}:")


# ----------------------------------------------------------------------------------------------------
# Usage and policy errors.


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "rexec-run: which script is to run? (--help shows the options)"),
        (["--json"], "rexec-run: which script is to run? (--help shows the options)"),
        (["--"], "rexec-run: which script is to run? (--help shows the options)"),
        (["--polcy", "x"], "rexec-run: unknown option '--polcy', did you mean --policy? (--help shows"),
        (["-x", "a.py"], "rexec-run: unknown option '-x'"),
        (["--policy"], "rexec-run: --policy needs a value: a shipped name or a file"),
        (["--policy=a", "--policy=b", "c.py"], "rexec-run: --policy is given twice"),
        (["--json=1", "a.py"], "rexec-run: --json takes no value"),
        (["nowhere.py"], "rexec-run: can't open file 'nowhere.py': No such file or directory"),
        (["."], "rexec-run: can't open file '.': Is a directory"),
        ([""], "rexec-run: can't open file '': No such file or directory"),
        (["a\0b"], "rexec-run: can't open file 'a\\x00b': Not a path"),
        (["a\nb"], "rexec-run: can't open file 'a\\nb': No such file or directory"),
        (["--policy", "nowhere", "a.py"], "nowhere: no such policy ("),
        (["--policy", "", "a.py"], ": no such policy ("),
        (["--policy", "nowhere.toml", "a.py"], "nowhere.toml: no such file or directory ("),
        (["--policy", ".", "a.py"], ".: no such policy ("),
        (["--policy", "./", "a.py"], "./: is a directory ("),
    ],
)
def test_usage_error_is_one_line(
    script: Script, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    script("print('never')")
    assert rexec_run.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith(message)


def test_unreadable_script_is_one_line(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    name = script("print(1)")
    Path(name).chmod(0)
    if os.access(name, os.R_OK):  # the superuser may read everything but this
        name = "/proc/self/mem"
    assert rexec_run.main([name]) == 2
    reason = "(Permission denied|Input/output error)"
    assert re.fullmatch(f"rexec-run: can't open file '{name}': {reason}\n", capsys.readouterr().err)


def test_wrong_policy_is_one_line_with_its_place(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    name = script("print('never')")
    assert rexec_run.main([policy("\n[budget]\nfuel = 1"), name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"p\.toml:3: budget\.fuel: .*\n", err)


def test_policy_decides(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    name = script("import math\nprint(math.floor(2.5))")
    assert rexec_run.main([policy("[modules]\nmath = true"), name]) == 0
    assert rexec_run.main([policy(""), name]) == 3
    assert capsys.readouterr().out == "2\n"


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_shows_every_option(capsys: pytest.CaptureFixture[str], flag: str) -> None:
    assert rexec_run.main([flag]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("usage: rexec-run ")
    assert err == ""
    for option in ("--policy", "--json", "--version", "--help"):
        assert option in out


def test_version_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main(["--version"]) == 0
    assert re.fullmatch(r"rexec \d+\.\d+\.\d+\S*\n", capsys.readouterr().out)


# ----------------------------------------------------------------------------------------------------
# Pipes and signals.


def test_output_streams_and_interrupt_ends_with_130(script: Script) -> None:
    with started(script("print('ready')\nwhile True:\n    pass")) as child:
        assert child.stdout
        assert child.stdout.readline() == b"ready\n"
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (130, b"", b"")


def test_output_without_line_end_streams(script: Script) -> None:
    with started(script("print('.', end='')\nwhile True:\n    pass")) as child:
        assert child.stdout
        assert child.stdout.read(1) == b"."
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=60)


def test_output_that_nobody_reads_ends_the_run_quietly(script: Script) -> None:
    with started(script("while True:\n    print('x')")) as child:
        assert child.stdout and child.stderr
        assert child.stdout.readline() == b"x\n"
        child.stdout.close()
        assert child.wait(timeout=60) == 141
        assert child.stderr.read() == b""


# ----------------------------------------------------------------------------------------------------
# In time.


@pytest.mark.parametrize(
    "text",
    [
        "while True: pass",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        "def f():\n    try:\n        while True: pass\n    finally:\n        return f()\nf()",
        "print(3 ** 200_000_000 % 7)",
        "import time\ntime.sleep(60)",
        "sum(range(10 ** 12))",
        "import re\nre.match('(a+)+$', 'a' * 50 + 'b')",
    ],
)
def test_script_ends_in_time_whatever_it_does(script: Script, text: str) -> None:
    begin = time.monotonic()
    done = process("--timeout", "0.7", script(f"print('begun')\n{text}"))
    assert (done.returncode, done.stdout) == (124, b"begun\n")
    assert done.stderr == b"script.py: out of budget: more than 0.7 seconds have passed [wall_seconds]\n"
    assert 0.7 < time.monotonic() - begin < 5


@pytest.mark.parametrize(
    ("text", "status"), [("", 0), ("exit(124)", 124), ("1 / 0", 1), ("import socket", 3), ("(", 3)]
)
def test_script_that_is_in_time_ends_as_without_a_limit(script: Script, text: str, status: int) -> None:
    name = script(f"{text}\n")
    plain, timed = process(name), process("--timeout=60", name)
    assert (timed.returncode, timed.stdout, timed.stderr) == (plain.returncode, plain.stdout, plain.stderr)
    assert timed.returncode == status


def test_many_lines_before_the_end_are_not_lost(script: Script) -> None:
    done = process("--timeout", "1.5", script("for n in range(20_000): print(n)\nwhile True: pass"))
    assert done.returncode == 124
    assert done.stdout.splitlines() == [b"%d" % n for n in range(20_000)]


def test_json_of_a_script_that_is_late(script: Script) -> None:
    done = process("--timeout", "0.5", "--json", script("while True: print(1)"))
    result = json.loads(done.stdout)
    assert (done.returncode, result["outcome"]) == (124, "out_of_budget")
    assert (result["error"]["rule"], result["usage"]["wall_seconds"]) == ("wall_seconds", 0.5)


def test_standard_input_reaches_a_script_with_a_limit(script: Script) -> None:
    done = process("--timeout", "60", script("print(input() + input())"), input=b"a\nb\n")
    assert (done.returncode, done.stdout) == (0, b"ab\n")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_signals_are_passed_on(script: Script, number: signal.Signals, status: int) -> None:
    with started("--timeout", "60", script("print('ready')\nwhile True: pass")) as child:
        assert child.stdout
        assert child.stdout.readline() == b"ready\n"
        child.send_signal(number)
        assert child.communicate(timeout=60) == (b"", b"")
    assert child.returncode == status


def test_child_of_a_killed_parent_ends_in_time(script: Script) -> None:
    with started("--timeout", "1", script("print('ready')\nwhile True: pass")) as child:
        assert child.stdout
        assert child.stdout.readline() == b"ready\n"
        child.kill()
        assert child.stdout.read() == b""  # ends when nobody holds the other end any more


@pytest.mark.parametrize("seconds", ["nan", "inf", "0", "-1", "1e-9", "1e9", "x", ""])
def test_time_that_no_timer_takes_is_a_usage_error(script: Script, seconds: str) -> None:
    done = process("--timeout", seconds, script("print(1)"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"rexec-run: --timeout takes seconds above 0, within a year, not ")


@pytest.mark.parametrize("options", [("--timeout",), ("--timeout", "1", "--timeout=2")])
def test_timeout_is_given_once_with_a_value(options: tuple[str, ...]) -> None:
    done = process(*options)
    assert done.returncode == 2 and done.stderr.startswith(b"rexec-run: --timeout ")


def test_limit_of_time_needs_processes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delattr(os, "fork")
    assert rexec_run.main(["--timeout", "1", "x.py"]) == 2
    assert "a limit of time needs fork()" in capsys.readouterr().err


def test_full_disk_is_one_line(script: Script) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "rexec.cli.run", script("print(1)")]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 126
    assert done.stderr == b"rexec-run: can't write the output: No space left on device\n"


def test_text_that_the_terminal_lacks_is_spelled_out(script: Script) -> None:
    done = process(script("print('caf\\u00e9')"), env=environment(PYTHONIOENCODING="ascii"))
    assert (done.returncode, done.stdout) == (0, b"caf\\xe9\n")


# ----------------------------------------------------------------------------------------------------
# JSON.


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    out, err = capsys.readouterr()
    assert err == ""
    assert out.count("\n") == 1
    result: dict[str, Any] = json.loads(out)
    assert set(result) == set(Result.__dataclass_fields__)
    return result


def test_json_holds_value_and_output(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    name = script("import sys\nprint('é')\nprint('e', file=sys.stderr)\n{'a': [1, 2.5, None], 'b': (True,)}")
    assert rexec_run.main(["--json", name]) == 0
    result = printed(capsys)
    assert result["outcome"] == "finished"
    assert result["value"] == {"a": [1, 2.5, None], "b": {"$tuple": [True]}}
    assert (result["stdout"], result["stderr"], result["error"]) == ("é\n", "e\n", None)


def test_json_holds_the_error(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main(["--json", script("def f():\n    1/0\nf()")]) == 1
    error = printed(capsys)["error"]
    assert (error["type"], error["message"], error["line"]) == ("ZeroDivisionError", "division by zero", 2)
    assert [frame["line"] for frame in error["frames"]] == [3, 2]


def test_json_holds_the_findings(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main(["--json", script("f.__globals__\ng.__globals__")]) == 3
    result = printed(capsys)
    assert result["outcome"] == "refused"
    assert [finding["line"] for finding in result["error"]["diagnostics"]] == [1, 2]


def test_json_keeps_the_exit_status(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main(["--json", script("import sys\nsys.exit('no')")]) == 1
    error = printed(capsys)["error"]
    assert (error["type"], error["message"], error["exit_status"]) == ("SystemExit", "no", 1)


def test_json_says_nothing_about_a_script_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec_run.main(["--json", "nowhere.py"]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (None, None),
        ("\ud800é", "\ud800é"),
        ([1, [2]], [1, [2]]),
        ({"a": 1}, {"a": 1}),
        ({1: 2, "$": 3}, {"$dict": [[1, 2], ["$", 3]]}),
        ({"$tuple": []}, {"$dict": [["$tuple", []]]}),
        ({(1,): b""}, {"$dict": [[{"$tuple": [1]}, {"$bytes": ""}]]}),
        ((1, ()), {"$tuple": [1, {"$tuple": []}]}),
        ({7}, {"$set": [7]}),
        (frozenset(), {"$frozenset": []}),
        (b"ab", {"$bytes": "YWI="}),
        (math.nan, {"$float": "nan"}),
        (-math.inf, {"$float": "-inf"}),
        (1 - 2j, {"$complex": [1.0, -2.0]}),
        (2**64 - 1, 2**64 - 1),
        (2**64, {"$int": "0x10000000000000000"}),
        (Decimal("1.50"), {"$Decimal": "1.50"}),
        (date(2020, 1, 2), {"$date": "2020-01-02"}),
        (timedelta(1, 2, 3), {"$timedelta": [1, 2, 3]}),
        (..., {"$object": "builtins.ellipsis"}),
    ],
)
def test_values_that_json_lacks_are_objects_of_one_key(value: Any, encoded: Any) -> None:
    text = dump(Result("finished", value))
    assert text.isascii()
    assert json.loads(text)["value"] == encoded


def test_integer_of_many_digits_is_no_error() -> None:
    value = -(10**5000)
    assert json.loads(dump(Result("finished", value)))["value"] == {"$int": hex(value)}


def test_value_too_deep_for_json_is_left_out() -> None:
    value: list[Any] = []
    for _ in range(100_000):
        value = [value]
    result = json.loads(dump(Result("finished", value, "out")))
    assert (result["value"], result["stdout"]) == (None, "out")
    assert result["value_note"] == "the value is nested too deeply for JSON"


# ----------------------------------------------------------------------------------------------------
# Reports, from plain data.


def finding(source: str, column: int | None, end: int | None, **more: Any) -> str:
    at = Diagnostic("no", "rule", "s.py", 1, column, 1, end, source, **more)
    return describe(Result("refused", error=GuestError("RefusedError", "no", diagnostics=(at,))))


def test_finding_has_place_source_carets_and_grant() -> None:
    assert finding("    f.__globals__\n", 6, 17, grant="[x] y = 1") == (
        "s.py:1:7: no [rule]\n"
        "    f.__globals__\n"
        "      ^^^^^^^^^^^\n"
        "    to allow it, add to the policy: [x] y = 1\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "column", "end", "carets"),
    [
        ("a", 0, 1, "    ^"),
        ("a = b", 0, None, "    ^"),
        ("a\x1b[2J = b", 0, 2, "    ^^"),
        ("a", 5, 9, "     ^"),
        ("a", 1, 1, "     ^"),
        ("é = x", 4, 5, "        ^"),
        ("漢 = x", 4, 5, "         ^"),
        ("x漢字y", 1, 3, "     ^^^^"),
        ("\tx\ty", 3, 4, "     \t^"),
    ],
)
def test_carets_stand_below_what_is_meant(source: str, column: int, end: int | None, carets: str) -> None:
    assert finding(source, column, end).splitlines()[2] == carets


def test_finding_without_a_place_is_one_line() -> None:
    at = Diagnostic("too long", "size", "s.py")
    error = GuestError("RefusedError", "too long", diagnostics=(at,))
    assert describe(Result("refused", error=error)) == "s.py: too long [size]\n"


def test_refused_text_cannot_talk_to_the_terminal() -> None:
    said = finding("x = '\x1b]0;title\x07\u202e'", 0, 1, grant="a\x1bb")
    assert said.replace("\n", "").isprintable()


def test_finding_of_many_lines_is_marked_to_the_end_of_the_first() -> None:
    at = Diagnostic("no", "rule", "s.py", 1, 4, 3, 1, "x = (1,\n")
    said = describe(Result("refused", error=GuestError("RefusedError", "no", diagnostics=(at,))))
    assert said.splitlines()[1:] == ["    x = (1,", "        ^^^"]


def test_long_source_line_is_cut_around_the_place() -> None:
    lines = finding("a" * 5000 + "b" + "c" * 5000, 5000, 5001).splitlines()
    assert max(map(len, lines)) < 200
    assert lines[1][lines[2].index("^")] == "b"


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("out_of_budget", "s.py:3:5: out of budget: no [r]\n"),
        ("broken", "s.py:3:5: the sandbox broke: no [r]\n"),
    ],
)
def test_end_without_traceback_is_a_line(outcome: Any, said: str) -> None:
    error = GuestError("E", "no", line=3, column=4, filename="s.py", rule="r")
    assert describe(Result(outcome, error=error)) == said


def test_every_outcome_has_its_status() -> None:
    statuses = {"finished": 0, "refused": 3, "denied": 3, "raised": 1, "out_of_budget": 125, "broken": 126}
    assert statuses == rexec_run.STATUS


def test_hostile_frames_do_not_break_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("s.py").write_text("secret of the host\n")
    frames = (
        Frame("s.py", 1, "f"),
        Frame("s.py", None, "f", "text", 0, None, 4),
        Frame("s.py", 1, "f", "text", -5, 1, 99),
        Frame("s.py", 1, "f", "text", 3, 99, 0),
        Frame("s.py", 1, "f", "a\x0cb\u2028c", 0, 1, 5),
        Frame("s.py", 1, "f", "\ud800x", 0, 1, 1),
        Frame("s.py", 1, "f", "(" * 10_000, 0, 1, 10_000),
        Frame("s.py", 1, "f", "", 0, 1, 0),
    )
    error = GuestError("E", "message", frames=frames, notes=("a\x00note",))
    said = describe(Result("raised", error=error))
    assert said.endswith("E: message\na\x00note\n")
    assert "secret" not in said
    assert len(said) < 5000


def test_chain_of_many_exceptions_is_told_from_the_first() -> None:
    error = GuestError("First", "")
    for number in range(5000):
        error = GuestError("Next", str(number), context=error)
    lines = describe(Result("raised", error=error)).splitlines()
    assert (lines[0], lines[-1]) == ("First", "Next: 4999")


# ----------------------------------------------------------------------------------------------------
# rexec


def test_subcommand_run_is_rexec_run(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    name = script("import sys\nprint(sys.argv)\nsys.exit(9)")
    assert rexec.main(["run", "--policy", "default", name, "--json"]) == 9
    assert capsys.readouterr().out == "['script.py', '--json']\n"


def test_errors_of_a_subcommand_name_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec.main(["run", "--polcy"]) == 2
    assert capsys.readouterr().err.startswith("rexec run: unknown option '--polcy'")


@pytest.mark.parametrize("arguments", [[], ["rum", "x.py"], ["--json"], ["script.py"]])
def test_unknown_subcommand_is_a_usage_error(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert rexec.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("rexec: ")
    assert len(err.splitlines()) == 1


def test_help_lists_the_subcommands(capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec.main(["--help"]) == 0
    assert "rexec run [options] script.py" in capsys.readouterr().out
    assert rexec.main(["run", "--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: rexec run ")


def test_both_commands_have_one_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert rexec.main(["--version"]) == 0
    first = capsys.readouterr().out
    assert rexec_run.main(["--version"]) == 0
    assert capsys.readouterr().out == first


def test_rexec_is_a_module_as_well(script: Script) -> None:
    done = process("run", script("print(1)"), module="rexec.cli.main")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"1\n", b"")


# ----------------------------------------------------------------------------------------------------
# What a start costs.


def test_command_line_loads_nothing_that_a_run_may_not_need() -> None:
    heavy = {"argparse", "dataclasses", "difflib", "json", "pathlib", "tomllib", "traceback"}
    text = "import sys; before = set(sys.modules); import rexec.cli.run; print(*set(sys.modules) - before)"
    command = [sys.executable, "-c", text]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert not heavy & set(done.stdout.split())
