"""
Calls from a guest into the host.

A function of the host runs as if the host had called it: with the host's own context variables (its decimal context
is one), and with room on the stack. What it raises becomes a new exception that holds text and numbers only.
"""

from __future__ import annotations

import sys
from contextvars import Context, copy_context
from typing import Any, Final

from rexec import names
from rexec.errors import Frozen, OutOfBudget
from rexec.guest.border.plain import ATOMS, plain_or_none
from rexec.guest.origin import own_namespace

RESERVE: Final = 150  # frames that a function of the host finds free, or it is not called
ARGUMENTS: Final = 100_000  # bytes of an exception's arguments that are handed on
_IMMUTABLE: Final = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
_WHOLE: Final = slice(None)
# They cannot be made from text, or hold the data that failed.
_TEXT_ONLY: Final = (UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError, ExceptionGroup)


class HostCalls:
    """The calls that one environment makes. They can be made during a run only."""

    __slots__ = ("context", "failure")

    def __init__(self) -> None:
        self.context: Context | None = None
        self.failure: BaseException | None = None

    def enter(self) -> None:
        """A run begins, in this context of the host's."""
        self.context = copy_context()

    def leave(self) -> None:
        """
        The run is over. Raises what ended it, if that was an exception that a function of the host must not lose
        to a guest: KeyboardInterrupt, SystemExit and whatever else is no Exception.
        """
        self.context = None
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure

    def call(self, name: str, target: Any, /, *arguments: Any, **keywords: Any) -> Any:
        """
        Call a function of the host. Its exceptions reach the guest as new ones: of the same class if that is one of
        Python's own, else RuntimeError.
        """
        if self.context is None:
            raise RuntimeError(f"{name}() cannot be called: the run is over")
        if self.failure is None:
            _check_stack(name)
            failed: Exception | None = None
            try:
                return self.context.run(target, *arguments, **keywords)
            except Exception as error:
                failed = error
            except BaseException as error:
                self.failure = error
            try:
                if failed is not None:
                    raise for_guest(name, failed)  # here, so without a context
            finally:
                del failed  # it holds this frame
        raise OutOfBudget("host", "a function of the host ended the run")


def _check_stack(name: str) -> None:
    """
    RecursionError where little of the stack is left, so that no function of the host breaks off half-way, at a line
    that the guest chose.
    """
    limit = sys.getrecursionlimit()
    try:
        sys._getframe(limit - min(RESERVE, limit // 4))
    except ValueError:
        return
    raise RecursionError(f"maximum recursion depth exceeded while calling {name}() of the host")


def for_guest(name: str, error: BaseException) -> BaseException:
    """A new exception without traceback, context and attributes."""
    kind = type(error)
    text = _text(error)
    if kind.__module__ != "builtins" or not kind.__flags__ & _IMMUTABLE or kind in _TEXT_ONLY:
        return RuntimeError(f"{name}() failed: {kind.__name__}: {text}")
    arguments = plain_or_none(error.args, ARGUMENTS)
    if arguments is None or not all(type(each) in ATOMS for each in arguments):
        arguments = [text]
    try:
        return kind(*arguments)
    except Exception:
        return RuntimeError(f"{name}() failed: {kind.__name__}: {text}")


def is_for_guest(error: BaseException) -> bool:
    """
    Whether an exception may reach a guest as it is: it is of a class of ours, or of a guest's, or one of Python's own
    that holds text and numbers only and leads to no other.
    """
    kind = type(error)
    if type(kind) is Frozen or names.MARK in own_namespace(kind):
        return True
    if kind.__module__ != "builtins" or not kind.__flags__ & _IMMUTABLE or vars(error):
        return False
    held = (*error.args, *(getattr(error, name, None) for name in _FIELDS))
    return error.__context__ is None and error.__cause__ is None and all(type(each) in ATOMS for each in held)


_FIELDS: Final = ("filename", "filename2", "name", "path")


def _text(error: BaseException) -> str:
    try:
        return str.__getitem__(str(error), _WHOLE)
    except Exception:
        return "<exception str() failed>"
