"""``rexec-run script.py``: a script, a policy, and the exit status of what came of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO, cast

from rexec.cli.options import HELP, USAGE, Options, Stop, parse, version_line
from rexec.cli.streams import Live, Prompted

if TYPE_CHECKING:
    from rexec.policy import Policy
    from rexec.result import Result

STATUS: Final = {"finished": 0, "raised": 1, "refused": 3, "denied": 3, "out_of_budget": 125, "broken": 126}
OUT_OF_TIME: Final = 124  # as timeout(1) has it
BROKEN: Final = 126
INTERRUPTED: Final = 130  # as shells count a process that SIGINT ended
UNREAD: Final = 141  # and one that SIGPIPE ended


def main(argv: Sequence[str] | None = None, *, prog: str = "rexec-run") -> int:
    """
    Run the script that the command line names; the exit status.

    Never raises, and never shows a traceback of ours.
    """
    arguments = sys.argv[1:] if argv is None else argv
    return conclude(prog, lambda out, err: _act(parse(arguments), prog, out, err))


def conclude(prog: str, act: Callable[[Live, Live], int]) -> int:
    """The exit status of what is done with our two streams, whatever becomes of it."""
    out, err = Live(sys.stdout), Live(sys.stderr)
    try:
        try:
            status = act(out, err)
        except Stop as stop:
            err.say(f"{prog}: {stop.message}\n")
            status = stop.status
        except Exception as error:  # a mistake of ours: it must not look like an ending of the guest's
            err.say(f"{prog}: the sandbox broke: {type(error).__name__}: {' '.join(str(error).split())}\n")
            status = BROKEN
        return _close(status, prog, out, err)
    except KeyboardInterrupt:
        return INTERRUPTED


def _close(status: int, prog: str, out: Live, err: Live) -> int:
    """Flush what was written. When nobody reads any more, end without a word, as other tools do."""
    out.flush()
    failure = out.failure or err.failure
    if isinstance(failure, BrokenPipeError):
        return UNREAD
    if failure is not None:
        err.say(f"{prog}: can't write the output: {failure.strerror}\n")
        return BROKEN
    return status


def _act(options: Options, prog: str, out: Live, err: Live) -> int:
    if options.act != "run":
        out.say(version_line() if options.act == "version" else HELP.format(prog=prog))
        return 0
    if options.timeout is not None:
        return _act_in_time(options.timeout, options, out, err)
    return _act_at_ease(options, out, err)


def _act_in_time(seconds: float, options: Options, out: Live, err: Live) -> int:
    """The same in a child that ends in time."""
    from rexec.errors import IsolationError, OutOfBudget
    from rexec.isolation import deadline

    out.unbuffered = err.unbuffered = True
    try:
        status = deadline.ends_by(seconds)
    except IsolationError as error:
        raise Stop(USAGE, str(error)) from None
    except OutOfBudget as error:
        from rexec.result import GuestError, Result, Usage

        told = GuestError("OutOfBudget", str(error), filename=options.argv[0], rule=error.limit)
        _tell(Result("out_of_budget", error=told, usage=Usage(seconds)), options, out, err)
        return OUT_OF_TIME
    return _act_at_ease(options, out, err, deadline.stop) if status is None else status


def _act_at_ease(options: Options, out: Live, err: Live, ended: Callable[[], None] | None = None) -> int:
    """Run the script, and tell of it once *ended* was told."""
    from rexec.errors import OutOfBudget, PolicyError
    from rexec.policy import Policy

    try:
        policy = _with_trusted(Policy.load(options.policy), options.trusted)
        source = _source(options.argv[0], policy.budget.source_bytes)
        result = _run(options, policy, source, out, err)
    except PolicyError as error:
        err.say(f"{error}\n")
        return USAGE
    except OutOfBudget:  # of our streams, and conclude() knows why
        return BROKEN
    if ended is not None:
        ended()
    if out.failure or err.failure:
        return BROKEN
    return _tell(result, options, out, err)


def _with_trusted(policy: Policy, modules: Sequence[str]) -> Policy:
    """The policy with the modules of ``--trust``; what it already says of one is no longer all that it shows."""
    if not modules:
        return policy
    from dataclasses import replace

    return replace(policy, modules={**policy.modules, **dict.fromkeys(modules, True)})  # type: ignore[arg-type]  # Policy makes Modules of it


def _source(script: str, cap: int) -> bytes:
    """
    The script's bytes: one more than the policy allows at most, which is enough for the sandbox to refuse it.

    Raises Stop if there is nothing to read.
    """
    try:
        if script == "-":
            if sys.stdin is None:
                raise Stop(USAGE, "can't read the script: standard input is closed")
            return _read(sys.stdin.buffer, cap + 1)
        with open(script, "rb") as file:
            return _read(file, cap + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
    except ValueError:  # a NUL
        reason = "Not a path"
    raise Stop(USAGE, f"can't open file {script!r}: {reason}")


def _read(file: BinaryIO, size: int) -> bytes:
    """In pieces: a limit may be larger than the memory, which a single read would ask for."""
    pieces = []
    while piece := file.read(min(size, 1_000_000)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _run(options: Options, policy: Policy, source: bytes, out: Live, err: Live) -> Result:
    """Run the script. Its output is passed on as it comes; with --json it is kept for the result."""
    from rexec.sandbox import Sandbox

    script = options.argv[0]
    return Sandbox(policy).run(
        source,
        filename="<stdin>" if script == "-" else script,
        argv=options.argv,
        stdin=None if sys.stdin is None else cast("TextIO", Prompted(sys.stdin, out.flush)),
        on_stdout=None if options.is_json else out.write,
        on_stderr=None if options.is_json else err.write,
        keep_output=options.is_json,
    )


def _tell(result: Result, options: Options, out: Live, err: Live) -> int:
    """Say how the run ended; the exit status."""
    error = result.error
    if result.outcome == "raised" and error is not None and error.type == "KeyboardInterrupt":
        return INTERRUPTED
    out.flush()
    if options.is_json:
        from rexec.cli.as_json import dump

        out.say(f"{dump(result)}\n")
    elif result.outcome != "finished":
        from rexec.cli.report import describe

        err.say(describe(result))
    if result.outcome == "raised" and error is not None and error.exit_status is not None:
        return _os_status(error.exit_status)
    return STATUS[result.outcome]


def _os_status(status: int) -> int:
    """What the operating system keeps of the number in a SystemExit; -1 stands for one that C cannot hold."""
    return (status if -(2**63) <= status < 2**63 else -1) & 0xFF


if __name__ == "__main__":
    sys.exit(main())
