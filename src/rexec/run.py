"""
Program + environment + budget to Result: the one place where compiled code of a guest is executed.

Everything a run hands back is made plain before the run ends, while the guest's budget still holds (I6).
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context
from types import CodeType, TracebackType
from typing import Any, Final, Literal

from rexec import names
from rexec.budget import OutputMeter
from rexec.errors import DeniedError, RefusedError
from rexec.guest import inventory
from rexec.guest.border.plain import Copier, NotPlain
from rexec.guest.border.veil import veiled
from rexec.guest.environment import ALONE, Environment
from rexec.guest.modules.suggestions import suggestion
from rexec.guest.modules.tracebacks import guest_tracebacks
from rexec.guest.origin import mro_of
from rexec.parse import source_line
from rexec.result import Diagnostic, Frame, GuestError, Outcome, Program, Result, Usage

CHAIN: Final = 20  # exceptions in a chain that are told
WIDTH: Final = 15  # exceptions of a group that are told, as many as a traceback shows
TOLD: Final = 200  # exceptions that are told in all: groups in groups can be many
NOWHERE: Final = Frame("", None, "")
FRAMES: Final = 200  # frames of one traceback that are told, half from each end
# What Python 3.11 issues as DeprecationWarning, which its filters hide: escape sequences and literals.
HIDDEN: Final = "" if sys.version_info >= (3, 12) else "invalid "
_namespace: Final = BaseException.__dict__["__dict__"].__get__  # an exception's own attributes; its class is not asked


def execute(code: CodeType, namespace: dict[str, Any], variables: dict[str, Any] | None = None) -> Any:
    """Run code of the guest, or of a private copy. The only exec and eval of the package."""
    if variables is None:
        return eval(code, namespace)
    return eval(code, namespace, variables)


class Run:
    """One run of a program in an environment, with what it takes to tell how it ended."""

    def __init__(self, environment: Environment, program: Program, texts: dict[str, str | None]) -> None:
        self.environment = environment
        self.program = program
        self.texts = texts  # by filename, to quote source lines
        self.number_told = 0  # exceptions, counted with the group that they are of

    def run(self) -> tuple[Outcome, Any, str | None, GuestError | None]:
        """Outcome, value, why there is no value, error."""
        try:
            veiled(self.warn)
            veiled(execute, self.program.code, self.environment.main)
            value, note = self.value()
            outcome: Outcome = "finished"
            error = None
        except BaseException as raised:
            value, note = None, None
            outcome, error = self.ending(raised)
        return outcome, value, note, error

    def warn(self) -> None:
        """Say what Python warns of when it compiles a script: in the guest's stderr."""
        for each in self.program.warnings:
            if not HIDDEN or not each.message.startswith(HIDDEN):
                line = (each.source_line or "").strip() if self.program.filename[:1] != "<" else ""
                excerpt = f"  {line}\n" if line else ""
                text = f"{each.filename}:{each.line}: SyntaxWarning: {each.message}\n{excerpt}"
                self.environment.streams.stderr.write(text)

    def value(self) -> tuple[Any, str | None]:
        """The last expression's value as plain data of the host's own."""
        if names.VALUE not in self.environment.main:
            return None, None
        value = self.environment.main.pop(names.VALUE)
        budget = self.environment.policy.budget
        try:
            return Copier(budget.result_bytes, budget.result_depth).copy(value), None
        except NotPlain as error:
            return None, error.told("value")

    # ------------------------------------------------------------------------------------ endings

    def ending(self, raised: BaseException) -> tuple[Outcome, GuestError]:
        """How an exception ends a run: every text is made here, by calls that a budget still covers."""
        error = self.told(raised, CHAIN)
        if DeniedError in mro_of(type(raised)):
            return "denied", error
        if type(raised) is NameError and error.rule is not None:
            return "denied", error
        return "raised", error

    def told(self, raised: BaseException, left: int) -> GuestError:
        frames = self.frames(raised.__traceback__)
        last = frames[-1] if frames else NOWHERE
        rule, grant = self.rule_of(raised)
        cause, context = _chained(raised)
        grouped = _grouped(raised)
        shown = grouped[:WIDTH] if left and self.number_told < TOLD else ()
        self.number_told += 1 + len(shown)
        return GuestError(
            type=_title(type(raised)),
            message=_message(raised),
            line=last.line,
            column=last.column,
            end_line=last.end_line,
            end_column=last.end_column,
            filename=last.filename or None,
            source_line=last.source_line,
            frames=frames,
            rule=rule,
            grant=grant,
            notes=_notes(raised),
            cause=None if cause is None or not left else self.told(cause, left - 1),
            context=None if context is None or not left else self.told(context, left - 1),
            exit_status=_exit_status(raised),
            exit_text=_exit_text(raised),
            hint="" if rule else suggestion(self.environment, raised),
            exceptions=tuple(self.told(each, left - 1) for each in shown),
            more=len(grouped) - len(shown),
        )

    def rule_of(self, raised: BaseException) -> tuple[str | None, str | None]:
        """The rule of a denial, and what would grant it; also of a name that the policy or rexec withholds."""
        if DeniedError in mro_of(type(raised)) and type(type(raised)) is type(DeniedError):
            rule, grant = raised.rule, raised.grant  # type: ignore[attr-defined]  # a DeniedError
            # A guest can make such an exception too, with anything in it.
            return rule if type(rule) is str else "denied", grant if type(grant) is str else None
        if type(raised) is NameError and type(raised.name) is str:
            if raised.name in self.environment.policy.deny_builtins:
                return "builtin", f'[builtins] deny without "{raised.name}"'
            if raised.name in inventory.ABSENT:
                return "builtin", None
        return None, None

    def frames(self, traceback: TracebackType | None) -> tuple[Frame, ...]:
        """The guest's frames of a traceback, outermost first; frames of the host and of the library are left out."""
        found = list(guest_tracebacks(self.environment.origin.guests, traceback))
        if len(found) > FRAMES:
            found = found[: FRAMES // 2] + found[-FRAMES // 2 :]
        return tuple(map(self.frame, found))

    def frame(self, traceback: TracebackType) -> Frame:
        code = traceback.tb_frame.f_code
        text = self.texts.get(code.co_filename)
        line = None if text is None else source_line(text, traceback.tb_lineno)
        columns = _columns(code, traceback.tb_lasti, text)
        return Frame(code.co_filename, traceback.tb_lineno, code.co_qualname, line, *columns)


def _columns(code: CodeType, instruction: int, text: str | None) -> tuple[int | None, int | None, int | None]:
    """Column, end line and end column of an instruction, in characters from 0."""
    for offset, (line, end_line, column, end_column) in enumerate(code.co_positions()):
        if offset * 2 == instruction:
            if text is None or None in (line, end_line, column, end_column):
                return None, None, None
            first, last = source_line(text, line or 1), source_line(text, end_line or 1)
            return _characters(first, column), end_line, _characters(last, end_column)
    return None, None, None


def _characters(line: str | None, column: int | None) -> int | None:
    if line is None or column is None:
        return None
    return len(line.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace"))


def _title(kind: type[BaseException]) -> str:
    """The class as a traceback names it, read from raw slots."""
    name, module = type.__dict__["__qualname__"].__get__(kind), type.__dict__["__module__"].__get__(kind)
    title = str.__getitem__(name, slice(None))
    return title if type(module) is not str or module in ("builtins", "__main__") else f"{module}.{title}"


def _message(raised: BaseException) -> str:
    """
    ``str()`` of an exception, as an exact str; a guest's __str__ runs in here, and may fail in any way.
    """
    try:
        text = str(raised)
        return str.__getitem__(text, slice(None))
    except BaseException:
        return "<exception str() failed>"


def _notes(raised: BaseException) -> tuple[str, ...]:
    notes = _namespace(raised).get("__notes__")
    if type(notes) is not list:
        return ()
    return tuple(each if type(each) is str else "<note is no text>" for each in notes)


def _chained(raised: BaseException) -> tuple[BaseException | None, BaseException | None]:
    """The cause, or else the context unless it is suppressed."""
    slots: Any = BaseException.__dict__
    cause = slots["__cause__"].__get__(raised)
    if cause is not None:
        return cause, None
    if slots["__suppress_context__"].__get__(raised):
        return None, None
    return None, slots["__context__"].__get__(raised)


def _grouped(raised: BaseException) -> tuple[BaseException, ...]:
    """The exceptions of a group, read from its slot."""
    found = BaseExceptionGroup in mro_of(type(raised))
    return BaseExceptionGroup.__dict__["exceptions"].__get__(raised) if found else ()


def _code(raised: BaseException) -> Any:
    """The code of a SystemExit, read from its slot: a subclass may have a property of that name."""
    return SystemExit.__dict__["code"].__get__(raised)


def _exit_status(raised: BaseException) -> int | None:
    """What the process of a script would end with: as the library reference has it for sys.exit()."""
    if SystemExit not in mro_of(type(raised)):
        return None
    code = _code(raised)
    if code is None:
        return 0
    return code & 0xFF if type(code) is int or type(code) is bool else 1


def _exit_text(raised: BaseException) -> str | None:
    """What the interpreter would print: the code of a SystemExit that is no number."""
    if SystemExit not in mro_of(type(raised)):
        return None
    return None if type(_code(raised)) in (int, bool, type(None)) else _message(raised)


def refused(error: RefusedError) -> Result:
    """The Result of a text that did not compile."""
    first: Diagnostic = error.diagnostics[0]
    told = GuestError(
        type="RefusedError" if first.rule != "syntax" else "SyntaxError",
        message=first.message,
        line=first.line,
        column=first.column,
        end_line=first.end_line,
        end_column=first.end_column,
        filename=first.filename,
        source_line=first.source_line,
        rule=first.rule,
        grant=first.grant,
        diagnostics=error.diagnostics,
    )
    return Result("refused", error=told)


def run(
    program: Program,
    world: list[Environment],
    *,
    texts: dict[str, str | None],
    context: Context,
    output: Callable[[Literal["stdout", "stderr"]], str],
    last: bool = True,
) -> Result:
    """
    Run a program in the environment that *world* holds and tell how it ended. Never raises for anything the guest does.

    ``context`` holds the guest's context variables (its decimal context is one). ``last`` says that the environment
    is not used again: it is taken out of *world*, and what the guest made is let go before the run counts as ended.
    """
    meter: OutputMeter = world[0].streams.meter
    wall, cpu, written = time.perf_counter(), time.process_time(), meter.written
    with own_hooks():
        world[0].notice(program.code)
        outcome, value, note, error = context.run(Run(world[0], program, texts).run)
        if last:
            context.run(let_go, world)
    if meter.empty:  # asked of the meter, since a guest's `finally: return` can swallow OutOfBudget
        outcome, value = "out_of_budget", None
        error = GuestError("OutOfBudget", f"more than {meter.limit} bytes of output", rule="output_bytes")
    usage = Usage(time.perf_counter() - wall, time.process_time() - cpu, meter.written - written)
    return Result(outcome, value, output("stdout"), output("stderr"), error, usage, (), "none", note)


def let_go(world: list[Environment]) -> None:
    """
    Clean-up that the guest wrote (generators, weak references) runs here, not in the host's time.

    Whatever holds a function of the guest's holds its builtins, and they hold the environment and its token; so when
    nobody else holds that, nothing is left. A guest whose clean-up makes new clean-up for ever runs for ever.
    """
    environment = world.pop()
    veiled(environment.clear)
    if environment.leaves_finalizers and not environment.is_alone():
        token = environment.origin.token  # a weak reference would not tell: they are dead before clean-up runs
        del environment  # the last that holds it from outside
        while sys.getrefcount(token) > ALONE and veiled(gc.collect):
            pass


@contextmanager
def own_hooks() -> Iterator[None]:
    """
    The thread's hooks for asynchronous generators are set aside while a guest runs, whatever it does with them: those
    of the host's event loop would keep the guest's generators, and close them later.
    """
    hooks = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(None, None)
    try:
        yield
    finally:
        sys.set_asyncgen_hooks(*hooks)
