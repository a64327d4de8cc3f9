"""Where the private copies of modules about text and dates would act past the guards; as ``patches``."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any, Final

from rexec import names
from rexec.guest.stand_in import StandIn


def _patch_calendar(world: Any, namespace: dict[str, Any]) -> None:
    """What enum.global_enum does through sys.modules, where a guest's metaclass could have looked on."""
    for kind in ("Month", "Day"):
        if kind in namespace:
            namespace.update(namespace[kind].__members__)


def _patch_pprint(world: Any, namespace: dict[str, Any]) -> None:
    """What pprint finds in a namespace goes to methods that the guest may have written, so it looks as a guest does."""
    namespace["__builtins__"][names.READ_HOOK] = world.reads.read


def _patch_shlex(world: Any, namespace: dict[str, Any]) -> None:
    """A shlex reads the file that a text names: with the guest's own ``open``, if it has one."""
    namespace["os"] = StandIn(
        path=StandIn(dirname=posixpath.dirname, isabs=posixpath.isabs, join=posixpath.join),
    )
    if "open" in world.builtins:
        namespace["open"] = world.builtins["open"]


def _patch_uuid(world: Any, namespace: dict[str, Any]) -> None:
    """UUID.__init__ and __setstate__ set attributes past a __setattr__: of what was made inside only."""

    def __setattr__(instance: Any, name: str, value: Any) -> None:
        world.writes.write(instance, name)
        object.__setattr__(instance, name, value)

    namespace["object"] = StandIn(__setattr__=__setattr__)


TEXT_PATCHES: Final[dict[str, Callable[[Any, dict[str, Any]], None]]] = {
    "calendar": _patch_calendar,
    "pprint": _patch_pprint,
    "shlex": _patch_shlex,
    "uuid": _patch_uuid,
}
