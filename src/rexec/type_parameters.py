"""
Type parameters in brackets (PEP 695), made by the environment that runs the code.

The interpreter's own instructions for them make objects in C, which hand their work to the host's ``typing``. In
compiled code each is replaced by one of the same size, so no jump, no line number and no exception table moves:

    LOAD_CONST 'T', CALL_INTRINSIC_1 (type variable)      becomes    LOAD_CONST mark, UNARY_NEGATIVE
    LOAD_DEREF .type_params, CALL_INTRINSIC_1 (generic)   becomes    LOAD_CONST mark, UNARY_NEGATIVE
    CALL_INTRINSIC_2 (bound, constraints or default)      becomes    IMPORT_NAME '@bound', ...

A mark asks ``names.TYPE_PARAMETER`` of the builtins that the code runs with; so does whoever is ``__import__`` there.
"""

from __future__ import annotations

import opcode
import sys
from types import CodeType
from typing import Any, Final

from rexec import names

_OPS: Final = opcode.opmap
_UNIT: Final = 2  # bytes: an instruction


def _numbers(table: str, kinds: dict[str, str]) -> dict[int, str]:
    known: list[str] = getattr(opcode, table, [])
    return {known.index(intrinsic): kind for intrinsic, kind in kinds.items() if intrinsic in known}


_UNARY: Final = _numbers(
    "_intrinsic_1_descs",
    {
        "INTRINSIC_TYPEVAR": "TypeVar",
        "INTRINSIC_PARAMSPEC": "ParamSpec",
        "INTRINSIC_TYPEVARTUPLE": "TypeVarTuple",
        "INTRINSIC_SUBSCRIPT_GENERIC": "Generic",
    },
)
_BINARY: Final = _numbers(
    "_intrinsic_2_descs",
    {
        "INTRINSIC_TYPEVAR_WITH_BOUND": "@bound",
        "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS": "@constraints",
        "INTRINSIC_SET_TYPEPARAM_DEFAULT": "@default",
    },
)
IMPORTS: Final = frozenset({"@bound", "@constraints", "@default"})  # what __import__ is asked for


class _Mark:
    """Stands where code makes a type parameter, or the generic base of a class from all of them."""

    __slots__ = ("kind", "name")

    def __init__(self, kind: str, name: Any) -> None:
        self.kind = kind
        self.name = name

    def __neg__(self) -> Any:
        frame = sys._getframe(1)
        make = frame.f_builtins.get(names.TYPE_PARAMETER)
        if make is None:
            raise NameError(f"name {names.TYPE_PARAMETER!r} is not defined")
        return make(self.kind, frame.f_locals[".type_params"] if self.kind == "Generic" else self.name, None)


def own_type_parameters(code: CodeType) -> CodeType:
    """
    The same code with our own type parameters; all code within is treated alike.

    ValueError, of a message and a line, for code of a shape that this file does not know.
    """
    if not _UNARY:
        return code
    inner = [own_type_parameters(each) if type(each) is CodeType else each for each in code.co_consts]
    changed = any(new is not old for new, old in zip(inner, code.co_consts, strict=True))
    if ".type_params" not in code.co_varnames + code.co_cellvars and not code.co_name.startswith("<generic parameters"):
        return code.replace(co_consts=tuple(inner)) if changed else code
    text, spelled = bytearray(code.co_code), list(code.co_names)
    try:
        _change(text, inner, spelled)
    except ValueError as error:
        raise ValueError(str(error), code.co_firstlineno) from None
    return code.replace(
        co_code=bytes(text),
        co_consts=tuple(inner),
        co_names=tuple(spelled),
    )


def _change(text: bytearray, constants: list[Any], spelled: list[str]) -> None:
    for at in range(0, len(text), _UNIT):
        kind = _UNARY.get(text[at + 1]) if text[at] == _OPS["CALL_INTRINSIC_1"] else None
        if kind is not None:
            _mark(text, at, kind, constants)
        kind = _BINARY.get(text[at + 1]) if text[at] == _OPS["CALL_INTRINSIC_2"] else None
        if kind is not None:
            _ask(text, at, kind, spelled)


def _mark(text: bytearray, at: int, kind: str, constants: list[Any]) -> None:
    start = at - _UNIT
    loads = ["LOAD_CONST"]
    if kind == "Generic":  # in a class, the variable might have been the class's own
        inside = text[start] == _OPS["LOAD_FROM_DICT_OR_DEREF"]
        loads = ["LOAD_DEREF", "LOAD_FROM_DICT_OR_DEREF"] if inside else ["LOAD_DEREF"]
        start = at - _UNIT * len(loads)
    if [text[each] for each in range(start, at, _UNIT)] != [_OPS[each] for each in loads]:
        raise ValueError("type parameters of a shape that is not known")
    if len(constants) > 255 or text[start - _UNIT] == _OPS["EXTENDED_ARG"]:
        raise ValueError("too many names beside type parameters")
    constants.append(_Mark(kind, None if kind == "Generic" else constants[text[start + 1]]))
    text[start:at] = bytes((_OPS["NOP"], 0)) * (len(loads) - 1) + bytes((_OPS["LOAD_CONST"], len(constants) - 1))
    text[at : at + _UNIT] = bytes((_OPS["UNARY_NEGATIVE"], 0))


def _ask(text: bytearray, at: int, kind: str, spelled: list[str]) -> None:
    if kind not in spelled:
        spelled.append(kind)
    if spelled.index(kind) > 255:
        raise ValueError("too many names beside type parameters")
    text[at : at + _UNIT] = bytes((_OPS["IMPORT_NAME"], spelled.index(kind)))
