"""Whatever the text: a tree that CPython compiles without harm, or a refusal that says where."""

from __future__ import annotations

import ast
import subprocess
import sys
import sysconfig
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rexec.errors import RefusedError
from rexec.parse import (
    Caps,
    Parsed,
    check_tree,
    collected_warnings,
    column_in_characters,
    copy_tree,
    diagnostic_at,
    in_fresh_stack,
    parse,
    position,
    source_line,
    split_lines,
    syntax_diagnostic,
    with_fresh_stack,
)
from rexec.result import Diagnostic

SECONDS = 20.0  # of CPU time; an idle machine takes under 3


def parsed(source: str | bytes | bytearray, mode: Any = "exec", **caps: int) -> Parsed:
    return parse(source, filename="guest.py", mode=mode, caps=Caps(**caps))


def refused(source: str | bytes | bytearray, mode: Any = "exec", **caps: int) -> Diagnostic:
    """What a text is refused for. It takes seconds at most, and no other exception."""
    start = time.process_time()
    with pytest.raises(RefusedError) as caught:
        parsed(source, mode, **caps)
    assert time.process_time() - start < SECONDS
    (found,) = caught.value.diagnostics
    assert found.filename == "guest.py"
    return found


def at_depth(frames: int, function: Callable[[], Any]) -> Any:
    return function() if frames == 0 else at_depth(frames - 1, function)


def blocks(head: str, count: int, leaf: str, start: str = "") -> str:
    """*leaf* within *count* blocks."""
    inner = 1 if start else 0
    lines = [" " * (inner + n) + line for n in range(count) for line in head.split("\n")]
    return "\n".join([start, *lines, " " * (inner + count) + leaf]) + "\n"


# ----------------------------------------------------------------------------------------------- what is accepted


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("", "exec"),
        ("x = 1", "exec"),
        ("x = 1\r\ny = 2\rz = 3\n", "exec"),
        ("\x0cx = 1\n\x0c", "exec"),
        ("if a:\n\tb\nelse:\n        c\n", "exec"),
        ("a + b", "eval"),
        ("a = 1\n", "single"),
        ("x = [" + "1, " * 5000 + "]", "exec"),
        ("s = '" + "(" * 5000 + "'", "exec"),
        ("# " + "[" * 5000, "exec"),
        ('"""' + "{" * 5000 + '"""', "exec"),
        ("x = f'{a}' f\"{b!r:>{c}}\" f'''{{{d}}}'''", "exec"),
        ("x = f'{a:{{}}}'" if sys.version_info < (3, 12) else "x = f'{a!r:^{w}}'", "exec"),
        ("x = rf'\\{a}' fr'\\d{b}' f'\\N{BULLET} {c}'", "exec"),
        ("x = '''a\\''' # ' \"'''", "exec"),
        ("x = 'a\\\n(((' ", "exec"),
        ("x = 1if 2else 3", "exec"),
        ("ünïcödé = '\U0001f600'", "exec"),
        ("x = 0x" + "f" * 3000, "exec"),
        ("x = '" + "é" * 10000 + "'", "exec"),
        ("x = " + " + ".join(["a"] * 200), "exec"),
        ("if a: pass\n" + "elif a: pass\n" * 100, "exec"),
        ("x = " + "a.b()" + ".c()" * 100, "exec"),
        ("x = f(" + ", ".join(f"k{n}=1" for n in range(500)) + ")", "exec"),
    ],
)
def test_ordinary_text_becomes_the_tree_that_python_makes(text: str, mode: Any) -> None:
    found = parsed(text, mode)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert ast.dump(found.tree, include_attributes=True) == ast.dump(
            ast.parse(text, mode=mode), include_attributes=True
        )
    assert found.text == text


@pytest.mark.skipif(sys.version_info < (3, 12), reason="f-strings end at their first quote")
@pytest.mark.parametrize(
    "text",
    [
        "x = f'{a['b']}'",
        "x = f'{f'{f'{1}'}'}'",
        "x = f'{a # (((\n}'",
        "x = f'{'}'}' + '('",
        "x = f'''{\na:>10\n}'''",
        "x = f'{a:\\n}'",
    ],
)
def test_fields_of_f_strings_may_repeat_the_quotes_around_them(text: str) -> None:
    assert ast.dump(parsed(text, nesting=20).tree) == ast.dump(ast.parse(text))


def test_the_standard_library_is_accepted() -> None:
    for path in sorted(Path(sysconfig.get_path("stdlib")).glob("*.py")):
        assert isinstance(parsed(path.read_bytes()), Parsed), path


def test_a_subclass_of_str_is_read_as_the_text_it_is() -> None:
    class Liar(str):
        __slots__ = ()

        def __len__(self) -> int:
            return 0

        def __str__(self) -> str:
            return "y"

        def encode(self, *arguments: Any) -> bytes:
            return b"z"

    assert type(parsed(Liar("x")).text) is str
    assert parsed(Liar("x")).text == "x"
    assert refused(Liar("x" * 11), source_bytes=10).rule == "too-large"


# ----------------------------------------------------------------------------------------------- bytes


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("x = 'é'".encode(), "é"),
        (bytearray(b"x = 'a'"), "a"),
        (b"\xef\xbb\xbfx = '\xc3\xa9'", "é"),
        (b"\xef\xbb\xbf# coding: utf-8\nx = '\xc3\xa9'", "é"),
        (b"# -*- coding: latin-1 -*-\nx = '\xe9'", "é"),
        (b"#!/bin/x\n# vim: set fileencoding=ISO-8859-15 :\nx = '\xa4'", "€"),
        (b"\n# coding=cp1252\nx = '\x80'", "€"),
        (b"# coding: utf-8-unix\nx = '\xc3\xa9'", "é"),
        (b"x = '\xc3\xa9'\n# coding: latin-1", "é"),
        (b"# coding: koi8_r\nx = '\xc1'", "а"),  # noqa: RUF001 - Cyrillic
    ],
)
def test_bytes_are_decoded_as_they_declare(source: bytes, value: str) -> None:
    (assignment,) = parsed(source).tree.body
    assert assignment.value.value == value


@pytest.mark.parametrize(
    "codec",
    """utf-7 utf_7 idna punycode unicode_escape raw_unicode_escape rot13 rot_13 hex zlib base64 bz2 uu quopri undefined
    utf-16 utf-16-le utf-32 iso2022_jp hz mbcs oem shift_jis nosuch .. ascii.x cp037 charmap utf8x""".split(),
)
def test_codecs_that_are_no_plain_text_encoding_are_refused(codec: str) -> None:
    found = refused(f"# coding: {codec}\nx = 1".encode())
    assert (found.rule, found.line, found.column) == ("syntax", 1, 0)
    assert found.source_line == f"# coding: {codec}"


def test_an_encoding_is_not_even_looked_up_before_it_is_known() -> None:
    before = set(sys.modules)
    refused(b"# coding: punycode\n")
    assert not {name for name in set(sys.modules) - before if name.startswith("encodings.")}


def test_a_byte_order_mark_contradicts_another_encoding() -> None:
    assert "BOM" in refused(b"\xef\xbb\xbf# coding: latin-1\n").message


def test_bytes_that_do_not_decode_are_refused_with_their_place() -> None:
    found = refused("é = 1\nü = '".encode() + b"\xff'\n")
    assert (found.rule, found.line, found.column) == ("syntax", 2, 5)
    assert found.source_line == "ü = '\ufffd'"


# ----------------------------------------------------------------------------------------------- syntax errors


@pytest.mark.parametrize(
    ("text", "line", "column", "end_column"),
    [
        ("é = 'ü' b", 1, 8, 9),
        ("x = 1\r\né b\r\n", 2, 2, 3),
        ("x = 1\ré b\r", 2, 2, 3),
        ("é\x0c b c", 1, 3, 4),
        ("x = '\u2028'\né b", 2, 2, 3),
        ("é = (", 1, 4, None),
        ("é = 1 +", 1, 7, None),
        ("if é:\nx", 2, 0, 1),
        ("x='é", 1, 2, 2),
        ("x\n\n  é", 3, 1, None),
        ("a = [é,\nb c,\n]", 2, 0, 3),
        ("x = f'é{a b}'", 1, 8, 11),
        ("x = f'''\n\né{a b}\n'''", 3, 2, 5),
        ("x = f'{a b}{a b}'", 1, None if sys.version_info < (3, 12) else 7, None),
        ("é = " + "9" * 5000, 1, None, None),
    ],
)
def test_syntax_errors_have_their_place_in_characters(
    text: str, line: int, column: int | None, end_column: int | None
) -> None:
    found = refused(text)
    assert (found.rule, found.line, found.column) == ("syntax", line, column)
    if end_column is not None:
        assert found.end_column == end_column
    shown = split_lines(text)[line - 1]
    assert found.source_line == (shown if len(shown) <= 2000 else None)


def test_pythons_own_error_is_the_cause() -> None:
    with pytest.raises(RefusedError) as caught:
        parsed("if x:\ny")
    assert isinstance(caught.value.__cause__, IndentationError)
    assert caught.value.lineno == 2


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("\0", 1, 0), ("é = 1\né = '\0'", 2, 5), ("é\n\ud800", 2, 0), ("x\ud800\0", 1, 1), ("x\0\ud800", 1, 1)],
)
def test_characters_no_tokenizer_takes_are_refused_with_their_place(text: str, line: int, column: int) -> None:
    found = refused(text)
    assert (found.rule, found.line, found.column) == ("syntax", line, column)


def test_null_bytes_have_pythons_words() -> None:
    with pytest.raises(RefusedError) as caught:
        parsed("a = 5\0")
    cause = caught.value.__cause__
    assert isinstance(cause, SyntaxError)
    assert (cause.msg, cause.lineno) == ("source code string cannot contain null bytes", None)


def test_no_line_of_a_host_file_is_quoted(tmp_path: Path) -> None:
    secret = tmp_path / "secret.py"
    secret.write_text("password = 'hunter2'\n", encoding="utf-8")
    with pytest.raises(RefusedError) as caught:
        parse("a b", filename=str(secret), mode="exec")
    assert caught.value.diagnostics[0].source_line == "a b"
    assert "hunter2" not in repr(vars(caught.value)) + str(caught.value.__cause__) + str(caught.value.__cause__.text)


def test_errors_of_the_compiler_count_bytes() -> None:
    text = "é; return"
    with pytest.raises(SyntaxError) as caught:
        compile(text, "", "exec", dont_inherit=True)
    found = syntax_diagnostic(caught.value, filename="guest.py", lines=split_lines(text), in_bytes=True)
    assert (found.line, found.column, found.end_column, found.source_line) == (1, 3, 9, text)


# ----------------------------------------------------------------------------------------------- too large

MEGABYTE = 1_000_000
HOSTILE = {
    "a hundred megabytes": "a" * (100 * MEGABYTE),
    "two megabytes of accents": "é" * (2 * MEGABYTE - 10),
    "signs": "-" * 20000 + "1",
    "mixed signs": "-+~ not " * 5000 + "1",
    "not": "not " * 20000 + "x",
    "lambdas": "lambda:" * 20000 + "0",
    "lambdas in defaults": "lambda a=" * 20000 + "0" + ":0" * 20000,
    "ternaries": "a if b else " * 20000 + "c",
    "powers": "**".join("a" * 20000),
    "sums": "+".join("a" * 5000),
    "a million sums": "+".join("a" * (MEGABYTE // 2)),
    "calls": "a" + "()" * 5000,
    "subscripts": "a" + "[0]" * 5000,
    "methods": "a" + ".b()" * 5000,
    "elif": "if a: 0\n" + "elif a: 0\n" * 20000,
    "parentheses": "(" * 20000 + ")" * 20000,
    "unclosed parentheses": "(" * 20000,
    "lists": "[" * 20000 + "]" * 20000,
    "dicts": "{1:" * 20000,
    "brackets over lines": "(\n" * 20000,
    "blocks": "".join(" " * n + "if a:\n" for n in range(150)) + " " * 150 + "b",
    "tabs": "".join("\t" * n + "if a:\n" for n in range(150)),
    "dotted import": "import " + ".".join("a" * 20000),
    "dotted import over lines": "import " + ".\\\n".join("a" * 20000),
    "long name": "a" * 1000 + " = 1",
    "combining characters": "x" + "\u0301\u0323" * 30000,
    "decimal digits": "9" * MEGABYTE,
    "hexadecimal digits": "0x" + "f" * MEGABYTE + " // 0x" + "f" * (MEGABYTE // 2),
    "statements": "a;" * (MEGABYTE - 1),
    "lines": "a\n" * (MEGABYTE - 1),
    "statements and an error": "a;" * (MEGABYTE - 2) + "b c",
    "tuples": "();" * 600_000,
    "fields": "f'" + "{a}" * 600_000 + "'",
    "f-strings": "f'{a}'" * 300_000,
    "unclosed fields": "f'''" + "{a}\n" * 400_000,
    "keywords": "f(" + ",".join(f"a{n}=1" for n in range(100_000)) + ")",
    "class keywords": "class A(" + ",".join(f"a{n}=1" for n in range(100_000)) + "): 0",
    "keyword patterns": "match x:\n case A(" + ",".join(f"a{n}=1" for n in range(100_000)) + "): 0",
    "captures": "match x:\n case [" + ",".join(f"a{n}" for n in range(5000)) + "]: 0",
    "mapping captures": "match x:\n case {" + ",".join(f"{n}: a{n}" for n in range(5000)) + "}: 0",
    "scopes and names": "def f():\n " + "=".join(f"a{n}" for n in range(20000)) + "=0\n " + "lambda: 0;" * 20000,
    "names of the walrus": "def f():\n " + ";".join(f"[(a{n}:=1) for x in y]" for n in range(20000)),
    "globals": "global " + ",".join(f"a{n}" for n in range(20000)) + "\n" + "lambda: 0;" * 20000,
    "cells": "def f():\n "
    + "=".join(f"a{n}" for n in range(50000))
    + "=0\n def g():\n  nonlocal "
    + ",".join(f"a{n}" for n in range(50000)),
    "qualified names": "".join(" " * n + "class " + "A" * 250 + ":\n" for n in range(80))
    + " " * 80
    + "lambda: 0;" * 20000,
    "products of text": "x = [" + ",".join(f"'{n}' * 1000" for n in range(100_000)) + "]",
    "finally": blocks("try: 0\nfinally:", 19, "a"),
    "finally and return": "def f():\n try:\n  " + "return;" * 20000 + "\n finally:\n  " + "a;" * 20000,
    "finally and continue": "for a in b:\n try:\n  " + "continue;" * 20000 + "\n finally:\n  " + "a;" * 20000,
    "return within with": blocks("with a:", 18, "return;" * 100_000, "def f():"),
    "comprehensions": "[" * 21 + "a" + " for a in b]" * 21,
    "comprehensions within blocks": blocks("with a:", 10, "[" * 11 + "a" + " for a in b]" * 11),
    "a comprehension of many loops": "[a" + " for a in b" * 50_000 + "]",  # crashes 3.11, whose compiler recurses
    "asynchronous loops of a comprehension": "async def f(): [a" + " async for a in b" * 19 + "]",
    "blocks of a coroutine": blocks("with a:", 20, "b", "async def f():"),
    "async contexts": blocks("async with a:", 19, "b", "async def f():"),
    "await within blocks": blocks("with a:", 19, "await b", "async def f():"),
}
if sys.version_info >= (3, 12):
    HOSTILE |= {
        "nested f-strings": "f'{" * 120 + "a" + "}'" * 120,
        "f-strings that double": "from __future__ import annotations\nx: " + "f'''\\\\ {" * 40 + "a" + "}'''" * 40,
        "type parameters": "def f[" + ",".join(f"T{n}: int" for n in range(20000)) + "](): 0",
    }
else:
    HOSTILE |= {
        "functions alike": "def f(): 0\n" * 40000,
        "lambdas alike": "x = lambda: a\n" * 40000,
        "functions alike in finally": blocks("try: 0\nfinally:", 15, "def f(): 0"),
    }


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_text_is_refused_within_seconds(what: str) -> None:
    found = refused(HOSTILE[what])
    assert found.rule == "too-large", found
    assert found.line is not None
    assert found.column is not None


@pytest.mark.parametrize(
    "text", ["\t", ",", ".", ":", "=", "\n ", "\\\n", "x\\\n", "'", "f'", "(\n", "1.", "\f", "\r", "0 "]
)
@pytest.mark.parametrize("end", ["", "$", "\n#", "\\"])
def test_what_is_repeated_takes_time_in_proportion(text: str, end: str) -> None:
    start = time.process_time()
    outcome("\n" + text * 200_000 + end, "exec")
    assert time.process_time() - start < SECONDS  # half a minute and more, where blanks were read again and again


@pytest.mark.parametrize("what", ["sums", "parentheses", "finally", "long name", "elif"])
def test_hostile_bytes_are_refused_as_text_is(what: str) -> None:
    assert refused(HOSTILE[what].encode()).message == refused(HOSTILE[what]).message


@pytest.mark.parametrize(
    ("text", "caps", "line", "column"),
    [
        ("x = 1\né = ((1))", {"nesting": 1}, 2, 5),
        ("é = f'({a})'", {"nesting": 0}, 1, 5),
        ("if a:\n  if b:\n    c", {"nesting": 1}, 3, 3),
        ("if a:\n  (b)", {"nesting": 1}, 2, 2),
        ("é = - - - 1", {"nesting": 2}, 1, 8),
        ("a = 1\né = ä + ö + ü", {"depth": 4}, 2, 4),
        ("é\n" + "a" * 256, {}, 2, 0),
    ],
)
def test_what_exceeds_a_cap_is_refused_where_it_does(text: str, caps: dict[str, int], line: int, column: int) -> None:
    found = refused(text, **caps)
    assert (found.rule, found.line, found.column) == ("too-large", line, column)
    assert found.source_line == text.split("\n")[line - 1]


def test_the_cap_on_size_counts_bytes() -> None:
    assert isinstance(parsed("é = 1", source_bytes=6), Parsed)
    assert refused("é = 1", source_bytes=5).rule == "too-large"
    assert refused("é = 1".encode(), source_bytes=5).rule == "too-large"


def test_the_cap_on_nodes_counts_repeated_code() -> None:
    text = "try: 0\nfinally:\n try: 0\n finally:\n  a"
    assert isinstance(parsed(text, nodes=40), Parsed)
    assert "once compiled" in refused(text, nodes=12).message
    assert refused("a; b; c; d", nodes=8).message == "the text has more than 8 nodes"


ACCEPTED = {
    "finally": blocks("try: 0\nfinally:", 12, "a"),
    "comprehensions": "[" * 20 + "a" + " for a in b]" * 20,
    "comprehensions within blocks": blocks("with a:", 10, "[" * 9 + "a" + " for a in b]" * 9, "def f():"),
    "blocks of a coroutine": blocks("with a:", 19, "b", "async def f():"),
    "await within blocks": blocks("with a:", 17, "await b", "async def f():"),
    "async contexts": blocks("async with a:", 17, "b", "async def f():"),
    "loops": blocks("for a in b:", 20, "[c for c in d]", "def f():"),
    "a comprehension of many loops": "[a" + " for a in b" * 790 + "]",
    "asynchronous loops of a comprehension": "async def f(): [a" + " async for a in b" * 17 + "]",
    "sums": "+".join("a" * 790),
    "calls": "a" + "()" * 790,
    "keywords": "f(" + ",".join(f"a{n}=1" for n in range(8000)) + ")",
    "captures": "match x:\n case [" + ",".join(f"a{n}" for n in range(1000)) + "]: 0",
    "cells": "def f():\n "
    + "=".join(f"a{n}" for n in range(2000))
    + "=0\n def g():\n  nonlocal "
    + ",".join(f"a{n}" for n in range(2000)),
}
COMPILES = "import ast, sys; compile(ast.parse(sys.stdin.read()), '', 'exec', dont_inherit=True)"


@pytest.mark.parametrize("what", ACCEPTED)
def test_the_largest_that_is_accepted_compiles_within_seconds(what: str) -> None:
    assert isinstance(parsed(ACCEPTED[what]), Parsed)
    done = subprocess.run(  # a crash of the compiler would be one of the test run
        [sys.executable, "-W", "ignore", "-c", COMPILES], input=ACCEPTED[what], text=True, timeout=60, check=False
    )
    assert done.returncode == 0


@pytest.mark.parametrize("what", ["sums", "calls", "comprehensions"])
def test_a_caller_deep_in_recursion_changes_nothing(what: str) -> None:
    def compiled() -> Any:
        tree = parsed(ACCEPTED[what]).tree
        return with_fresh_stack(lambda: compile(tree, "", "exec", dont_inherit=True))

    assert at_depth(500, compiled) is not None
    results: list[Any] = []
    thread = threading.Thread(target=lambda: results.append(at_depth(300, compiled)))
    thread.start()
    thread.join()
    assert results


# ----------------------------------------------------------------------------------------------- trees of callers


def checked(tree: ast.AST, **caps: int) -> None:
    check_tree(tree, filename="guest.py", text=None, caps=Caps(**caps))


def test_a_tree_that_contains_itself_is_refused() -> None:
    tree = ast.parse("[a]")
    tree.body[0].value.elts.append(tree.body[0])  # type: ignore[attr-defined]  # a list
    with pytest.raises(RefusedError):
        checked(tree)


def test_constants_within_constants_are_levels() -> None:
    value: Any = ()
    for _ in range(2000):
        value = (value,)
    with pytest.raises(RefusedError, match="levels"):
        checked(ast.Expression(ast.Constant(value)))


def test_node_classes_of_the_host_weigh_as_pythons_own() -> None:
    class Try(ast.Try):
        pass

    tree = ast.parse(HOSTILE["finally"])
    for node in ast.walk(tree):
        if type(node) is ast.Try:
            node.__class__ = Try
    with pytest.raises(RefusedError, match="once compiled"):
        checked(tree)


def test_what_is_no_node_is_neither_counted_nor_called() -> None:
    called: list[Any] = []
    checked(ast.Module(body=[lambda: called.append(1), "text", None], type_ignores=[]))  # type: ignore[list-item]  # on purpose
    assert not called


def test_a_tree_with_holes_is_refused() -> None:
    tree = ast.parse("global a")
    del tree.body[0].names  # type: ignore[attr-defined]  # of Global
    with pytest.raises(RefusedError) as caught:
        checked(tree)
    assert caught.value.diagnostics[0].rule == "syntax"


@pytest.mark.parametrize(
    "text", ["x = [a.b(c, *d) for e in f]", "def f(a, /, b=1, *, c: int = 2): return -a", "+".join("a" * 700)]
)
def test_a_copy_is_equal_and_shares_nothing(text: str) -> None:
    tree = ast.parse(text)
    copied = copy_tree(tree)

    def dump(each: ast.AST) -> str:
        return ast.dump(each, include_attributes=True)

    assert in_fresh_stack(lambda: dump(copied)) == in_fresh_stack(lambda: dump(tree))
    assert not {id(node) for node in ast.walk(tree)} & {id(node) for node in ast.walk(copied)}


# ----------------------------------------------------------------------------------------------- lines and columns


def test_lines_are_those_of_the_tokenizer() -> None:
    text = "a\x0cb\x1cc\u2028d\x85e\nf\r\ng\rh"
    assert split_lines(text) == ["a\x0cb\x1cc\u2028d\x85e", "f", "g", "h"]
    assert [source_line(text, n) for n in (0, 1, 3, 4, 5, None)] == [None, split_lines(text)[0], "g", "h", None, None]
    assert position(text, text.index("g")) == (3, 0)
    assert position("é\nüx", 3) == (2, 1)


@pytest.mark.parametrize(
    ("line", "offset", "column"), [("abc", 2, 2), ("é = ü", 5, 4), ("\U0001f600x", 4, 1), ("é", 1, 0)]
)
def test_columns_of_trees_are_bytes(line: str, offset: int, column: int) -> None:
    assert column_in_characters(line, offset) == column


def test_findings_about_nodes_have_columns_in_characters() -> None:
    text = "é = ä.ö"
    node = ast.parse(text).body[0].value  # type: ignore[attr-defined]  # of Assign
    found = diagnostic_at(node, "no", rule="attribute", filename="guest.py", lines=split_lines(text), grant="x")
    assert found == Diagnostic("no", "attribute", "guest.py", 1, 4, 1, 7, text, "x")


# ----------------------------------------------------------------------------------------------- warnings


@pytest.mark.parametrize("action", ["error", "ignore", "always", "default"])
def test_warnings_of_python_are_findings_whatever_the_host_filters(action: Any) -> None:
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter(action)
        found = parsed("x = 1\né = '\\d'").warnings
    assert not log
    assert [(each.rule, each.filename, each.line, each.source_line) for each in found] == [
        ("warning", "guest.py", 2, "é = '\\d'")
    ]
    assert "invalid escape sequence" in found[0].message


def test_warnings_of_the_compiler_are_collected_too() -> None:
    found: list[Diagnostic] = []
    with collected_warnings("dir/guest.py", found):
        compile("assert (a, b)", "dir/guest.py", "exec", dont_inherit=True)
    assert [each.line for each in found] == [1]


def test_no_more_than_a_hundred_warnings_are_kept() -> None:
    assert len(parsed("'\\d';" * 1000).warnings) == 100


def test_warnings_about_other_files_go_to_the_host() -> None:
    found: list[Diagnostic] = []
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        with collected_warnings("guest.py", found):
            warnings.warn_explicit("theirs", UserWarning, "host.py", 7)
    assert not found
    assert [(str(each.message), each.filename, each.lineno) for each in log] == [("theirs", "host.py", 7)]


def test_the_warning_machinery_is_left_as_it_was() -> None:
    before = warnings.showwarning, list(warnings.filters)
    parsed("'\\d'")
    refused("'\\d' b")
    assert (warnings.showwarning, list(warnings.filters)) == before


def test_collectors_nest_across_stacks() -> None:
    outer: list[Diagnostic] = []
    inner: list[Diagnostic] = []
    with collected_warnings("a.py", outer):
        with collected_warnings("b.py", inner):
            in_fresh_stack(lambda: parsed("'\\d'"))
            compile("assert (a, b)", "b.py", "exec", dont_inherit=True)
        compile("assert (a, b)", "a.py", "exec", dont_inherit=True)
    assert (len(outer), len(inner)) == (1, 1)


def test_threads_do_not_see_each_others_warnings() -> None:
    counts: list[int] = []

    def work(number: int) -> None:
        for _ in range(20):
            counts.append(len(parsed("'\\d';" * number).warnings) - number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [0] * 80


# ----------------------------------------------------------------------------------------------- stacks


def test_a_function_that_runs_out_of_stack_is_called_on_a_fresh_one() -> None:
    calls: list[int] = []

    def function() -> str:
        calls.append(1)
        return at_depth(700, lambda: "done")

    assert at_depth(500, lambda: with_fresh_stack(function)) == "done"
    assert len(calls) == 2
    with pytest.raises(RecursionError):
        with_fresh_stack(lambda: at_depth(5000, lambda: None))


def test_what_a_function_raises_on_a_fresh_stack_is_the_callers() -> None:
    with pytest.raises(ZeroDivisionError):
        in_fresh_stack(lambda: 1 // 0)
    with pytest.raises(SystemExit):
        in_fresh_stack(sys.exit)


def test_without_threads_the_stack_at_hand_must_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", start)
    assert in_fresh_stack(lambda: "done") == "done"
    assert refused("+".join("a" * 5000)).rule == "too-large"


# ----------------------------------------------------------------------------------------------- anything at all

PIECES = [
    *"()[]{}:;,.=+-*/%@&|^<>!~#\\\n\t\f 019",
    *["'", '"', "'''", '"""', "f'", 'f"', "rf'''", 'f"""', "b'", "{{", "}}", "\\N{BULLET}", "\r\n", "\r", "\0"],
    *["é", "\ufeff", "\u2028", "\ud800", "x", "_", "lambda", "not ", "if ", "else ", "for ", "in ", "async ", "await "],
    *[
        "def f():",
        "class A:",
        "try:",
        "finally:",
        "except* a:",
        "match x:",
        "case ",
        "with ",
        "import ",
        "return ",
        "yield ",
    ],
]


def outcome(source: str | bytes, mode: Any) -> Parsed | RefusedError:
    try:
        return parsed(source, mode)
    except RefusedError as error:
        assert all(each.line is None or each.line > 0 for each in error.diagnostics)
        assert all(each.column is None or each.column >= 0 for each in error.diagnostics)
        return error


MODES = st.sampled_from(["exec", "eval", "single"])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), MODES)
@example("f'{x:\n}'", "exec")
@example("f'''{x:\n'}'''", "exec")
@example("f'{'", "exec")
@example("f'{a:{b:{c}}}'", "eval")
@example("1f'{'", "exec")
@example("\\", "single")
def test_any_text_is_parsed_as_python_does_or_refused(text: str, mode: Any) -> None:
    found = outcome(text, mode)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text, mode=mode)
    except (SyntaxError, ValueError):
        assert isinstance(found, RefusedError)
    else:
        assert isinstance(found, Parsed) or "specification" in str(found)
        assert isinstance(found, RefusedError) or ast.dump(found.tree) == ast.dump(tree)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), MODES)
def test_text_of_any_characters_is_parsed_or_refused(text: str, mode: Any) -> None:
    outcome(text, mode)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60), st.sampled_from([b"", b"# coding: ", b"\xef\xbb\xbf", b"# coding: latin-1\n"]), MODES)
def test_bytes_of_any_kind_are_parsed_or_refused(source: bytes, start: bytes, mode: Any) -> None:
    outcome(start + source, mode)
