"""Whatever once escaped is stopped in an RExec too, and what is an RExec's own gives no new way out."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from classic_runs import inside, raised
from guest_scripts import Chunk, all_chunks
from rexec.classic.bastion import Bastion
from rexec.classic.rexec import RExec
from rexec.errors import DeniedError, RefusedError
from rexec.policy import Policy

# The other form of statement 44: sys.exc_info() of an RExec has no traceback, not even a stand-in.
DIFFERENT = {"frames_through_reports.py:1"}
ALL = all_chunks(Path(__file__).parent / "escapes")
CHUNKS = [each for each in ALL if each.runs_on(sys.version_info[:2]) and each.title not in DIFFERENT]


def line_of(error: BaseException, filename: str) -> int | None:
    """The innermost line of the guest's in a traceback."""
    found, step = None, error.__traceback__
    while step is not None:
        found = step.tb_lineno if step.tb_frame.f_code.co_filename == filename else found
        step = step.tb_next
    return found


@pytest.mark.parametrize("chunk", CHUNKS, ids=lambda chunk: chunk.title)
def test_escape_is_closed(chunk: Chunk, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(chunk.text, encoding="utf-8")
    r = Policy.load("default").to_rexec()
    try:
        r.s_execfile(script)
    except RefusedError as refused:
        assert {each.line for each in chunk.announced} == {each.line for each in refused.diagnostics}
        assert {each.kind for each in chunk.announced} == {"refused"}
    except Exception as error:
        assert {each.line for each in chunk.announced} == {line_of(error, str(script))}, repr(error)
        assert isinstance(error, (DeniedError, NameError)) or chunk.announced[0].kind.startswith("raised"), repr(error)
    else:
        assert not chunk.announced, "nothing stopped it"


WRITES = """
x.left = 1
del x.argv
setattr(x, 'left', 1)
delattr(x, 'argv')
x.__setattr__('left', 1)
object.__setattr__(x, 'left', 1)
type(x).__setattr__(x, 'left', 1)
super(type(x), x).__setattr__('left', 1)
x.__dict__['left'] = 1
vars(x)['left'] = 1
x.__getattribute__('__dict__')['left'] = 1
object.__getattribute__(x, '__dict__')['left'] = 1
x.__init__(1)
x.__class__ = object
import functools; functools.update_wrapper(x, len)
import functools; functools.cached_property(len).__set_name__(type(x), 'left')
import functools; c = functools.cached_property(lambda s: 1); c.__set_name__(None, 'left'); c.__get__(x)
import functools; c = functools.cached_property(lambda s: 1); c.__set_name__(None, '@write'); c.__get__(x)
import copy; copy.copy(x).left = 1
import copy; copy.deepcopy(x).left = 1
import types; types.SimpleNamespace.__init__(x, left=1)
import dataclasses; dataclasses.replace(x, left=1)
type(x)('left')
class Y(type(x)): pass
x.__absent__
x.__shown__()
x.__table__
x.__title__
x.__getattr__('@write')
getattr(x, '@write')
getattr(x, '__build_class__')
""".strip().split("\n")


@pytest.mark.parametrize("name", ["sys", "builtins", "math", "os"])
def test_guest_sets_nothing_on_a_module_that_its_host_may_add_to(name: str) -> None:
    r = Policy.load("default").to_rexec()
    r.r_exec(f"import {name} as x")
    module = r.modules[name]
    before = {each: getattr(module, each) for each in dir(module) if each not in ("stdin", "stdout", "stderr")}
    table = dict(r.environment.builtins)
    for text in WRITES:
        with contextlib.suppress(AttributeError, TypeError, SyntaxError, KeyError):
            r.r_exec(text)
        after = {each: getattr(module, each) for each in dir(module) if each not in ("stdin", "stdout", "stderr")}
        assert after == before, text
    assert r.environment.builtins == table


def test_lying_arguments_do_not_reach_an_override() -> None:
    seen: list[Any] = []

    class Own(RExec):
        def r_open(self, file: Any, mode: Any = "r", buf: Any = -1, trusted: bool = False, **text: Any) -> Any:
            seen.append((file, mode, buf, trusted, text))
            return None

    lie = "class S(str):\n    def startswith(self, x): return True\n"
    for call in ("open(S('/etc'))", "open('f', S('w'))", "open('f', 'r', True)", "open('f', encoding=S('x'))"):
        assert isinstance(raised(lie + call, Own()), TypeError)
    assert isinstance(raised("open('f', trusted=True)", Own()), TypeError)
    assert seen == []
    inside("open('f', 'rb', 1, 'ascii', newline='')", Own())
    assert seen == [("f", "rb", 1, False, {"encoding": "ascii", "newline": ""})]


def test_module_of_the_host_that_was_registered_is_not_handed_in() -> None:
    r = RExec()
    r.modules["own"] = os
    r.add_module("pkg")
    r.environment.importer.places[id(r.environment.importer.modules["pkg"].__source__)] = []
    r.modules["pkg"].__source__["__path__"] = []
    r.modules["pkg.sub"] = os
    for text in ("import own", "import own.path", "from own import path", "import pkg.sub as s", "from pkg import sub"):
        assert isinstance(raised(text, r), ImportError), text


@pytest.mark.parametrize("text", ["f.__globals__", "f.__closure__", "f.__code__", "f.__defaults__", "f.__kwdefaults__"])
@pytest.mark.parametrize("name", ["open", "reload", "input", "print", "exc_info", "method", "read"])
def test_functions_of_ours_lead_nowhere(tmp_path: Path, name: str, text: str) -> None:
    class Host:
        def method(self) -> int:
            return 1

    (tmp_path / "f").write_text("")
    r = RExec()
    r.add_module("__main__").b = Bastion(Host())
    r.r_exec(f"import sys\nexc_info, method, read = sys.exc_info, b.method, open({str(tmp_path / 'f')!r}).read")
    attribute = text.partition(".")[2]
    for attempt in (f"f = {name}\n{text}", f"getattr({name}, {attribute!r})", f"{name}.left = 1"):
        assert isinstance(raised(attempt, r), (SyntaxError, AttributeError)), attempt


def test_what_is_left_of_a_call_writes_to_the_host_only() -> None:
    r = RExec()
    with contextlib.redirect_stdout(open(os.devnull, "w")) as stream, stream:
        r.s_exec("import sys\nkept = sys.stdout\nprint(kept)")
        r.r_exec("kept.write('x')")
    for name in ("buffer", "__sink__", "__meter__", "write.__self__"):
        assert isinstance(raised(f"kept.{name}", r), (AttributeError, SyntaxError))


def test_host_is_not_asked_to_hand_in_what_expose_returns() -> None:
    from rexec import expose

    r = RExec()
    for name in ("__main__", "sys", "builtins"):
        with pytest.raises(TypeError, match="is for inputs= only"):
            r.modules[name].x = expose(object(), read=("a",))
