"""
Statements 45 to 55 of the specification: source modules, reload, unload, hooks.

47 holds for what the rewriter of today refuses: ``(1).__class__`` is ordinary code.
"""

from __future__ import annotations

import io
import logging
import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

import pytest

from classic_runs import inside, raised, sub
from rexec.classic.file_types import C_EXTENSION, PY_COMPILED, PY_SOURCE
from rexec.classic.hooks import RHooks
from rexec.classic.loader import RModuleImporter, RModuleLoader
from rexec.classic.rexec import RExec
from rexec.errors import DeniedImportError


def at(folder: Path, **attributes: Any) -> RExec:
    """An RExec that imports from a directory."""
    return sub(ok_path=(str(folder),), **attributes)()


def test_45_source_modules_belong_to_their_environment(tmp_path: Path) -> None:
    (tmp_path / "mymod.py").write_text("where = __file__\nname = __name__")
    r = at(tmp_path)
    assert inside("import mymod\nx = mymod.where, mymod.name", r) == ("mymod.py", "mymod")
    assert "mymod" in r.modules
    assert "mymod" not in sys.modules
    inside("mymod.y = 1", r)
    assert r.modules["mymod"].y == 1
    assert [each.name for each in tmp_path.iterdir()] == ["mymod.py"]


def test_46_failing_module_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "mymod.py").write_text("1/0")
    r = at(tmp_path)
    assert isinstance(raised("import mymod", r), ZeroDivisionError)
    assert "mymod" not in r.modules


def test_47_refused_module_is_an_import_error_with_the_report_as_its_cause(tmp_path: Path) -> None:
    (tmp_path / "mymod.py").write_text("def f(): pass\nx = f.__globals__")
    r = at(tmp_path)
    error = raised("import mymod", r)
    assert isinstance(error, ImportError)
    assert type(error.__cause__) is SyntaxError
    assert error.__cause__.lineno == 2
    assert "mymod" not in r.modules
    (tmp_path / "mymod.py").write_text("x = = 1")
    assert type(raised("import mymod", r)) is SyntaxError


def test_48_packages_and_relative_imports(tmp_path: Path) -> None:
    package = tmp_path / "pkg"
    package.mkdir()
    (package / "__init__.py").write_text("from __future__ import annotations\nfrom . import a")
    (package / "a.py").write_text("name = 'a'")
    (package / "b.py").write_text("from . import a\nfrom .a import name\nimport pkg.a as again")
    (package / "up.py").write_text("from ... import x")
    (tmp_path / "spread").mkdir()
    (tmp_path / "spread" / "c.py").write_text("name = 'c'")
    r = at(tmp_path)
    assert inside("import pkg.b\nx = pkg.b.name, pkg.b.again is pkg.a, pkg.__name__", r) == ("a", True, "pkg")
    assert inside("import pkg.b as b\nfrom pkg import b as c\nx = b is c", r) is True
    assert "beyond top-level" in str(raised("import pkg.up", r))
    assert "no known parent" in str(raised("from . import x", r))
    assert inside("import spread.c\nx = spread.c.name", r) == "c"
    assert isinstance(raised("import spread.d", r), ModuleNotFoundError)
    assert isinstance(raised("import pkg.a.b", r), ModuleNotFoundError)
    assert isinstance(raised("from pkg import nope", r), ImportError)
    assert inside("from __future__ import annotations\nx = 1", r) == 1


def test_49_file_types_say_what_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "mymod.py").write_text("x = 1")
    (tmp_path / f"native{EXTENSION_SUFFIXES[0]}").write_bytes(b"\x7fELF")
    for types in ((), (C_EXTENSION,)):
        error = raised("import mymod", at(tmp_path, ok_file_types=types))
        assert isinstance(error, ImportError)
        assert str(error) == "module 'mymod' is not granted: PY_SOURCE is not in ok_file_types"
    with pytest.raises(ValueError, match="PY_COMPILED: compiled code cannot be checked"):
        sub(ok_file_types=(PY_SOURCE, PY_COMPILED))()
    assert isinstance(raised("import native", at(tmp_path)), ImportError)
    assert isinstance(at(tmp_path, ok_file_types=(PY_SOURCE,)).r_import("math"), object)


def test_50_path_of_the_guest_is_for_information(tmp_path: Path) -> None:
    (tmp_path / "mymod.py").write_text("x = 1")
    r = sub(ok_path=())()
    error = raised(f"import sys\nsys.path.append({str(tmp_path)!r})\nimport mymod", r)
    assert isinstance(error, ImportError)
    assert str(error) == "module 'mymod' is not granted: ok_path is empty"


def test_51_files_shadow_nothing(tmp_path: Path) -> None:
    for name in ("os", "math", "sys", "builtins", "regex", "socket"):
        (tmp_path / f"{name}.py").write_text("shadow = 1")
    r = at(tmp_path, ok_builtin_modules=("math", "regex"))
    for name in ("os", "math", "sys", "builtins"):
        assert inside(f"import {name}\nx = hasattr({name}, 'shadow')", r) is False
    for name in ("regex", "socket"):
        assert isinstance(raised(f"import {name}", r), ImportError)


def test_52_reload_runs_the_source_again(tmp_path: Path) -> None:
    (tmp_path / "mymod.py").write_text("n = 1")
    r = at(tmp_path)
    text = "import mymod, math\nmymod.n = 5\ny = reload(mymod)\nx = y is mymod, mymod.n, reload(math) is math"
    assert inside(text, r) == (True, 1, True)
    (tmp_path / "mymod.py").write_text("n = 2; 1/0")
    assert isinstance(raised("reload(mymod)", r), ZeroDivisionError)
    assert inside("x = mymod.n", r) == 2
    (tmp_path / "mymod.py").unlink()
    assert isinstance(raised("reload(mymod)", r), ImportError)
    assert "mymod" in r.modules
    for text in (
        "class M: __name__ = 'mymod'\nreload(M())",
        "import sys\nreload(sys.modules['__main__'])",
        "reload(1)",
    ):
        assert isinstance(raised(text, r), ImportError)
    for foreign in (os, io, object()):
        with pytest.raises(ImportError):
            r.r_reload(foreign)


def test_52_submodules_are_reloaded_from_their_package(tmp_path: Path) -> None:
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "__init__.py").write_text("")
    (tmp_path / "pkg" / "b.py").write_text("n = 1")
    r = at(tmp_path)
    assert inside("import pkg.b\npkg.b.n = 2\nx = reload(pkg.b).n", r) == 1
    assert r.s_reload(r.modules["pkg.b"]) is r.modules["pkg.b"]


def test_53_unload_forgets_a_module(tmp_path: Path) -> None:
    (tmp_path / "mymod.py").write_text("n = 1")
    r = at(tmp_path)
    inside("import mymod", r)
    module = r.modules["mymod"]
    r.r_unload(module)
    assert "mymod" not in r.modules
    with pytest.raises(KeyError):
        r.s_unload(module)
    for name in ("sys", "os", "builtins", "__main__"):
        with pytest.raises(ValueError, match="cannot be unloaded"):
            r.r_unload(r.modules[name])


class Virtual(RHooks):
    """Modules from a dict."""

    FILES = {
        "/virt/vm.py": b"from __future__ import annotations\nx = 7\n",
        "/virt/pkg/__init__.py": b"from .sub import y",
        "/virt/pkg/sub.py": b"y = 8",
    }

    def path_isdir(self, path: str) -> bool:
        return path == "/virt/pkg"

    def openfile(self, path: str, mode: str = "rb") -> Any:
        if path not in self.FILES:
            raise OSError(path)
        return io.BytesIO(self.FILES[path])


def test_54_hooks_serve_modules_from_memory() -> None:
    hooks = Virtual()
    r = sub(ok_path=("/virt",))(hooks)
    assert r.hooks.rexec is r
    assert inside("import vm, pkg.sub\nfrom pkg import y\nx = vm.x, y, reload(vm) is vm", r) == (7, 8, True)
    assert isinstance(raised("import nowhere", r), ModuleNotFoundError)
    assert hooks.path_isfile("/virt/vm.py")
    assert not hooks.path_isfile("/virt/nope.py")


def test_54_hooks_complain_about_what_is_gone() -> None:
    with pytest.raises(TypeError):
        RHooks(1, 2, 3)
    for name in ("load_source", "load_compiled", "load_package", "init_frozen"):
        with pytest.raises(SystemError, match="don't use this"):
            getattr(RHooks(), name)("x")
    with pytest.raises(RuntimeError, match="these hooks belong to no RExec"):
        RHooks().openfile("x")
    assert RHooks(3).verbose == 3
    r = RExec()
    assert RHooks(r, 1).rexec is r
    with pytest.raises(TypeError, match="hooks: these belong to another RExec; each needs its own"):
        RExec(r.hooks)
    with pytest.raises(TypeError, match="hooks: an RHooks is wanted, not object"):
        RExec(object())


def test_54_hooks_answer_for_their_rexec(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "m.py").write_text("n = 1")
    r = at(tmp_path)
    hooks = r.hooks
    assert hooks.modules_dict() is r.modules
    assert hooks.default_path() == [str(tmp_path)]
    assert hooks.add_module("zz") is r.add_module("zz")
    assert hooks.is_builtin("math") and not hooks.is_builtin("socket")
    assert hooks.get_suffixes() == r.get_suffixes()
    assert hooks.load_dynamic("math", "x", None) is r.modules["math"]
    assert hooks.path_join("a", "b") == os.path.join("a", "b")
    assert hooks.path_isdir(str(tmp_path / "d")) and hooks.path_isdir(str(tmp_path))
    assert not hooks.path_isdir("/etc")
    assert hooks.openfile(str(tmp_path / "d" / "m.py")).read() == b"n = 1"
    (tmp_path / "out.py").write_text("")
    assert not at(tmp_path / "d").hooks.path_isfile(f"{tmp_path}/d/../out.py")
    for path in ("/etc/passwd", str(tmp_path), str(tmp_path / "d"), f"{tmp_path}/d/../d/m.py"):
        with pytest.raises(OSError):
            hooks.openfile(path)
    with pytest.raises(ImportError):
        hooks.init_builtin("no_such_module")


@pytest.mark.parametrize("content", ["text", None, bytearray(b"x")])
def test_54_hooks_that_give_no_bytes_are_a_type_error(content: Any) -> None:
    class File:
        def read(self, size: int) -> Any:
            return content

        def close(self) -> None: ...

    class Odd(RHooks):
        def openfile(self, path: str, mode: str = "rb") -> Any:
            return File()

    r = sub(ok_path=("/virt",))(Odd())
    assert isinstance(raised("import vm", r), TypeError)
    assert isinstance(sub(ok_path=())(Odd()).r_import("math"), object)


def test_54_own_new_module_must_be_of_the_environment() -> None:
    class Odd(RHooks):
        def new_module(self, name: str) -> Any:
            return os

    with pytest.raises(TypeError, match="new_module\\(\\) of the hooks"):
        RExec(Odd()).add_module("zz")


def test_55_modules_are_made_once_and_filled_by_the_host() -> None:
    r = RExec()
    assert r.add_module("zz") is r.add_module("zz")
    r.add_module("__main__").b = 5
    assert r.r_eval("b") == 5
    r.add_module("zz").f = lambda: 6
    assert inside("import zz\nx = zz.f()", r) == 6
    assert r.add_module("os") is r.modules["os"]
    with pytest.raises(TypeError, match="takes a plain str"):
        r.add_module(1)  # type: ignore[arg-type]  # that is the point


def test_55_copies_are_facades() -> None:
    r = RExec()
    found = r.copy_only(os, ("getcwd", "nope", "_exit", "path"))
    assert found.getcwd() == os.getcwd()
    assert not hasattr(found, "nope")
    assert not hasattr(found, "_exit")
    assert found is r.modules["os"]
    assert found.path is not os.path
    import colorsys
    import keyword

    assert dir(r.copy_none(keyword)) == []
    assert "kwlist" in dir(r.copy_except(keyword, ("iskeyword",)))
    assert not hasattr(r.modules["keyword"], "iskeyword")
    assert r.modules["keyword"].kwlist is not keyword.kwlist
    r.add_module("colorsys")
    assert r.copy_except(colorsys, ()) is r.modules["colorsys"]
    assert inside("import colorsys\nx = colorsys.ONE_THIRD, colorsys.rgb_to_hsv(0, 0, 0)", r)[1] == (0.0, 0.0, 0)
    for wrong in (lambda: r.copy_none(1), lambda: r.copy_only(os, "getcwd")):
        with pytest.raises(TypeError):
            wrong()


def test_55_nothing_is_loaded_from_a_shared_library() -> None:
    r = RExec()
    with pytest.raises(ImportError, match="untrusted dynamic module: _socket: it is not in ok_builtin_modules"):
        r.load_dynamic("_socket", "x", None)
    with pytest.raises(ImportError, match="untrusted dynamic module: math: it is not in ok_file_types"):
        sub(ok_file_types=(PY_SOURCE,))().load_dynamic("math", "x", None)
    assert r.load_dynamic("math", "x", None) is r.r_import("math")
    with pytest.raises(ImportError):
        r.load_dynamic("sys")


# --------------------------------------------------------------------------------------------------------------
# The gate


class Open(RExec):
    """Imports whatever it is told to: what the gate is for."""

    answer: Any = None

    def r_import(self, mname: str, *rest: Any, **more: Any) -> Any:
        if mname == "math":
            return super().r_import(mname, *rest, **more)
        return self.answer


@pytest.mark.parametrize("answer", [os, None, object(), RExec().modules["sys"], RExec().add_module("zz")])
def test_override_cannot_hand_in_what_is_no_module_of_the_environment(answer: Any) -> None:
    class Own(Open):
        pass

    Own.answer = answer
    for text in ("import os", "from os import path", "import a.b as c"):
        error = raised(text, Own())
        assert isinstance(error, DeniedImportError)
    assert inside("import math\nfrom math import pi\nx = pi > 3", Own()) is True


def test_override_cannot_reopen_the_fallback_to_the_hosts_modules() -> None:
    r = Open()
    r.answer = r.add_module("os.x")
    r.answer.here = 1
    assert isinstance(raised("from os import path", r), ImportError)
    assert isinstance(raised("import os.path as p", r), ImportError)
    assert isinstance(raised("import os.here.there as p", r), ImportError)
    assert inside("from os import here\nx = here", r) == 1


def test_override_cannot_give_names_of_another_import(tmp_path: Path) -> None:
    (tmp_path / "lazy.py").write_text("__name__ = 'os'\ndef __getattr__(name):\n    return 'made'")
    other = at(tmp_path)

    class Cached(RExec):
        ok_path = (str(tmp_path),)
        given: Any = None

        def r_import(
            self, mname: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
        ) -> Any:
            self.given = self.given or super().r_import(mname, globals, locals, fromlist, level)
            return self.given

    r = Cached()
    assert inside("from lazy import __name__ as name, x", r) == "made"
    assert str(raised("from lazy import path", r)) == "cannot import name 'path' from 'lazy'"
    for text in ("import lazy", "import lazy.path as p"):
        assert isinstance(raised(text, r), DeniedImportError)
    r.given = other.r_import("lazy", None, None, ("x",))
    assert isinstance(raised("from lazy import x", r), DeniedImportError)


def test_override_of_reload_gives_modules_only() -> None:
    class Own(RExec):
        def r_reload(self, m: Any) -> Any:
            return os

    assert isinstance(raised("reload(1)", Own()), DeniedImportError)


@pytest.mark.parametrize(
    "arguments",
    [(1,), ("math", None, None, (), -1), ("math", None, None, (), True), ("math", None, None, "pi"), (b"math",)],
)
def test_arguments_of_r_import_are_checked(arguments: Any) -> None:
    with pytest.raises(TypeError):
        RExec().r_import(*arguments)


def test_module_makes_names_when_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "lazy.py").write_text(
        "def __getattr__(name):\n    if name == 'path': return 'made'\n    raise AttributeError"
    )
    r = at(tmp_path)
    assert inside("from lazy import path\nx = path", r) == "made"
    assert isinstance(raised("from lazy import other", r), ImportError)


def test_host_imports_too() -> None:
    r = RExec()
    assert r.r_import("math", fromlist=["pi"]) is r.s_import("math") is r.modules["math"]
    with pytest.raises(ModuleNotFoundError):
        r.r_import("")


def test_loader_may_be_replaced() -> None:
    class Loader(RModuleLoader):
        def exec_module(self, module: Any) -> None:
            super().exec_module(module)
            module.loaded = True

    r = sub(ok_path=("/virt",))(Virtual())
    r.loader = Loader(r.hooks)
    r.importer = RModuleImporter(r.loader)
    assert inside("import vm\nx = vm.x, vm.loaded", r) == (7, True)
    for wrong in (os, r.modules["sys"], r.modules["__main__"]):
        with pytest.raises(TypeError, match="takes a module of this RExec"):
            r.loader.exec_module(wrong)
    r.loader.exec_module(r.modules["vm"])  # once more, and the source is read again
    Virtual.FILES = {}
    with pytest.raises(ModuleNotFoundError):
        r.loader.exec_module(r.modules["vm"])


def test_loader_that_finds_no_spec_is_a_type_error() -> None:
    class Loader(RModuleLoader):
        def find_spec(self, fullname: str, path: Any = None) -> Any:
            return "somewhere"

    r = sub(ok_path=("/virt",))()
    r.loader = Loader(r.hooks)
    error = raised("import vm", r)
    assert isinstance(error, TypeError)
    assert str(error) == "find_spec() of the loader must return a ModuleSpec or None, not str"


def test_verbose_logs_imports_and_denials(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "rexec"):
        r = RExec(None, 1)
        raised("import math\nimport socket", r)
        raised("import math\nimport socket")
    assert [each.getMessage() for each in caplog.records] == [
        "import math",
        "denied: module 'socket' is not granted: it is not in ok_builtin_modules",
    ]


def test_verbosity_is_inherited(capsys: pytest.CaptureFixture[str]) -> None:
    r = RExec()
    r.note("not %s", "told")
    r.set_verbose(1)
    assert r.get_verbose() == 1
    r.note("told %s", 1)
    r.message("100%")
    assert capsys.readouterr().out == "told 1\n100%\n"
