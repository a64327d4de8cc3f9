"""``rexec audit POLICY``: every way from a policy's guest to something that no guest may have."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from rexec.cli.options import USAGE, Stop, nearest, usage
from rexec.cli.streams import Live

HELP: Final = """\
usage: rexec audit [options] POLICY

Walk through everything that a guest of a policy can reach, and print each path to something that no
guest may have: one line each, `kind: way: what`, the way as a guest would write it.

options:
  --objects MODULE:NAME  hand this object of yours to the guest as well; repeatable. It is looked at,
                         not called. MODULE is imported, from the current directory too
  --json                 print the report as one JSON object, and nothing else
  -h, --help             print this text and exit

exit status:
  0 nothing was found; 1 something was; 2 usage or policy error
"""
FLAGS: Final = ("--objects", "--json", "--help", "-h")
FOUND: Final = 1


class Options(NamedTuple):
    """What was asked for. No policy: the help text."""

    policy: str | None
    objects: tuple[str, ...] = ()
    is_json: bool = False


def parse(argv: Sequence[str]) -> Options:
    """Options and the policy, in any order. Raises Stop."""
    policies: list[str] = []
    objects: list[str] = []
    is_json = False
    rest = iter(argv)
    for argument in rest:
        flag, equals, value = argument.partition("=")
        if not argument.startswith("-"):
            policies.append(argument)
        elif flag == "--objects":
            named = value if equals else next(rest, None)
            if named is None:
                raise usage("--objects needs a value: module:name")
            objects.append(named)
        elif flag not in FLAGS:
            raise usage(f"unknown option {flag!r}{nearest(flag, FLAGS)}")
        elif equals:
            raise usage(f"{flag} takes no value")
        elif flag == "--json":
            is_json = True
        else:
            return Options(None)
    if len(policies) != 1:
        raise usage("one policy is wanted: a shipped name or a file" if policies else "which policy?")
    return Options(policies[0], tuple(objects), is_json)


def act(argv: Sequence[str], out: Live, err: Live) -> int:
    """Do what the command line says; the exit status."""
    options = parse(argv)
    if options.policy is None:
        out.say(HELP)
        return 0
    from rexec.audit.auditing import audit
    from rexec.audit.report import describe, dump
    from rexec.errors import PolicyError
    from rexec.policy import Policy

    try:
        policy = Policy.load(options.policy)
        report = audit(policy, dict(map(_find, options.objects)))
    except PolicyError as error:
        err.say(f"{error}\n")
        return USAGE
    out.say(f"{dump(report)}\n" if options.is_json else describe(report))
    return FOUND if report.findings else 0


def _find(text: str) -> tuple[str, Any]:
    """The object of a ``module:name``, under the last part of its name. Raises Stop."""
    module, _, path = text.partition(":")
    if not module or not path:
        raise usage(f"--objects takes module:name, not {text[:60]!r}")
    if os.getcwd() not in sys.path:
        sys.path.insert(0, os.getcwd())
    try:
        found: Any = importlib.import_module(module)
        for name in path.split("."):
            found = getattr(found, name)
    except Exception as error:
        raise Stop(USAGE, f"can't find {text[:60]!r}: {type(error).__name__}: {' '.join(str(error).split())}") from None
    return path.rpartition(".")[2], found
