"""
Every exception of the package.

    RExecError                            catch this to catch all below
    ├── PolicyError (ValueError)          the host's policy cannot be used; names file, line, key
    ├── RefusedError (SyntaxError)        the guest's text, before it ran; carries .diagnostics
    ├── DeniedError                       a guard said no; the guest may catch it; carries .rule and .grant
    │   ├── DeniedAttributeError (AttributeError)
    │   │   └── DeniedWriteError (TypeError)
    │   ├── DeniedImportError (ImportError)
    │   ├── DeniedFileError (PermissionError)
    │   ├── DeniedSyntaxError (SyntaxError)
    │   └── DeniedTypeError (TypeError)
    └── IsolationError (RuntimeError)     the worker broke its contract, or a wall cannot stand
    OutOfBudget (BaseException)           a guest's `except Exception` must miss it

A guest can hold every one of these classes (``type(error)``), so none of them can be written to.
"""

from __future__ import annotations

from types import FunctionType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rexec.result import Diagnostic


_mro: Final = type.__dict__["__mro__"].__get__
_namespace: Final = type.__dict__["__dict__"].__get__


class Frozen(type):
    """
    The metaclass of every class of ours that a guest can reach: nothing about such a class can be set.

    Guards refuse to write to them already; this holds when trusted library code is asked to do it instead. It holds
    for their functions too, which all guests share and anything could be set on: whoever asks such a class for one
    gets a new function that calls it, for objects of that class only. Methods of instances have no attributes to
    set, and are as fast as any.

    ``super()`` asks no metaclass, so the functions of a class that others derive from check their object themselves.
    """

    def __init__(cls, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments)
        for base in cls.__bases__:
            if type(base) is Frozen and "__checked__" not in _namespace(base):
                type.__setattr__(base, "__checked__", True)
                for name, value in list(_namespace(base).items()):
                    if type(value) in (FunctionType, property):
                        type.__setattr__(base, name, _checked(value, base))

    def __call__(cls, *arguments: Any, **keywords: Any) -> Any:
        """What makes objects is ``__make__`` where there is one: ``__new__`` could be handed another class."""
        make = getattr(cls, "__make__", None)
        return super().__call__(*arguments, **keywords) if make is None else make(*arguments, **keywords)

    def __getattribute__(cls, name: str) -> Any:
        found = super().__getattribute__(name)
        if type(found) is FunctionType:
            home = next((each for each in _mro(cls) if name in _namespace(each)), cls)
            if type(_namespace(home).get(name)) is FunctionType:
                return _method(found, home, cls.__name__)
            return _calling(found)
        return property(doc=found.__doc__) if type(found) is property else found

    def __setattr__(cls, name: str, value: Any) -> None:
        raise TypeError(f"cannot set {name!r} of immutable type {cls.__name__!r}")

    def __delattr__(cls, name: str) -> None:
        raise TypeError(f"cannot delete {name!r} of immutable type {cls.__name__!r}")


def _calling(function: FunctionType) -> Callable[..., Any]:
    def method(*arguments: Any, **keywords: Any) -> Any:
        return function(*arguments, **keywords)

    method.__name__, method.__qualname__ = function.__name__, function.__qualname__
    return method


def _method(function: FunctionType, home: type, title: str) -> Any:
    """The function, for objects of its own class: any other would be handed what that class keeps to itself (I5)."""

    def method(*arguments: Any, **keywords: Any) -> Any:
        if not arguments:
            raise TypeError(f"unbound method {title}.{function.__name__}() needs an argument")
        kind = type(arguments[0])
        if type(kind) is not Frozen or home not in _mro(kind):
            raise TypeError(
                f"descriptor {function.__name__!r} for {title!r} objects doesn't apply to a {kind.__name__!r} object"
            )
        return function(*arguments, **keywords)

    method.__name__, method.__qualname__ = function.__name__, function.__qualname__
    method.__doc__, method.__module__ = function.__doc__, function.__module__
    return method


def _checked(value: Any, home: type) -> Any:
    """A function or property of a class whose functions check their object."""
    if type(value) is FunctionType:
        return _method(value, home, home.__name__)
    get, put = (each if each is None else _method(each, home, home.__name__) for each in (value.fget, value.fset))
    return property(get, put, doc=value.__doc__)


class RExecError(Exception, metaclass=Frozen):
    """The base of everything that rexec raises for a reason of its own."""

    __module__ = "rexec"


class PolicyError(RExecError, ValueError):
    """A policy that cannot be used; the text says file, line and key."""

    __module__ = "rexec"


class RefusedError(RExecError, SyntaxError):
    """
    A guest's text that does not compile, or that the rewriter refuses. ``diagnostics`` holds every finding.

    The fields of SyntaxError (``lineno``, ``offset``, ``text``, ...) are those of the first finding.
    """

    __module__ = "rexec"

    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        first = diagnostics[0]
        column = None if first.column is None else first.column + 1
        end = None if first.end_column is None else first.end_column + 1
        super().__init__(
            first.message,
            (first.filename, first.line, column, first.source_line, first.end_line, end),
        )
        self.diagnostics = tuple(diagnostics)


class DeniedError(RExecError):
    """
    A guard said no while the guest ran.

    ``rule`` is the short name of the rule; ``grant`` is the line of TOML that would allow it, or None where
    no policy can.
    """

    __module__ = "rexec"

    rule: str
    grant: str | None

    def __init__(self, message: str, *, rule: str, grant: str | None = None) -> None:
        super().__init__(message)
        self.rule = rule
        self.grant = grant


class DeniedAttributeError(DeniedError, AttributeError):
    """An attribute that is not for guests, or not on what it was asked of."""

    __module__ = "rexec"


class DeniedWriteError(DeniedAttributeError, TypeError):
    """An attribute of a module that is read-only: as with a class made in C, a TypeError too."""

    __module__ = "rexec"


class DeniedImportError(DeniedError, ModuleNotFoundError):
    """
    A module that the policy does not grant, or a name that its facade does not show.

    Programs that do without an optional module look for ModuleNotFoundError, which is an ImportError.
    """

    __module__ = "rexec"


class DeniedFileError(DeniedError, PermissionError):
    """A file that the policy does not grant."""

    __module__ = "rexec"


class DeniedSyntaxError(DeniedError, SyntaxError):
    """A text that the guest had compiled while it ran, and that the rewriter refuses; the first finding, as data."""

    __module__ = "rexec"


class DeniedTypeError(DeniedError, TypeError):
    """A class, or an argument of a guard, of a kind that guests cannot use."""

    __module__ = "rexec"


class IsolationError(RExecError, RuntimeError):
    """A wall that was asked for cannot stand here, or a worker broke its contract."""

    __module__ = "rexec"


class OutOfBudget(BaseException, metaclass=Frozen):
    """A limit of the budget is used up. Raised through the guest, to the host."""

    __module__ = "rexec"

    def __init__(self, limit: str, message: str) -> None:
        super().__init__(message)
        self.limit = limit
