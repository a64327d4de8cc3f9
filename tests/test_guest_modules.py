"""Modules of the guest's own: files below the import path, as guest code."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from guest_runs import EVERYTHING, run
from rexec.policy import Policy
from rexec.result import Result
from rexec.sandbox import Sandbox


class Folder:
    """A directory whose files a guest may import."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir()

    def write(self, **files: str) -> Folder:
        for name, text in files.items():
            path = self.root / (name.replace("__in__", "/") + ".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self

    def run(self, text: str, **options: Any) -> Result:
        policy = Policy(name="folder", modules=EVERYTHING.modules, import_path=(str(self.root),))
        return run(text, policy, filename="main.py", **options)

    def printed(self, text: str) -> str:
        result = self.run(text)
        assert result.outcome == "finished", result.error
        return result.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "modules")


def package(folder: Folder) -> Folder:
    (folder.root / "pkg" / "sub").mkdir(parents=True)
    texts = {
        "pkg/__init__.py": "'''The package.'''\nfrom .one import value\nname = __name__\n__version__ = '1.0'",
        "pkg/one.py": "value = 1\nfrom . import two\nfrom .sub import deep as d\nfrom .sub.deep import where\n",
        "pkg/two.py": "import pkg\nback = pkg.__name__\ndef late(): return pkg.value",
        "pkg/sub/__init__.py": "",
        "pkg/sub/deep.py": "from .. import two as up\nfrom ..two import late\nwhere = __name__\nimport math",
    }
    for name, text in texts.items():
        (folder.root / name).write_text(text)
    return folder


def test_package_with_relative_imports_is_imported(folder: Folder) -> None:
    text = (
        "import pkg.sub.deep as deep, pkg\nfrom pkg import two, name\nfrom pkg.sub import deep as again\n"
        "print(pkg.value, name, two.back, two.late(), deep.where, deep.up is two, "
        "again is deep, pkg.sub.deep is deep)\n"
        "print(pkg.__doc__, pkg.__version__, pkg, pkg.one.d is deep)"
    )
    wanted = "1 pkg pkg 1 pkg.sub.deep True True True\nThe package. 1.0 <module 'pkg' from 'pkg/__init__.py'> True\n"
    assert package(folder).printed(text) == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("from ....pkg import x", "attempted relative import beyond top-level package"),
        ("from .nothing import x", "No module named 'pkg.sub.nothing'"),
        ("from . import nothing", "cannot import name 'nothing' from 'pkg.sub' (pkg/sub/__init__.py)"),
        ("import pkg.sub.nothing", "No module named 'pkg.sub.nothing'"),
        ("import pkg.one.nothing", "No module named 'pkg.one.nothing'; 'pkg.one' is not a package"),
        ("from pkg.one import nothing", "cannot import name 'nothing' from 'pkg.one' (pkg/one.py)"),
    ],
)
def test_import_that_finds_nothing_says_so(folder: Folder, text: str, told: str) -> None:
    package(folder)
    (folder.root / "pkg" / "sub" / "bad.py").write_text(text)
    result = folder.run("import pkg.sub.bad")
    assert result.error is not None
    assert result.error.message == told
    assert result.error.type in ("ImportError", "ModuleNotFoundError")


def test_plain_python_imports_the_same_package_alike(folder: Folder) -> None:
    """What the tests above expect is what CPython does."""
    import subprocess

    package(folder)
    text = "import pkg.sub.deep as deep\nfrom pkg import two\nprint(deep.where, deep.up is two, two.late())"
    command = [sys.executable, "-B", "-c", text]
    environment = {**os.environ, "PYTHONPATH": str(folder.root)}
    plain = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert folder.printed(text) == plain.stdout


def test_module_is_one_object_for_all_that_import_it(folder: Folder) -> None:
    folder.write(
        counter="n = 0\ndef up():\n    global n\n    n += 1\nprint('once')", other="import counter\ncounter.up()"
    )
    text = (
        "import counter, other, sys\ncounter.n += 10\ncounter.new = 5\n"
        "print(counter.n, counter.new, sys.modules['counter'] is counter)"
    )
    assert folder.printed(text) == "once\n11 5 True\n"


def test_circular_imports_find_each_other(folder: Folder) -> None:
    folder.write(a="import b\nx = 1\ndef f(): return b.y", b="import a\ny = 2\ndef g(): return a.x")
    assert folder.printed("import a, b\nprint(a.f(), b.g())") == "2 1\n"
    folder.write(c="from d import y\nx = 1", d="from c import x\ny = 2")
    result = folder.run("import c")
    assert result.error is not None
    likely = "(most likely due to a circular import)"
    assert result.error.message == f"cannot import name 'x' from partially initialized module 'c' {likely} (c.py)"


def test_module_that_fails_is_forgotten(folder: Folder) -> None:
    folder.write(
        flaky="import state\nstate.n += 1\nif state.n == 1: raise ValueError('first')\nvalue = state.n", state="n = 0"
    )
    text = (
        "import sys\ntry: import flaky\nexcept ValueError as error: print(error, 'flaky' in sys.modules)\n"
        "import flaky\nprint(flaky.value)"
    )
    assert folder.printed(text) == "first False\n2\n"


def test_error_in_a_module_has_the_modules_lines(folder: Folder) -> None:
    folder.write(helper="def divide(a):\n    return a / 0\n")
    result = folder.run("import helper\nhelper.divide(1)")
    assert result.error is not None
    frames = [(each.filename, each.line, each.function, each.source_line) for each in result.error.frames]
    assert frames == [("main.py", 2, "<module>", "helper.divide(1)"), ("helper.py", 2, "divide", "    return a / 0")]
    assert str(folder.root) not in repr(result)


def test_module_that_is_refused_is_a_denied_import(folder: Folder) -> None:
    folder.write(bad="x = 1\ny = x.gi_frame", worse="def f(:\n")
    result = folder.run("import bad")
    assert result.error is not None
    assert (result.outcome, result.error.type) == ("denied", "rexec.DeniedImportError")
    assert "bad.py:2:5" in result.error.message
    assert "gi_frame" in result.error.message
    worse = folder.run("import worse")
    assert worse.error is not None
    assert (worse.outcome, worse.error.type, worse.error.message) == (
        "raised", "SyntaxError", "invalid syntax (worse.py, line 1)"
    )  # fmt: skip


def test_module_knows_its_name_and_no_path_of_the_host(folder: Folder) -> None:
    package(folder).write(helper="print(__name__, __file__, __doc__, __package__)")
    assert (
        folder.printed("import helper\nprint(helper.__name__, helper.__file__)")
        == "helper helper.py None \nhelper helper.py\n"
    )
    shown = folder.printed(
        "import pkg, pkg.sub.deep as d\nprint(pkg.__file__, pkg.__path__, d.__file__, d.__package__)"
    )
    assert shown == "pkg/__init__.py ['pkg'] pkg/sub/deep.py pkg.sub\n"


def test_main_guard_of_a_module_does_not_run(folder: Folder) -> None:
    folder.write(tool="def main(): print('main')\nif __name__ == '__main__': main()")
    assert folder.printed("import tool\nprint(__name__, tool.__name__)") == "__main__ tool\n"


def test_module_with_a_getattr_of_its_own_is_asked(folder: Folder) -> None:
    """PEP 562."""
    folder.write(lazy="def __getattr__(name):\n    if name == 'late': return 5\n    raise AttributeError(name)")
    assert (
        folder.printed("import lazy\nprint(lazy.late, hasattr(lazy, 'no'))\nfrom lazy import late\nprint(late)")
        == "5 False\n5\n"
    )


def test_getattr_of_a_module_is_asked_once_for_a_name(folder: Folder) -> None:
    """Where the second answer is an error, the interpreter would take "os.path" from the host's modules (I3)."""
    text = "__name__ = 'os'\nseen = []\ndef __getattr__(name):\n    if name in seen: raise AttributeError(name)\n"
    folder.write(lazy=text + "    seen.append(name)\n    return 'made'")
    assert folder.printed("from lazy import path, seen\nprint(path, seen)") == "made ['path']\n"
    result = folder.run("from lazy import path\nfrom lazy import path")
    assert result.error is not None
    assert result.error.type == "ImportError"


def test_attributes_of_a_module_are_its_variables(folder: Folder) -> None:
    folder.write(helper="x = 1\n_y = 2\ndef f(): return x")
    text = (
        "import helper\nhelper.x = 5\nprint(helper.f(), helper._y, dir(helper), sorted(vars(helper)))\ndel helper.x\n"
        "print(hasattr(helper, 'x'), repr(helper), getattr(helper, 'none', 0))"
    )
    names = "['__doc__', '__file__', '__name__', '__package__', '_y', 'f', 'x']"
    assert folder.printed(text) == f"5 2 {names} ['_y', 'f', 'x']\nFalse <module 'helper' from 'helper.py'> 0\n"


@pytest.mark.parametrize(
    "attempt",
    [
        "helper.__builtins__ = {}", "helper.__builtins__", "setattr(helper, '@write', 1)", "vars(helper)['x'] = 1",
        "helper.__dict__['x'] = 1", "helper.__class__()", "helper.__name__ = 'x'", "setattr(helper, 'a b', 1)",
        "getattr(helper, '__builtins__')", "import copy; copy.copy(helper)", "type('M', (type(helper),), {})",
        "type(helper).x = 1", "helper.__loader__", "object.__getattribute__(helper, '__dict__')",
    ],
)  # fmt: skip
def test_module_gives_away_nothing_else(folder: Folder, attempt: str) -> None:
    folder.write(helper="x = 1")
    assert folder.run(f"import helper\n{attempt}").outcome in ("refused", "denied", "raised")


def test_file_does_not_shadow_a_facade_or_a_module_that_is_not_granted(folder: Folder) -> None:
    folder.write(math="pi = 3", socket="x = 1", os="x = 1", rexec="x = 1", builtins="x = 1")
    assert folder.printed("import math\nprint(math.pi > 3.1)") == "True\n"
    reasons = {"socket": "it opens connections", "builtins": "it reaches into the interpreter"}
    for name, why in reasons.items():
        reason = f"no policy can grant it, since {why}"
        result = folder.run(f"import {name}")
        assert (result.outcome, result.error and result.error.message) == (
            "denied",
            f"module '{name}' is not granted: {reason}",
        )
    assert folder.printed("import rexec\nprint(rexec.x)") == "1\n"
    strict = run("import math", Policy(import_path=(str(folder.root),)))
    assert strict.outcome == "denied"


def test_links_that_lead_out_are_not_followed(folder: Folder, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.py").write_text("value = 'secret'")
    (outside / "__init__.py").write_text("value = 'secret'")
    (folder.root / "linked.py").symlink_to(outside / "secret.py")
    (folder.root / "linked_package").symlink_to(outside)
    (folder.root / "real.py").write_text("value = 1")
    (folder.root / "alias.py").symlink_to(folder.root / "real.py")
    for name in ("linked", "linked_package", "linked_package.secret"):
        result = folder.run(f"import {name}")
        assert result.outcome in ("raised", "denied")
        assert "secret" not in (result.error.message if result.error else "") or name.endswith("secret")
    assert folder.run("import real").outcome == "finished"


def test_other_files_are_no_modules(folder: Folder) -> None:
    for name in ("a.pyc", "b.so", "c.txt", "d.pth"):
        (folder.root / name).write_bytes(b"x = 1")
    (folder.root / "e").mkdir()
    (folder.root / "e" / "f.so").write_text("x = 1")
    with zipfile.ZipFile(folder.root / "g.zip", "w") as archive:
        archive.writestr("g.py", "x = 1")
    for name in ("a", "b", "c", "d", "e.f", "g", "g.g", "nothing"):
        result = folder.run(f"import {name}")
        assert result.error is not None
        assert result.error.type == "ModuleNotFoundError"


@pytest.mark.parametrize(
    "name", ["__import__('..secret')", "import .secret", "from ... import secret", "from .secret import x"]
)
def test_main_has_no_package(folder: Folder, name: str) -> None:
    assert folder.run(name).outcome in ("refused", "raised")


def test_import_outside_of_the_path_is_denied_in_the_same_words(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "above.py").write_text("x = 1")
    there, missing = folder.run("import above").error, folder.run("import nowhere").error
    assert there is not None
    assert missing is not None
    assert (there.type, there.message) == (missing.type, missing.message.replace("nowhere", "above"))


def test_modules_of_a_session_persist(folder: Folder) -> None:
    folder.write(helper="n = 0")
    policy = Policy(import_path=(str(folder.root),))
    with Sandbox(policy).session() as session:
        session.run("import helper\nhelper.n = 5")
        assert session.run("import helper as again\nagain.n").value == 5
    assert run("import helper\nhelper.n", policy).value == 0


def test_module_sees_the_builtins_of_its_guest(folder: Folder) -> None:
    folder.write(helper="try: eval\nexcept NameError: print('none')\ndef f(): print('guest')\nimport math")
    assert folder.printed("import helper\nhelper.f()") == "none\nguest\n"
    policy = Policy(import_path=(str(folder.root),), deny_builtins=frozenset({"print"}))
    assert run("import helper", policy).outcome == "denied"
