"""The values that cross rooms: what is wrong with a text, a compiled text, and how a run ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import CodeType
from typing import Any, Final, Literal

Outcome = Literal["finished", "refused", "denied", "raised", "out_of_budget", "broken"]

CONTROL: Final = "".join(chr(c) for c in range(32) if c not in (9, 10))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """
    One finding about a text. Lines count from 1, columns from 0 in characters; ``end_*`` is exclusive.

    ``rule`` is the short name of the rule (``syntax``, ``attribute``, ``name``, ...), ``grant`` the line of
    TOML that would allow it, where a policy can.
    """

    message: str
    rule: str
    filename: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    source_line: str | None = None
    grant: str | None = None

    def __str__(self) -> str:
        where = ":".join([self.filename] + [str(n) for n in (self.line, self.column_shown) if n is not None])
        return f"{where}: {self.message} [{self.rule}]"

    @property
    def column_shown(self) -> int | None:
        """The column as compilers print it, from 1."""
        return None if self.column is None else self.column + 1


@dataclass(frozen=True, slots=True)
class Program:
    """A text that was parsed, rewritten, verified and compiled. Holds no values, so it can be shared and kept."""

    code: CodeType
    filename: str
    mode: Literal["exec", "eval", "single"]
    text: str | None
    used_names: frozenset[str]
    warnings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """One guest frame of a traceback. Columns count from 0 in characters."""

    filename: str
    line: int | None
    function: str
    source_line: str | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class GuestError:
    """
    Why a run did not finish, in plain text only: no object of the guest is kept.

    The position is that of the innermost guest frame, or of the first diagnostic of a refused text.
    ``frames`` runs from the outermost to the innermost. ``notes`` and ``cause`` are the exception's own, and so are
    the ``exceptions`` of a group, of which ``more`` are left out. ``hint`` is what Python adds to the message of an
    exception that nobody caught (``. Did you mean: 'x'?``).
    """

    type: str
    message: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    filename: str | None = None
    source_line: str | None = None
    frames: tuple[Frame, ...] = ()
    rule: str | None = None
    grant: str | None = None
    notes: tuple[str, ...] = ()
    cause: GuestError | None = None
    context: GuestError | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    exit_status: int | None = None  # of SystemExit
    exit_text: str | None = None  # of SystemExit: what the interpreter would print
    hint: str = ""
    exceptions: tuple[GuestError, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Usage:
    """What a run took. None: not measured at this isolation level."""

    wall_seconds: float = 0.0
    cpu_seconds: float = 0.0
    output_bytes: int = 0
    fuel: int | None = None
    peak_memory_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """
    How a run ended.

    ``value`` is the value of the last expression statement as plain data, a copy of its own; None where there
    is none or where it is no plain data, which ``value_note`` then says.
    ``walls`` names the walls that really stood around the run; in the host's own process there are none.
    """

    outcome: Outcome
    value: Any = None
    stdout: str = ""
    stderr: str = ""
    error: GuestError | None = None
    usage: Usage = field(default_factory=Usage)
    walls: tuple[str, ...] = ()
    isolation: str = "none"
    value_note: str | None = None

    @property
    def ok(self) -> bool:
        """Whether the guest ran to its end."""
        return self.outcome == "finished"
