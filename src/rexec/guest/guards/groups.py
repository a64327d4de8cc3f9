"""
Exception groups: what ``except*`` asks of one by name, and whose answer it trusts.

C code calls ``split`` of the group in flight, and ``derive`` of that group and of those within, wherever attribute
lookup finds them; CPython up to 3.13 takes what comes back for exceptions (CVE-2025-22153). So the rewriter puts a
question between the group and the call:

    except* E:    becomes    except* @group(E):

It is asked after E was evaluated, and C splits right after it. In a group that passes, all that C then calls or
copies is C's own, so no code of the guest's runs in between; and what one clause leaves over for the next is a new
group that C made.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

from rexec import names
from rexec.errors import DeniedTypeError
from rexec.guest.origin import mro_of, own_namespace

_namespace: Final[Callable[[Any], Any]] = BaseException.__dict__["__dict__"].__get__
_exceptions: Final[Callable[[Any], Any]] = BaseExceptionGroup.__dict__["exceptions"].__get__

# What a class below BaseExceptionGroup cannot bind: the methods, and what would find them elsewhere.
REFUSED_IN_CLASSES: Final = names.GROUP_METHODS | {"__getattribute__", "__getattr__"}
_LOOKED_UP: Final = REFUSED_IN_CLASSES | {"__notes__"}
_OF_THE_INTERPRETER: Final = frozenset(map(id, (BaseExceptionGroup, Exception, BaseException, object)))
# C copies __notes__ while it splits. To iterate another sequence would run the guest's code there.
_PLAIN_NOTES: Final = (list, tuple, str, type(None))


def is_group(cls: type) -> bool:
    """Whether instances of this class are exception groups to C code."""
    return BaseExceptionGroup in mro_of(cls)


def sound_group(kinds: Any) -> Any:
    """
    ``@group``: *kinds*, if the exception in flight is none that ``except*`` must not split.

    DeniedTypeError: it is a group, or has one within, that answers by something else than C's methods.
    """
    error = sys.exception()
    if BaseExceptionGroup in mro_of(type(error)):
        _check(error)
    return kinds


def _check(group: Any) -> None:
    pending, seen = [group], {id(group)}
    while pending:
        each = pending.pop()
        name = _own_answer(each)
        if name is not None:
            raise DeniedTypeError(f'except* cannot split an exception group with its own "{name}"', rule="group")
        for inner in _exceptions(each):
            if BaseExceptionGroup in mro_of(type(inner)) and id(inner) not in seen:
                seen.add(id(inner))
                pending.append(inner)


def _own_answer(group: Any) -> str | None:
    """The first name that C would look up in vain for its own; None if there is none."""
    for cls in mro_of(type(group)):
        if id(cls) not in _OF_THE_INTERPRETER and not _LOOKED_UP.isdisjoint(own_namespace(cls)):
            return next(name for name in _LOOKED_UP if name in own_namespace(cls))
    found = _namespace(group)
    for key in dict.keys(found):
        if type(key) is not str or key in names.GROUP_METHODS:
            return key if type(key) is str else type(key).__name__
        if key == "__notes__" and type(dict.__getitem__(found, key)) not in _PLAIN_NOTES:
            return key
    return None
