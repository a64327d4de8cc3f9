"""
What the guards cost: the same programs in a Sandbox and in plain CPython, in one process, in turn.

    python benchmarks/paired.py PROGRAM.py ...
    python benchmarks/paired.py --jsonl programs.jsonl --only nbody --only richards_super

Each program is compiled once for each side and then run in turn, plain, sandbox, plain, sandbox; what is printed is
the median of the ratios of neighbours, since machines drift. Output is thrown away on both sides. A jsonl file has
objects with "id" and "source".
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import math
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from rexec.compile import compile_program
from rexec.sandbox import Sandbox


def programs(arguments: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """Name and text of each program asked for."""
    for path in arguments.programs:
        yield Path(path).stem, Path(path).read_text(encoding="utf-8")
    if arguments.jsonl:
        for line in Path(arguments.jsonl).read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if not arguments.only or entry["id"] in arguments.only:
                yield entry["id"], entry["source"]


def time_plain(code: object) -> float:
    """Seconds for one run as ``__main__`` of its own."""
    module = ModuleType("__main__")
    before, sys.modules["__main__"] = sys.modules["__main__"], module
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            begun = time.perf_counter()
            exec(code, vars(module))  # type: ignore[arg-type]  # a code object
            return time.perf_counter() - begun
    finally:
        sys.modules["__main__"] = before


def time_sandbox(sandbox: Sandbox, text: str, name: str) -> float:
    """Seconds for one run in an environment of its own; the Program is kept by the compiler's cache."""
    with sandbox.session() as session:
        session.run("0")
        begun = time.perf_counter()
        result = session.run(text, filename=f"{name}.py")
        taken = time.perf_counter() - begun
    if result.outcome != "finished":
        raise SystemExit(f"{name}: {result.outcome}: {result.error}")
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("programs", nargs="*")
    parser.add_argument("--jsonl")
    parser.add_argument("--only", action="append")
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    if not arguments.programs and not arguments.jsonl:
        parser.error("name the programs to run, or a --jsonl file of them")
    sandbox, ratios = Sandbox("default"), []
    print(f"{'program':24} {'plain ms':>9} {'sandbox ms':>10} {'ratio':>6}")
    for name, text in programs(arguments):
        code = compile(text, f"{name}.py", "exec", dont_inherit=True)
        compile_program(text, filename=f"{name}.py", capture_value=True)
        time_plain(code), time_sandbox(sandbox, text, name)
        pairs = [(time_plain(code), time_sandbox(sandbox, text, name)) for _ in range(arguments.runs)]
        ratio = statistics.median(boxed / plain for plain, boxed in pairs)
        ratios.append(ratio)
        plain, boxed = (statistics.median(each) * 1000 for each in zip(*pairs, strict=True))
        print(f"{name:24} {plain:9.1f} {boxed:10.1f} {ratio:6.2f}")
    print(f"{'geometric mean':24} {'':9} {'':10} {math.exp(statistics.fmean(map(math.log, ratios))):6.2f}")


if __name__ == "__main__":
    main()
