"""Two RExec in one process, and one that two threads use, share nothing that a guest could observe."""

from __future__ import annotations

import contextlib
import decimal
import random
import threading
from pathlib import Path
from typing import Any

import pytest

from classic_runs import inside, raised, sub
from rexec.classic.rexec import RExec
from rexec.guest.facades import FILES

MODULES = tuple(sorted(name for name in FILES if "." not in name and name not in ("__future__", "os", "sys", "posix")))


def everything() -> RExec:
    return sub(ok_builtin_modules=MODULES, nok_builtin_names=(), ok_path=())()


@pytest.mark.parametrize(
    ("change", "look", "fresh"),
    [
        ("n = 1", "'n' in dir()", False),
        ("import builtins", "'builtins' in dir()", False),
        ("import os; os.environ['OF_A_TEST'] = '1'", "import os; x = 'OF_A_TEST' in os.environ", False),
        ("import sys; sys.path.append('x')", "import sys; x = 'x' in sys.path", False),
        ("import sys; sys.argv[0] = 'y'", "import sys; x = sys.argv", ["RESTRICTED"]),
        ("import sys; sys.exc_info.x = 1", "import sys; x = hasattr(sys.exc_info, 'x')", False),
        ("import decimal; decimal.getcontext().prec = 5", "import decimal; x = decimal.getcontext().prec", 28),
        ("import re; re.compile('x').x = 1", "import re; x = hasattr(re.compile('x'), 'x')", False),
        ("import errno; errno.errorcode.clear()", "import errno; x = len(errno.errorcode) == 0", False),
        (
            "import abc\nclass A(abc.ABC): pass\nA.register(int)",
            "import abc\nclass A(abc.ABC): pass\nx = issubclass(int, A)",
            False,
        ),
        (
            "import collections.abc\ncollections.abc.Sized.register(int)",
            "import collections.abc\nx = isinstance(1, collections.abc.Sized)",
            False,
        ),
        ("import json; json.dumps.x = 1", "import json; x = hasattr(json.dumps, 'x')", False),
        ("import string; string.Template.delimiter = '%'", "import string; x = string.Template.delimiter", "$"),
        ("import warnings; warnings.filters.clear()", "import warnings; x = not warnings.filters", False),
        ("import copy; copy.error.x = 1", "import copy; x = hasattr(copy.error, 'x')", False),
        ("class A: pass\nclass B(A): pass", "class A: pass\nx = A.__subclasses__()", []),
        ("import logging; logging.root.x = 1", "import logging; x = hasattr(logging.root, 'x')", False),
    ],
)  # fmt: skip
def test_what_one_changes_the_other_does_not_see(change: str, look: str, fresh: Any) -> None:
    one, two = everything(), everything()
    text = look if "x =" in look else f"x = {look}"
    for _ in range(2):
        with contextlib.suppress(AttributeError, TypeError):  # where it cannot even be changed
            one.r_exec(change)
        assert inside(text, two) == fresh
    assert inside(text, everything()) == fresh


def test_random_numbers_are_each_instances_own() -> None:
    state = random.getstate()
    one, two = everything(), everything()
    inside("import random; random.seed(1)", one)
    inside("import random; random.seed(1)", two)
    draws = [inside("import random; x = random.random()", r) for r in (one, two, one, two)]
    assert draws[0] == draws[1] and draws[2] == draws[3] and draws[0] != draws[2]
    assert random.getstate() == state


def test_decimal_context_of_the_host_stays() -> None:
    with decimal.localcontext() as context:
        context.prec = 11
        r = everything()
        assert inside("import decimal; decimal.getcontext().prec = 5; x = decimal.getcontext().prec", r) == 5
        assert decimal.getcontext().prec == 11
        assert inside("x = decimal.getcontext().prec", r) == 5


def test_modules_are_each_instances_own(tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text("items = []\nclass C: pass")
    cls = sub(ok_path=(str(tmp_path),))
    one, two = cls(), cls()
    inside("import m, math; m.items.append(1); m.C.x = 1", one)
    assert inside("import m, math; x = m.items, hasattr(m.C, 'x')", two) == ([], False)
    for name in ("m", "math", "sys", "os", "builtins", "__main__"):
        assert one.modules[name] is not two.modules[name]
    assert one.environment.builtins is not two.environment.builtins
    for name in ("open", "print", "getattr", "reload", "type"):
        assert one.r_eval(name) is not two.r_eval(name)


def test_what_one_hands_to_the_other_is_denied_there() -> None:
    one, two = everything(), everything()
    two.add_module("__main__").m = one.modules["sys"]
    assert isinstance(raised("reload(m)", two), ImportError)
    assert isinstance(raised("m.argv = []", two), AttributeError)


def in_threads(*calls: Any) -> list[Any]:
    """What the calls raise, each in a thread of its own, all at once."""
    barrier = threading.Barrier(len(calls), timeout=60)
    failures: list[Any] = []

    def run(call: Any) -> None:
        barrier.wait()
        try:
            call()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return failures


def test_two_threads_use_one_instance(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text("for _ in range(20000): pass\nn = 1")
    r = sub(ok_path=(str(tmp_path),), ok_builtin_modules=("decimal", "math", "json"))()
    r.r_exec("import decimal\ndef work(n):\n    total = 0\n    for i in range(n): total += i\n    return total")

    def one() -> None:
        for n in range(100):
            assert r.r_eval(f"work({n})") == sum(range(n))
            r.s_exec("import sys\nsys.stdout.flush()")

    def two() -> None:
        with pytest.raises(AttributeError):
            r.r_eval("__name__ and sys.stdout")
        for n in range(100):
            assert r.r_eval(f"work({n})") == sum(range(n))
            r.r_exec("import json\nimport math as m")

    r.r_exec("import sys")
    assert in_threads(one, two) == []


def test_two_threads_import_the_same_module_once(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text("import math\nfor _ in range(50000): pass\nn = [1]")
    r = sub(ok_path=(str(tmp_path),))()
    found: list[Any] = []
    assert in_threads(*[lambda: found.append(r.r_import("slow").n)] * 4) == []
    assert all(each is found[0] for each in found)


def test_each_thread_has_a_decimal_context_of_its_own() -> None:
    r = everything()
    r.r_exec("import decimal; decimal.getcontext().prec = 5")
    seen: list[int] = []
    assert in_threads(lambda: seen.append(r.r_eval("decimal.getcontext().prec"))) == []
    assert seen == [28]
    assert r.r_eval("decimal.getcontext().prec") == 5
