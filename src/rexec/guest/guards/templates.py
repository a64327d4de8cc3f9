"""
Templates of replacements in regular expressions.

A compiled pattern is made in C, and hands a template with a backslash in it to the *host's* ``re``, which keeps what
it makes of it in a cache. A guest's str with a ``__hash__`` and an ``__eq__`` of its own would be asked by that
cache, in the host's time too. So a template is parsed by the guest's copy of ``re`` first, whose errors are those
that the guest can catch; what C gets then is a function of ours, or an exact str for an exact pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from rexec.guest.origin import mro_of

_WHOLE: Final = slice(None)
_SUBX: Final = hasattr(re, "_subx")  # up to 3.11, where the functions for C are others


class Templates:
    """The templates of one environment."""

    __slots__ = ("world",)

    def __init__(self, world: Any) -> None:
        self.world = world

    def own(self, pattern: Any, template: Any) -> Any:
        """What may stand for the template when ``pattern.sub`` is called."""
        if type(template) is not str and callable(template):
            return template
        exact = _exact(template)
        if _is_literal(exact):
            return exact
        home = self.world.library.load("re")
        if _SUBX:
            made = home._subx(pattern, exact)
            return made if callable(made) else lambda match: made
        home._compile_template(pattern, exact)  # re.error of the guest's own
        return exact if _is_exact(pattern) else self._filter(pattern, exact)

    def expand(self, match: Any, template: Any) -> Any:
        """``match.expand(template)``."""
        if type(match) is not re.Match:
            kind = type(match).__name__
            raise TypeError(f"descriptor 'expand' for 're.Match' objects doesn't apply to a {kind!r} object")
        exact = _exact(template)
        home = self.world.library.load("re")
        if _SUBX:
            return home._expand(match.re, match, exact)
        home._compile_template(match.re, exact)
        return match.expand(exact) if _is_exact(match.re) else self._filter(match.re, exact)(match)

    def _filter(self, pattern: Any, template: Any) -> Callable[[Any], Any]:
        """The template as a function, for a pattern made from a str that could lie about itself."""
        parsed = self.world.library.load("re._parser").parse_template(template, pattern)

        def expanded(match: Any) -> Any:
            empty = match.string[:0]
            return template[:0].join(
                each if type(each) is not int else empty if match[each] is None else match[each] for each in parsed
            )

        return expanded


def _exact(template: Any) -> Any:
    """The template as an exact str or bytes; as it is where it is neither, which no parser takes."""
    kind = type(template)
    if kind is str or kind is bytes:
        return template
    for text in (str, bytes):
        if text in mro_of(kind):
            return text.__getitem__(template, _WHOLE)
    try:
        return memoryview(template).tobytes()
    except TypeError:
        str(template, "latin1")  # as the parser of templates would: TypeError
        raise


def _is_literal(template: str | bytes) -> bool:
    return "\\" not in template if isinstance(template, str) else b"\\" not in template


def _is_exact(pattern: Any) -> bool:
    """Whether the text that the pattern was made from is no subclass: hash and ``==`` of a pattern ask it."""
    return type(pattern.pattern) in (str, bytes)
