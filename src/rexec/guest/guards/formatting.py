"""
str.format and str.format_map: the one place in the language where text names attributes.

A template whose fields name only attributes that need no guard goes to the real method, which then does nothing
that the guest could not write out. Other templates are formatted here, each attribute through the guard.
"""

from __future__ import annotations

from _string import formatter_field_name_split, formatter_parser  # type: ignore[import-not-found]  # CPython's own parser
from collections.abc import Callable, Mapping
from typing import Any, Final

from rexec import names

Read = Callable[[Any, Any], Any]
_WHOLE: Final = slice(None)
_CONVERSIONS: Final[dict[str, Callable[[Any], str]]] = {"r": repr, "s": str, "a": ascii}


def make_format(name: str, read: Read, bound: Any) -> Callable[..., str]:
    """The method as a guest gets it: bound to a str, or the function of the class where *bound* is None."""

    def format(template: Any, /, *arguments: Any, **keywords: Any) -> str:
        exact = str.__getitem__(template, _WHOLE)  # TypeError for what is no str; a subclass becomes a str
        if is_harmless(exact):
            return exact.format(*arguments, **keywords)
        return Formatting(read, arguments, keywords).format(exact, 2)

    def format_map(template: Any, mapping: Any, /) -> str:
        exact = str.__getitem__(template, _WHOLE)
        if is_harmless(exact):
            return exact.format_map(mapping)
        return Formatting(read, (), mapping).format(exact, 2)

    function: Callable[..., str] = format if name == "format" else format_map
    function.__name__ = function.__qualname__ = name
    if bound is None:
        return function
    return lambda *arguments, **keywords: function(bound, *arguments, **keywords)


def is_harmless(template: str) -> bool:
    """Whether no field, nor any within a format specification, names an attribute that needs a guard."""
    if "." not in template:
        return True
    pending = [(template, 2)]
    while pending:
        text, depth = pending.pop()
        try:
            for _, field, specification, _ in formatter_parser(text):
                if field and not all(_is_native(step) for step in formatter_field_name_split(field)[1]):
                    return False
                if specification and depth:
                    pending.append((specification, depth - 1))
        except ValueError:
            continue  # the real method raises it in its own words
    return True


def _is_native(step: tuple[bool, Any]) -> bool:
    is_attribute, name = step
    return not is_attribute or names.attribute_rule(name) == "native"


class Formatting:
    """One template with its arguments, formatted as the library reference (Format String Syntax) says."""

    __slots__ = ("arguments", "automatic", "keywords", "read")

    def __init__(self, read: Read, arguments: tuple[Any, ...], keywords: Mapping[str, Any]) -> None:
        self.read = read
        self.arguments = arguments
        self.keywords = keywords
        self.automatic: int | None = None  # the next automatic number; -1 once a number was given by hand

    def format(self, template: str, depth: int) -> str:
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        pieces: list[str] = []
        for literal, field, specification, conversion in formatter_parser(template):
            pieces.append(literal)
            if field is not None:
                value = self.field(field)
                if conversion is not None:
                    value = _converted(value, conversion)
                pieces.append(format(value, self.format(specification, depth - 1)))
        return "".join(pieces)

    def field(self, field: str) -> Any:
        first, steps = formatter_field_name_split(field)
        value = self.argument(first)
        for is_attribute, name in steps:
            value = self.read(value, name) if is_attribute else value[name]
        return value

    def argument(self, first: int | str) -> Any:
        if first == "":
            if self.automatic == -1:
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            first, self.automatic = self.automatic or 0, (self.automatic or 0) + 1
        elif type(first) is int:
            if self.automatic not in (None, -1):
                raise ValueError("cannot switch from automatic field numbering to manual field specification")
            self.automatic = -1
        if isinstance(first, str):
            return self.keywords[first]
        if first >= len(self.arguments):
            raise IndexError(f"Replacement index {first} out of range for positional args tuple")
        return self.arguments[first]


def _converted(value: Any, conversion: str) -> Any:
    if conversion not in _CONVERSIONS:
        raise ValueError(f"Unknown conversion specifier {conversion}")
    return _CONVERSIONS[conversion](value)
