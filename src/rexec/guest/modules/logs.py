"""
``logging`` of one environment: loggers, handlers and levels of its own, on the guest's streams.

A record says which of the guest's lines it came from; nothing is written to files or over the network.
"""

from __future__ import annotations

import io
import sys
from typing import Any

from rexec.errors import DeniedFileError
from rexec.guest.guards.formatting import make_format
from rexec.guest.modules.replacing import replace
from rexec.guest.modules.tracebacks import calling_frame
from rexec.guest.stand_in import StandIn


def patch_logging(world: Any, namespace: dict[str, Any]) -> None:
    """Where the library walks the stack, formats a guest's template or would open a file."""
    source = StandIn(co_filename=namespace["_srcfile"], co_name="")

    def currentframe() -> Any:
        """A frame of the library's own, of which the next outer one is asked for."""
        return StandIn(f_back=calling_frame(world), f_code=source, f_lineno=0)

    namespace["currentframe"] = currentframe
    namespace["io"] = StandIn(StringIO=io.StringIO, text_encoding=io.text_encoding)
    _patch_formats(world, namespace)
    _patch_handlers(world, namespace)
    _patch_captures(world, namespace)


def _patch_formats(world: Any, namespace: dict[str, Any]) -> None:
    """A template with braces names attributes, so it is formatted as the guest's own ``str.format`` would (I4)."""
    put = make_format("format", world.reads.read, None)

    def _format(self: Any, record: Any) -> str:
        return put(self._fmt, **{**(self._defaults or {}), **world.reads.read(record, "__dict__")})

    replace(world, namespace["StrFormatStyle"], "_format", _format)


def _patch_handlers(world: Any, namespace: dict[str, Any]) -> None:
    def __init__(self: Any, *arguments: Any, **keywords: Any) -> None:
        raise DeniedFileError("logging writes to the guest's streams only, not to files", rule="file")

    def handleError(self: Any, record: Any) -> None:
        """What CPython prints about an error in a handler, as far as it concerns the guest."""
        stream = world.streams.stderr
        if not (namespace["raiseExceptions"] and stream):
            return
        error = sys.exception()
        traceback = world.library.load("traceback")
        stream.write("--- Logging error ---\n")
        traceback.print_exception(error, limit=None, file=stream)
        stream.write("Call stack:\n")
        traceback.print_stack(calling_frame(world), file=stream)
        try:
            stream.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
        except RecursionError:
            raise
        except Exception:
            stream.write(
                "Unable to print the message and arguments - possible formatting error.\n"
                "Use the traceback above to help find the error.\n"
            )

    replace(world, namespace["FileHandler"], "__init__", __init__)
    replace(world, namespace["Handler"], "handleError", handleError)


def _patch_captures(world: Any, namespace: dict[str, Any]) -> None:
    warnings = world.library.load("warnings")
    kept: list[Any] = []

    def captureWarnings(capture: Any) -> None:
        """Whether warnings are logged instead of shown."""
        if capture and not kept:
            kept.append(warnings.showwarning)
            namespace["_warnings_showwarning"] = warnings.showwarning
            vars(warnings)["showwarning"] = namespace["_showwarning"]
        elif not capture and kept:
            vars(warnings)["showwarning"] = kept.pop()
            namespace["_warnings_showwarning"] = None

    namespace["captureWarnings"] = captureWarnings
