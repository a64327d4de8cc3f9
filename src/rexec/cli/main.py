"""``rexec``: the subcommands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from rexec.cli import run
from rexec.cli.options import USAGE, Stop, version_line
from rexec.cli.streams import Live

HELP: Final = """\
usage: rexec run [options] script.py [args...]
       rexec audit [options] POLICY
       rexec --version | --help

subcommands:
  run    run a Python script that nobody trusts (rexec run --help shows the options)
  audit  print every way from a policy's guest to something that no guest may have
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the subcommand says; the exit status. Never raises."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and arguments[0] == "run":
        return run.main(arguments[1:], prog="rexec run")
    if arguments and arguments[0] == "audit":
        from rexec.cli import audit

        return run.conclude("rexec audit", lambda out, err: audit.act(arguments[1:], out, err))
    return run.conclude("rexec", lambda out, _: _act(arguments, out))


def _act(arguments: Sequence[str], out: Live) -> int:
    first = arguments[0] if arguments else ""
    if first in ("-h", "--help", "--version"):
        out.say(version_line() if first == "--version" else HELP)
        return 0
    problem = f"unknown subcommand {first!r}" if first else "which subcommand?"
    raise Stop(USAGE, f"{problem} (there are: run, audit; --help shows more)")


if __name__ == "__main__":
    sys.exit(main())
