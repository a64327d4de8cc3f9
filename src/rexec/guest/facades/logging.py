"""``logging``: loggers, levels and formats; handlers write to the guest's own streams, never to files or sockets."""

from __future__ import annotations

from typing import Any

from rexec.guest.modules.reporting import live_variable
from rexec.guest.recipe import Recipe

_SETTINGS = ("lastResort", "logMultiprocessing", "logProcesses", "logThreads", "raiseExceptions")
_LATER = ("logAsyncioTasks",)


def _make(world: Any) -> dict[str, Any]:
    home = world.library.load("logging")
    return {name: live_variable(home, name) for name in (*_SETTINGS, *_LATER) if name in vars(home)}


RECIPE = Recipe(
    name="logging",
    way="copy",
    source="logging",
    shows=tuple(
        """
        BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL Filter Filterer Formatter Handler INFO LogRecord
        Logger LoggerAdapter Manager NOTSET NullHandler PercentStyle PlaceHolder RootLogger StrFormatStyle StreamHandler
        StringTemplateStyle WARN WARNING addLevelName basicConfig captureWarnings critical debug disable error exception
        fatal getLevelName getLevelNamesMapping getLogRecordFactory getLogger getLoggerClass info log makeLogRecord root
        setLogRecordFactory setLoggerClass shutdown warn warning
        """.split()
    )
    + _SETTINGS,
    since={"3.12": ("getHandlerByName", "getHandlerNames", *_LATER)},
    omits={
        "FileHandler": "writes to files; StreamHandler writes to the guest's streams",
        "currentframe": "hands out frames",
        "GenericAlias": "imported by the module for itself",
        "Template": "imported by the module for itself",
        "atexit": "imported by the module for itself",
        "collections": "imported by the module for itself",
        "io": "imported by the module for itself",
        "os": "imported by the module for itself",
        "re": "imported by the module for itself",
        "sys": "imported by the module for itself",
        "threading": "imported by the module for itself",
        "time": "imported by the module for itself",
        "traceback": "imported by the module for itself",
        "warnings": "imported by the module for itself",
        "weakref": "imported by the module for itself",
    },
    make=_make,
)
