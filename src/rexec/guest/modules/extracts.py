"""
The few functions that private copies take from modules of which guests have another version, or none.

As in ``standins``, each holds just what the copies use, and no guest gets hold of one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from rexec.guest.library.lists import COPIES
from rexec.guest.stand_in import StandIn

_LOCALES: Final = ("", "C", "C.UTF-8", "C.utf8", "POSIX")  # in all of them months and weekdays have the same names


def _csv(world: Any) -> Any:
    """``_csv``: C's module made once more, since its dialects, its limit and its classes are state of the module."""
    import _csv
    from importlib.util import module_from_spec

    spec: Any = _csv.__spec__
    own = module_from_spec(spec)
    spec.loader.exec_module(own)
    names = ["__doc__", "__version__", *(name for name in dir(own) if not name.startswith("_"))]
    return StandIn(**{name: getattr(own, name) for name in names if hasattr(own, name)})


def _locale(world: Any) -> Any:
    """``locale``: the locale is C, and stays so; it belongs to the whole process."""
    error: Any = world.classes.plain("Error", (Exception,), {"__module__": "locale"})

    def setlocale(category: Any, locale: Any = None) -> str:
        if locale is None or (type(locale) is str and locale in _LOCALES) or locale == (None, None):
            return "C"
        raise error("unsupported locale setting")

    def getlocale(category: Any = None) -> tuple[None, None]:
        return None, None

    return StandIn(LC_TIME=2, Error=error, setlocale=setlocale, getlocale=getlocale)


def _platform(world: Any) -> Any:
    """``platform``: uuid asks which system this is, for functions that no guest gets."""
    return StandIn(system=lambda: "")


_MAKERS: Final[dict[str, Callable[[Any], Any]]] = {
    "_csv": _csv,
    "locale": _locale,
    "platform": _platform,
}
EXTRACTS: Final = {name: make for name, make in _MAKERS.items() if name not in COPIES}
