"""
A text of TOML that knows on which line each of its keys stands.

``tomllib`` keeps no positions, so an error reads the text a second time, with a scanner of our own
(`find_places`). A policy without errors never pays for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from rexec.errors import PolicyError

Place = tuple[str | int, ...]  # ("modules", "sys", 3): item 3 of the array at modules.sys

LARGEST: Final = 2**63 - 1  # what TOML promises that an integer may be
SHOWN: Final = 60  # how much of a name from the file a message repeats
KINDS: Final[dict[type, str]] = {
    bool: "a boolean",
    int: "an integer",
    float: "a float",
    str: "a string",
    list: "an array",
    dict: "a table",
}


class Document:
    """A parsed text. Whoever takes a value from ``tree`` asks here for the type that it must have."""

    __slots__ = ("filename", "source", "tree")

    def __init__(self, source: str, filename: str) -> None:
        self.filename = filename
        self.source = source
        self.tree = _parse(source, filename)

    def table(self, place: Place, value: Any) -> dict[str, Any]:
        """A table."""
        self._expect(place, value, dict, f"write [{place[-1]}]")
        return dict(value)

    def text(self, place: Place, value: Any) -> str:
        """A string."""
        self._expect(place, value, str, 'write it between quotes: "..."')
        return str(value)

    def amount(self, place: Place, value: Any) -> int:
        """An integer, zero or more."""
        self._expect(place, value, int, "write a number such as 10_000_000")
        if not 0 <= value <= LARGEST:
            raise self.error(place, "out of range", f"it can be 0 to {LARGEST}")
        return int(value)

    def texts(self, place: Place, values: Any) -> tuple[str, ...]:
        """An array of strings."""
        self._expect(place, values, list, 'write ["...", "..."]')
        return tuple(self.text((*place, index), value) for index, value in enumerate(values))

    def _expect(self, place: Place, value: Any, wanted: type, advice: str) -> None:
        if type(value) is not wanted:  # exactly: a boolean is no integer
            raise self.error(place, f"{KINDS[wanted]} is wanted, not {kind(value)}", advice)

    def error(self, place: Place, what: str, advice: str) -> PolicyError:
        """The error about the value at a place, to be raised."""
        line = _line_of(place, find_places(self.source))
        return policy_error(f"{self.filename}:{line}: {_dotted(place)}: {what}", advice)


def policy_error(problem: str, advice: str) -> PolicyError:
    """An error whose text is one line, whatever the file or its name holds."""
    text = f"{problem} ({advice})"
    return PolicyError("".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text))


def kind(value: Any) -> str:
    """What TOML calls the type of a value."""
    return KINDS.get(type(value), "a date or a time")


def quoted(text: str) -> str:
    """A name as a message repeats it."""
    return f'"{text[:SHOWN]}"'


def nearest(name: str, known: Iterable[str]) -> str:
    """What to do about a name that is not known."""
    import difflib

    names = sorted(known)
    near = difflib.get_close_matches(name[:SHOWN], names, n=1)
    if near:
        return f"did you mean {near[0]}?"
    return f"known are {', '.join(names)}" if len(names) <= 12 else "take it out"


def _parse(source: str, filename: str) -> dict[str, Any]:
    import tomllib

    end = source.count("\n") + 1
    try:
        return tomllib.loads(source)
    except RecursionError:
        what, line = "brackets are nested too deeply", _line_of_excess(source)
    except ValueError as error:
        what, _, where = str(error).rpartition(" (at ")
        if where.startswith("line "):
            line = int(where.removeprefix("line ").partition(",")[0])
        elif what:  # at the end of the text, which is beyond any line that tomllib counts
            line = end + 1
        else:  # not about the grammar: int() does not read that many digits
            what, line = "an integer of too many digits", _line_of_excess(source)
    raise _syntax_error(source, filename, what[0].lower() + what[1:], line, end)


def _syntax_error(source: str, filename: str, what: str, line: int, end: int) -> PolicyError:
    """
    What is wrong with the grammar, with the key of the statement that tomllib stumbled over.

    tomllib points behind a key that is written twice, and to the end of the text for a bracket that is never
    closed. In both cases the statement that began last is the one to look at.
    """
    begun = [(place, start) for place, start in find_places(source) if start <= line]
    keys = [(place, start) for place, start in begun if isinstance(place[-1], str)]
    key, start = keys[-1] if keys else (("",), 0)
    first = next((start for place, start in keys[:-1] if place == key), None)
    if what.startswith("cannot") and first:
        what = f"written twice, first on line {first}"
        return policy_error(f"{filename}:{start}: {_dotted(key)}: {what}", "keep one of the two")
    is_open = line > end and keys and not what.endswith(("pair", "declaration", "key part"))
    if what.startswith("cannot") or is_open or start == line:
        return policy_error(f"{filename}:{start}: {_dotted(key)}: {what}", "correct the TOML")
    return policy_error(f"{filename}:{min(line, end)}: {what}", "correct the TOML")


def _line_of_excess(source: str) -> int:
    """The line of the first bracket or number that is more than Python's own limits are likely to take."""
    depth = 0
    for token, line in _tokens(source):
        depth += (token in "[{") - (token in "]}")
        if depth > 100 or (len(token) > 4000 and token[0] in "+-0123456789"):
            return line
    return 1


def find_places(source: str) -> list[tuple[Place, int]]:
    """
    The line of every table header, every key and every item of an array, in the order of the text.

    Reads valid TOML right, and any other text somehow. A header is ``[a.b]`` or ``[[a.b]]``; any other
    statement is ``a.b = value``, and ends with its line unless a bracket is open. Keys and arrays inside of a
    value are not listed: what is wrong with them is blamed on the item or the statement that they are in.
    """
    places: list[tuple[Place, int]] = []
    table: Place = ()
    key: Place = ()
    value: _Value | None = None  # the value that the scanner is inside of
    for token, line in _tokens(source):
        if value is not None:
            index = value.take(token)
            if index is not None:
                places.append(((*table, *key, index), line))
            if value.is_over:
                value, key = None, ()
        elif token == "\n":
            key = ()
        elif token == "=":
            places.append((table + key or ("",), line))
            value = _Value()
        elif token == "]" and key:
            table, key = key, ()
            places.append((table, line))
        elif token not in "[].":
            key += (_unquoted(token),)
    return places


class _Value:
    """The tokens of one value, counted."""

    __slots__ = ("brackets", "index", "is_due", "is_over")

    def __init__(self) -> None:
        self.brackets = ""  # those that are open
        self.index = -1  # of the last item of the outermost array
        self.is_due = False  # whether an item of it may begin
        self.is_over = False

    def take(self, token: str) -> int | None:
        """The index of the item that begins with this token, if one does."""
        if token == "\n":
            self.is_over = not self.brackets
            return None
        if token in "]}":
            self.brackets, self.is_due = self.brackets[:-1], False
            return None
        begins = self.is_due
        self.is_due = (token == "[" and not self.brackets) or (token == "," and self.brackets == "[")
        if token in "[{":
            self.brackets += token
        self.index += begins
        return self.index if begins else None


def _tokens(source: str) -> Iterator[tuple[str, int]]:
    """Strings, bare words, punctuation and line ends, each with the line that it begins on."""
    pattern = r'''
        (?P<skip> [ \t\r]+ | \#[^\n]* )
        | """ (?: [^"\\] | \\[\s\S] | ""?(?!") )* "{3,5}  |  \'{3} [\s\S]*? \'{3,5}
        | " (?: [^"\\\n] | \\. )* "                       |  ' [^'\n]* '
        | [^\s\[\]{}.,=\#"']+
        | [\s\S]
    '''
    line = 1
    for match in re.finditer(pattern, source, re.VERBOSE):
        if match["skip"] is None:
            yield match[0], line
        line += match[0].count("\n")


def _unquoted(token: str) -> str:
    """A part of a key, as the tree has it."""
    if token[0] not in "\"'":
        return token
    import tomllib

    try:
        return str(tomllib.loads(f"key = {token}")["key"])
    except ValueError:
        return token


def _line_of(place: Place, places: Iterable[tuple[Place, int]]) -> int:
    """The first line at or below a place; else that of the nearest place above it; else the first line."""
    while place:
        for candidate, line in places:
            if candidate[: len(place)] == place:
                return line
        place = place[:-1]
    return 1


def _dotted(place: Place) -> str:
    """A place as TOML spells a key; the index of an item follows in brackets."""
    text = ""
    for part in place:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            is_bare = part.isascii() and part.replace("-", "_").isidentifier()
            text += "." * bool(text) + (part[:SHOWN] if is_bare else quoted(part))
    return text
