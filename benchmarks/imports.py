"""
What a guest's first `import` of each module costs, in milliseconds: in the first environment of a process, and in
later ones.

    python benchmarks/imports.py [MODULE ...]        # default: every module that the default policy grants

Each module is measured in a process of its own. `first` is one import in the first environment, `later` the median and
`best` the minimum of the imports in the 15 environments after it. The time of an empty run is taken off each.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time

LATER = 15


def measure(module: str) -> dict[str, float]:
    import rexec

    sandbox = rexec.Sandbox("default")
    costs = []
    for _ in range(1 + LATER):
        with sandbox.session() as session:
            session.run("pass")
            before = time.perf_counter()
            session.run("0")
            between = time.perf_counter()
            result = session.run(f"import {module}")
            after = time.perf_counter()
            if not result.ok:
                sys.exit(f"{module}: {result.error}")
            costs.append((after - between - (between - before)) * 1000)
    return {"first": costs[0], "later": statistics.median(costs[1:]), "best": min(costs[1:])}


def main(modules: list[str]) -> None:
    import rexec

    modules = modules or sorted(rexec.Policy.load("default").modules)
    print(f"Python {sys.version.split()[0]}, milliseconds")
    print(f"{'module':28}{'first':>8}{'later':>8}{'best':>8}")
    for module in modules:
        out = subprocess.run(
            [sys.executable, __file__, "--one", module], check=True, capture_output=True, text=True
        ).stdout
        cost = json.loads(out)
        print(f"{module:28}{cost['first']:8.2f}{cost['later']:8.2f}{cost['best']:8.2f}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2])))
    else:
        main(sys.argv[1:])
