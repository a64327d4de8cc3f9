"""``timeit`` of one environment: its class is guest code, its texts are compiled as a guest's."""

from __future__ import annotations

import itertools
import time
from typing import Any, Final

from rexec.errors import DeniedTypeError
from rexec.guest.views import NamespaceView, namespace_of

FILENAME: Final = "<timeit-src>"


def make_timeit(world: Any) -> dict[str, Any]:
    """The names of the module."""

    def check(text: str) -> None:
        """SyntaxError for what is no program, or none for guests."""
        world.load_for_guests(_exact(text), FILENAME, "exec")

    def build(text: str, variables: Any, given: dict[str, Any]) -> Any:
        """The function ``inner`` that a text defines. What *given* holds, its defaults may name."""
        code = world.load_for_guests(_exact(text), FILENAME, "exec")
        local = dict(given)
        world.execute(code, _global_variables(world, variables), local)
        return local["inner"]

    def print_error(file: Any) -> None:
        world.library.load("traceback").print_exc(file=file)

    namespace = world.run_source(
        "timing",
        "timeit",
        build=build,
        check=check,
        default_timer=time.perf_counter,
        dummy_src_name=FILENAME,
        print_error=print_error,
        turns=itertools.repeat,
    )
    return {name: value for name, value in namespace.items() if not name.startswith("_")}


def _exact(text: Any) -> str:
    if not isinstance(text, str):
        raise DeniedTypeError("only text can be run here", rule="eval")
    return str.__getitem__(text, slice(None))


def _global_variables(world: Any, variables: Any) -> dict[str, Any]:
    """The variables of a guest's module where ``globals()`` was given, else new ones with the same values."""
    if issubclass(type(variables), NamespaceView):
        found = namespace_of(variables)
        if id(found) in world.origin.guests:
            return found
    return world.fresh_variables(variables)  # type: ignore[no-any-return]  # a dict
