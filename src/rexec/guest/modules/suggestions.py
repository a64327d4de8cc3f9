"""What the interpreter adds to the message of an error that nobody caught: the name that was perhaps meant."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any, Final

from rexec.guest.modules.tracebacks import guest_tracebacks
from rexec.guest.origin import mro_of
from rexec.guest.views import is_visible

CANDIDATES: Final = 750  # names that are compared, at most: CPython's own limits, as the costs are
LONGEST: Final = 40
MOVE, CASE = 2, 1
IN_LIBRARY: Final[bool] = sys.version_info >= (3, 12)


def suggestion(world: Any, raised: BaseException) -> str:
    """
    ``. Did you mean: 'x'?`` or the like, "" if nothing comes to mind.

    A guest's ``__dir__`` may run in here, and fail in any way.
    """
    kinds = mro_of(type(raised))
    kind: Any = next((each for each in (NameError, AttributeError) if each in kinds), None)
    name = None if kind is None else kind.__dict__["name"].__get__(raised)
    if type(name) is not str:
        return ""
    try:
        found = _compared(world, raised, kind, name)
    except BaseException:
        found = None
    meant = f". Did you mean: '{found}'?" if type(found) is str else ""
    if not IN_LIBRARY or kind is not NameError or name not in sys.stdlib_module_names:
        return meant
    return f"{meant} Or did you forget to import '{name}'?" if meant else f". Did you forget to import '{name}'?"


def _compared(world: Any, raised: BaseException, kind: Any, name: str) -> Any:
    """Python's own comparison, which is part of the library from 3.12 on."""
    traceback = BaseException.__dict__["__traceback__"].__get__(raised)
    if IN_LIBRARY:
        return vars(world.library.load("traceback"))["_compute_suggestion_error"](raised, traceback, name)
    if kind is AttributeError:
        return _closest(name, world.builtins["dir"](AttributeError.__dict__["obj"].__get__(raised)))
    frames = [each.tb_frame for each in guest_tracebacks(world.origin.guests, traceback)]
    if not frames:
        return None
    code = frames[-1].f_code
    scopes = (code.co_varnames + code.co_cellvars + code.co_freevars, frames[-1].f_globals, frames[-1].f_builtins)
    return next(filter(None, (_closest(name, scope) for scope in scopes)), None)


def _closest(name: str, candidates: Iterable[Any]) -> str | None:
    names = [each for each in candidates if type(each) is str and each != name and is_visible(each)]
    best, found = sys.maxsize, None
    for each in names if len(names) < CANDIDATES else ():
        most = min((len(name) + len(each) + 3) * MOVE // 6, best - 1)  # a third of the characters may differ
        if abs(len(name) - len(each)) * MOVE <= most and max(len(name), len(each)) <= LONGEST:
            distance = _distance(name, each)
            if distance <= most:
                best, found = distance, each
    return found


def _distance(one: str, other: str) -> int:
    """Levenshtein's, where a change of case costs less."""
    row = [MOVE * number for number in range(len(one) + 1)]
    for number, char in enumerate(other, 1):
        before, row[0] = row[0], MOVE * number
        for place, each in enumerate(one, 1):
            cost = 0 if each == char else CASE if each.lower() == char.lower() else MOVE
            before, row[place] = row[place], min(before + cost, row[place] + MOVE, row[place - 1] + MOVE)
    return row[-1]
