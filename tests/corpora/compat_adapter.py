"""The adapter through which the corpus of ordinary programs runs in a Sandbox."""

from rexec.errors import RefusedError  # noqa: F401 - loaded before the programs' clocks start
from rexec.sandbox import Sandbox

SANDBOX = Sandbox("default")


class Refused(Exception):
    """The program was refused before it ran."""

    refused = True

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class Failed(Exception):
    """The program started and did not finish."""


def runner(source: str, filename: str) -> str:
    """What one program prints."""
    result = SANDBOX.run(source, filename=filename)
    if result.outcome == "refused":
        raise Refused([f"{each.message} [{each.rule}]" for each in result.error.diagnostics])
    if result.outcome != "finished":
        raise Failed(f"{result.outcome}: {result.error.type}: {result.error.message} (line {result.error.line})")
    return result.stdout
