"""Statements 61 to 63 of the specification, conversions to and from policies, and tuples that are empty."""

from __future__ import annotations

import importlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import rexec
from classic_runs import inside, raised, sub
from rexec.classic.file_types import C_BUILTIN, C_EXTENSION, PKG_DIRECTORY, PY_COMPILED, PY_FROZEN, PY_SOURCE
from rexec.classic.rexec import RExec
from rexec.errors import PolicyError
from rexec.policy import Budget, Policy
from rexec.policy_file import load, loads
from rexec.sandbox import Sandbox

SIX = (
    "nok_builtin_names", "ok_builtin_modules", "ok_path", "ok_posix_names", "ok_sys_names", "ok_file_types",
)  # fmt: skip


# --------------------------------------------------------------------------------------------------------------
# Read once


def test_61_changing_an_instance_has_no_effect(tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text("")
    r: Any = RExec()
    before, suffixes = r.to_policy(), r.get_suffixes()
    r.nok_builtin_names += ("abs",)
    r.ok_builtin_modules += ("json",)
    r.ok_path += (str(tmp_path),)
    r.ok_posix_names = r.ok_sys_names = r.ok_file_types = ()
    assert inside("import os, sys\nx = abs(-1), os.getcwd() and sys.version", r)[0] == 1
    assert isinstance(raised("import json", r), ImportError)
    assert isinstance(raised("import m", r), ImportError)
    assert r.get_suffixes() == suffixes
    assert not r.is_builtin("json")
    assert r.to_policy() == before


def test_61_what_a_subclass_sets_before_construction_counts() -> None:
    class Own(RExec):
        def __init__(self) -> None:
            self.ok_builtin_modules = ("bisect",)
            super().__init__()

    assert inside("import bisect\nx = 1", Own()) == 1
    assert isinstance(raised("import math", Own()), ImportError)


@pytest.mark.parametrize("name", SIX)
def test_62_changing_the_class_affects_later_instances_only(name: str) -> None:
    class Own(RExec):
        pass

    early, policy = Own(), Own().to_policy()
    setattr(Own, name, ())
    assert early.to_policy() == policy
    assert Own().to_policy() == Own.to_policy()
    assert Own().to_policy() != policy


@pytest.mark.parametrize("name", SIX)
def test_63_single_text_is_a_type_error_and_a_list_is_not(name: str) -> None:
    for wrong in ("version", b"version", bytearray(b"x")):
        with pytest.raises(TypeError, match=f"Sub.{name}: a tuple of .* is wanted, not the single"):
            sub(**{name: wrong})()
    with pytest.raises(TypeError, match="is wanted, not int"):
        sub(**{name: 7})()
    with pytest.raises(TypeError, match="None is"):
        sub(**{name: (None,)})()
    sub(**{name: list(getattr(RExec, name))})()
    sub(**{name: iter(())})()


def test_63_subclass_of_str_is_no_name() -> None:
    class S(str):
        pass

    with pytest.raises(TypeError, match="'abs' is not a plain str"):
        sub(nok_builtin_names=(S("abs"),))()


@pytest.mark.parametrize("kind", [PY_COMPILED, PKG_DIRECTORY, C_BUILTIN, PY_FROZEN, 99])
def test_file_types_that_cannot_be_are_value_errors(kind: int) -> None:
    with pytest.raises(ValueError, match=r"Sub.ok_file_types: "):
        sub(ok_file_types=(PY_SOURCE, kind))()
    with pytest.raises(TypeError):
        sub(ok_file_types=(True,))()


@pytest.mark.parametrize(
    ("attributes", "error"),
    [
        ({"ok_path": ("a\0b",)}, PolicyError),
        ({"ok_environ_names": "HOME"}, TypeError),
        ({"module_exports": ("json",)}, TypeError),
        ({"module_exports": {"json": "dumps"}}, TypeError),
        ({"ok_builtin_modules": ("json",), "module_exports": {"json": ("dump_it",)}}, PolicyError),
        ({"budget": 7}, TypeError),
    ],
)
def test_bad_attributes_are_one_clear_error(attributes: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error) as found:
        sub(**attributes)()
    assert "\n" not in str(found.value)


def test_constants_have_their_old_values() -> None:
    assert (rexec.PY_SOURCE, rexec.PY_COMPILED, rexec.C_EXTENSION) == (1, 2, 3)
    suffixes = RExec().get_suffixes()
    assert (".py", "r", PY_SOURCE) in suffixes
    assert {kind for _, _, kind in suffixes} == {PY_SOURCE, C_EXTENSION}
    assert sub(ok_file_types=())().get_suffixes() == []


def test_snapshots_are_read_only() -> None:
    r: Any = RExec()
    assert r.ok_dynamic_modules == RExec.ok_builtin_modules
    assert any("python" in each for each in r.trusted_path)
    for name in ("ok_dynamic_modules", "trusted_path"):
        with pytest.raises(AttributeError):
            setattr(r, name, ())


# --------------------------------------------------------------------------------------------------------------
# Empty tuples


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ok_builtin_modules", "import math"),
        ("ok_path", "import mymod"),
        ("ok_posix_names", "import os\nos.getcwd"),
        ("ok_posix_names", "from posix import getcwd"),
        ("ok_posix_names", "import os\nos.path.exists"),
        ("ok_sys_names", "import sys\nsys.version"),
        ("ok_file_types", "import mymod"),
    ],
)
def test_denial_names_the_tuple_that_denied(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "mymod.py").write_text("")
    attributes: dict[str, Any] = {"ok_path": (str(tmp_path),), name: ()}
    error = raised(text, sub(**attributes)())
    assert isinstance(error, rexec.DeniedError)
    assert name in str(error)


@pytest.mark.parametrize("name", SIX)
def test_each_tuple_may_be_empty(name: str) -> None:
    r = sub(**{name: ()})()
    assert inside("import os, sys\nx = [len(p) for p in ('ab', os.sep)], sys.argv", r) == ([2, 1], ["RESTRICTED"])
    assert "builtins" in r.modules


def test_all_tuples_may_be_empty() -> None:
    assert sub(**dict.fromkeys(SIX, ()))().r_eval("1 + 1") == 2


# --------------------------------------------------------------------------------------------------------------
# Policies


def test_class_is_the_classic_policy() -> None:
    """But for what no file can know: the path and the environment of the process."""
    found = RExec().to_policy()
    assert found.import_path and found.environ
    assert replace(found, import_path=(), environ=()) == load("classic")
    assert RExec.to_policy() == found


def test_policy_becomes_an_rexec_and_the_same_policy_again() -> None:
    for name in ("classic", "default"):
        policy = load(name)
        r = policy.to_rexec()
        assert r.to_policy() is policy
        assert type(r).to_policy() is policy
        assert inside("import math\nx = math.floor(2.5)", r) == 2
        assert r.to_policy() == replace(type("Own", (type(r),), {})().to_policy(), name=policy.name)


def test_rexec_of_a_policy_grants_no_more() -> None:
    r = Policy().to_rexec()
    assert r.r_eval("1 + 1") == r.s_eval("1 + 1") == 2
    for name in ("os", "sys", "posix", "math", "__future__", "os.path"):
        assert isinstance(raised(f"import {name}", r), (ImportError, SyntaxError))
    assert isinstance(raised("open('/etc/passwd')", r), PermissionError)
    strict = Policy(deny_builtins=frozenset({"open", "abs", "input"}), modules={"os": ("sep",)}).to_rexec()
    for builtin in ("open", "abs", "input"):
        assert isinstance(raised(builtin, strict), NameError)
    assert inside("import os\nx = os.sep", strict) == "/"
    assert isinstance(raised("os.getcwd", strict), AttributeError)
    assert isinstance(raised("import os.path", strict), ImportError)


def test_attributes_of_a_converted_policy_say_what_it_does() -> None:
    text = '[builtins]\ndeny = ["abs"]\n[modules]\njson = ["dumps"]\nmath = true\nos = ["sep", "getcwd"]\nsys = true\n'
    cls = type(loads(text).to_rexec())
    assert cls.nok_builtin_names == ("open", "reload", "__import__", "abs")
    assert cls.ok_builtin_modules == ("json", "math")
    assert cls.module_exports == {"json": ("dumps",), "os": ("sep", "getcwd")}
    assert cls.ok_posix_names == ("getcwd",)
    assert "version" in cls.ok_sys_names
    assert cls.ok_file_types == (PY_SOURCE,)
    assert (cls.ok_path, cls.ok_read_path) == ((), ())


def test_policy_that_cannot_be_is_an_error_in_both_directions() -> None:
    with pytest.raises(PolicyError, match="there is no facade for this module"):
        Policy(modules={"socket": True}).to_rexec()
    with pytest.warns(UserWarning):
        r = sub(ok_builtin_modules=("opcode",))()
    for convert in (r.to_policy, sub(ok_builtin_modules=("opcode",)).to_policy):
        with pytest.raises(PolicyError, match=r"Sub[.]ok_builtin_modules: a policy cannot grant 'opcode'"):
            convert()


def test_sandbox_runs_under_the_policy_of_a_class() -> None:
    class Calculator(RExec):
        """One module."""

        ok_builtin_modules = ("math",)
        ok_path = ()
        ok_posix_names = ()

    policy = Calculator.to_policy()
    assert policy.name == "Calculator"
    assert Sandbox(policy).run("import math, os\nmath.floor(2.5), os.sep").value == (2, "/")
    assert Sandbox(policy).run("import re").outcome == "denied"


def test_budget_holds() -> None:
    r = sub(budget=Budget(output_bytes=10, source_bytes=100))()
    with pytest.raises(rexec.OutOfBudget):
        r.r_exec("print('x' * 50)")
    with pytest.raises(SyntaxError):
        r.r_exec("x = 1\n" * 50)


def test_names_are_public_and_loaded_late() -> None:
    assert rexec.RExec is RExec
    assert rexec.seed is importlib.import_module("rexec.seed")
    for name in ("RHooks", "RModuleLoader", "RModuleImporter", "Bastion", "BastionClass"):
        assert callable(getattr(rexec, name))
    import subprocess

    code = "import sys, rexec; print([m for m in sys.modules if m.startswith('rexec.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_exposed_object_is_not_handed_in_raw() -> None:
    with pytest.raises(TypeError, match=r"what expose\(\) returns is for inputs= only"):
        RExec().add_module("__main__").x = rexec.expose(object(), read=("a",))
