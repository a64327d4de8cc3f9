"""Whether code can leave clean-up behind that somebody else would run: a question of both halves."""

from __future__ import annotations

import opcode
from types import CodeType
from typing import Final

_SUSPENDS: Final = 0x20 | 0x80 | 0x200  # CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR
_UNIT: Final = 2  # bytes
_SEND: Final = opcode.opmap["SEND"]  # `yield from` and `await`: closing the one closes what it waits for


def leaves_finalizers(code: CodeType) -> bool:
    """Whether a function in this code can be suspended where it handles exceptions, or makes weak references."""
    pending = [code]
    while pending:
        each = pending.pop()
        if each.co_flags & _SUSPENDS and (each.co_exceptiontable or _SEND in each.co_code[::_UNIT]):
            return True
        if "weakref" in each.co_names:
            return True
        pending.extend(value for value in each.co_consts if type(value) is CodeType)
    return False
