"""Trees of modules that must behave as in plain CPython, to the words of each error; and files that are never read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guest_runs import EVERYTHING, run
from rexec.policy import Budget, Policy
from rexec.result import Result
from rexec.sandbox import Sandbox

TOLD = "\nexcept Exception as error: print(type(error).__name__, error, getattr(error, 'name', '-'))\n"

# Title: (the tree, the main text). Both Pythons print the same; paths of the host's are cut off from CPython's.
TREES: dict[str, tuple[dict[str, str], str]] = {
    "a name is not in a module that is loading": (
        {"a.py": "from b import y\nx = 1", "b.py": "from a import x\ny = 2"}, "try: import a" + TOLD,
    ),
    "a name is not in a package that is loading": (
        {"p/__init__.py": "from .m import y\nx = 1", "p/m.py": "from . import x\ny = 2"}, "try: import p" + TOLD,
    ),
    "an attribute is not in a module that is loading": (
        {"a.py": "import b\nx = 1", "b.py": "import a\nprint(a.x)"}, "try: import a" + TOLD,
    ),
    "a module that is loading is found under its package": (
        {"p/__init__.py": "", "p/a.py": "import p.b as other\nx = 1", "p/b.py": "import p.a as other\ny = 2\n"},
        "import p.a\nprint(p.a.other.y, p.b.other.x, p.a.other is p.b)",
    ),
    "from a package takes a module that is loading": (
        {"p/__init__.py": "", "p/a.py": "from . import b\nx = 1", "p/b.py": "from p import a\ndef f(): return a.x"},
        "import p.a\nprint(p.b.f(), p.b.a is p.a)",
    ),
    "from a package takes several names and a module that is loading": (
        {"p/__init__.py": "n = 5", "p/a.py": "from . import b\nx = 1", "p/b.py": "from . import n, a as q\nm = n"},
        "from p.a import b, x\nprint(b.m, x, b.q.x)",
    ),
    "a missing name": (
        {"p/__init__.py": "", "p/m.py": "x = 1"},
        "".join(f"try: {text}{TOLD}" for text in (
            "from p import nothing", "from p.m import nothing", "import p.nothing", "import p.m.nothing",
            "import nothing",
            "import p.nothing.more", "from p.nothing import x", "from p.m.nothing import x", "import p; p.nothing",
            "import p.m as m; m.nothing",
        )),
    ),
    "a module that misses another": (
        {"p/__init__.py": "", "p/m.py": "import zzz"},
        f"try: from p import m{TOLD}try: import p.m{TOLD}try: from p.m import x{TOLD}",
    ),
    "a directory without __init__": (
        {"space/m.py": "from . import n\nfrom .deep import d\nx = n.x", "space/n.py": "x = 3",
         "space/deep/d.py": "y = __package__"},
        "import space.m, space\nprint(space.m.x, space.m.d.y, space.__name__, space.m.__name__, space.__file__)\n"
        f"try: from space import nothing{TOLD}",
    ),
    "a module beside a package of its name": (
        {"m.py": "x = 'module'", "m/__init__.py": "x = 'package'", "n.py": "x = 'module'", "n/o.py": ""},
        "import m, n\nprint(m.x, n.x)",
    ),
    "a variable under the name of a submodule": (
        {"p/__init__.py": "m = 1", "p/m.py": "x = 1"},
        "from p import m\nprint(m)\nimport p.m as n\nprint(n.x)\nimport p\nprint(p.m.x)",
    ),
    "a package that hides a submodule": (
        {"p/__init__.py": "from .m import m", "p/m.py": "def m(): return 'function'"},
        "from p import m\nprint(m())\nimport p.m as n\nprint(n is m)",
    ),
    "a submodule that was deleted": (
        {"p/__init__.py": "", "p/m.py": "x = 1"},
        "import p.m, sys\nfirst = p.m\ndel p.m\nfrom p import m\nprint(m is first, 'p.m' in sys.modules)",
    ),
    "a package that fails keeps the modules it has loaded": (
        {"p/__init__.py": "import p.m\nraise ValueError('no')", "p/m.py": "print('loaded')"},
        "import sys\nfor _ in 1, 2:\n    try: import p" + TOLD.replace("\n", "\n    ") +
        "\nprint('p' in sys.modules, 'p.m' in sys.modules)",
    ),
    "relative imports": (
        {"p/__init__.py": "x = 1", "p/q/__init__.py": "from ... import x", "p/r.py": "from .. import x",
         "p/s.py": "from .r.t import x",
         "p/u.py": "from .v import w", "p/v.py": "w = 1"},
        "".join(f"try: import p.{each}{TOLD}" for each in "qrsu")
        + f"try: from . import x{TOLD}try: from .p import x{TOLD}",
    ),
    "__getattr__ of a package": (
        {"p/__init__.py": "def __getattr__(name):\n    if name == 'late': return 7\n"
            "    raise AttributeError('none of ' + name)",
         "p/m.py": "x = 1"},
        f"from p import late, m\nprint(late, m.x)\ntry: from p import nothing{TOLD}import p\ntry: p.nothing{TOLD}",
    ),
    "a module of another encoding": (
        {"latin.py": "# -*- coding: latin-1 -*-\nx = '\xe9'", "bom.py": "\ufeffx = '\xe9'"},
        "import latin, bom\nprint(ascii(latin.x), ascii(bom.x))",
    ),
    "a syntax error": (
        {"bad.py": "x = 1\ndef f(:\n    pass\n", "nul.py": "x = 1\n", "p/__init__.py": "", "p/bad.py": "x = = 1"},
        "for _ in 1, 2:\n    try: import bad\n"
        "    except SyntaxError as error: print(error.lineno, error.offset, error.text.strip(), error.filename)\n"
        "try: import p.bad\nexcept SyntaxError as error: print(error)",
    ),
    "a module that imports itself": (
        {"me.py": "import me\nfrom me import __name__ as n\nprint(me.__name__, n)"}, "import me",
    ),
    "what a module knows of itself": (
        {"p/__init__.py": "", "p/m.py": "print(__name__, __package__, __file__, __doc__)",
         "n.py": "'''doc'''\nprint([__package__], __doc__)"},
        "import p.m, n, p\n"
        "print(p.__file__, p.__path__, p.__package__, [n.__package__], p.m.__doc__)\n"
        "print(n.__doc__, n, p.m)",
    ),
    "traceback of a module": (
        {"p/__init__.py": "", "p/m.py": "def f(x):\n    return 1 / x"},
        "import p.m\ntry: p.m.f(0)\nexcept ZeroDivisionError as error: print(error)",
    ),
}  # fmt: skip


def plant(root: Path, tree: dict[str, str]) -> None:
    for name, text in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("latin-1" if "latin-1" in text else "utf-8"))


def guest(root: Path, text: str, **options: object) -> Result:
    policy = Policy(name="tree", modules=EVERYTHING.modules, import_path=(str(root),), **options)  # type: ignore[arg-type]
    return run(text, policy, filename="main.py")


@pytest.mark.parametrize("title", TREES)
def test_tree_of_modules_behaves_as_in_cpython(tmp_path: Path, title: str) -> None:
    tree, text = TREES[title]
    plant(tmp_path, tree)
    result = guest(tmp_path, text)
    assert result.outcome == "finished", result.error
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-B", "-c", text]
    plain = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd="/")
    assert result.stdout == plain.stdout.replace(f"{tmp_path}/", "")
    assert str(tmp_path) not in repr(result)


# --------------------------------------------------------------------------------------------------------------
# Files that are never read


def test_pipe_device_and_directory_are_no_modules(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "zero.py").symlink_to("/dev/zero")
    (tmp_path / "package").mkdir()
    os.mkfifo(tmp_path / "package" / "__init__.py")
    for name in ("pipe", "folder", "zero"):
        error = guest(tmp_path, f"import {name}").error
        assert error is not None
        assert (error.type, error.message) == ("ModuleNotFoundError", f"No module named '{name}'")
    assert guest(tmp_path, "import package\npackage.__file__ is None").value is True


@pytest.mark.parametrize("place", ["m.py", "p", "p/__init__.py", "p/q", "p/q/m.py"])
def test_no_link_is_followed_at_any_step(tmp_path: Path, place: str) -> None:
    """Not even to a file within the import path: what a link leads to can be changed between two looks."""
    plant(tmp_path / "root", {"m.py": "x = 1", "p/__init__.py": "x = 1", "p/q/__init__.py": "", "p/q/m.py": "x = 1"})
    name = place.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")
    assert guest(tmp_path / "root", f"import {name}").outcome == "finished"
    (tmp_path / "root" / place).rename(tmp_path / "root" / "elsewhere")
    (tmp_path / "root" / place).symlink_to(tmp_path / "root" / "elsewhere")
    result = guest(tmp_path / "root", f"import {name} as found\nprint(found.__file__)")
    assert result.outcome == "raised" or result.stdout == "None\n", result


@pytest.mark.parametrize(
    "name", ["../secret", "..secret", "p/m", "p.m/..", "p\\m", "/etc/passwd", "m\0", "m.py", "", ".", "..", "p.", "n/"]
)
def test_name_with_separators_is_no_module(tmp_path: Path, name: str) -> None:
    plant(tmp_path, {"secret.py": "x = 1", "root/m.py": "x = 1", "root/p/__init__.py": "", "root/p/m.py": "x = 1"})
    with Sandbox(Policy(import_path=(str(tmp_path / "root"),))).session() as session:
        assert session._environment is not None
        gate = session._environment.builtins["__import__"]
        with pytest.raises(ModuleNotFoundError):
            session._context.run(gate, name, session._environment.main, None, None, 0)


def test_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    with open(tmp_path / "huge.py", "wb") as file:
        file.truncate(1 << 40)
    error = guest(tmp_path, "import huge").error
    assert error is not None
    assert (error.type, error.rule) == ("rexec.DeniedImportError", "import")
    small = Policy(import_path=(str(tmp_path),), budget=Budget(source_bytes=10))
    (tmp_path / "m.py").write_text("x = 123456789")
    assert run("import m", small).outcome == "denied"
    reading = Policy(read_path=(str(tmp_path),))
    error = run("open(path)", reading, inputs={"path": str(tmp_path / "huge.py")}).error
    assert error is not None
    assert error.message.endswith("is larger than 67108864 bytes")


def test_data_beside_a_module_is_read_where_it_is_granted(tmp_path: Path) -> None:
    reader = (
        "import os.path\nhere = os.path.dirname(__file__)\ndef load(name): return open(os.path.join(here, name)).read()"
    )
    plant(tmp_path, {"root/p/__init__.py": reader, "root/p/data.txt": "data", "root/m.py": "", "secret.txt": "secret"})
    text = "from p import load\nload('data.txt')"
    granted = {"read_path": (str(tmp_path / "root" / "p"),)}
    assert guest(tmp_path / "root", text, **granted).value == "data"
    assert guest(tmp_path / "root", text).outcome == "denied"
    for name in ("../m.py", "../../secret.txt", "/etc/passwd"):
        assert guest(tmp_path / "root", text.replace("data.txt", name), **granted).outcome == "denied"
    error = guest(tmp_path / "root", text.replace("data.txt", "none"), **granted).error
    assert error is not None
    assert (error.type, error.message) == ("FileNotFoundError", "[Errno 2] No such file or directory: 'p/none'")


# --------------------------------------------------------------------------------------------------------------
# What environments share


def test_environments_share_programs_not_modules(tmp_path: Path) -> None:
    plant(tmp_path, {"shared.py": "items = []\ndef add(x):\n    items.append(x)\n    return items\nclass A: x = 1"})
    policy = Policy(import_path=(str(tmp_path),))
    with Sandbox(policy).session() as one, Sandbox(policy).session() as two:
        assert one.run("import shared\nshared.A.x = 2\nshared.add(1)").value == [1]
        assert two.run("import shared\n[shared.add(2), shared.A.x]").value == [[2], 1]
        codes = [each._environment.main["shared"].add.__code__ for each in (one, two) if each._environment is not None]
        assert codes[0] is codes[1]
        assert one._environment is not None
        assert two._environment is not None
        assert one._environment.main["shared"] is not two._environment.main["shared"]
    (tmp_path / "shared.py").write_text("items = 5")
    assert run("import shared\nshared.items", policy).value == 5


def test_module_and_main_of_one_file_name_do_not_lend_each_other_lines(tmp_path: Path) -> None:
    plant(tmp_path, {"main.py": "def f():\n    raise ValueError"})
    error = guest(tmp_path, "import main\n# another text\nmain.f()").error
    assert error is not None
    assert [each.source_line for each in error.frames] == [None, None]


# --------------------------------------------------------------------------------------------------------------
# An escape: what a guest binds in place of a package may say that it is one of the host's


@pytest.mark.parametrize(
    "bound",
    [
        "class E: pass\ne = E()\ne.__name__ = 'os'", "class e: __name__ = 'os'", "import m as e",
        "def e(): pass\ne.__name__ = 'os'", "class os: pass\ne = os", "import math as e", "e = 5",
    ],
)  # fmt: skip
def test_package_that_was_bound_to_something_else_is_not_read_from(tmp_path: Path, bound: str) -> None:
    """IMPORT_FROM takes ``os.path`` of sys.modules where ``p.q`` has no ``path`` and says that its name is ``os``."""
    plant(tmp_path, {"p/__init__.py": "", "p/q/__init__.py": "", "p/q/path.py": "", "m.py": "__name__ = 'os'"})
    result = guest(tmp_path, f"import p.q.path\n{bound}\np.q = e\nimport p.q.path as x\nprint(x)")
    assert result.outcome in ("raised", "denied")
    assert result.error is not None
    assert result.error.type in ("ImportError", "rexec.DeniedImportError")


def test_package_that_was_bound_to_another_module_is_read_from(tmp_path: Path) -> None:
    plant(tmp_path, {"p/__init__.py": "", "p/q/__init__.py": "", "p/q/path.py": "x = 1", "m.py": "path = 7"})
    assert guest(tmp_path, "import p.q.path, m\np.q = m\nimport p.q.path as x\nx").value == 7
    assert guest(tmp_path, "import p.q.path, m\np.q = 5\nimport p.q as x\nx").value == 5


LIAR = """
import math, p, p.q.path
class Liar:
    asked = 0
    def __getattribute__(self, name):
        if name == "path":
            Liar.asked += 1
            if Liar.asked > LIMIT: raise AttributeError(name)
        return type(math) if name == "__class__" else "os" if name == "__name__" else lambda *given: ("path",)
p.q = Liar()
try:
    import p.q.path as found
except ImportError as error:
    print("no", type(error).__name__)
else:
    print("found", found)
"""


@pytest.mark.parametrize("limit", range(4))
def test_object_that_says_it_is_a_module_is_none(tmp_path: Path, limit: int) -> None:
    """I5: by ``__class__``; the interpreter would look for what it misses among the modules of the host."""
    (tmp_path / "p" / "q").mkdir(parents=True)
    for name in ("p/__init__.py", "p/q/__init__.py", "p/q/path.py"):
        (tmp_path / name).write_text("", encoding="utf-8")
    policy = Policy(name="liar", modules={"math": True}, import_path=(str(tmp_path),))
    result = run(LIAR.replace("LIMIT", str(limit)), policy)
    assert result.outcome == "finished", result.error
    assert result.stdout.startswith("no DeniedImportError")
