"""
``contextvars`` of one guest: the real Context is the host's word for more than a guest may see.

It holds the variables of C modules too (that of ``decimal`` is one, and ``decimal`` trusts what is in it). So what a
task, a handle or ``copy_context()`` gives a guest is a GuestContext, which shows the variables that guests made, and
a value lies in the real Context together with the variable that the guest knows.
"""

from __future__ import annotations

import contextvars
import sys
from collections.abc import Callable, Iterator
from contextvars import Context, copy_context
from types import GenericAlias
from typing import Any, Final

from rexec.errors import DeniedTypeError
from rexec.guest.sealed import Sealed, seal

MISSING: Final = contextvars.Token.MISSING
_ABSENT: Final = object()


class _Held(Sealed, sealed=True):
    """A value in a real Context, with the variable that it is of."""

    __slots__ = ("__held__", "__variable__")
    __held__: Any
    __variable__: GuestVariable
    __hash__ = None  # type: ignore[assignment]  # nobody looks one up

    def __eq__(self, other: object) -> bool:
        return type(other) is _Held and bool(self.__held__ == other.__held__)


class GuestVariable(Sealed, sealed=True):
    """``contextvars.ContextVar``."""

    __module__ = "_contextvars"
    __slots__ = ("__otherwise__", "__real__")
    __otherwise__: Any  # what there is where nothing was set
    __real__: contextvars.ContextVar[_Held]

    @classmethod
    def __make__(cls, name: Any, *, default: Any = _ABSENT) -> Any:
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        exact = str.__getitem__(name, slice(None))
        return seal(cls, real=contextvars.ContextVar(exact), otherwise=default)

    @classmethod
    def __class_getitem__(cls, item: Any) -> GenericAlias:
        return GenericAlias(cls, item)

    @property
    def name(self) -> str:
        return self.__real__.name

    def get(self, default: Any = _ABSENT, /) -> Any:
        held = self.__real__.get(None)
        if held is not None:
            return held.__held__
        for each in (default, self.__otherwise__):
            if each is not _ABSENT:
                return each
        raise LookupError(self)

    def set(self, value: Any, /) -> GuestToken:
        return seal(GuestToken, real=self.__real__.set(seal(_Held, held=value, variable=self)), variable=self)

    def reset(self, token: Any, /) -> None:
        if type(token) is not GuestToken:
            raise TypeError(f"expected an instance of Token, got {token!r}")
        try:
            self.__real__.reset(token.__real__)
        except (RuntimeError, ValueError) as error:
            words = str(error).replace(repr(token.__real__), repr(token))
            kind = type(error)
        else:
            return
        raise kind(words)

    def __repr__(self) -> str:
        default = "" if self.__otherwise__ is _ABSENT else f" default={self.__otherwise__!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"


class GuestToken(Sealed, sealed=True):
    """``contextvars.Token``: what a variable was before it was set."""

    __module__ = "_contextvars"
    __slots__ = ("__real__", "__variable__")
    MISSING = MISSING
    __real__: contextvars.Token[_Held]
    __variable__: GuestVariable

    @classmethod
    def __make__(cls, *arguments: Any, **keywords: Any) -> Any:
        raise RuntimeError("Tokens can only be created by ContextVars")

    @classmethod
    def __class_getitem__(cls, item: Any) -> GenericAlias:
        return GenericAlias(cls, item)

    @property
    def var(self) -> GuestVariable:
        return self.__variable__

    @property
    def old_value(self) -> Any:
        held = self.__real__.old_value
        return held.__held__ if type(held) is _Held else MISSING

    def __repr__(self) -> str:
        used = " used" if repr(self.__real__).startswith("<Token used") else ""
        return f"<Token{used} var={self.__variable__!r} at {id(self):#x}>"


class GuestContext(Sealed, sealed=True):
    """``contextvars.Context``: the guest's context variables, and no others."""

    __module__ = "_contextvars"
    __slots__ = ("__real__",)
    __real__: Context

    @classmethod
    def __make__(cls) -> Any:
        return seal(cls, real=Context())

    def run(self, callable: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        return self.__real__.run(callable, *args, **kwargs)

    def copy(self) -> GuestContext:
        return seal(GuestContext, real=self.__real__.copy())

    def __getitem__(self, variable: Any) -> Any:
        found = self.get(variable, _ABSENT)
        if found is _ABSENT:
            raise KeyError(variable)
        return found

    def __contains__(self, variable: Any) -> bool:
        return self.get(variable, _ABSENT) is not _ABSENT

    def get(self, variable: Any, default: Any = None, /) -> Any:
        if type(variable) is not GuestVariable:
            raise TypeError(f"a ContextVar key was expected, got {variable!r}")
        held = self.__real__.get(variable.__real__)
        return default if held is None else held.__held__

    def __iter__(self) -> Iterator[Any]:
        return self.keys()  # type: ignore[no-any-return]  # as it says

    def __len__(self) -> int:
        return len(held_in(self.__real__))

    def keys(self) -> Any:
        return iter([held.__variable__ for held in held_in(self.__real__)])

    def values(self) -> Any:
        return iter([held.__held__ for held in held_in(self.__real__)])

    def items(self) -> Any:
        return iter([(held.__variable__, held.__held__) for held in held_in(self.__real__)])

    def __eq__(self, other: object) -> Any:
        if type(other) is not GuestContext:
            return NotImplemented
        mine, others = dict(self.items()), dict(other.items())
        return mine == others

    __hash__ = None  # type: ignore[assignment]  # as C's

    def __repr__(self) -> str:
        return f"<_contextvars.Context object at {id(self):#x}>"


for _kind, _name in ((GuestVariable, "ContextVar"), (GuestToken, "Token"), (GuestContext, "Context")):
    type.__setattr__(_kind, "__name__", _name)
    type.__setattr__(_kind, "__qualname__", _name)


def held_in(context: Context) -> list[_Held]:
    """What guests put into a real Context."""
    return [value for value in context.values() if type(value) is _Held]


def forget_values() -> None:
    """Empty the current Context of what guests put into it, also into the variable of ``decimal``."""
    for variable, value in copy_context().items():
        if type(value) is _Held:
            variable.set(None)
        elif "decimal" in sys.modules and issubclass(type(value), sys.modules["decimal"].Context):
            variable.set(sys.modules["decimal"].Context())


def copied_context() -> GuestContext:
    """``contextvars.copy_context`` as guests and private copies see it."""
    return seal(GuestContext, real=copy_context())


def real_context(context: Any) -> Context:
    """The Context that a GuestContext stands for, a copy of the current one for None. For trusted code only."""
    if context is None:
        return copy_context()
    if type(context) is not GuestContext:
        raise DeniedTypeError(f"context must be a Context, not {type(context).__name__!r}", rule="context")
    return context.__real__
