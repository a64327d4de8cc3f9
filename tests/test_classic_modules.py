"""Statements 28 to 44 of the specification: ``ok_builtin_modules``, ``ok_posix_names``, ``ok_sys_names``."""

from __future__ import annotations

import errno
import math
import os
import sys
import time
import warnings
from typing import Any

import pytest

from classic_runs import inside, raised, sub
from rexec import seed
from rexec.classic.host_modules import warning_about
from rexec.classic.rexec import RExec
from rexec.errors import DeniedError, DeniedImportError

# --------------------------------------------------------------------------------------------------------------
# ok_builtin_modules


def test_28_listed_module_is_a_facade() -> None:
    r = RExec()
    assert inside("import math\nx = math.pi", r) == math.pi
    assert r.modules["math"] is not math


@pytest.mark.parametrize("name", "socket subprocess ctypes marshal select pickle io importlib _sre _weakref".split())
def test_29_other_modules_are_import_errors(name: str) -> None:
    error = raised(f"import {name}")
    assert isinstance(error, ImportError)
    assert isinstance(raised(f"from {name} import x"), ImportError)
    assert isinstance(error, DeniedError)
    assert "ok_builtin_modules" in str(error)


def test_30_empty_tuple_leaves_os_and_sys() -> None:
    r = sub(ok_builtin_modules=(), ok_path=())()
    error = raised("import math", r)
    assert isinstance(error, DeniedImportError)
    assert (str(error), error.grant) == (
        "module 'math' is not granted: it is not in ok_builtin_modules",
        'ok_builtin_modules = (..., "math")',
    )
    inside("import sys, os", r)


def test_31_names_that_are_gone_are_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "regex", math)  # a third party's
    r = sub(ok_builtin_modules=("regex", "md5", "strop", "no_such_module"), ok_path=())()
    assert str(raised("import regex", r)) == "module 'regex' is not granted: regex was removed; use re"
    assert str(raised("import md5", r)) == "module 'md5' is not granted: md5 was removed; use hashlib"
    assert str(raised("import no_such_module", r)).endswith("this Python has no such module")


def test_31_documented_tuple_constructs_with_warnings_only() -> None:
    with pytest.warns(UserWarning) as told:
        r = sub(ok_builtin_modules=seed.OK_BUILTIN_MODULES)()
    texts = [str(each.message) for each in told]
    assert any("'marshal' breaks the sandbox: it makes objects by the names in its input" in each for each in texts)
    assert all(each.filename == __file__ for each in told)
    assert isinstance(raised("from _sre import compile", r), ImportError)
    assert inside("import array, binascii, cmath, errno, math, operator, struct, time\nx = 1", r) == 1


def test_32_facades_are_read_only() -> None:
    error = raised("import math\nmath.pi = 3")
    assert isinstance(error, TypeError)
    assert isinstance(error, AttributeError)
    assert isinstance(raised("import math\ndel math.pi"), AttributeError)
    assert math.pi > 3


def test_33_tables_are_copies() -> None:
    assert isinstance(raised("import errno\nerrno.errorcode[9999] = 'x'"), TypeError)
    inside("import errno\nclass L:\n    def __eq__(self, other): return other\n(errno.errorcode == L())[9998] = 'x'")
    assert not {9998, 9999} & errno.errorcode.keys()
    assert inside("import errno\nx = errno.errorcode[errno.EPERM], 9998 in errno.errorcode") == ("EPERM", False)


def test_34_deputies_and_what_acts_on_the_host_are_left_out() -> None:
    for name in ("attrgetter", "methodcaller", "setitem", "delitem"):
        error = raised(f"import operator\noperator.{name}")
        assert isinstance(error, AttributeError)
        assert "module_exports['operator']" in str(error)
    for name in ("sleep", "tzset", "clock_settime"):
        assert isinstance(raised(f"import time\ntime.{name}"), AttributeError)
    for name in ("new", "scrypt", "pbkdf2_hmac", "file_digest"):
        assert isinstance(raised(f"from hashlib import {name}"), ImportError)
    assert inside("import operator\nx = operator.add(1, 2)") == 3


def test_35_what_c_code_imports_is_not_the_guests() -> None:
    assert inside("import time\nx = time.strptime('2020', '%Y').tm_year") == 2020
    today = inside("import datetime\nx = datetime.date.today().year", sub(ok_builtin_modules=("datetime",))())
    assert today in (time.localtime().tm_year, time.localtime().tm_year - 1)
    assert isinstance(raised("from _strptime import time"), ImportError)


def test_module_exports_say_what_a_module_shows() -> None:
    r = sub(ok_builtin_modules=("json", "collections", "math"), module_exports={"json": ("dumps",)})()
    assert inside("import json\nx = json.dumps([1])", r) == "[1]"
    assert "module_exports['json']" in str(raised("json.loads", r))
    assert inside("import collections.abc\nx = isinstance([], collections.abc.Sized)", r) is True


def test_module_without_a_facade_is_the_subclass_authors_decision() -> None:
    assert warning_about("stringprep").endswith("rexec has not reviewed 'stringprep': guests get all its public names")
    with pytest.warns(UserWarning, match="'opcode' breaks the sandbox"):
        r = sub(ok_builtin_modules=("opcode",), module_exports={"opcode": ("opmap", "nope", "_opcode")})()
    assert inside("import opcode\nx = dir(opcode)", r) == ["opmap"]
    with pytest.warns(UserWarning, match="'gc' breaks the sandbox: it reaches into the interpreter"):
        r = sub(ok_builtin_modules=("gc",))()
    assert inside("import gc\nx = gc.isenabled(), hasattr(gc.isenabled, '__self__')", r) == (True, False)
    assert isinstance(raised("gc.nope", r), AttributeError)
    assert isinstance(raised("gc.isenabled = 1", r), TypeError)


def test_uncurated_module_shows_no_module_and_copies_of_tables() -> None:
    with pytest.warns(UserWarning):
        r = sub(ok_builtin_modules=("mimetypes", "opcode"))()
    assert (
        inside("import mimetypes\nx = [n for n in ('os', 'sys', 'posixpath', '_db') if hasattr(mimetypes, n)]", r) == []
    )
    assert isinstance(raised("mimetypes.types_map['.x'] = 'y'", r), TypeError)
    assert inside("import opcode\nopcode.opname[0] = 'x'\nx = opcode.hascompare is not None", r)
    import opcode

    assert opcode.opname[0] != "x"


def test_third_party_module_is_never_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        r = sub(ok_builtin_modules=("pytest", "RestrictedPython", "concurrent.nowhere", "math.x", ".x"), ok_path=())()
    assert isinstance(raised("import pytest", r), ImportError)
    assert isinstance(raised("import math.x", r), ImportError)

    class Elsewhere(RExec):
        ok_builtin_modules = ("opcode",)

        def set_trusted_path(self) -> None:
            super().set_trusted_path()
            self._trusted_path = ()

    assert "not granted" in str(raised("import opcode", Elsewhere()))


def test_name_of_another_systems_module_is_never_taken(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "winreg").mkdir()
    (tmp_path / "msvcrt.py").write_text("x = 1")
    monkeypatch.syspath_prepend(str(tmp_path))
    r = sub(ok_builtin_modules=("winreg", "msvcrt"), ok_path=())()
    for name in ("winreg", "msvcrt"):
        assert isinstance(raised(f"import {name}", r), ImportError)


def test_is_builtin_is_asked() -> None:
    class Asked(RExec):
        def is_builtin(self, name: str) -> bool:
            return name in ("math", "bisect", "opcode")

    r = Asked()
    assert inside("import math, bisect, opcode\nx = bisect.bisect([1], 0), opcode.opmap is not None", r) == (0, True)
    assert isinstance(raised("import re", r), ImportError)


# --------------------------------------------------------------------------------------------------------------
# ok_posix_names


def test_36_os_tells_what_the_host_sees() -> None:
    assert inside("import os\nx = os.getcwd(), os.getpid()") == (os.getcwd(), os.getpid())


def test_37_empty_tuple_leaves_the_constants() -> None:
    r = sub(ok_posix_names=())()
    error = raised("import os\nos.getcwd()", r)
    assert isinstance(error, AttributeError)
    assert str(error) == 'module "os" does not show "getcwd": "getcwd" is not in ok_posix_names'
    assert isinstance(raised("from os import getcwd", r), ImportError)
    assert inside("x = os.sep, os.name, os.linesep, type(os.environ)", r) == (os.sep, os.name, os.linesep, dict)


def test_38_what_is_not_listed_is_not_there() -> None:
    for name in ("system", "open", "fork", "execv", "environb", "getenv"):
        assert isinstance(raised(f"import os\nos.{name}"), AttributeError)
        assert isinstance(raised(f"from os import {name}"), ImportError)


def test_39_path_is_never_the_hosts_module() -> None:
    for text in ("from os import path", "import os.path as path", "import os\npath = os.path"):
        found = inside(f"{text}\nx = path")
        assert found is not os.path
        assert inside(f"{text}\nx = path.join('a', 'b')") == "a/b"
        for name in ("os", "sys", "genericpath", "realpath", "abspath", "expanduser"):
            assert isinstance(raised(f"{text}\npath.{name}"), AttributeError)


def test_40_os_holds_copies() -> None:
    assert inside("import os\nx = os.error is OSError") is True
    inside("import os\nos.environ['Z_OF_A_TEST'] = 'b'")
    assert "Z_OF_A_TEST" not in os.environ
    assert inside("import posix\nx = posix.getpid()") == os.getpid()
    for name in ("system", "sep", "environ", "path"):
        assert isinstance(raised(f"import posix\nposix.{name}"), AttributeError)


def test_os_looks_at_files(tmp_path: Any) -> None:
    (tmp_path / "f").write_bytes(b"abc")
    (tmp_path / "ln").symlink_to("f")
    r = RExec()
    r.add_module("__main__").d = str(tmp_path)
    assert inside("import os\nx = sorted(os.listdir(d)), os.stat(d + '/ln').st_size", r) == (["f", "ln"], 3)
    assert inside("x = os.readlink(d + '/ln'), os.path.islink(d + '/ln'), os.path.lexists(d + '/no')", r) == (
        "f",
        True,
        False,
    )
    assert inside(
        "x = os.path.exists(d), os.path.isfile(d + '/f'), os.path.isdir(d), os.path.getsize(d + '/f')", r
    ) == (
        True,
        True,
        True,
        3,
    )
    assert inside("import posix\nx = posix.lstat(d + '/ln/').st_size, posix.stat('/').st_mode", r)[0] == 1
    assert inside("x = os.path.getmtime(d), len(os.listdir()), len(os.listdir(None))", r)[0] > 0
    for text in ("os.listdir(d + '/no')", "os.stat(d + '/no/more')"):
        assert isinstance(raised(text, r), FileNotFoundError)
    assert isinstance(raised("os.readlink(d + '/f')", r), OSError)
    assert isinstance(raised("os.stat('a\\0b')", r), ValueError)
    for text in ("os.stat(0)", "os.listdir(b'.')", "os.fstat('x')", "class S(str): pass\nos.lstat(S('/'))"):
        assert isinstance(raised(text, r), TypeError)
    assert isinstance(raised("os.fstat(0)", r), OSError)
    assert inside("x = os.lstat(d + '/.').st_size == os.stat(d).st_size", r)


def test_looks_of_os_path_come_with_stat_and_lstat() -> None:
    r = sub(ok_posix_names=("lstat",))()
    error = raised("import os\nos.path.exists('/')", r)
    assert str(error) == 'module "os.path" does not show "exists": "stat" is not in ok_posix_names'
    assert inside("x = os.path.lexists('/')", r) is True


def test_files_are_looked_at_below_ok_read_path_only(tmp_path: Any) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "f").write_text("x")
    (tmp_path / "in" / "out").symlink_to(tmp_path)
    r = sub(ok_read_path=(str(tmp_path / "in"),))()
    r.add_module("__main__").d = str(tmp_path / "in")
    assert inside("import os\nx = sorted(os.listdir(d)), os.path.exists(d + '/f')", r) == (["f", "out"], True)
    assert inside("x = os.path.exists(d + '/out'), os.path.exists('/'), os.path.islink(d + '/out')", r) == (
        False,
        False,
        True,
    )
    for text in ("os.listdir('/')", "os.stat(d + '/out')", "os.stat(d + '/..')", "open('/etc/passwd')"):
        assert isinstance(raised(text, r), PermissionError)


def test_environ_may_be_narrowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONE_OF_A_TEST", "1")
    assert inside("import os\nx = os.environ", sub(ok_environ_names=("ONE_OF_A_TEST",))()) == {"ONE_OF_A_TEST": "1"}
    assert inside("import os\nx = os.environ.get('ONE_OF_A_TEST')") == "1"


# --------------------------------------------------------------------------------------------------------------
# ok_sys_names


def test_41_sys_shows_its_tuple_and_what_is_the_guests() -> None:
    assert inside("import sys\nx = sys.version") == sys.version
    for name in ("getrecursionlimit", "_getframe", "settrace", "meta_path", "executable"):
        assert isinstance(raised(f"import sys\nsys.{name}"), AttributeError)
    r = sub(ok_sys_names=())()
    error = raised("import sys\nsys.version", r)
    assert str(error) == 'module "sys" does not show "version": "version" is not in ok_sys_names'
    assert inside(
        "x = [hasattr(sys, n) for n in ('argv', 'path', 'modules', 'exc_info', 'builtin_module_names')]", r
    ) == ([True] * 5)


def test_42_sys_has_arguments_and_path_of_its_own() -> None:
    r = RExec()
    assert inside("import sys\nx = sys.argv, sys.path, sys.maxint, sys.maxsize", r) == (
        ["RESTRICTED"],
        list(RExec.ok_path),
        sys.maxsize,
        sys.maxsize,
    )
    assert inside("x = sys.builtin_module_names", r) == tuple(
        sorted(["__builtin__", "__main__", "builtins", "os", "os.path", "posix", "sys", *RExec.ok_builtin_modules])
    )


def test_43_modules_of_sys_are_to_look_at() -> None:
    r = RExec()
    assert inside("import sys\nx = 'subprocess' in sys.modules, 'sys' in sys.modules", r) == (False, True)
    assert isinstance(raised("sys.modules['x'] = 1", r), TypeError)
    assert isinstance(raised("type(sys)('os')", r), TypeError)
    assert inside("x = sys.modules['sys'] is sys", r) is True


def test_44_exc_info_has_no_traceback() -> None:
    kind, value, traceback = inside("import sys\ntry: 1/0\nexcept ZeroDivisionError: x = sys.exc_info()")
    assert kind is ZeroDivisionError
    assert isinstance(value, ZeroDivisionError)
    assert traceback is None
    assert RExec().r_exc_info() == (None, None, None)


def test_names_that_no_guest_gets_are_told_at_construction() -> None:
    with pytest.warns(UserWarning, match="ok_sys_names: 'settrace' is not shown to guests"):
        sub(ok_sys_names=("settrace", "nope"))()
    with pytest.warns(UserWarning, match="ok_posix_names: 'system' is not shown to guests"):
        sub(ok_posix_names=("system", "nope"))()


def test_host_may_add_to_a_facade() -> None:
    class Own(RExec):
        def make_osname(self) -> None:
            super().make_osname()
            self.modules["os"].answer = 42

        def make_sys(self) -> None:
            super().make_sys()
            self.modules["sys"].extra = 1
            del self.modules["sys"].version

    r = Own()
    assert inside("import os, sys\nfrom os import answer\nx = os.answer + sys.extra + answer", r) == 85
    assert isinstance(raised("sys.version", r), AttributeError)
    assert "version" not in dir(r.modules["sys"])
    assert isinstance(raised("sys.extra = 2", r), TypeError)
    with pytest.raises(TypeError, match="cannot have the attribute '__x__'"):
        r.modules["os"].__x__ = 1
