"""open(): reads below what is granted, and nothing else."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from guest_runs import EVERYTHING, run
from rexec.policy import Policy
from rexec.result import Result


@pytest.fixture
def files(tmp_path: Path) -> Path:
    root = tmp_path / "granted"
    (root / "below").mkdir(parents=True)
    (root / "text.txt").write_bytes("one\r\ntwo\nthré\n".encode())
    (root / "below" / "data.bin").write_bytes(b"\x00\xff\r\n")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "granted_too").mkdir()
    (tmp_path / "granted_too" / "secret.txt").write_text("secret")
    (root / "inner_link").symlink_to(root / "below" / "data.bin")
    (root / "outer_link").symlink_to(tmp_path / "secret.txt")
    (root / "outer_folder").symlink_to(tmp_path)
    return root


def reading(files: Path, text: str) -> Result:
    policy = Policy(name="reading", modules=EVERYTHING.modules, read_path=(str(files),))
    return run(text, policy, inputs={"root": str(files)})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("open(root + '/text.txt').read()", "one\ntwo\nthré\n"),
        ("open(root + '/text.txt', newline='').read()", "one\r\ntwo\nthré\n"),
        ("open(root + '/text.txt', 'rb').read(5)", b"one\r\n"),
        ("open(root + '/text.txt', encoding='latin-1').read()[-4:]", "rÃ©\n"),
        ("open(root + '/text.txt', encoding='ascii', errors='replace').readlines()[2][:3]", "thr"),
        ("open(root + '/below/data.bin', 'rb').read()", b"\x00\xff\r\n"),
        ("open(root + '/inner_link', mode='rb').read(1)", b"\x00"),
        ("open(root + '/below/../text.txt').readline()", "one\n"),
        ("with open(root + '/text.txt') as f: lines = [line for line in f]\nlines", ["one\n", "two\n", "thré\n"]),
        ("with open(root + '/text.txt') as f: pass\nf.closed", True),
        (
            "f = open(root + '/text.txt', 'rb')\nf.seek(3)\n(f.tell(), f.read(2), f.readable(), f.writable())",
            (3, b"\r\n", True, False),
        ),
        ("f = open(root + '/text.txt')\nnext(f)\nlist(f)", ["two\n", "thré\n"]),
        ("f = open(root + '/text.txt')\nf.close()\nf.name == root + '/text.txt'", True),
    ],
)
def test_open_reads_below_what_is_granted(files: Path, text: str, value: Any) -> None:
    result = reading(files, text)
    assert (result.outcome, result.value) == ("finished", value), result.error


@pytest.mark.parametrize(
    "path",
    [
        "'/etc/passwd'", "root + '/../secret.txt'", "root + '_too/secret.txt'", "root + '/outer_link'", "root",
        "root + '/outer_folder/secret.txt'", "root + '/../nothing'", "root + '/below'", "'secret.txt'",
        "'/proc/self/environ'",
        "root + '/'", "''", "'/dev/stdin'", "root + '/outer_folder'", "'//' + root[1:] + '/../secret.txt'",
    ],
)  # fmt: skip
def test_open_denies_everything_else_in_the_same_words(files: Path, path: str) -> None:
    result = reading(files, f"open({path}).read()")
    assert result.outcome == "denied"
    assert result.error is not None
    assert re.fullmatch(r"file '.*' is not granted", result.error.message)
    assert result.error.type == "rexec.DeniedFileError"


@pytest.mark.parametrize("mode", ["w", "a", "x", "r+", "rb+", "w+b", "rU", "", "wb"])
def test_open_never_writes(files: Path, mode: str) -> None:
    result = reading(files, f"open(root + '/text.txt', {mode!r})")
    assert (result.outcome, result.error and result.error.type) == ("denied", "rexec.DeniedFileError")
    assert reading(files, f"open(root + '/new.txt', {mode!r})").outcome == "denied"
    assert not (files / "new.txt").exists()


def test_missing_file_below_what_is_granted_is_not_found(files: Path) -> None:
    error = reading(files, "open(root + '/nothing.txt')").error
    assert error is not None
    assert error.type == "FileNotFoundError"
    assert error.message.startswith("[Errno 2] No such file or directory: ")


@pytest.mark.parametrize(
    "argument", ["0", "b'/etc/passwd'", "None", "type('S', (str,), {})(root + '/text.txt')", "['x']"]
)
def test_path_is_an_exact_str(files: Path, argument: str) -> None:
    error = reading(files, f"open({argument})").error
    assert error is not None
    assert error.type == "rexec.DeniedTypeError"


def test_special_files_are_not_opened(files: Path) -> None:
    os.mkfifo(files / "pipe")
    assert reading(files, "open(root + '/pipe')").outcome == "denied"


def test_file_holds_no_file_of_the_host(files: Path) -> None:
    for attempt in (
        "f.fileno()",
        "f.buffer",
        "f.raw",
        "f.detach()",
        "f.write('x')",
        "f.truncate()",
        "type(f)()",
        "f.x = 1",
    ):
        result = reading(files, f"f = open(root + '/text.txt')\n{attempt}")
        assert result.outcome in ("raised", "denied")


def test_without_a_grant_nothing_is_read(files: Path) -> None:
    assert run(f"open({str(files / 'text.txt')!r})", Policy()).outcome == "denied"


def test_file_is_wrapped_and_hashed_as_any(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a\r\nb")
    policy = Policy(name="p", modules={"io": True, "hashlib": True}, read_path=(str(tmp_path),))
    text = (
        f"import hashlib, io\npath = {str(tmp_path / 'x')!r}\n"
        "with open(path, 'rb') as f: h = hashlib.file_digest(f, 'md5').hexdigest()\n"
        "w = io.TextIOWrapper(open(path, 'rb'), encoding='ascii')\nt = w.read()\nw.close()\n"
        "(t, h == hashlib.md5(b'a\\r\\nb').hexdigest(), w.closed)"
    )
    assert run(text, policy).value == ("a\nb", True, True)
