"""
Tracebacks and stacks as a guest may know them: its own frames only, in mirrors that hold no frame within reach.

The private copy of ``traceback`` walks mirrors as it would walk what they mirror. Their attributes have the
interpreter's names, which no guest can read (``names.INTERNAL_ATTRIBUTES``); the real object lies in a slot that
nobody can spell.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import CodeType, FrameType, TracebackType
from typing import Any, Final

from rexec.guest.guards.exits import real
from rexec.guest.sealed import Sealed, seal
from rexec.guest.views import is_visible, view

TEXT_OF_LIBRARIES: Final = "<library>"  # what evaluate_text and execute_text call their texts
_AS_PYTHON: Final = "<string>"


class MirroredCode(Sealed, sealed=True):
    """The name of a code object, its file and its positions."""

    __slots__ = ("__real__", "__world__")
    __real__: CodeType
    __world__: Any

    @property
    def co_filename(self) -> str:
        """As CPython tells it: what a library puts together is ``<string>``, if the guest's text is not called so."""
        name = self.__real__.co_filename
        return _AS_PYTHON if name == TEXT_OF_LIBRARIES and not self.__world__.source_line(_AS_PYTHON, 1) else name

    @property
    def co_name(self) -> str:
        return self.__real__.co_name

    @property
    def co_qualname(self) -> str:
        return self.__real__.co_qualname

    def co_positions(self) -> Iterator[tuple[int | None, int | None, int | None, int | None]]:
        return iter(list(self.__real__.co_positions()))


class MirroredFrame(Sealed, sealed=True):
    """A guest's frame; ``f_back`` is the guest's frame that is next on the stack."""

    __slots__ = ("__real__", "__world__")
    __real__: FrameType
    __world__: Any

    @property
    def f_code(self) -> MirroredCode:
        return seal(MirroredCode, world=self.__world__, real=self.__real__.f_code)

    @property
    def f_lineno(self) -> int | None:
        return self.__real__.f_lineno

    @property
    def f_lasti(self) -> int:
        return self.__real__.f_lasti

    @property
    def f_locals(self) -> dict[str, Any]:
        return {name: value for name, value in dict(self.__real__.f_locals).items() if is_visible(name)}

    @property
    def f_globals(self) -> Any:
        return view(self.__real__.f_globals)

    @property
    def f_builtins(self) -> Any:
        return view(self.__real__.f_builtins)

    @property
    def f_back(self) -> MirroredFrame | None:
        return mirrored_frame(self.__world__, self.__real__.f_back)

    def clear(self) -> None:
        self.__real__.clear()


class MirroredTraceback(Sealed, sealed=True):
    """A traceback from one guest's frame on; ``tb_next`` skips what is no guest's."""

    __slots__ = ("__real__", "__world__")
    __real__: TracebackType
    __world__: Any

    @property
    def tb_frame(self) -> MirroredFrame:
        return seal(MirroredFrame, world=self.__world__, real=self.__real__.tb_frame)

    @property
    def tb_lineno(self) -> int | None:
        return self.__real__.tb_lineno

    @property
    def tb_lasti(self) -> int:
        return self.__real__.tb_lasti

    @property
    def tb_next(self) -> MirroredTraceback | None:
        return _mirrored(self.__world__, self.__real__.tb_next)


def guest_tracebacks(guests: dict[int, dict[str, Any]], traceback: TracebackType | None) -> Iterator[TracebackType]:
    """The links of a traceback whose frames are the guest's, outermost first."""
    while traceback is not None:
        if id(traceback.tb_frame.f_globals) in guests:
            yield traceback
        traceback = traceback.tb_next


def _mirrored(world: Any, traceback: TracebackType | None) -> MirroredTraceback | None:
    first = next(guest_tracebacks(world.origin.guests, traceback), None)
    return None if first is None else seal(MirroredTraceback, world=world, real=first)


def mirrored_traceback(world: Any, value: Any) -> Any:
    """What the copy of ``traceback`` walks for a traceback that it was handed; other values stay what they are."""
    found = real(value)
    return _mirrored(world, found) if type(found) is TracebackType else value


def mirrored_frame(world: Any, frame: FrameType | None) -> MirroredFrame | None:
    """The mirror of the first of the guest's frames from this one outwards."""
    while frame is not None and id(frame.f_globals) not in world.origin.guests:
        frame = frame.f_back
    return None if frame is None else seal(MirroredFrame, world=world, real=frame)


def calling_frame(world: Any) -> MirroredFrame | None:
    """The mirror of the guest's frame that is running."""
    return mirrored_frame(world, sys._getframe(1))
