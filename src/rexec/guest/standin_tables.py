"""Every stand-in that private copies find, from the rooms that make them. What comes later takes the place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from rexec.guest.c_code import C_STANDINS
from rexec.guest.expat import XML_STANDINS
from rexec.guest.extracts import EXTRACTS
from rexec.guest.memory_files import FILE_STANDINS
from rexec.guest.reporting import REPORTING
from rexec.guest.standins import STANDINS
from rexec.guest.unit_tests import UNIT_TESTS
from rexec.guest.weak import WEAK_STANDINS
from rexec.guest.zones import ZONE_STANDINS

ALL_STANDINS: Final[dict[str, Callable[[Any], Any]]] = {
    **STANDINS,
    **C_STANDINS,
    **EXTRACTS,
    **REPORTING,
    **UNIT_TESTS,
    **FILE_STANDINS,
    **WEAK_STANDINS,
    **ZONE_STANDINS,
    **XML_STANDINS,
}
