"""Running code: ``r_exec`` and its kin, and what is called on behalf of the code."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from types import CodeType
from typing import Any, Final, Literal

from rexec.classic.builtins_module import exc_info
from rexec.classic.defaults import FLOOR
from rexec.classic.environment import ClassicEnvironment
from rexec.classic.threads import Threads
from rexec.classic.tuples import Tuples
from rexec.compile import compile_program
from rexec.errors import DeniedError, DeniedFileError
from rexec.guest.border.veil import veiled
from rexec.guest.views import GuestModule, namespace_of
from rexec.parse import Caps, source_line
from rexec.policy import Budget
from rexec.run import execute

Text = str | bytes | bytearray
_LOG: Final = logging.getLogger("rexec")


class Texts:
    """Compiles the texts of one RExec, and keeps them to quote their lines."""

    def __init__(self, budget: Budget) -> None:
        self.caps = Caps(source_bytes=budget.source_bytes, nesting=budget.nesting, nodes=budget.nodes)
        self.kept: dict[str, str | None] = {}

    def load(self, text: Any, filename: str, mode: Literal["exec", "eval"]) -> Any:
        """Compiled code. RefusedError, which is a SyntaxError; TypeError for what is no text."""
        if isinstance(text, CodeType):
            raise TypeError("code objects cannot be checked: hand in the text")
        if not isinstance(text, str | bytes | bytearray):
            raise TypeError(f"a text is str or bytes, not {type(text).__name__}")
        program = compile_program(text, filename=filename, mode=mode, caps=self.caps)
        if self.kept.setdefault(filename, program.text) != program.text:
            self.kept[filename] = None  # two texts of one name: rather no line than another's
        return program.code

    def line(self, filename: str, line: int) -> str | None:
        text = self.kept.get(filename)
        return None if text is None else source_line(text, line)


def _note(error: NameError, absent: frozenset[str]) -> None:
    """Say which tuple took a name away. The error may be one that the guest made, with anything in it."""
    if type(error) is NameError and type(error.name) is str and error.name in absent:
        if not hasattr(error, "__notes__"):
            error.add_note(f"nok_builtin_names takes {error.name!r} away")


class RunningMethods:
    """What restricted code raises reaches the caller unchanged, SystemExit included."""

    environment: ClassicEnvironment
    importer: Any
    verbose: int
    s_apply: Callable[..., Any]
    add_module: Callable[[str], Any]
    _tuples: Tuples
    _texts: Texts
    _threads: Threads

    def r_exec(self, code: Text) -> None:
        """Run statements in ``__main__`` of the environment, which keeps what they bind."""
        self._run(code, "<string>", "exec")

    def r_eval(self, code: Text) -> Any:
        """The value of an expression, computed there."""
        if isinstance(code, str):
            code = code.lstrip(" \t")
        elif isinstance(code, bytes | bytearray):
            code = code.lstrip(b" \t")
        return self._run(code, "<string>", "eval")

    def r_execfile(self, file: str | os.PathLike[str]) -> None:
        """Run a file as ``r_exec`` runs a text. OSError where the host cannot read it."""
        path = os.fsdecode(file)  # TypeError for a number, which open() would take for a descriptor
        with open(path, "rb") as stream:
            content = stream.read(self.environment.source_bytes + 1)
        self._run(content, path, "exec")

    def s_exec(self, code: Text) -> None:
        """As ``r_exec``, with ``sys.stdin``, ``sys.stdout`` and ``sys.stderr``."""
        self.s_apply(self.r_exec, (code,))

    def s_eval(self, code: Text) -> Any:
        """As ``r_eval``, with the streams."""
        return self.s_apply(self.r_eval, (code,))

    def s_execfile(self, file: str | os.PathLike[str]) -> None:
        """As ``r_execfile``, with the streams."""
        self.s_apply(self.r_execfile, (file,))

    @property
    def absent_builtins(self) -> frozenset[str]:
        """The names that ``nok_builtin_names`` took away when this was made."""
        return frozenset(self._tuples.nok_builtin_names) | FLOOR

    def _run(self, text: Any, filename: str, mode: Literal["exec", "eval"]) -> Any:
        code = self._texts.load(text, filename, mode)
        main = self.add_module("__main__")
        namespace = namespace_of(main) if type(main) is GuestModule else self.environment.main
        try:
            return self._threads.run(veiled, execute, code, namespace)
        except DeniedError as error:
            if self.verbose:
                _LOG.info("denied: %s", error)
            raise
        except NameError as error:
            _note(error, self.absent_builtins)
            raise

    # ------------------------------------------------------------------------------------ on behalf of the code

    def r_import(
        self, mname: str, globals: Any = None, locals: Any = None, fromlist: Sequence[str] = (), level: int = 0
    ) -> Any:
        """
        What an import statement gives. Overriding it changes policy; what an override gives to restricted code is
        checked again.
        """
        return self._threads.run(self.importer.import_module, mname, globals, locals, fromlist, level)

    def r_reload(self, m: Any) -> Any:
        """Run the source of a module once more; the module. ImportError for anything but a module that is here."""
        return self._threads.run(self.importer.reload, m)

    def r_unload(self, m: Any) -> None:
        """Forget a module. KeyError if it is not here."""
        self.importer.unload(m)

    def s_import(self, *args: Any) -> Any:
        """As ``r_import``, with the streams."""
        return self.s_apply(self.r_import, args)

    def s_reload(self, m: Any) -> Any:
        """As ``r_reload``, with the streams."""
        return self.s_apply(self.r_reload, (m,))

    def s_unload(self, m: Any) -> None:
        """As ``r_unload``, with the streams."""
        self.s_apply(self.r_unload, (m,))

    def r_open(self, file: Any, mode: Any = "r", buf: Any = -1, **text: Any) -> Any:
        """
        ``open`` of restricted code: modes ``"r"`` and ``"rb"``, files below ``ok_read_path`` that ``ok_read`` accepts.
        The keywords are *encoding*, *errors* and *newline*. Overriding it changes policy.
        """
        if type(file) is not str or type(mode) is not str or type(buf) is not int:
            raise TypeError("open() takes a plain str as path, a plain str as mode and an int")
        if mode not in ("r", "rb"):
            raise DeniedFileError("can't open files for writing in restricted mode", rule="file")
        if not self.ok_read(file):
            raise DeniedFileError(f"file {file!r} is not granted: ok_read() says no", rule="file")
        return self.environment.open_file(file, mode, buf, **text)

    def ok_read(self, path: str) -> bool:
        """Whether a file may be read. A subclass can narrow reading here."""
        return True

    def r_exc_info(self) -> tuple[Any, Any, Any]:
        """``sys.exc_info()`` without the traceback."""
        return exc_info()
