"""
The command line of a run: argv → Options, or Stop with the status to end with.

Read by hand: argparse alone would take an eighth of the start-up time that a run may cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

USAGE: Final = 2

HELP: Final = """\
usage: {prog} [options] script.py [args...]

Run a Python script that nobody trusts. The script gets the arguments that follow its name; - as
the script reads it from standard input.

options:
  --policy NAME|FILE  what the script may do: a shipped policy, or a path to a TOML file
                      (default: default)
  -t, --trust MODULE  grant one module more, as far as rexec has reviewed it; repeatable
  --timeout SECONDS   end the script when so much time has passed, whatever it does
  --json              print the result as one JSON object, and nothing else; a value that
                      JSON has no word for is an object of one key, as in {{"$tuple": [1, 2]}}
  --version           print the version and exit
  -h, --help          print this text and exit
  --                  what follows is the script, even if it begins with -

exit status:
  the script's own; 1 uncaught exception; 2 usage or policy error; 3 refused or denied; 124 out of time;
  125 out of any other budget; 126 the sandbox broke; 130 interrupted; 141 nobody reads the output
"""
FLAGS: Final = ("--json", "--version", "--help", "-h", "--policy", "--timeout", "--trust", "-t", "--")


def version_line() -> str:
    """What --version prints."""
    from rexec import __version__

    return f"rexec {__version__}\n"


class Stop(Exception):
    """Nothing will run: the message for standard error, and the exit status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class Options(NamedTuple):
    """What was asked for. ``argv`` is the script and its arguments, empty unless ``act`` is ``run``."""

    act: Literal["run", "help", "version"]
    argv: tuple[str, ...] = ()
    policy: str = "default"
    is_json: bool = False
    trusted: tuple[str, ...] = ()
    timeout: float | None = None  # seconds


def parse(argv: Sequence[str]) -> Options:
    """
    Options up to the first argument that is none: that is the script, and the rest is the script's own.

    Raises Stop.
    """
    policy: str | None = None
    timeout: float | None = None
    is_json = False
    trusted: list[str] = []
    rest = iter(argv)
    for argument in rest:
        flag, equals, value = argument.partition("=")
        if argument == "--" or argument == "-" or not argument.startswith("-"):
            script = () if argument == "--" else (argument,)
            return _run((*script, *rest), policy, is_json, trusted, timeout)
        if flag == "--policy":
            if policy is not None:
                raise usage("--policy is given twice")
            policy = value if equals else next(rest, None)
            if policy is None:
                raise usage("--policy needs a value: a shipped name or a file")
        elif flag == "--timeout":
            if timeout is not None:
                raise usage("--timeout is given twice")
            timeout = _seconds(value if equals else next(rest, None))
        elif flag in ("-t", "--trust"):
            module = value if equals else next(rest, None)
            if module is None:
                raise usage(f"{flag} needs a value: the name of a module")
            trusted.append(module)
        elif flag not in FLAGS:
            raise usage(f"unknown option {flag!r}{nearest(flag, FLAGS)}")
        elif equals:
            raise usage(f"{flag} takes no value")
        elif flag == "--json":
            is_json = True
        else:
            return Options("version" if flag == "--version" else "help")
    return _run((), policy, is_json, trusted, timeout)


def _run(
    argv: tuple[str, ...], policy: str | None, is_json: bool, trusted: Sequence[str], timeout: float | None
) -> Options:
    if not argv:
        raise usage("which script is to run?")
    return Options("run", argv, "default" if policy is None else policy, is_json, tuple(trusted), timeout)


def _seconds(text: str | None) -> float:
    """A length of time that a timer takes: from a microsecond to a year."""
    if text is None:
        raise usage("--timeout needs a value: seconds")
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 1e-6 <= found <= 366 * 86_400:
        raise usage(f"--timeout takes seconds above 0, within a year, not {text[:60]!r}")
    return found


def usage(problem: str) -> Stop:
    """What to raise for a command line that says nothing that can be done."""
    return Stop(USAGE, f"{problem} (--help shows the options)")


def nearest(flag: str, known: Sequence[str]) -> str:
    """A question about the option that may have been meant."""
    import difflib

    near = difflib.get_close_matches(flag[:60], known, n=1)
    return f", did you mean {near[0]}?" if near else ""
