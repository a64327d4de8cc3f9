"""Replacing methods of the classes that a private copy made."""

from __future__ import annotations

from types import FunctionType
from typing import Any

from rexec.errors import DeniedTypeError
from rexec.guest.guards.aliases import unshared
from rexec.guest.origin import is_class


def replace(world: Any, cls: Any, name: str, value: Any) -> None:
    """Set an attribute of a copy's class, past its metaclass; a function is one more, that no environment shares."""
    _check_own(world, cls, name)
    type.__setattr__(cls, name, unshared(value) if type(value) is FunctionType else value)


def remove(world: Any, cls: Any, name: str) -> None:
    """Delete an attribute of a copy's class, past its metaclass."""
    _check_own(world, cls, name)
    type.__delattr__(cls, name)


def _check_own(world: Any, cls: Any, name: str) -> None:
    """DeniedTypeError for a class of another origin: under a copy's name is what its metaclass returned."""
    if not is_class(cls) or not world.origin.owns_class(cls):
        raise DeniedTypeError(f"{name!r} can only be replaced in a class made here", rule="class")
