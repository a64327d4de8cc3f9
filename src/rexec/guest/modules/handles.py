"""What an event loop has yet to do, as a guest holds it."""

from __future__ import annotations

from contextvars import Context
from typing import Any

from rexec.errors import OutOfBudget
from rexec.guest.modules.contexts import GuestContext, real_context
from rexec.guest.sealed import Sealed, seal


class Handle(Sealed, sealed=True):
    """A callback to come; what call_soon and call_later hand back."""

    __module__ = "asyncio"
    __slots__ = ("__arguments__", "__callback__", "__cancelled__", "__loop__", "__variables__", "__when__")

    __arguments__: Any
    __callback__: Any
    __cancelled__: bool
    __loop__: Any
    __variables__: Context
    __when__: float

    def cancel(self) -> None:
        self.__cancelled__ = True
        self.__callback__ = self.__arguments__ = None

    def cancelled(self) -> bool:
        return self.__cancelled__

    def when(self) -> float:
        """The time of the loop's clock, in seconds, at which the callback is due."""
        return self.__when__

    def __run__(self) -> None:
        if self.__cancelled__:
            return
        try:
            self.__variables__.run(self.__callback__, *self.__arguments__)
        except (SystemExit, KeyboardInterrupt, OutOfBudget):
            raise
        except BaseException as error:
            message = f"Exception in callback {self.__told__()}"
            self.__loop__.call_exception_handler({"message": message, "exception": error, "handle": self})

    def __told__(self) -> str:
        """The callback with its arguments and its place, as the library words it."""
        helpers = self.__loop__.__tasks__.futures.base_futures.format_helpers
        return str(helpers._format_callback_source(self.__callback__, self.__arguments__))

    def __repr__(self) -> str:
        return "<Handle cancelled>" if self.__cancelled__ else f"<Handle {self.__told__()}>"


def make_handle(loop: Any, when: float, callback: Any, arguments: Any, context: GuestContext | None) -> Handle:
    """A callback of a loop, which runs in a copy of the current context if none is given."""
    handle = seal(Handle)
    handle.__loop__ = loop
    handle.__when__ = when
    handle.__callback__ = callback
    handle.__arguments__ = arguments
    handle.__cancelled__ = False
    handle.__variables__ = real_context(context)
    return handle
