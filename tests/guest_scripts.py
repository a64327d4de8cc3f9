"""
Guest scripts: Python files that carry their own expectations.

A file is split into chunks by lines ``# ---``. A line may end in what it announces:

    ### refused: words       one diagnostic on this line, before anything runs, whose message holds the words
    ### denied: words        the run ends here because a guard said no
    ### raised: Type: words  the run ends here with this exception, in plain CPython too; the words may be missing
    ### raised here: Type    as above, where plain CPython does something else

Whatever a line does not announce fails. A chunk that announces nothing must finish, and print what it prints in
plain CPython. The refusals that a chunk announces are all that there may be.

A comment ``# python: >=3.12`` (or ``<``) on the first line of a file or of a chunk leaves it out elsewhere.

This module knows nothing of the sandbox. Run as a program it is the plain CPython that chunks are compared with.
"""

from __future__ import annotations

import contextlib
import functools
import io
import json
import linecache
import os
import re
import subprocess
import sys
import traceback
import types
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Final, Protocol

FOLDER: Final = Path(__file__).parent / "scripts"
SPLIT: Final = "# ---"
ANNOUNCED: Final = re.compile(r"(refused|denied|raised|raised here): (.+)")
PYTHON: Final = re.compile(r"# python: (>=|<)(\d+)\.(\d+)$")


@dataclass(frozen=True, slots=True)
class Announcement:
    """What one line says of itself; lines count from 1 in the file."""

    line: int
    kind: str
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.kind}: {self.words}"


@dataclass(frozen=True, slots=True)
class Chunk:
    """
    One script. Its text begins with as many empty lines as stand before it in the file, so that every line number
    is that of the file.
    """

    filename: str
    line: int
    text: str
    announced: tuple[Announcement, ...] = ()
    python: str = ""

    @property
    def title(self) -> str:
        return f"{self.filename}:{self.line}" + (f" (Python {self.python})" if self.python else "")

    @property
    def is_harmless(self) -> bool:
        return all(each.kind.startswith("raised") for each in self.announced)

    def runs_on(self, version: tuple[int, int]) -> bool:
        """Whether a Python of this version has the grammar or the library that the chunk is about."""
        found = PYTHON.match(f"# python: {self.python}")
        if found is None:
            return True
        bound = (int(found[2]), int(found[3]))
        return version >= bound if found[1] == ">=" else version < bound


@dataclass(frozen=True, slots=True)
class Ending:
    """How a chunk ended in plain CPython: the exception's class by name, and the guest's lines of its traceback."""

    stdout: str = ""
    stderr: str = ""
    error: str | None = None
    message: str = ""
    lines: tuple[int, ...] = ()

    def __str__(self) -> str:
        return (
            "plain CPython finishes" if self.error is None else f"plain CPython ends with {self.error}: {self.message}"
        )


class Finding(Protocol):
    """What is asked of a diagnostic, and of the error of a run."""

    @property
    def message(self) -> str: ...
    @property
    def line(self) -> int | None: ...


class Run(Protocol):
    """What is asked of the result of a run."""

    @property
    def outcome(self) -> str: ...
    @property
    def stdout(self) -> str: ...
    @property
    def stderr(self) -> str: ...
    @property
    def error(self) -> Any: ...


# --------------------------------------------------------------------------------------------------------------
# Reading


def all_chunks(folder: Path = FOLDER) -> Iterator[Chunk]:
    """Every chunk of every file below a folder."""
    for path in sorted(folder.rglob("*.py")):
        yield from chunks_of(path.read_text(encoding="utf-8"), path.relative_to(folder).as_posix())


def chunks_of(text: str, filename: str) -> list[Chunk]:
    """The chunks of one file. ValueError for an announcement that says nothing."""
    lines = text.split("\n")
    starts = [0, *(index + 1 for index, line in enumerate(lines) if line == SPLIT)]
    everywhere = _python(lines[0])
    found = []
    for start, end in zip(starts, [*(start - 1 for start in starts[1:]), len(lines)], strict=True):
        body = lines[start:end]
        if not any(body):
            continue
        announced = tuple(each for number, line in enumerate(body, start + 1) for each in _announced(line, number))
        padded = "\n" * start + "\n".join(body) + "\n"
        found.append(Chunk(filename, start + 1, padded, announced, everywhere or _python(body[0])))
    return found


def _python(line: str) -> str:
    found = PYTHON.match(line)
    return line.removeprefix("# python: ") if found else ""


def _announced(line: str, number: int) -> list[Announcement]:
    found = []
    for each in line.split("### ")[1:]:
        match = ANNOUNCED.fullmatch(each.strip())
        if match is None:
            raise ValueError(f"line {number}: {each!r} announces nothing")
        found.append(Announcement(number, match[1], match[2]))
    return found


# --------------------------------------------------------------------------------------------------------------
# Judging


def problems(chunk: Chunk, run: Run, plain: Ending) -> list[str]:
    """Everything in which a run differs from what the chunk announces, or from plain CPython. Empty: as it should."""
    if any(each.kind == "refused" for each in chunk.announced):
        return _refusals(chunk, run)
    if len(chunk.announced) > 1:
        return ["a run ends once, so a chunk can announce one ending only"]
    if chunk.announced:
        return _ending(chunk.announced[0], run, plain)
    if run.outcome != "finished":
        return [f"not announced: {_told(run)}"]
    found = [] if plain.error is None else [str(plain)]
    return found + _output(run, plain)


def _refusals(chunk: Chunk, run: Run) -> list[str]:
    if run.outcome != "refused":
        return [f"announced as refused, but {_told(run)}"]
    left = list(chunk.announced)
    found = []
    for each in run.error.diagnostics:
        match = next((one for one in left if one.line == each.line and one.words in each.message), None)
        if match is None:
            found.append(f"not announced: line {each.line}: {each.message}")
        else:
            left.remove(match)
    return found + [f"not refused: {each}" for each in left]


def _ending(announced: Announcement, run: Run, plain: Ending) -> list[str]:
    if run.outcome != announced.kind.removesuffix(" here"):
        return [f"announced as {announced.kind}, but {_told(run)}"]
    found = []
    if run.error.line != announced.line:
        found.append(f"announced for line {announced.line}, but {_told(run)}")
    if announced.kind == "denied":
        if announced.words not in run.error.message:
            found.append(f"announced as {announced.words!r}, but {_told(run)}")
        return found
    kind, _, words = announced.words.partition(": ")
    if run.error.type != kind or words not in run.error.message:
        found.append(f"announced as {announced.words!r}, but {_told(run)}")
    lines = tuple(each.line for each in run.error.frames)
    is_same = (plain.error, plain.message, plain.lines) == (run.error.type, run.error.message, lines)
    if is_same is (announced.kind == "raised here"):
        found.append(f"lines {lines}, but {plain}, lines {plain.lines}")
    return found + (_output(run, plain) if is_same else [])


def _told(run: Run) -> str:
    if run.error is None:
        return run.outcome
    if run.outcome == "refused":
        return "refused: " + "; ".join(f"line {each.line}: {each.message}" for each in run.error.diagnostics)
    return f"{run.outcome}: {run.error.type}: {run.error.message} (line {run.error.line})"


def _output(run: Run, plain: Ending) -> list[str]:
    pairs = (("stdout", run.stdout, plain.stdout), ("stderr", run.stderr, plain.stderr))
    return [f"{name}: {got!r}, plain CPython: {wanted!r}" for name, got, wanted in pairs if got != wanted]


# --------------------------------------------------------------------------------------------------------------
# Plain CPython


@functools.cache
def plain_endings(filename: str, texts: tuple[str, ...]) -> dict[str, Ending]:
    """How texts end in a plain CPython of the same version, each in a process of its own."""
    command = [sys.executable, "-I", "-X", "utf8", "-W", "ignore", __file__]
    request = json.dumps([filename, texts])
    done = subprocess.run(command, input=request, capture_output=True, check=True, timeout=120, encoding="utf-8")
    endings = [Ending(*each, tuple(lines)) for *each, lines in json.loads(done.stdout)]
    return dict(zip(texts, endings, strict=True))


def plain_ending(chunk: Chunk, others: Sequence[Chunk] = ()) -> Ending:
    """
    How one chunk ends in plain CPython; *others* of its file are run along with it, which is cheaper.

    Nothing is run that the sandbox refuses or denies.
    """
    texts = tuple(each.text for each in others or [chunk] if each.is_harmless)
    return plain_endings(chunk.filename, texts).get(chunk.text, Ending())


def _run_plainly(filename: str, text: str) -> Ending:
    """Run a text as ``__main__``."""
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    module.__file__ = filename
    sys.stdin, sys.argv = io.StringIO(), []
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("always", SyntaxWarning)
                code = compile(text, filename, "exec", dont_inherit=True)
            exec(code, vars(module))
        except BaseException as error:
            kind = type(error)
            is_plain = kind.__module__ in ("builtins", "__main__")
            name = kind.__qualname__ if is_plain else f"{kind.__module__}.{kind.__qualname__}"
            lines = [
                each.lineno or 0 for each in traceback.extract_tb(error.__traceback__) if each.filename == filename
            ]
            return Ending(out.getvalue(), err.getvalue(), name, str(error), tuple(lines))
    return Ending(out.getvalue(), err.getvalue())


def _in_a_child(filename: str, text: str) -> Any:
    """The ending of one text, run in a copy of this process, so that no text finds what another left behind."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        ending = _run_plainly(filename, text)
        with open(writer, "w", encoding="utf-8") as pipe:
            json.dump(astuple(ending), pipe)
        os._exit(0)
    os.close(writer)
    with open(reader, encoding="utf-8") as pipe:
        answer = json.load(pipe)
    os.waitpid(child, 0)
    return answer


if __name__ == "__main__":
    given, wanted = json.loads(sys.stdin.read())
    json.dump([_in_a_child(given, each) for each in wanted], sys.stdout)
