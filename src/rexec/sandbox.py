"""``Sandbox`` and ``Session``: the modern interface. In this release a guest runs in the host's own process."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import Context, copy_context
from typing import Any, Final, Literal, TextIO, TypeVar

from rexec.budget import OutputMeter
from rexec.compile import compile_program
from rexec.errors import IsolationError, OutOfBudget, RefusedError
from rexec.guest.environment import Environment, bind
from rexec.guest.facades import check as check_modules
from rexec.guest.streams import Streams
from rexec.parse import Caps, source_line
from rexec.policy import Policy
from rexec.result import Diagnostic, Program, Result
from rexec.run import execute, let_go, own_hooks, refused, run

Text = str | bytes | bytearray
T = TypeVar("T")
OnText = Callable[[str], Any]
LEVELS: Final = ("none",)


class Sandbox:
    """
    Runs texts that nobody trusts under one policy. Each run has an environment of its own.

    ``isolation="none"``, the only level of this release, is the host's own process: a defence in depth, not a
    boundary, with no limit on time or memory. IsolationError for any other level.
    """

    def __init__(self, policy: Policy | str = "default", *, isolation: Literal["none"] = "none") -> None:
        if isolation not in LEVELS:
            raise IsolationError(f"isolation {isolation!r} is not available in this release: only 'none' is")
        self.policy = Policy.load(policy) if isinstance(policy, str) else policy
        if not isinstance(self.policy, Policy):
            raise TypeError(f"a Policy or the name of one is wanted, not {type(policy).__name__}")
        check_modules(self.policy.modules)

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is kept between runs."""

    def run(
        self,
        text: Text,
        *,
        filename: str = "<string>",
        inputs: Mapping[str, Any] | None = None,
        functions: Mapping[str, Callable[..., Any]] | None = None,
        argv: Sequence[str] = (),
        stdin: str | TextIO | None = None,
        on_stdout: OnText | None = None,
        on_stderr: OnText | None = None,
        keep_output: bool = True,
    ) -> Result:
        """
        Run a text as ``__main__``. Never raises for anything the guest does; TypeError for inputs that cannot be
        handed in.

        ``inputs`` become global variables: copies of plain data, or proxies for what ``expose`` wrapped.
        ``functions`` are functions of the host by the name the guest calls them: what they take and give is copied
        plain data (or what they ``expose``), their exceptions become new ones of Python's own classes. One that is no
        Exception (KeyboardInterrupt, SystemExit) ends the run and is raised here. ``on_stdout`` and ``on_stderr``
        get text as it is written; the Result holds it too unless ``keep_output`` is false. What they raise, or
        reading ``stdin`` does, ends the run and is raised here.
        """
        session = Session(self, argv, stdin, on_stdout, on_stderr, keep_output)
        return session._run(text, filename, inputs or {}, functions or {}, last=True)

    def session(
        self,
        *,
        argv: Sequence[str] = (),
        stdin: str | TextIO | None = None,
        on_stdout: OnText | None = None,
        on_stderr: OnText | None = None,
        keep_output: bool = True,
    ) -> Session:
        """One environment for many runs, whose state persists between them."""
        return Session(self, argv, stdin, on_stdout, on_stderr, keep_output)

    def check(self, text: Text, *, filename: str = "<string>") -> list[Diagnostic]:
        """Every finding of the compiler about a text. Nothing is run."""
        try:
            program = self._compile(text, filename)
        except RefusedError as error:
            return list(error.diagnostics)
        return list(program.warnings)

    def _compile(
        self, text: Text, filename: str, mode: Literal["exec", "eval"] = "exec", *, value: bool = True
    ) -> Program:
        if not isinstance(text, str | bytes | bytearray):
            raise TypeError(f"a text is str or bytes, not {type(text).__name__}")
        budget = self.policy.budget
        caps = Caps(source_bytes=budget.source_bytes, nesting=budget.nesting, nodes=budget.nodes)
        return compile_program(text, filename=filename, mode=mode, caps=caps, capture_value=value)


class Session:
    """
    One guest and its environment, which does one thing at a time: RuntimeError for a call while it runs, from another
    thread or from a function that the guest called.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        argv: Sequence[str],
        stdin: str | TextIO | None,
        on_stdout: OnText | None,
        on_stderr: OnText | None,
        keep_output: bool,
    ) -> None:
        self._sandbox = sandbox
        self._texts: dict[str, str | None] = {}
        self._kept: dict[str, list[str]] = {"stdout": [], "stderr": []}
        self._context = Context()
        self._busy = threading.Lock()
        self._outside = _Outside()
        streams = Streams(
            self._sink("stdout", on_stdout, keep_output),
            self._sink("stderr", on_stderr, keep_output),
            self._readline(stdin),
            OutputMeter(sandbox.policy.budget.output_bytes),
        )
        environment = self._context.run(
            Environment,
            sandbox.policy,
            streams,
            load=self._load,
            execute=execute,
            argv=tuple(argv),
            source_line=self._source_line,
        )
        self._world = [environment]  # empty at the end, when nobody else may hold it

    @property
    def _environment(self) -> Environment | None:
        return self._world[0] if self._world else None

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of everything the guest made."""
        with self._alone():
            if self._world:
                with own_hooks():
                    self._context.run(let_go, self._world)

    def run(
        self,
        text: Text,
        *,
        filename: str = "<string>",
        inputs: Mapping[str, Any] | None = None,
        functions: Mapping[str, Callable[..., Any]] | None = None,
    ) -> Result:
        """As Sandbox.run, in this session's environment."""
        return self._run(text, filename, inputs or {}, functions or {}, last=False)

    def _run(
        self, text: Text, filename: str, inputs: Mapping[str, Any], functions: Mapping[str, Any], *, last: bool
    ) -> Result:
        with self._alone():
            return self._run_alone(text, filename, inputs, functions, last=last)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._busy.acquire(blocking=False):
            raise RuntimeError("the session is running")
        try:
            yield
        finally:
            self._busy.release()

    def _run_alone(
        self, text: Text, filename: str, inputs: Mapping[str, Any], functions: Mapping[str, Any], *, last: bool
    ) -> Result:
        if not self._world:
            raise ValueError("the session is closed")
        bind(self._world[0], inputs, functions)
        try:
            program = self._sandbox._compile(text, filename)
        except RefusedError as error:
            return refused(error)
        self._texts[filename] = program.text
        self._world[0].main["__file__"] = filename
        calls = self._world[0].border.calls
        calls.enter()
        self._outside.context = copy_context()
        try:
            result = run(program, self._world, texts=self._texts, context=self._context, output=self._take, last=last)
        finally:
            calls.leave()
        self._outside.raise_failure()
        return result

    def _load(self, text: Any, filename: str, mode: Literal["exec", "eval"]) -> Any:
        program = self._sandbox._compile(text, filename, mode, value=False)
        if self._texts.setdefault(filename, program.text) != program.text:
            self._texts[filename] = None  # two texts of one name: rather no line than another's
        return program.code

    def _source_line(self, filename: str, line: int) -> str | None:
        text = self._texts.get(filename)
        return None if text is None else source_line(text, line)

    def _take(self, name: Literal["stdout", "stderr"]) -> str:
        text = "".join(self._kept[name])
        self._kept[name].clear()
        return text

    def _sink(self, name: Literal["stdout", "stderr"], on_text: OnText | None, keep: bool) -> OnText:
        kept = self._kept[name].append
        if on_text is None:
            return kept if keep else _nowhere
        pass_on = self._outside.shield(on_text)
        if not keep:
            return pass_on

        def both(text: str) -> None:
            kept(text)
            pass_on(text)

        return both

    def _readline(self, stdin: str | TextIO | None) -> Callable[[int], str]:
        if stdin is None or isinstance(stdin, str):
            return io.StringIO(stdin or "").readline
        return self._outside.shield(stdin.readline, passes=UnicodeDecodeError)


def within(session: Session, act: Callable[[Environment], T]) -> T:
    """What *act* gives for a session's environment, as if the guest did it: for rooms that look around in one."""
    environment = session._environment
    if environment is None:
        raise ValueError("the session is closed")
    with session._alone():
        environment.border.calls.enter()
        try:
            return session._context.run(act, environment)
        finally:
            environment.border.calls.leave()


def _nowhere(text: str) -> None: ...


class _Outside:
    """
    The calls that a guest's streams make into the host, in the host's own context.

    What such a call raises is the host's own: the guest never sees it, only OutOfBudget, now and at every further
    call; the host gets it when the run has ended.
    """

    def __init__(self) -> None:
        self.failure: BaseException | None = None
        self.context = copy_context()

    def shield(self, call: Callable[..., Any], *, passes: type[UnicodeDecodeError] | None = None) -> Callable[..., Any]:
        """*call* for a guest to call; an exception of the class *passes* reaches it, as a new one."""

        def shielded(argument: Any) -> Any:
            mistake = None
            if self.failure is None:
                try:
                    return self.context.run(call, argument)
                except BaseException as error:
                    if passes is not None and type(error) is passes:
                        mistake = passes(*error.args)
                    else:
                        self.failure = error
            raise mistake or OutOfBudget("host", "the host's side of a stream failed")  # here, so without a context

        return shielded

    def raise_failure(self) -> None:
        """Give the host the exception of its own that ended a run, if there is one."""
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure
