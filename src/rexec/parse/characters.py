"""Bytes to characters: the byte order mark, the coding cookie, and what no tokenizer takes."""

from __future__ import annotations

import re
from typing import Final

from rexec.parse.caps import Caps
from rexec.parse.places import position, refusal, split_lines

_COOKIE: Final = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_NO_CODE: Final = re.compile(rb"[ \t\f]*(?:#|$)")
_MARK: Final = b"\xef\xbb\xbf"
# One byte, one character, and ASCII below 128: no codec that keeps state, runs code or hides characters.
_CODECS: Final[dict[str, str]] = {
    "ascii": "ascii",
    "us-ascii": "ascii",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "latin-1": "latin-1",
    "latin1": "latin-1",
    "iso-latin-1": "latin-1",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    **{f"{name}{n}": f"cp{n}" for n in range(1250, 1259) for name in ("cp", "windows-")},
    **{f"{iso}-{n}": f"iso8859-{n}" for n in range(1, 17) if n != 12 for iso in ("iso8859", "iso-8859")},
}


def decoded(source: bytes, filename: str) -> str:
    marked = source.startswith(_MARK)
    if marked:
        source = source[len(_MARK) :]
    cookie, line = _cookie(source)
    codec = _CODECS.get(cookie) or ("utf-8" if cookie.startswith("utf-8-") else None)
    if codec is None or (marked and codec != "utf-8"):
        message = f"encoding problem: {cookie}" + (" with BOM" if marked else "")
        lines = split_lines(source[:4096].decode("latin-1"))
        raise refusal(message, filename, line, 0, rule="syntax", lines=lines) from _cause(message, line, 0)
    try:
        return source.decode(codec)
    except UnicodeDecodeError as error:
        line, column = position(source[: error.start].decode(codec, "replace"), error.start)
        message, lines = f"(unicode error) {error}", split_lines(source.decode(codec, "replace"))
        raise refusal(message, filename, line, column, rule="syntax", lines=lines) from _cause(message, line, column)


def _cause(message: str, line: int, column: int) -> SyntaxError:
    return SyntaxError(message, ("", line, column + 1, None))


def _cookie(source: bytes) -> tuple[str, int]:
    """The encoding that a text declares in its first two lines (PEP 263), and the line that does."""
    lines = re.split(rb"\r\n|\r|\n", source[:4096], maxsplit=2)[:2]
    for number, line in enumerate(lines, 1):
        found = _COOKIE.match(line)
        if found is not None:
            return found[1].decode("latin-1").lower().replace("_", "-"), number
        if _NO_CODE.match(line) is None:
            break
    return "utf-8", 1


def check_characters(text: str, filename: str, caps: Caps) -> None:
    """Refuse what no tokenizer takes: a NUL, half of a surrogate pair, more bytes than the cap."""
    cause = None
    index = text.find("\0")
    if index >= 0:
        cause = SyntaxError("source code string cannot contain null bytes")  # as Python raises it, without a place
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        if index < 0 or error.start < index:
            index = error.start
            cause = _cause(f"(unicode error) {error}", *position(text, index))
    if cause is not None:
        lines = split_lines(text)
        raise refusal(cause.msg, filename, *position(text, index), rule="syntax", lines=lines) from cause
    if size > caps.source_bytes:
        raise refusal(f"the text is longer than {caps.source_bytes} bytes", filename, line=1, column=0)
