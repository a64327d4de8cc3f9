"""Guest scripts do in the sandbox what their lines announce, and otherwise what they do in plain CPython."""

from __future__ import annotations

import sys
from itertools import groupby

import pytest

from guest_scripts import Chunk, Ending, all_chunks, chunks_of, plain_ending, problems
from rexec.result import Result
from rexec.sandbox import Sandbox

SANDBOX = Sandbox("default")
CHUNKS = list(all_chunks())
RUNNING = [each for each in CHUNKS if each.runs_on(sys.version_info[:2])]
FILES = {name: list(each) for name, each in groupby(RUNNING, key=lambda chunk: chunk.filename)}


def parameter(chunk: Chunk) -> object:
    left_out = pytest.mark.skipif(chunk not in RUNNING, reason=f"is about Python {chunk.python}")
    return pytest.param(chunk, id=chunk.title, marks=left_out)


def run(chunk: Chunk) -> Result:
    return SANDBOX.run(chunk.text, filename=chunk.filename)


@pytest.mark.parametrize("chunk", [parameter(each) for each in CHUNKS])
def test_script_does_what_it_announces(chunk: Chunk) -> None:
    found = problems(chunk, run(chunk), plain_ending(chunk, FILES[chunk.filename]))
    assert not found, "\n".join([chunk.title, *found])


def test_there_are_scripts() -> None:
    assert len(FILES) > 50
    assert len(RUNNING) > 300


# --------------------------------------------------------------------------------------------------------------
# The harness itself: what it must not let pass


def judged(text: str) -> list[str]:
    (chunk,) = chunks_of(text, "judged.py")
    return problems(chunk, run(chunk), plain_ending(chunk))


@pytest.mark.parametrize(
    "text",
    [
        "print(1)",
        "1 / 0  ### raised: ZeroDivisionError: by zero",
        "def f():\n    return () + 1  ### raised: TypeError\nf()",
        "import socket  ### denied: socket",
        "x = a.gi_frame  ### refused: gi_frame\ny = b.f_back  ### refused: f_back",
        "a.gi_frame, a.cr_frame  ### refused: gi_frame ### refused: cr_frame",
    ],
)
def test_harness_accepts_what_is_announced(text: str) -> None:
    assert judged(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1 / 0", "not announced: raised: ZeroDivisionError"),
        ("import socket", "not announced: denied: rexec.DeniedImportError"),
        ("a.gi_frame", "not announced: refused: line 1"),
        ("x = 1  ### refused: x", "announced as refused, but finished"),
        ("x = 1  ### raised: ValueError", "announced as raised, but finished"),
        ("1 / 0  ### denied: zero", "announced as denied, but raised"),
        ("1 / 0  ### raised: ValueError", "announced as 'ValueError', but raised: ZeroDivisionError"),
        ("1 / 0  ### raised: ZeroDivisionError: sea", "announced as 'ZeroDivisionError: sea'"),
        ("import socket  ### denied: ocean", "announced as 'ocean'"),
        ("x = 1  ### raised: ZeroDivisionError\n1 / 0", "announced for line 1"),
        ("a.gi_frame  ### refused: gi_frame\nb.f_back", "not announced: line 2"),
        ("a.gi_frame  ### refused: gi_frame\nb = 1  ### refused: b", "not refused: line 2"),
        (
            "import sys\nprint('rexec' in repr(sys) or 'sandbox' in repr(sys))",
            "stdout: 'True\\n', plain CPython: 'False\\n'",
        ),
        ("1 / 0  ### raised: ZeroDivisionError\n1 + 1  ### raised: ValueError", "one ending only"),
    ],
)
def test_harness_tells_what_was_not_announced(text: str, told: str) -> None:
    assert told in "\n".join(judged(text))


def test_announcement_that_says_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="line 2: 'refusd: x' announces nothing"):
        chunks_of("x = 1\ny = 2  ### refusd: x", "judged.py")


def test_lines_of_a_chunk_are_those_of_its_file() -> None:
    first, second = chunks_of("x = 1\n# ---\ny = 2\n1 / 0  ### raised: ZeroDivisionError\n", "judged.py")
    assert (first.line, second.line) == (1, 3)
    result = run(second)
    assert result.error is not None
    assert result.error.line == 4


def test_versions_are_those_of_the_file_or_of_the_chunk() -> None:
    text = "# ---\nx = 1\n# ---\n# python: >=3.12\nx = 2\n# ---\n# python: <3.12\nx = 3\n"
    always, newer, older = chunks_of(text, "judged.py")
    assert [each.runs_on((3, 11)) for each in (always, newer, older)] == [True, False, True]
    assert [each.runs_on((3, 13)) for each in (always, newer, older)] == [True, True, False]
    assert newer.title == "judged.py:4 (Python >=3.12)"
    whole = chunks_of("# python: >=3.12\nx = 1\n# ---\nx = 2\n", "judged.py")
    assert [each.python for each in whole] == [">=3.12", ">=3.12"]


def test_plain_python_tells_output_error_and_line() -> None:
    (chunk,) = chunks_of(
        "import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint(__name__)\nint('x')\n", "judged.py"
    )
    message = "invalid literal for int() with base 10: 'x'"
    assert plain_ending(chunk) == Ending("a\n__main__\n", "b\n", "ValueError", message, (5,))
