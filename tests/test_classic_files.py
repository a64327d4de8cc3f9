"""Statements 56 to 60 and 64 of the specification: ``r_open``, the streams, the documented example."""

from __future__ import annotations

import importlib.util
import inspect
import io
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from classic_runs import inside, raised, sub
from rexec.classic.files import FileDelegate, FileWrapper
from rexec.classic.rexec import RExec

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "scratch_directory.py"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "f.txt"
    found.write_text("one\ntwo\n")
    return found


def with_host(test: Callable[..., None]) -> Callable[..., None]:
    """
    Give a test streams of the host's own, with two lines to read. No fixture: pytest would put its own in their place.
    """

    def testing(**fixtures: Any) -> None:
        before = {name: getattr(sys, name) for name in ("stdin", "stdout", "stderr")}
        streams = {"stdin": io.StringIO("line\nmore\n"), "stdout": io.StringIO(), "stderr": io.StringIO()}
        try:
            for name, stream in streams.items():
                setattr(sys, name, stream)
            test(streams, **fixtures)
            assert {name: getattr(sys, name) for name in streams} == streams  # each call puts them back
        finally:
            for name, stream in before.items():
                setattr(sys, name, stream)

    testing.__name__ = test.__name__
    testing.__signature__ = inspect.Signature(list(inspect.signature(test).parameters.values())[1:])  # type: ignore[attr-defined]  # pytest reads it
    return testing


# --------------------------------------------------------------------------------------------------------------
# r_open


def test_56_files_are_read(file: Path) -> None:
    r = RExec()
    assert r.r_open(str(file)).read() == "one\ntwo\n"
    assert r.r_open(str(file), "rb").read() == b"one\ntwo\n"
    for wrong in ((1,), (str(file), b"r"), (str(file), "r", True)):
        with pytest.raises(TypeError):
            r.r_open(*wrong)
    assert r.r_open(str(file), "r", -1, encoding="ascii", newline="").read() == "one\ntwo\n"


@pytest.mark.parametrize("mode", ["w", "a", "x", "r+", "rb+", "w+", "U", "", "rt"])
def test_56_other_modes_are_denied(tmp_path: Path, mode: str) -> None:
    with pytest.raises(OSError, match="can't open files for writing in restricted mode"):
        RExec().r_open(str(tmp_path / "f"), mode)
    assert isinstance(raised(f"open({str(tmp_path / 'f')!r}, {mode!r})"), OSError)
    assert not list(tmp_path.iterdir())


def test_56_lying_str_is_a_type_error(tmp_path: Path) -> None:
    lie = "class S(str):\n    def __eq__(self, other): return True\n    def __hash__(self): return hash('r')\n"
    for call in (f"open({str(tmp_path / 'f')!r}, S('w'))", "open(S('/etc/passwd'))", "open(0)", "open('f', 'r', True)"):
        assert isinstance(raised(lie + call), TypeError)
    assert not list(tmp_path.iterdir())


def test_56_opener_and_closefd_are_not_taken() -> None:
    for keyword in ("opener", "closefd"):
        assert isinstance(raised(f"open('f', {keyword}=None)"), TypeError)


def test_57_file_shows_methods_only(file: Path) -> None:
    r = RExec()
    inside(f"f = open({str(file)!r})", r)
    for name in ("buffer", "raw", "detach"):
        assert isinstance(raised(f"f.{name}", r), AttributeError)
    other = file.with_name("q")
    assert isinstance(raised(f"type(f)({str(other)!r}, 'w')", r), TypeError)
    assert not other.exists()
    assert inside(f"with open({str(file)!r}) as f: x = [line for line in f]", r) == ["one\n", "two\n"]


def test_ok_read_narrows_reading(file: Path) -> None:
    class Narrow(RExec):
        def ok_read(self, path: str) -> bool:
            return path.endswith(".csv")

    assert isinstance(raised(f"open({str(file)!r})", Narrow()), PermissionError)
    assert isinstance(raised(f"open({str(file)!r})", sub(ok_read_path=())()), PermissionError)


def test_file_of_the_host_is_wrapped(file: Path) -> None:
    class Raw(RExec):
        def r_open(self, file: Any, mode: Any = "r", buf: Any = -1, **text: Any) -> Any:
            return "what the host says" if mode == "x" else open(file, mode, buf, encoding="utf-8")

    r = Raw()
    r.add_module("__main__").p = str(file)
    assert inside("f = open(p)\nx = f.readline(), next(f), f.read(), f.closed", r) == ("one\n", "two\n", "", False)
    assert inside("f.close()\nx = f.closed", r) is True
    for name in ("buffer", "detach", "__self__", "read.__self__", "name"):
        assert isinstance(raised(f"f.{name}", r), AttributeError)
    assert inside("with open(p, 'w') as f: x = f.write('new'), f.writelines(['a', 'b'])", r) == (3, None)
    assert file.read_text() == "newab"
    assert inside("x = open(p, 'x')", r) == "what the host says"
    assert inside("with open(p) as f: x = list(f), repr(f)", r) == (["newab"], "<file of the host>")
    inside("f = open(p, 'w')\nclass S(str): pass", r)
    for text in ("f.write(S('x'))", "f.write([])", "f.write = 1"):
        assert isinstance(raised(text, r), (TypeError, AttributeError))
    inside("f.close()", r)


def test_wrapper_of_a_stream_only_flushes_when_it_is_closed() -> None:
    stream = io.StringIO()
    with FileWrapper(stream) as wrapper:
        assert wrapper.write("x") == 1  # type: ignore[attr-defined]  # a slot
    assert not stream.closed and not wrapper.closed
    FileWrapper(object()).close()
    assert not hasattr(FileWrapper(object()), "read")


# --------------------------------------------------------------------------------------------------------------
# Streams


@with_host
def test_58_print_reaches_the_hosts_stdout_of_that_moment(
    host: dict[str, io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    r = RExec()
    r.r_exec("print('r')")
    r.s_exec("print('s')")
    assert host["stdout"].getvalue() == "r\ns\n"
    second = io.StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", second)
        r.r_exec("print('r')")
        r.s_exec("print('s')")
        patch.setattr(sys, "stdout", None)
        r.r_exec("print('nowhere')")
    assert second.getvalue() == "r\ns\n"


@with_host
def test_59_streams_are_there_in_s_calls_only(host: dict[str, io.StringIO]) -> None:
    r = RExec()
    for text in ("sys.stdout", "sys.stdin", "sys.stdout = None"):
        assert isinstance(raised(f"import sys\n{text}", r), AttributeError)
    assert isinstance(raised("from sys import stdout", r), ImportError)
    r.s_exec("import sys\nsys.stdout.write('x'); sys.stdout.close(); sys.stdout.flush()\nsys.stderr.write('e')")
    assert host["stdout"].getvalue() == "x"
    assert host["stderr"].getvalue() == "e"
    assert not host["stdout"].closed
    r.s_exec("class W:\n    text = ''\n    def write(self, s): W.text += s\nsys.stdout = W()\nprint('kept')")
    assert r.r_eval("W.text") == "kept\n"
    r.s_exec("print('again')")
    assert host["stdout"].getvalue() == "xagain\n"


@with_host
def test_59_input_reads_in_s_calls_only(host: dict[str, io.StringIO]) -> None:
    r = RExec()
    assert r.s_eval("input('? ')") == "line"
    assert r.s_eval("input()") == "more"
    assert host["stdout"].getvalue() == "? "
    with pytest.raises(EOFError):
        r.s_eval("input()")
    with pytest.raises(RuntimeError, match=r"there is no sys[.]stdin here"):
        r.r_eval("input('unseen')")
    assert host["stdout"].getvalue() == "? "
    with pytest.raises(NameError):
        sub(nok_builtin_names=("input",))().s_eval("input()")


def test_59_host_without_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(RuntimeError, match=r"there is no sys[.]stdin here"):
        RExec().s_eval("input()")


@with_host
def test_60_streams_of_the_host_come_back(host: dict[str, io.StringIO]) -> None:
    r = RExec()
    with pytest.raises(ZeroDivisionError):
        r.s_exec("1/0")
    assert r.s_apply(lambda a, b: a + b, (1,), {"b": 5}) == 6
    r.add_module("__main__").again = lambda: r.s_eval("print('inner') or 7")
    assert r.s_eval("print('outer') or again()") == 7
    assert host["stdout"].getvalue() == "outer\ninner\n"
    r.add_module("__main__").spoil = lambda: setattr(sys, "stdout", None)
    r.s_eval("spoil()")
    assert r.s_import("math") is r.modules["math"]


@with_host
def test_60_what_the_host_prints_in_between_goes_where_the_guest_prints(host: dict[str, io.StringIO]) -> None:
    r = RExec()
    r.add_module("__main__").say = lambda: print("host", file=sys.stdout)
    text = "import sys\nclass W:\n    text = ''\n    def write(self, s): W.text += s\nsys.stdout = W()\nsay()"
    r.s_exec(text)
    assert r.r_eval("W.text") == "host\n"
    alone = sub(redirect_host=False)()
    alone.add_module("__main__").say = lambda: print("host", file=sys.stdout)
    alone.s_exec(text)
    assert alone.r_eval("W.text") == ""
    assert host["stdout"].getvalue() == "host\n"


@with_host
def test_stream_methods_one_by_one(host: dict[str, io.StringIO]) -> None:
    r: Any = RExec()
    for name in ("save_stdin", "delegate_stdout", "restricted_stderr"):
        assert not hasattr(r, name)
        assert not hasattr(RExec, name)
    with pytest.raises(RuntimeError, match=r"save_files\(\) comes first"):
        r.restore_files()
    r.save_files()
    r.set_files()
    assert sys.stdout is r.delegate_stdout
    assert r.save_stdout is host["stdout"]
    r.r_exec("import sys\nclass W:\n    text = ''\n    def write(self, s): W.text += s\nsys.stdout = W()")
    print("into the guest", file=sys.stdout)
    r.reset_files()
    assert sys.stdout is host["stdout"]
    assert type(r.restricted_stdout).__name__ == "W"
    r.set_files()  # which saves first, and brings back what was kept
    r.set_files()
    r.r_exec("print('again')")
    r.restore_files()
    r.restore_files()
    assert r.r_eval("W.text") == "into the guest\nagain\n"
    r.save_files()
    r.restore_files()
    r.s_exec("print('afterwards')")
    assert host["stdout"].getvalue() == "afterwards\n"


@with_host
def test_delegate_forwards_to_what_is_there_now(host: dict[str, io.StringIO]) -> None:
    class Module:
        stream: Any = io.StringIO("a\nb\n")

    delegate = FileDelegate(Module, "stream")
    assert delegate.readline() == "a\n"
    assert list(delegate) == ["b\n"]
    Module.stream = io.StringIO()
    delegate.write("x")
    delegate.close()
    assert Module.stream.closed
    with pytest.raises(AttributeError):
        _ = delegate.encoding


@with_host
def test_calls_of_two_threads_do_not_mix(host: dict[str, io.StringIO]) -> None:
    first, second = RExec(), RExec()
    barrier = threading.Barrier(2, timeout=30)
    second_is_in, first_is_out = threading.Event(), threading.Event()

    def begin() -> None:
        barrier.wait()
        second_is_in.wait(30)

    def one() -> None:
        first.add_module("__main__").wait = begin
        first.s_exec("wait(); print('one')")
        first_is_out.set()

    def two() -> None:
        def meanwhile() -> None:
            second_is_in.set()
            first_is_out.wait(30)
            print("two of the host", file=sys.stdout)

        barrier.wait()
        second.add_module("__main__").wait = meanwhile
        second.s_exec(
            "import sys\nclass W:\n    text = ''\n    def write(self, s): W.text += s\nsys.stdout = W(); wait()"
        )

    threads = [threading.Thread(target=each) for each in (one, two)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert host["stdout"].getvalue() == "one\n"
    assert second.r_eval("W.text") == "two of the host\n"


@with_host
def test_two_threads_in_calls_of_one_instance_do_not_mix(host: dict[str, io.StringIO]) -> None:
    r = RExec()
    turn = {"one": threading.Semaphore(0), "two": threading.Semaphore(0)}
    failed: list[BaseException] = []

    def step(name: str) -> None:
        turn["two" if name == "one" else "one"].release()
        assert turn[name].acquire(timeout=30)

    r.add_module("__main__").step = step

    def run(name: str) -> None:
        try:
            assert turn[name].acquire(timeout=30)
            r.s_exec(f"step({name!r}); print({name!r}); step({name!r}); print({name!r})")
        except BaseException as error:
            failed.append(error)
        finally:
            turn["one"].release()
            turn["two"].release()

    threads = [threading.Thread(target=run, args=(name,)) for name in turn]
    for each in threads:
        each.start()
    turn["one"].release()
    for each in threads:
        each.join()
    assert failed == []
    assert sorted(host["stdout"].getvalue().split()) == ["one", "one", "two", "two"]


@with_host
def test_host_of_another_thread_keeps_its_stdout(host: dict[str, io.StringIO]) -> None:
    r = RExec()

    def elsewhere() -> None:
        other = threading.Thread(target=lambda: print("other", sys.stdout.getvalue, file=sys.stdout))
        other.start()
        other.join()

    r.add_module("__main__").elsewhere = elsewhere
    r.s_exec("import sys\nclass W:\n    def write(self, s): raise ValueError\nsys.stdout = W(); elsewhere()")
    assert host["stdout"].getvalue().startswith("other <built-in method getvalue")


# --------------------------------------------------------------------------------------------------------------
# The documented example


def example() -> Any:
    spec = importlib.util.spec_from_file_location("scratch_directory", EXAMPLE)
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_64_subclass_writes_into_one_directory(tmp_path: Path) -> None:
    r = example().ScratchRExec(str(tmp_path))
    (tmp_path / "ln").symlink_to(tmp_path / "target")
    r.r_exec("with open('n.txt', 'w') as f: f.write('one')\nwith open('n.txt', 'ab') as f: f.write(b'two')")
    assert (tmp_path / "n.txt").read_text() == "onetwo"
    r.add_module("__main__").p = str(tmp_path / "n.txt")
    assert r.r_eval("open(p).read()") == "onetwo"
    for call in (
        "open('../x', 'w')",
        "open('/etc/x', 'w')",
        "open('..', 'a')",
        "open('n.txt', 'r+')",
        "open('ln', 'w')",
    ):
        with pytest.raises(OSError):
            r.r_eval(call)
    with pytest.raises(TypeError):
        r.r_eval("open(b'x', 'w')")
    assert not (tmp_path / "target").exists()
    r.close()


def test_64_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    example().main()
    printed = capsys.readouterr().out.splitlines()
    assert printed[-1] == "written by restricted code"
    assert [line.partition(":")[0] for line in printed[:-1]] == ["../elsewhere", "/etc/motd", "..", "linked"]
