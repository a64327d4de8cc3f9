"""
The code of the standard library as private copies run it.

The library's text knows of no guests: a guest that calls ``SomeClass.method(anything)`` has that text act on
*anything*. So every attribute store, and every read of an attribute that a guest may not read natively, is turned
into a question to the environment that runs the code (``lists.py`` says what is not asked, and why):

    owner.name = value    becomes    store_of_name[owner] = value     (STORE_SUBSCR)
    owner.__dict__        becomes    read_of_dict @ owner             (BINARY_OP)

where the two are constants put among the code's own. What takes their place is never longer than the instruction,
with its inline caches, that it replaces, so no jump, no line number and no exception table moves. The code object
is worked on, and not the tree, since it comes compiled from the library's own cache; and it is once per process.
"""

from __future__ import annotations

import functools
import opcode
import sys
import sysconfig
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType
from typing import Any, Final

from rexec import names
from rexec.guest.library.lists import is_read_natively
from rexec.suspended import leaves_finalizers
from rexec.type_parameters import own_type_parameters

_OPS: Final = opcode.opmap
_CACHES: Final[Any] = opcode._inline_cache_entries  # type: ignore[attr-defined]  # by name, or by number before 3.13
_UNIT: Final = 2  # bytes: an instruction or a cache entry
_MATMUL: Final = 4  # the operand of BINARY_OP that means @


def _units(name: str) -> int:
    """How many units an instruction takes, its inline caches included."""
    caches = _CACHES.get(name, 0) if isinstance(_CACHES, dict) else _CACHES[_OPS[name]]
    return 1 + int(caches)


class _Store:
    """Stands for ``.name`` on the left of an assignment."""

    __slots__ = ("is_free", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_free = name not in names.JUDGED_STORES

    def __setitem__(self, owner: Any, value: Any) -> None:
        hooks = sys._getframe(1).f_builtins
        if type(owner) in hooks["@types"] and self.is_free:
            setattr(owner, self.name, value)
        else:
            hooks[names.STORE_HOOK](owner, self.name, value)


class _Read:
    """Stands for ``.name`` in an expression."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __matmul__(self, owner: Any) -> Any:
        found = sys._getframe(1).f_builtins[names.READ_HOOK](owner, self.name)
        if found is NotImplemented:  # the interpreter would hand this object to the owner's __rmatmul__
            raise TypeError(f"attribute {self.name!r} cannot be NotImplemented here")
        return found


class _ReadClass(_Read):
    """Stands for ``.__class__``, which is asked for often and nearly always of an instance."""

    __slots__ = ()

    def __matmul__(self, owner: Any) -> Any:
        found = owner.__class__
        if issubclass(found, type):  # C looks at the bases as they are: type has no __subclasscheck__ of a guest's
            return sys._getframe(1).f_builtins[names.READ_HOOK](owner, self.name)
        return found


def _reader(name: str) -> _Read:
    return _ReadClass(name) if name == "__class__" else _Read(name)


@functools.cache
def source_code(name: str) -> tuple[CodeType, tuple[str, ...] | None]:
    """The guarded code of a standard library module, and for a package its search path. ImportError: not there."""
    spec, loader = _found(name)
    code = loader.get_code(name)
    if code is None:
        raise ImportError(f"no code of {name!r} in the standard library", name=name)
    return guarded(own_type_parameters(code), name), _places_below(spec)


@functools.cache
def is_left_by(name: str) -> bool:
    """Whether the code of a standard library module can leave clean-up behind."""
    return leaves_finalizers(source_code(name)[0])


@functools.cache
def source_text(name: str) -> tuple[bytes, tuple[str, ...] | None]:
    """The text of a standard library module, and for a package its search path. ImportError: not there."""
    spec, loader = _found(name)
    return loader.get_data(loader.get_filename(name)), _places_below(spec)


def file_of(name: str) -> str:
    """What a module's code calls its file, which tells no path of the host."""
    return f"<library {name}>"


def _found(name: str) -> tuple[ModuleSpec, SourceFileLoader]:
    """Nothing outside the standard library's own directory is considered (spec finding 11)."""
    parent, _, _ = name.rpartition(".")
    path = list(_places_below(_found(parent)[0]) or ()) if parent else [sysconfig.get_path("stdlib")]
    spec = PathFinder.find_spec(name, path)
    if spec is None or not isinstance(spec.loader, SourceFileLoader):
        raise ImportError(f"no source of {name!r} in the standard library", name=name)
    return spec, spec.loader


def _places_below(spec: ModuleSpec) -> tuple[str, ...] | None:
    found = spec.submodule_search_locations
    return tuple(found) if found is not None else None


def guarded(code: CodeType, name: str) -> CodeType:
    """The same code with guarded stores and reads, under a file name that tells no path of the host."""
    constants = [guarded(each, name) if type(each) is CodeType else each for each in code.co_consts]
    before = len(constants)
    text = bytearray(code.co_code)
    for at in _places(text, "STORE_ATTR"):
        attribute = code.co_names[_operand(text, at)]
        _replace(text, at, "STORE_ATTR", constants, _Store(attribute), [("SWAP", 2), ("STORE_SUBSCR", 0)])
    if code.co_name != "<module>":  # no guest calls a module's own
        asked = frozenset(each for each in code.co_names if not is_read_natively(name, each))
        if asked:
            _guard_reads(text, code.co_names, constants, asked)
    added = 2 if len(constants) > before else 0
    return code.replace(
        co_filename=file_of(name),
        co_code=bytes(text),
        co_consts=tuple(constants),
        co_stacksize=code.co_stacksize + added,
    )


def _guard_reads(text: bytearray, co_names: tuple[str, ...], constants: list[Any], asked: frozenset[str]) -> None:
    null = [("PUSH_NULL", 0)] if sys.version_info >= (3, 13) else [("PUSH_NULL", 0), ("SWAP", 2)]
    read = [("SWAP", 2), ("BINARY_OP", _MATMUL)]
    for at in _places(text, "LOAD_ATTR"):
        index = _operand(text, at)
        method = sys.version_info >= (3, 12) and bool(index & 1)
        name = co_names[index >> 1 if sys.version_info >= (3, 12) else index]
        if name in asked:
            _replace(text, at, "LOAD_ATTR", constants, _reader(name), read + null if method else read)
    if sys.version_info < (3, 12):
        for at in _places(text, "LOAD_METHOD"):
            name = co_names[_operand(text, at)]
            if name in asked:
                _replace(text, at, "LOAD_METHOD", constants, _reader(name), read + null)


def _places(text: bytearray, name: str) -> list[int]:
    """Where the instructions of one kind are, in bytes. Caches are zero in what co_code gives."""
    every, wanted, places = bytes(text[::_UNIT]), _OPS[name], []
    at = every.find(wanted)
    while at >= 0:
        places.append(at * _UNIT)
        at = every.find(wanted, at + 1)
    return places


def _operand(text: bytearray, at: int) -> int:
    operand, shift = text[at + 1], 8
    while at >= _UNIT and text[at - _UNIT] == _OPS["EXTENDED_ARG"]:
        at -= _UNIT
        operand |= text[at + 1] << shift
        shift += 8
    return operand


def _replace(
    text: bytearray, at: int, old: str, constants: list[Any], constant: Any, then: list[tuple[str, int]]
) -> None:
    """Write LOAD_CONST and what follows over one instruction. RuntimeError if it is shorter: a Python we don't know."""
    index = len(constants)
    constants.append(constant)
    new = bytearray()
    if index > 255:
        new += bytes((_OPS["EXTENDED_ARG"], index >> 8))
    new += bytes((_OPS["LOAD_CONST"], index & 255))
    for name, operand in then:
        new += bytes((_OPS[name], operand)) + bytes(_UNIT * (_units(name) - 1))
    size = _units(old) * _UNIT
    if len(new) > size or index > 65535:
        raise RuntimeError(f"this Python's {old} leaves no room for a guard")
    new += bytes((_OPS["NOP"], 0)) * ((size - len(new)) // _UNIT)
    text[at : at + size] = new
    while at >= _UNIT and text[at - _UNIT] == _OPS["EXTENDED_ARG"]:
        at -= _UNIT
        text[at : at + _UNIT] = bytes((_OPS["NOP"], 0))
