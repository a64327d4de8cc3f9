"""
Text to tree, under caps. Knows nothing of guests, policies or rewriting.

Whatever the text, it becomes a tree that CPython's compiler takes in its stride, or a RefusedError that says
where. Three gates, each before the step that it protects: the size in bytes; one linear scan of the tokens,
since the parser recurses on brackets and is quadratic in long names and in fields of f-strings; one walk over
the tree, since the compiler recurses on depth, copies `finally` bodies and compares all keywords of a call.

The figures in this file were measured on CPython 3.11.7, 3.12.1 and 3.13.0.
"""

from __future__ import annotations

import ast
import contextlib
import contextvars
import re
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeVar, cast

from rexec.errors import RefusedError
from rexec.result import Diagnostic

Mode = Literal["exec", "eval", "single"]
Tree = ast.Module | ast.Expression | ast.Interactive
T = TypeVar("T")
Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True, slots=True)
class Caps:
    """
    How large a text may be: bytes of UTF-8, brackets and blocks within each other, nodes of its tree, levels
    of its tree.

    ``nodes`` bounds what compiling costs too, in units of one node: code that the compiler repeats counts
    each time. 500000 take it about two seconds. 3.11 cannot compile a tree of more than 960 levels.
    """

    source_bytes: int = 2_000_000
    nesting: int = 100
    nodes: int = 500_000
    depth: int = 800


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree, the text it was made of, and what Python warned about."""

    tree: Tree
    text: str
    warnings: tuple[Diagnostic, ...] = ()


DEFAULT_CAPS: Final = Caps()


def parse(source: str | bytes | bytearray, *, filename: str, mode: Mode, caps: Caps = DEFAULT_CAPS) -> Parsed:
    """
    The tree of a text. Bytes are decoded by their byte order mark or coding cookie, UTF-8 otherwise.

    Raises RefusedError and nothing else: rule ``syntax`` for what Python itself rejects, with Python's own
    exception as the cause; rule ``too-large`` for what exceeds the caps.
    """
    # Exactly str or bytes, past any method that a subclass has of its own.
    exact = str.__str__(source) if isinstance(source, str) else memoryview(source)
    if len(exact) > caps.source_bytes:
        raise _refused(f"the text is longer than {caps.source_bytes} bytes", filename, line=1, column=0)
    text = exact if isinstance(exact, str) else _decoded(exact.tobytes(), filename)
    _check_characters(text, filename, caps)
    plain = _NEWLINE.sub("\n", text) if "\r" in text else text
    try:
        _Scan(plain, caps).read(0)
    except _TooLargeError as excess:
        line, column = position(plain, excess.index)
        raise _refused(str(excess), filename, line, column, lines=plain.split("\n")) from None
    tree, found = _parsed(plain, filename, mode)
    check_tree(tree, filename=filename, text=text, caps=caps)
    return Parsed(tree, text, found)


def check_tree(tree: ast.AST, *, filename: str, text: str | None, caps: Caps = DEFAULT_CAPS) -> None:
    """
    Hold a tree that exists already against the caps.

    To be asked again after a rewrite, which makes trees larger. Raises RefusedError, rule ``too-large``; rule
    ``syntax`` where nodes lack fields.
    """
    try:
        _Weight(caps).add(tree)
    except _TooLargeError as excess:
        lines = [] if text is None else split_lines(text)
        # Some nodes, as that of `a as b` in a with statement, have no place; what is in them has.
        node = next((each for each in ast.walk(excess.node) if hasattr(each, "lineno")), excess.node)
        finding = diagnostic_at(node, str(excess), rule="too-large", filename=filename, lines=lines)
        raise RefusedError([finding]) from None
    except (AttributeError, TypeError) as error:  # a tree made by hand, that compile() would not take either
        raise RefusedError([Diagnostic(f"not a syntax tree: {error}", "syntax", filename)]) from error


def _parsed(text: str, filename: str, mode: Mode) -> tuple[Tree, tuple[Diagnostic, ...]]:
    lines = text.split("\n")

    def attempt() -> tuple[Tree, tuple[Diagnostic, ...]]:
        found: list[Diagnostic] = []
        # No file has the name "". With any other, CPython quotes that file's lines in its errors.
        with collected_warnings("", found):
            tree = cast(Tree, ast.parse(text, "", mode))
        located = [replace(n, filename=filename, source_line=_line_shown(lines, n.line)) for n in found]
        return tree, tuple(located)

    try:
        return with_fresh_stack(attempt)
    except SyntaxError as error:
        raise RefusedError([syntax_diagnostic(error, filename=filename, lines=lines)]) from error
    except (RecursionError, MemoryError) as error:
        # CPython runs out of parser levels, or of memory, without saying where.
        raise _refused("the text is too deeply nested to parse", filename, 1, 0, lines=lines) from error
    except (ValueError, OverflowError, SystemError) as error:
        raise RefusedError([Diagnostic(str(error), "syntax", filename, 1, 0)]) from error


def _refused(
    message: str,
    filename: str,
    line: int | None = None,
    column: int | None = None,
    *,
    rule: str = "too-large",
    lines: Sequence[str] = (),
) -> RefusedError:
    return RefusedError([Diagnostic(message, rule, filename, line, column, source_line=_line_shown(lines, line))])


# ------------------------------------------------------------------------------------------------------------
# Bytes to characters.

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


def _decoded(source: bytes, filename: str) -> str:
    marked = source.startswith(_MARK)
    if marked:
        source = source[len(_MARK) :]
    cookie, line = _cookie(source)
    codec = _CODECS.get(cookie) or ("utf-8" if cookie.startswith("utf-8-") else None)
    if codec is None or (marked and codec != "utf-8"):
        message = f"encoding problem: {cookie}" + (" with BOM" if marked else "")
        lines = split_lines(source[:4096].decode("latin-1"))
        raise _refused(message, filename, line, 0, rule="syntax", lines=lines) from SyntaxError(message)
    try:
        return source.decode(codec)
    except UnicodeDecodeError as error:
        line, column = position(source[: error.start].decode(codec, "replace"), error.start)
        message, lines = f"(unicode error) {error}", split_lines(source.decode(codec, "replace"))
        raise _refused(message, filename, line, column, rule="syntax", lines=lines) from SyntaxError(message)


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


def _check_characters(text: str, filename: str, caps: Caps) -> None:
    """Refuse what no tokenizer takes: a NUL, half of a surrogate pair, more bytes than the cap."""
    message = ""
    index = text.find("\0")
    if index >= 0:
        message = "source code string cannot contain null bytes"
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        if index < 0 or error.start < index:
            index, message = error.start, f"(unicode error) {error}"
    if message:
        lines = split_lines(text)
        raise _refused(message, filename, *position(text, index), rule="syntax", lines=lines) from SyntaxError(message)
    if size > caps.source_bytes:
        raise _refused(f"the text is longer than {caps.source_bytes} bytes", filename, line=1, column=0)


# ------------------------------------------------------------------------------------------------------------
# Lines, columns, diagnostics.

_NEWLINE: Final = re.compile("\r\n|\r")
_LINE_SHOWN: Final = 2000  # characters; of a longer line nobody reads the caret


def split_lines(text: str) -> list[str]:
    """The lines of a text as the tokenizer counts them; str.splitlines splits at form feeds and more."""
    return _NEWLINE.sub("\n", text).split("\n")


def source_line(text: str, line: int | None) -> str | None:
    """One line of a text, counted from 1, without its end; None where the text has no such line."""
    if line is None or line < 1:
        return None
    plain = _NEWLINE.sub("\n", text) if "\r" in text else text
    lines = plain.split("\n", line)
    return lines[line - 1] if line <= len(lines) else None


def position(text: str, index: int) -> tuple[int, int]:
    """Line, from 1, and column, from 0, of a character."""
    before = _NEWLINE.sub("\n", text[:index])
    return before.count("\n") + 1, len(before) - before.rfind("\n") - 1


def column_in_characters(text_line: str, byte_offset: int) -> int:
    """A column that the tree gives, in bytes of UTF-8, as characters."""
    if text_line.isascii():
        return byte_offset
    return len(text_line.encode("utf-8", "surrogatepass")[:byte_offset].decode("utf-8", "ignore"))


def diagnostic_at(
    node: ast.AST,
    message: str,
    *,
    rule: str,
    filename: str,
    lines: Sequence[str],
    grant: str | None = None,
) -> Diagnostic:
    """A finding about a node. *lines* are those of split_lines; without them columns stay bytes."""
    line, end_line = getattr(node, "lineno", None), getattr(node, "end_lineno", None)
    column = _character(lines, line, getattr(node, "col_offset", None))
    end_column = _character(lines, end_line, getattr(node, "end_col_offset", None))
    shown = _line_shown(lines, line)
    return Diagnostic(message, rule, filename, line, column, end_line, end_column, shown, grant)


def syntax_diagnostic(error: SyntaxError, *, filename: str, lines: Sequence[str], in_bytes: bool = False) -> Diagnostic:
    """
    What Python says about a text. Its parser counts columns in characters, its compiler *in_bytes*.

    The line comes from *lines*, never from the error: CPython reads that from the file called *filename*.
    """
    line, end_line = (None if n is None else max(n, 1) for n in (error.lineno, error.end_lineno))
    column, end = (None if n is None or n < 1 else n - 1 for n in (error.offset, error.end_offset))
    shown = lines[line - 1] if line is not None and line <= len(lines) else ""
    if in_bytes:
        column, end = _character(lines, line, column), _character(lines, end_line, end)
    elif error.text is not None and "\n" in error.text.rstrip("\n"):
        # Of a token of several lines, CPython counts the characters in its first line, up to the byte meant.
        column, end = (
            None if n is None else column_in_characters(shown, len(error.text[:n].encode())) for n in (column, end)
        )
    elif error.text is not None and error.text[:1] == "(" != shown[:1]:
        # 3.11 parses a field of an f-string as a text of its own, in parentheses.
        inner = error.text.strip()[1:-1]
        start = shown.find(inner) - 1 if inner and shown.count(inner) == 1 else None
        column, end = (None if start is None or n is None else start + n for n in (column, end))
    if column is None or end is None or end_line is None:
        end_line = end = None
    message = error.msg or type(error).__name__
    return Diagnostic(message, "syntax", filename, line, column, end_line, end, _line_shown(lines, line))


def _character(lines: Sequence[str], line: int | None, byte: int | None) -> int | None:
    if line is None or byte is None or not 0 < line <= len(lines):
        return byte
    return column_in_characters(lines[line - 1], byte)


def _line_shown(lines: Sequence[str], line: int | None) -> str | None:
    if line is None or not 0 < line <= len(lines) or len(lines[line - 1]) > _LINE_SHOWN:
        return None
    return lines[line - 1]


# ------------------------------------------------------------------------------------------------------------
# Python's warnings, and its recursion limit.

_WARNINGS_KEPT: Final = 100
_one_at_a_time = threading.Lock()
_lock_is_ours: contextvars.ContextVar[bool] = contextvars.ContextVar("_lock_is_ours", default=False)


@contextlib.contextmanager
def collected_warnings(filename: str, found: list[Diagnostic]) -> Iterator[None]:
    """
    Keep what Python's parser and compiler warn about in *filename* as findings, rule ``warning``.

    Nothing of it reaches the host's filters, not even those that make errors of warnings; warnings about
    other files go where they went before.
    """
    module = re.escape(filename.removesuffix(".py") or "<unknown>") + r"\Z"
    nested = _lock_is_ours.get()
    if not nested:
        _one_at_a_time.acquire()
    ours = _lock_is_ours.set(True)
    try:
        with warnings.catch_warnings():
            elsewhere = warnings.showwarning

            def show(message: Any, category: Any, file: str, line: int, *rest: Any) -> None:
                if file != filename:
                    elsewhere(message, category, file, line, *rest)
                elif len(found) < _WARNINGS_KEPT:
                    found.append(Diagnostic(str(message), "warning", filename, line))

            warnings.showwarning = cast(Any, show)
            for category in (SyntaxWarning, DeprecationWarning):
                warnings.filterwarnings("always", category=category, module=module)
            yield
    finally:
        _lock_is_ours.reset(ours)
        if not nested:
            _one_at_a_time.release()


def with_fresh_stack(function: Callable[[], T]) -> T:
    """
    The result of a function that recurses; called again, on a stack of its own, where this one is too short.

    The function must bear to be called twice. Raises what it raises, RecursionError if it fails there too.
    """
    try:
        return function()
    except RecursionError:
        return in_fresh_stack(function)


def in_fresh_stack(function: Callable[[], T]) -> T:
    """
    The result of a function that is called at recursion depth 0: in a thread, while this one waits.

    Where no thread can start, it is called here.
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(function())
        except BaseException as error:  # whatever it is, it is the caller's
            errors.append(error)

    thread = threading.Thread(target=contextvars.copy_context().run, args=(run,), name="rexec", daemon=True)
    try:
        thread.start()
    except RuntimeError:
        return function()
    thread.join()
    if errors:
        raise errors.pop()
    return results.pop()


def copy_tree(tree: Node) -> Node:
    """A copy of a tree that check_tree accepted, where copy.deepcopy would recurse too deeply."""
    top: list[Any] = [tree]
    pending: list[Any] = [top]
    while pending:
        values = pending.pop()
        for key in range(len(values)) if isinstance(values, list) else list(values):
            value = values[key]
            if isinstance(value, list):
                values[key] = list(value)
                pending.append(values[key])
            elif isinstance(value, ast.AST):
                values[key] = new = type(value).__new__(type(value))
                kept = (*value._fields, *value._attributes)
                vars(new).update((name, getattr(value, name)) for name in kept if hasattr(value, name))
                pending.append(vars(new))
    return cast(Node, top[0])


# ------------------------------------------------------------------------------------------------------------
# What must hold of a text before it is parsed.

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
_CODE: Final = re.compile(rf"[ \t\f,.=:<>!]*+{_TOKENS})", re.VERBOSE | re.DOTALL)
_FIELD: Final = re.compile(rf"[ \t\f,.=<>!]*+{_TOKENS}|(?P<colon>:))", re.VERBOSE | re.DOTALL)
_PLAIN_SPECIFICATION: Final = re.compile(r"[^'\"\#\\()\[\]{}]*+\}")
_WHOLE_STRING: Final = re.compile(_STRING, re.DOTALL)
# The text of an f-string, by its quotes; behind a colon, that of a format specification.
_LITERAL: Final[dict[str, re.Pattern[str]]] = {}
for _q in "'\"":
    _plain = rf"[^{_q}\\{{}}\n]++|\\[^{{}}]|\\"
    _LITERAL[_q] = re.compile(rf"(?:{_plain}|\{{\{{|\}})*+(?P<end>{_q}|\{{|\n)?")
    _LITERAL[":" + _q] = re.compile(rf"(?:{_plain})*+(?P<end>{_q}|\{{|\}}|\n)?")
    _plain += rf"|{_q}(?!{_q * 2})"
    _LITERAL[_q * 3] = re.compile(rf"(?:{_plain}|\n|\{{\{{|\}})*+(?P<end>{_q * 3}|\{{)?")
    _LITERAL[":" + _q * 3] = re.compile(rf"(?:{_plain})*+(?P<end>{_q * 3}|\{{|\}}|\n)?")


_NOWHERE: Final = ast.Pass()


class _TooLargeError(Exception):
    """A cap is exceeded at this character of the text, or at this node of the tree."""

    def __init__(self, message: str, index: int = 0, node: ast.AST = _NOWHERE) -> None:
        super().__init__(message)
        self.index = index
        self.node = node


class _Scan:
    """
    One pass over the tokens, in time linear in the text. Raises _TooLargeError.

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
            inside = self.open and self.open[-1] in _LITERAL
            index = self.literal(index) if inside else self.code(index)

    def code(self, start: int) -> int:
        """Read code; where an f-string's text begins or goes on is the result."""
        run = 0
        pieces_allowed = self.caps.nodes * 3 // 2 + 200  # stdlib files have up to 1.4 pieces to a node
        tokens = _FIELD if any(mark in _LITERAL for mark in self.open) else _CODE
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
                raise _TooLargeError(f"more than {self.caps.nesting} operators in a row", match.start(kind))
            if self.pieces > pieces_allowed:
                raise _TooLargeError(f"the text has more than {self.caps.nodes} nodes", match.start(kind))
        return self.end

    def long_word(self, word: str, index: int) -> None:
        parts = word.split(".")
        if len(parts) > _NAME_PARTS:
            raise _TooLargeError(f"a name of more than {_NAME_PARTS} parts", index)
        for part in parts:
            digits = part.lstrip()[:1] in "0123456789"
            if digits and len(part) > _NUMBER_DIGITS:
                raise _TooLargeError(f"a number of more than {_NUMBER_DIGITS} digits", index)
            if not digits and len(part.strip(" \t\f\\\n").encode()) > _NAME_BYTES:
                raise _TooLargeError(f"a name of more than {_NAME_BYTES} bytes", index)

    def push(self, mark: str, index: int) -> None:
        self.open.append(mark)
        self.check_nesting(index)

    def check_nesting(self, index: int) -> None:
        if len(self.open) + len(self.indents) > self.caps.nesting:
            limit = self.caps.nesting
            raise _TooLargeError(f"more than {limit} brackets and blocks within each other", index)

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
        whole = cast("re.Match[str]", _WHOLE_STRING.match(self.text, start))
        opened, end = list(self.open), self.end
        self.push(match["quote"], start)
        self.begin, self.end = start, whole.end()
        self.read(begin)
        self.open, self.end = opened, end
        return whole.end()

    def literal(self, index: int) -> int:
        """Read the text of an f-string up to a field, or to its end."""
        mark = self.open[-1]
        match = cast("re.Match[str]", _LITERAL[mark].match(self.text, index, self.end))
        end = match["end"]
        if end is None:
            return self.end
        if end == "{":
            self.push("{}", match.start("end"))
            self.pieces += 1
            # Fields of 3.11 are searched in their string, those of 3.12 copy the rest of the text.
            self.field_work += len(self.text) - index if _FIELDS_ARE_TOKENS else 4 * (self.end - self.begin)
            if self.field_work > _FIELD_WORK:
                raise _TooLargeError("too many fields in f-strings", match.start("end"))
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
        elif len(mark) > 2 and _PLAIN_SPECIFICATION.match(self.text, match.end()) is None:
            # Between three quotes, some releases of CPython go on with text here, others with code.
            raise _TooLargeError("a format specification of several lines", match.start("end"))


# ------------------------------------------------------------------------------------------------------------
# What must hold of a tree before it is compiled.

# Handlers around one instruction. CPython counts blocks of statements only, and forgets those of inlined
# comprehensions, of `await`, and around all of a generator; with 21 it overruns an array (3.12, 3.13).
_BLOCKS: Final = 20
_COUNTS_CODE_ALIKE: Final = sys.version_info < (3, 12)  # 3.11 hashes equal functions of other lines alike
_NODES: Final = [known for known in vars(ast).values() if isinstance(known, type) and issubclass(known, ast.AST)]
# Fields that hold no nodes, or none that cost anything.
_UNSEEN: Final = frozenset({"ctx", "op", "ops", "kind", "type_comment", "id", "attr", "name", "arg"})
_FIELDS: Final[dict[type, tuple[str, ...]]] = {
    known: tuple(field for field in reversed(known._fields) if field not in _UNSEEN) for known in _NODES
}


def _known(table: dict[type, T], node: ast.AST) -> T:
    """What a table says of a node; of one whose class the host derived, what it says of the class of Python's."""
    found = table.get(type(node))
    return next(table[base] for base in type(node).__mro__ if base in table) if found is None else found


class _Names:
    """What one scope costs: the names it mentions, those that scopes within it mention, its full name."""

    def __init__(self, outer: _Names | None, name: str, shares: bool) -> None:
        self.mentioned: set[str] = set()
        self.inner: set[str] = set()
        self.length: int = len(name) + (0 if outer is None else outer.length + len(".<locals>."))
        self.nested: bool = outer is not None and outer.kept
        self.kept: bool = shares or self.nested  # these names can be variables of another scope


_STEP: Final = 0  # the depth that tells steps from nodes


class _Weight:
    """
    What a tree costs the compiler, in units of one node (about 2 µs and 1 kB). Raises _TooLargeError.

    An own stack stands for recursion: of nodes with their depth and the blocks around them, and of steps to
    be taken when all that was pushed after them is done.
    """

    def __init__(self, caps: Caps) -> None:
        self.caps = caps
        self.stack: list[tuple[Any, int, int]] = []
        self.nodes = 0
        self.cost = 0
        self.returns = 0
        self.jumps = 0  # break and continue
        self.captures = 0
        self.scopes = 0
        self.formats = 0  # f-strings around this point
        self.names = _Names(None, "", shares=False)
        self.alike: dict[tuple[str, int, int], int] = {}

    def add(self, tree: ast.AST) -> None:
        self.stack.append((tree, 1, 0))
        node = tree
        while self.stack:
            item, depth, blocks = self.stack.pop()
            if isinstance(item, ast.AST):
                node = item
                self.nodes += 1
                self.cost += 1
                if depth > self.caps.depth:
                    raise _TooLargeError(f"more than {self.caps.depth} levels", node=node)
                if blocks > _BLOCKS:
                    raise _TooLargeError("too many statically nested blocks", node=node)
                _known(_WEIGH, item)(self, item, depth, blocks)
            elif depth == _STEP:
                item()
            self.check(node)
        self.cost += len(self.names.mentioned) * self.scopes >> 7  # declared global in the module itself
        self.check(tree)

    def check(self, node: ast.AST) -> None:
        if self.cost > self.caps.nodes:
            what = "nodes" if self.nodes > self.caps.nodes else "nodes' worth of code once compiled"
            raise _TooLargeError(f"the text has more than {self.caps.nodes} {what}", node=node)

    def later(self, step: Callable[[], None]) -> None:
        self.stack.append((step, _STEP, 0))

    def push(self, value: Any, depth: int, blocks: int) -> None:
        """Have a node, or each of a list, weighed; the first one first."""
        if value.__class__ is list:
            self.stack.extend([(each, depth, blocks) for each in reversed(value)])
        elif value is not None:
            self.stack.append((value, depth, blocks))

    def children(self, node: Any, depth: int, blocks: int) -> None:
        depth += 1
        for field in _known(_FIELDS, node):
            value = getattr(node, field, None)
            if value.__class__ is list:
                self.stack.extend([(each, depth, blocks) for each in reversed(value)])
            elif value is not None:
                self.stack.append((value, depth, blocks))

    # ------------------------------------------------------------------------------------ expressions

    def name(self, node: ast.Name, _depth: int, _blocks: int) -> None:
        if self.names.kept:
            self.names.mentioned.add(node.id)

    def binding(self, node: Any, depth: int, blocks: int) -> None:
        """A node with a name of its own: a parameter, an import, a handler, a capture."""
        if self.names.kept:
            for field in ("arg", "name", "asname", "rest"):
                self.names.mentioned.add(str(getattr(node, field, None)))
        if isinstance(node, ast.MatchAs | ast.MatchStar | ast.MatchMapping):
            self.captures += 1
        self.children(node, depth, blocks)

    def declaration(self, node: ast.Global | ast.Nonlocal, _depth: int, _blocks: int) -> None:
        self.names.mentioned.update(map(str, node.names))
        self.cost += len(node.names)

    def constant(self, node: ast.Constant, depth: int, blocks: int) -> None:
        value = getattr(node, "value", None)
        if isinstance(value, str | bytes):
            self.cost += len(value) >> 6
        elif isinstance(value, int):
            self.cost += (value.bit_length() >> 10) ** 2
        elif isinstance(value, tuple | frozenset):  # only in trees that were made by hand
            self.push([ast.Constant(each) for each in value], depth + 1, blocks)

    def product(self, node: ast.BinOp, depth: int, blocks: int) -> None:
        """The compiler computes products of constants, up to 4096 characters or 256 items each."""
        if isinstance(node.op, ast.Mult):
            for each in (node.left, node.right):
                value = each.value if isinstance(each, ast.Constant) else each
                self.cost += 64 if isinstance(value, str | bytes | ast.Tuple) else 0
        self.children(node, depth, blocks)

    def keywords(self, node: Any, depth: int, blocks: int) -> None:
        """The compiler compares each keyword with all others."""
        count = len(getattr(node, "keywords", None) or getattr(node, "kwd_attrs", None) or ())
        self.cost += count * count >> 8
        self.children(node, depth, blocks)

    def comparison(self, node: ast.Compare, depth: int, blocks: int) -> None:
        self.cost += 2 * len(node.ops)
        self.children(node, depth, blocks)

    def text(self, node: ast.AST, depth: int, blocks: int) -> None:
        """In an annotation that stays text, each f-string within another doubles the backslashes in it."""
        before = self.cost
        self.formats += 1

        def done() -> None:
            self.formats -= 1
            if self.formats:
                self.cost += self.cost - before

        self.later(done)
        self.children(node, depth, blocks)

    # ------------------------------------------------------------------------------------ scopes

    def definition(self, node: Any, depth: int, blocks: int) -> None:
        """Decorators, defaults, annotations and bases belong to the code around, as blocks go."""
        is_class = isinstance(node, ast.ClassDef)
        self.enter(getattr(node, "name", "<lambda>"), shares=not is_class)
        parameters, keywords = (len(getattr(node, field, ())) for field in ("type_params", "keywords"))
        self.cost += (8 if is_class else 4) + (parameters**2 >> 5) + (keywords**2 >> 8)
        for field in _known(_FIELDS, node):
            self.push(getattr(node, field, None), depth + 1, 1 if field == "body" else blocks)

    def alias(self, node: ast.AST, depth: int, blocks: int) -> None:
        """``type X = ...`` is compiled as a function."""
        self.cost += 12
        self.children(node, depth, blocks)

    def comprehension(self, node: Any, depth: int, blocks: int) -> None:
        self.cost += 6
        self.enter("<genexpr>", shares=True, inlined=True)
        waits = any(each.is_async for each in node.generators)
        self.push(node.generators, depth + 1, blocks + (3 if waits else 1))
        for field in ("elt", "value", "key"):
            self.push(getattr(node, field, None), depth + 1, blocks + 1)

    def waiting(self, node: ast.Await | ast.YieldFrom, depth: int, blocks: int) -> None:
        self.cost += 2
        self.children(node, depth, blocks + 1)

    def enter(self, name: str, *, shares: bool, inlined: bool = False) -> None:
        outer, before = self.names, self.cost
        returns, jumps, scopes = self.returns, self.jumps, self.scopes
        if outer.kept:
            outer.mentioned.add(name)
        self.scopes += 1
        inner = self.names = _Names(outer, name, shares)
        self.cost += inner.length >> 6

        def done() -> None:
            self.leave(inner, outer, name, self.cost - before, self.scopes - scopes - 1)
            if inlined and outer.kept:
                outer.mentioned |= inner.mentioned  # for names that := binds
            self.names, self.returns, self.jumps = outer, returns, jumps

        self.later(done)

    def leave(self, inner: _Names, outer: _Names, name: str, size: int, scopes: int) -> None:
        """
        What the symbol table pays: sets of names, copied for each scope within. And the code generator: an
        insertion at the head of the function for each variable that scopes within use.
        """
        shared = len(inner.mentioned & inner.inner)
        self.cost += (len(inner.mentioned) * scopes >> 7) + (shared * size >> 10)
        if inner.nested:
            passed = inner.mentioned | inner.inner
            self.cost += len(passed) >> 2
            outer.inner |= passed
        if _COUNTS_CODE_ALIKE:
            key = (name, size, len(inner.mentioned))
            self.alike[key] = self.alike.get(key, 0) + 1
            self.cost += self.alike[key] >> 5

    # ------------------------------------------------------------------------------------ statements

    def leaving(self, node: ast.Return | ast.Break | ast.Continue, depth: int, blocks: int) -> None:
        if isinstance(node, ast.Return):
            self.returns += 1
        else:
            self.jumps += 1
        self.children(node, depth, blocks)

    def loop(self, node: Any, depth: int, blocks: int) -> None:
        jumps = self.jumps

        def done() -> None:
            self.jumps = jumps

        waits = isinstance(node, ast.AsyncFor)
        self.cost += 8 if waits else 0
        self.push(node.orelse, depth + 1, blocks)
        self.later(done)
        self.push(node.body, depth + 1, blocks)
        for field in ("iter", "target", "test"):
            self.push(getattr(node, field, None), depth + 1, blocks + (2 if waits else 0))

    def with_(self, node: ast.With | ast.AsyncWith, depth: int, blocks: int) -> None:
        """Each statement that leaves the block calls every __exit__ of it."""
        exits = self.returns + self.jumps
        items, waits = len(node.items), isinstance(node, ast.AsyncWith)
        cost = items * (28 if waits else 4)
        self.cost += cost

        def done() -> None:
            self.cost += cost * (self.returns + self.jumps - exits)

        self.later(done)
        self.push(node.body, depth + 1, blocks + items)
        self.push(node.items, depth + 1, blocks + items + waits)

    def handler(self, node: ast.ExceptHandler, depth: int, blocks: int) -> None:
        exits = self.returns + self.jumps

        def done() -> None:
            self.cost += 4 * (self.returns + self.jumps - exits)

        self.later(done)
        self.binding(node, depth, blocks)

    def try_(self, node: Any, depth: int, blocks: int) -> None:
        """
        A finally body is compiled for the ordinary end, for an exception, and for each statement that leaves;
        statements that leave from within it are repeated with it.
        """
        guarded = blocks + bool(node.finalbody)
        exits = self.returns + self.jumps

        def final() -> None:
            repeated = self.returns + self.jumps - exits + 1
            cost, returns, jumps, scopes = self.cost, self.returns, self.jumps, self.scopes

            def done() -> None:
                alike = repeated * (self.scopes - scopes)
                self.scopes += alike
                self.cost += repeated * (self.cost - cost) + (alike**2 >> 9 if _COUNTS_CODE_ALIKE else 0)
                self.returns += repeated * (self.returns - returns)
                self.jumps += repeated * (self.jumps - jumps)

            self.later(done)
            self.push(node.finalbody, depth + 1, blocks + 1)

        if node.finalbody:
            self.later(final)
        self.push(node.orelse, depth + 1, guarded)
        self.push(node.handlers, depth + 1, guarded + 2)
        self.push(node.body, depth + 1, guarded + bool(node.handlers))

    def case(self, node: ast.match_case, depth: int, blocks: int) -> None:
        """Each name that a pattern binds is moved below all values that are still to be matched."""
        captures = self.captures

        def done() -> None:
            self.cost += (self.captures - captures) ** 2 >> 2

        self.push(node.body, depth + 1, blocks)
        self.push(node.guard, depth + 1, blocks)
        self.later(done)
        self.push(node.pattern, depth + 1, blocks)


_Weigh = Callable[[_Weight, Any, int, int], None]
_BY_NAME: Final[dict[str, _Weigh]] = {
    "Name": _Weight.name,
    "Constant": _Weight.constant,
    "BinOp": _Weight.product,
    "Compare": _Weight.comparison,
    **dict.fromkeys(("Call", "MatchClass"), cast(_Weigh, _Weight.keywords)),
    **dict.fromkeys(("arg", "alias", "MatchAs", "MatchStar", "MatchMapping"), _Weight.binding),
    **dict.fromkeys(("JoinedStr", "TemplateStr"), _Weight.text),
    **dict.fromkeys(("Global", "Nonlocal"), _Weight.declaration),
    **dict.fromkeys(("FunctionDef", "AsyncFunctionDef", "Lambda", "ClassDef"), _Weight.definition),
    **dict.fromkeys(("ListComp", "SetComp", "DictComp", "GeneratorExp"), _Weight.comprehension),
    **dict.fromkeys(("Return", "Break", "Continue"), _Weight.leaving),
    **dict.fromkeys(("For", "AsyncFor", "While"), _Weight.loop),
    **dict.fromkeys(("With", "AsyncWith"), _Weight.with_),
    **dict.fromkeys(("Try", "TryStar"), _Weight.try_),
    **dict.fromkeys(("Await", "YieldFrom"), _Weight.waiting),
    "TypeAlias": _Weight.alias,
    "ExceptHandler": _Weight.handler,
    "match_case": _Weight.case,
}
_WEIGH: Final[dict[type, _Weigh]] = {known: _BY_NAME.get(known.__name__, _Weight.children) for known in _NODES}
