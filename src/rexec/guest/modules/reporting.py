"""
``traceback`` and ``warnings`` of one environment: private copies that know the guest's own lines and frames only.

What is told goes to the guest's stderr. Filters, registries and hooks are the environment's own.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import Any, Final

from rexec.guest.modules.tracebacks import TEXT_OF_LIBRARIES, calling_frame, mirrored_traceback
from rexec.guest.stand_in import StandIn

SEGMENT: Final = 2_000  # characters of source text that are parsed to place carets; plain Python parses any number

# What the parser warns of, on the host's stderr: escapes that mean nothing, and numbers that end in a keyword. Neither
# matters to where an operator stands.
_ESCAPE: Final = re.compile(r"\\[\x20-\x7e]")
_WARNED_OF: Final = re.compile(r"\\[^\n\x20-\x7e]|[0-9a-fA-F.](?:and|else|for|if|in|is|or|not)\b", re.ASCII)

# --------------------------------------------------------------------------------------------------------------
# What the copies see of the interpreter


class OwnStack(StandIn):
    """``sys`` for copies that walk the stack: as it is for others, but ``_getframe`` leads to the guest's frames."""

    def __init__(self, world: Any) -> None:
        self.__world__ = world

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__world__.library.load("sys"), name)

    def _getframe(self, depth: int = 0) -> Any:
        """A frame that the caller asks for the next outer one only."""
        return StandIn(f_back=calling_frame(self.__world__))


def make_linecache(world: Any) -> Any:
    """``linecache``: the guest's own lines, by the file names that it sees."""

    def getline(filename: Any, lineno: Any, module_globals: Any = None) -> str:
        if type(filename) is not str or type(lineno) is not int or filename == TEXT_OF_LIBRARIES:
            return ""
        line = world.source_line(filename, lineno)
        return "" if line is None else f"{line}\n"

    def nothing(*arguments: Any) -> Any: ...

    def getlines(filename: Any, module_globals: Any = None) -> list[str]:
        return []

    return StandIn(getline=getline, getlines=getlines, checkcache=nothing, lazycache=nothing, clearcache=nothing)


def make_ast(world: Any) -> Any:
    """``ast``: what traceback needs to place carets below a short piece of source text. It keeps no node."""
    import ast

    def parse(source: str) -> ast.AST:
        if type(source) is not str or len(source) > SEGMENT:
            raise SyntaxError("too long")
        if _WARNED_OF.search(source):
            raise SyntaxError("no carets here")
        try:
            return ast.parse(_ESCAPE.sub("xx", source))
        except (MemoryError, RecursionError, ValueError):
            raise SyntaxError("too deep") from None

    kinds = ("Assign", "BinOp", "Call", "Expr", "Name", "Return", "Subscript")
    return StandIn(parse=parse, **{name: getattr(ast, name) for name in kinds})


def make_colorize(world: Any) -> Any:
    """``_colorize``: a guest's streams are no terminal."""
    import _colorize  # type: ignore[import-not-found]  # from 3.13 on

    codes = {name: value for name, value in vars(_colorize.ANSIColors).items() if type(value) is str and name.isupper()}
    return StandIn(ANSIColors=StandIn(**codes), can_colorize=lambda: False)


# --------------------------------------------------------------------------------------------------------------
# traceback


def patch_traceback(world: Any, namespace: dict[str, Any]) -> None:
    """Whatever takes a traceback is handed a mirror of it (I3)."""
    namespace["sys"] = OwnStack(world)
    for name in ("walk_tb", "_walk_tb_with_full_positions", "clear_frames"):
        namespace[name] = _with_mirror(world, namespace[name])
    if "_compute_suggestion_error" in namespace:
        _patch_suggestions(world, namespace)

    def walk_stack(f: Any) -> Iterator[tuple[Any, Any]]:
        """The guest's frames and their lines, innermost first."""
        return _walk(calling_frame(world) if f is None else f)

    namespace["walk_stack"] = walk_stack


def _walk(frame: Any) -> Iterator[tuple[Any, Any]]:
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def _with_mirror(world: Any, original: Callable[..., Any]) -> Callable[..., Any]:
    def walk(tb: Any) -> Any:
        return original(mirrored_traceback(world, tb))

    walk.__name__ = walk.__qualname__ = original.__name__
    return walk


def _patch_suggestions(world: Any, namespace: dict[str, Any]) -> None:
    original = namespace["_compute_suggestion_error"]

    def _compute_suggestion_error(exc_value: Any, tb: Any, wrong_name: Any) -> Any:
        return original(exc_value, mirrored_traceback(world, tb), wrong_name)

    namespace["_compute_suggestion_error"] = _compute_suggestion_error
    namespace["__import__"] = lambda name: world.importer.modules[name]  # whose names are compared with a missing one


# --------------------------------------------------------------------------------------------------------------
# warnings


def patch_warnings(world: Any, namespace: dict[str, Any]) -> None:
    """Who warns is found on the real stack; what was warned of is kept beside the guest's namespaces, not in them."""
    registries: dict[int, dict[Any, Any]] = {}

    def warn(
        message: Any, category: Any = None, stacklevel: Any = 1, source: Any = None, *, skip_file_prefixes: Any = ()
    ) -> None:
        """Issue a warning, or maybe ignore it or raise an exception."""
        if isinstance(message, Warning):
            category = type(message)
        if category is None:
            category = UserWarning
        if not (isinstance(category, type) and issubclass(category, Warning)):
            raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
        if type(skip_file_prefixes) is not tuple:
            raise TypeError("skip_file_prefixes must be a tuple of strs.")
        if skip_file_prefixes:
            stacklevel = max(2, stacklevel)
        frame = _warned(world, stacklevel, skip_file_prefixes)
        if frame is None:
            filename, line, module, registry = (*_NO_FRAME, "sys", registries.setdefault(0, {}))
        else:
            filename, line = frame.f_code.co_filename, frame.f_lineno
            module = frame.f_globals.get("__name__", "<string>")
            registry = registries.setdefault(id(frame.f_globals), {})
        namespace["warn_explicit"](message, category, filename, line, module, registry, None, source)

    namespace["warn"] = warn
    made = world.run_source("warned", "warnings", read=namespace.__getitem__, write=namespace.__setitem__)
    namespace["catch_warnings"] = made["catch_warnings"]


_NO_FRAME: Final[tuple[Any, ...]] = ("<sys>", 0) if sys.version_info >= (3, 12) else ("sys", 1)


def _warned(world: Any, level: int, skipped: tuple[Any, ...]) -> Any:
    """The frame that a warning is about, of the guest's or of a copy's, as far out as *level* says."""
    frame: Any = sys._getframe(2)
    while frame is not None:
        seen = id(frame.f_globals)
        if seen in world.origin.guests or seen in world.origin.libraries:
            level -= 1
            if level <= 0 and not any(frame.f_code.co_filename.startswith(each) for each in skipped):
                return frame
        frame = frame.f_back
    return None


REPORTING: Final[dict[str, Callable[[Any], Any]]] = {
    "_colorize": make_colorize,
    "ast": make_ast,
    "linecache": make_linecache,
}
REPORTING_PATCHES: Final[dict[str, Callable[[Any, dict[str, Any]], None]]] = {
    "traceback": patch_traceback,
    "warnings": patch_warnings,
}


def live_variable(home: Any, name: str) -> property:
    """A variable of a copy as it is now, which the guest may set: on a facade, whose values are fixed otherwise."""
    return property(lambda facade: vars(home)[name], lambda facade, value: vars(home).__setitem__(name, value))
