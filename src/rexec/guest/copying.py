"""
``copy`` for guests: the private copy, whose last step is asked about.

copy calls the pickle protocol of whatever it is given, and fills what comes back with a state. Guests can neither
define that protocol nor call it, so what lies in an object's own namespace under its names is not followed; and an
exception takes its state as any attribute is set, since its own ``__setstate__`` would set every name.
"""

from __future__ import annotations

from typing import Any, Final

from rexec.errors import DeniedTypeError
from rexec.guest.origin import is_class, mro_of

_PROTOCOL: Final = ("__reduce_ex__", "__reduce__")
_ABSENT: Final = object()


def patch_copy(world: Any, namespace: dict[str, Any]) -> None:
    """The names of a private copy of ``copy`` that act past the guards (I2, I4)."""
    look_up, reconstruct = namespace["__builtins__"]["getattr"], namespace["_reconstruct"]

    def getattr(value: Any, name: str, default: Any = None) -> Any:
        if name in _PROTOCOL and not is_class(value) and not _of_its_class(value):
            raise DeniedTypeError("an object cannot bring its own __reduce__ or __reduce_ex__", rule="copy")
        return look_up(value, name, default)

    def _reconstruct(
        x: Any, memo: Any, func: Any, args: Any, state: Any = None, *items: Any, deepcopy: Any = namespace["deepcopy"]
    ) -> Any:
        if state is None:
            return reconstruct(x, memo, func, args, state, *items, deepcopy=deepcopy)
        made = reconstruct(x, memo, func, args, deepcopy=deepcopy)
        if BaseException in mro_of(type(made)):
            if not isinstance(state, dict):
                raise TypeError("state is not a dictionary")
            state = dict(state) if memo is None else deepcopy(dict(state), memo)
            for name, value in state.items():
                world.writes.set(made, name, value)
            state = None
        return reconstruct(x, memo, lambda: made, (), state, *items, deepcopy=deepcopy)

    namespace.update(getattr=getattr, _reconstruct=_reconstruct)


def _of_its_class(value: Any) -> bool:
    """Whether nothing in an object's own namespace stands in front of its class's pickle protocol."""
    try:
        found = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return True
    return not isinstance(found, dict) or not any(dict.__contains__(found, name) for name in _PROTOCOL)
