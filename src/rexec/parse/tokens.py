"""What must hold of a text before it is parsed: one linear pass over its tokens."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable
from typing import Final, cast

from rexec.parse.caps import Caps, TooLargeError

_NAME_BYTES: Final = 255  # one name of 60000 combining characters takes the tokenizer 16 seconds
_NAME_PARTS: Final = 100  # `import a.a.a...` takes memory that is quadratic in the number of its parts
_NUMBER_DIGITS: Final = 10_000  # quadratic: to read decimal ones, and to divide any, which the compiler does
_FIELD_WORK: Final = 20_000_000_000  # characters that CPython copies for the fields of f-strings: one second
_FIELDS_ARE_TOKENS: Final = sys.version_info >= (3, 12)

_PREFIXES: Final = frozenset({"not", "await", "lambda"})
_WORD: Final = r"[^\x00-/:-@\[-^`{-\x7f]++"  # letters, digits, underscores, and all beyond ASCII
_BLANK: Final = r"(?:[ \t\f]|\\\n)*+"
_FORMAT: Final = "[fFtT]" if sys.version_info >= (3, 14) else "[fF]"
_STRING: Final = "|".join(
    rf"{q * 3}(?:[^{q}\\]++|\\.|{q}(?!{q * 2}))*+(?:{q * 3})?|{q}(?:[^{q}\\\n]++|\\.)*+{q}?" for q in "'\""
)
_TOKENS: Final = rf"""
    (?:(?P<formatted>(?:{_FORMAT}[rR]?|[rR]{_FORMAT})(?P<quote>'''|\"\"\"|'|"))
    | (?P<word>{_WORD}(?:{_BLANK}\.{_BLANK}{_WORD})*+)
    | (?P<string>{_STRING})
    | (?P<opened>[(\[{{])
    | (?P<closed>[)\]}}])
    | (?P<line>\n[ \t\f]*+(?![\s\#\\]))
    | (?P<sign>[-+~])
    | (?P<mark>[*/%@&|^;])
    | \#[^\n]*+
    | \\.
"""
_MARKS: Final = frozenset({"'", '"', "'''", '"""', ":'", ':"', ":'''", ':"""'})


# Patterns are compiled when a text first needs them: few have f-strings, and together they take 3 ms.
@functools.cache
def _code(*, in_field: bool) -> re.Pattern[str]:
    """
    The next token of code; in a field of an f-string, a colon is one too.

    Something is matched everywhere: after a failure, blanks would be read again from each of them on.
    """
    start, colon = (r"[ \t\f,.=<>!]", "|(?P<colon>:)") if in_field else (r"[ \t\f,.=:<>!]", "")
    return re.compile(rf"{start}*+{_TOKENS}{colon}|.|\Z)", re.VERBOSE | re.DOTALL)


@functools.cache
def _literal(mark: str) -> re.Pattern[str]:
    """The text of an f-string, by its quotes; behind a colon, that of a format specification."""
    quote = mark[-1]
    plain = rf"[^{quote}\\{{}}\n]++|\\[^{{}}]|\\"
    end = rf"{mark.lstrip(':')}|\{{"
    if len(mark) > 2:
        plain += rf"|{quote}(?!{quote * 2})"
    if mark[0] == ":":
        return re.compile(rf"(?:{plain})*+(?P<end>{end}|\}}|\n)?")
    if len(mark) > 2:
        return re.compile(rf"(?:{plain}|\n|\{{\{{|\}})*+(?P<end>{end})?")
    return re.compile(rf"(?:{plain}|\{{\{{|\}})*+(?P<end>{end}|\n)?")


@functools.cache
def _whole_string() -> re.Pattern[str]:
    """A string that knows nothing of fields."""
    return re.compile(_STRING, re.DOTALL)


@functools.cache
def _plain_specification() -> re.Pattern[str]:
    """What is left of a format specification that no release of CPython takes for code."""
    return re.compile(r"[^'\"\#\\()\[\]{}]*+\}")


def scan(text: str, caps: Caps) -> None:
    """Hold a text against the caps before it is parsed. Raises TooLargeError."""
    _Scan(text, caps).read(0)


class _Scan:
    """
    One pass over the tokens, in time linear in the text. Raises TooLargeError.

    ``open`` holds what is open at this point: a bracket, the quotes of an f-string, ``{}`` for one of its
    fields, ``:`` and its quotes for the format specification of that.
    """

    def __init__(self, text: str, caps: Caps) -> None:
        self.text = text
        self.caps = caps
        self.begin, self.end = 0, len(text)
        self.open: list[str] = []
        self.indents: list[int] = []
        self.pieces = 0
        self.field_work = 0

    def read(self, index: int) -> None:
        """Read to the end. Code and the text of f-strings take turns."""
        while index < self.end:
            inside = self.open and self.open[-1] in _MARKS
            index = self.literal(index) if inside else self.code(index)

    def code(self, start: int) -> int:
        """Read code; where an f-string's text begins or goes on is the result."""
        run = 0
        pieces_allowed = self.caps.nodes * 3 // 2 + 200  # stdlib files have up to 1.4 pieces to a node
        tokens = _code(in_field=any(mark in _MARKS for mark in self.open))
        for match in tokens.finditer(self.text, start, self.end):
            kind = match.lastgroup
            if kind is None:
                continue
            self.pieces += 1
            if kind == "word":
                word = match[kind]
                run = run + 1 if word in _PREFIXES else 0
                if len(word) > _NAME_BYTES // 4:
                    self.long_word(word, match.start(kind))
            elif kind == "sign":
                run += 1
            else:
                run = 0
                method: Callable[[re.Match[str]], int | None] | None = getattr(self, kind, None)
                turn = None if method is None else method(match)
                if turn is not None:
                    return turn
            if run > self.caps.nesting:
                raise TooLargeError(f"more than {self.caps.nesting} operators in a row", match.start(kind))
            if self.pieces > pieces_allowed:
                raise TooLargeError(f"the text has more than {self.caps.nodes} nodes", match.start(kind))
        return self.end

    def long_word(self, word: str, index: int) -> None:
        parts = word.split(".")
        if len(parts) > _NAME_PARTS:
            raise TooLargeError(f"a name of more than {_NAME_PARTS} parts", index)
        for part in parts:
            digits = part.lstrip()[:1] in "0123456789"
            if digits and len(part) > _NUMBER_DIGITS:
                raise TooLargeError(f"a number of more than {_NUMBER_DIGITS} digits", index)
            if not digits and len(part.strip(" \t\f\\\n").encode()) > _NAME_BYTES:
                raise TooLargeError(f"a name of more than {_NAME_BYTES} bytes", index)

    def push(self, mark: str, index: int) -> None:
        self.open.append(mark)
        self.check_nesting(index)

    def check_nesting(self, index: int) -> None:
        if len(self.open) + len(self.indents) > self.caps.nesting:
            limit = self.caps.nesting
            raise TooLargeError(f"more than {limit} brackets and blocks within each other", index)

    def opened(self, match: re.Match[str]) -> None:
        self.push(match["opened"], match.start("opened"))

    def closed(self, match: re.Match[str]) -> int | None:
        """A bracket that closes the wrong one is for the parser to report, at this place."""
        if not self.open or (self.open[-1] == "{}" and match["closed"] != "}"):
            return None
        return match.end() if self.open.pop() == "{}" else None

    def line(self, match: re.Match[str]) -> None:
        if self.open:
            return
        blanks = match["line"].rpartition("\f")[2].lstrip("\n")
        width = len(blanks.expandtabs(8))
        while self.indents and self.indents[-1] >= width:
            self.indents.pop()
        if width:
            self.indents.append(width)
            self.check_nesting(match.end() - 1)

    def colon(self, match: re.Match[str]) -> int | None:
        if self.open[-1] != "{}":
            return None
        self.push(":" + self.open[-2].lstrip(":"), match.start("colon"))
        return match.end()

    def formatted(self, match: re.Match[str]) -> int:
        """Since 3.12 an f-string ends where its fields allow; before, where any other string would."""
        start, begin = match.start("quote"), match.end("quote")
        if _FIELDS_ARE_TOKENS or self.end < len(self.text):
            self.push(match["quote"], start)
            return begin
        whole = cast("re.Match[str]", _whole_string().match(self.text, start))
        opened, end = list(self.open), self.end
        self.push(match["quote"], start)
        self.begin, self.end = start, whole.end()
        self.read(begin)
        self.open, self.end = opened, end
        return whole.end()

    def literal(self, index: int) -> int:
        """Read the text of an f-string up to a field, or to its end."""
        mark = self.open[-1]
        match = cast("re.Match[str]", _literal(mark).match(self.text, index, self.end))
        end = match["end"]
        if end is None:
            return self.end
        if end == "{":
            self.push("{}", match.start("end"))
            self.pieces += 1
            # Fields of 3.11 are searched in their string, those of 3.12 copy the rest of the text.
            self.field_work += len(self.text) - index if _FIELDS_ARE_TOKENS else 4 * (self.end - self.begin)
            if self.field_work > _FIELD_WORK:
                raise TooLargeError("too many fields in f-strings", match.start("end"))
        elif mark[0] == ":":
            self.specified(mark, match)
        else:
            self.open.pop()
        return match.end()

    def specified(self, mark: str, match: re.Match[str]) -> None:
        """The end of a format specification: of its field too, of its line, or of the whole f-string."""
        self.open.pop()
        if match["end"] == "}":
            self.open.pop()
        elif match["end"] != "\n":
            del self.open[-2:]
        elif len(mark) > 2 and _plain_specification().match(self.text, match.end()) is None:
            # Between three quotes, some releases of CPython go on with text here, others with code.
            raise TooLargeError("a format specification of several lines", match.start("end"))
