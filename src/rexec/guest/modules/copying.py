"""
``copy`` for guests: the private copy, which asks C code and sets a state through the guards.

copy follows the pickle protocol of whatever it is given. What the guest wrote is called as any function of a guest's
is; what C wrote goes through ``guards/pickling.py``.
"""

from __future__ import annotations

from typing import Any

from rexec import names
from rexec.guest.guards.pickling import Native
from rexec.guest.stand_in import StandIn


def patch_copy(world: Any, namespace: dict[str, Any]) -> None:
    """The names of a private copy of ``copy`` that act past the guards (I2, I4)."""
    look_up, reconstruct = namespace["__builtins__"]["getattr"], namespace["_reconstruct"]
    read, pickling = namespace["__builtins__"][names.READ_HOOK], world.pickling

    def getattr(value: Any, name: str, default: Any = None) -> Any:
        if name == "__reduce_ex__":
            return pickling.reductor(value)
        return pickling.plain_reductor(value) if name == "__reduce__" else look_up(value, name, default)

    def _reconstruct(
        x: Any, memo: Any, func: Any, args: Any, state: Any = None, listiter: Any = None, dictiter: Any = None,
        *, deepcopy: Any = namespace["deepcopy"],
    ) -> Any:  # fmt: skip
        native = type(func) is Native
        func = func.function if native else func
        if state is None:
            return reconstruct(x, memo, func, args, state, listiter, dictiter, deepcopy=deepcopy)
        made = reconstruct(x, memo, func, args, deepcopy=deepcopy)
        if memo is not None:
            state = deepcopy(state, memo)
        if not pickling.set_state(x, made, state, native=native):
            state, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
            if state is not None:
                read(made, "__dict__").update(state)
            if slots is not None:
                for name, value in slots.items():
                    world.writes.set(made, name, value)
        if listiter is None and dictiter is None:
            return made
        return reconstruct(x, memo, lambda: made, (), None, listiter, dictiter, deepcopy=deepcopy)

    _reconstruct.__qualname__ = "_reconstruct"  # TypeErrors about a tuple that is too short name it
    namespace.update(getattr=getattr, _reconstruct=_reconstruct)


def patch_dataclasses_state(world: Any, namespace: dict[str, Any]) -> None:
    """A frozen dataclass sets its fields past its __setattr__, under names that are the guest's to change."""

    def __setattr__(instance: Any, name: Any, value: Any) -> None:
        world.writes.set_raw(instance, name, value, slot=object.__setattr__.__get__(instance))

    namespace["@object"] = StandIn(__setattr__=__setattr__)
    function = namespace["_dataclass_setstate"]
    code = function.__code__
    function.__code__ = code.replace(co_names=tuple("@object" if each == "object" else each for each in code.co_names))
