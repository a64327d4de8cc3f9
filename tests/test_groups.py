"""What ``except*`` may split: whatever way a method got into a group, C's ``except*`` never calls it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from rexec.errors import DeniedTypeError
from rexec.guest.guards.groups import sound_group


class Namespace(dict[str, Any]):
    """It says that it is empty; C code does not ask it."""

    def keys(self) -> Any:
        raise AssertionError

    __iter__ = __contains__ = __getitem__ = keys  # type: ignore[assignment]  # whatever is asked


OWN: list[tuple[str, Callable[[Any], None]]] = [
    ("split", lambda group: setattr(group, "split", print)),
    ("derive", lambda group: setattr(group, "derive", print)),
    ("derive", lambda group: setattr(group.exceptions[1], "derive", print)),
    ("split", lambda group: setattr(type(group), "split", print)),
    ("derive", lambda group: setattr(type(group), "derive", print)),
    ("subgroup", lambda group: setattr(type(group), "subgroup", print)),
    ("__getattr__", lambda group: setattr(type(group), "__getattr__", print)),
    ("__getattribute__", lambda group: setattr(type(group), "__getattribute__", object.__getattribute__)),
    ("__notes__", lambda group: setattr(type(group), "__notes__", property(print))),
    ("__notes__", lambda group: setattr(group, "__notes__", range(1))),
    ("split", lambda group: setattr(group, "__dict__", Namespace(split=print))),
    ("__notes__", lambda group: setattr(group, "__dict__", Namespace(__notes__=range(1)))),
    ("Name", lambda group: group.__dict__.update({type("Name", (str,), {})("name"): 1})),
]


def made() -> Any:
    class Group(ExceptionGroup[Exception]):
        pass

    inner = Group("inner", [KeyError()])
    return Group("outer", [ValueError(), inner, inner])


@pytest.mark.parametrize(("name", "change"), OWN)
def test_a_group_with_its_own_answer_is_not_split(name: str, change: Callable[[Any], None]) -> None:
    group = made()
    change(group)
    try:
        raise group
    except Exception:
        with pytest.raises(DeniedTypeError, match=f'with its own "{name}"') as denied:
            sound_group(ValueError)
    assert denied.value.rule == "group"


def test_a_method_behind_those_of_the_interpreter_is_seen() -> None:
    class Behind(Exception):
        def __getattribute__(self, name: str) -> Any:
            return super().__getattribute__(name)

    class Group(ExceptionGroup[Exception], Behind):
        pass

    try:
        raise Group("g", [ValueError()])
    except Exception:
        with pytest.raises(DeniedTypeError, match="__getattribute__"):
            sound_group(ValueError)


def test_any_other_exception_passes() -> None:
    group = made()
    group.extra, group.__notes__ = 1, ["note"]
    kinds = (ValueError, KeyError)
    for each in (group, ValueError(), BaseExceptionGroup("b", [SystemExit()])):
        try:
            raise each
        except BaseException:
            assert sound_group(kinds) is kinds
    assert sound_group(kinds) is kinds


def test_groups_that_share_their_parts_are_looked_at_once() -> None:
    group: Any = ExceptionGroup("g", [ValueError()])
    for _ in range(200):
        group = ExceptionGroup("g", [group, group])
    try:
        raise group
    except Exception:
        assert sound_group(ValueError) is ValueError


# As if a hole had been found: the guest has a function that writes into any namespace.
HOLE = """
from rexec import Sandbox
text = '''
ANSWER = (b"a" * 64, b"b" * 64)
def bad(exceptions):
    group = ExceptionGroup("bad", exceptions)
    put(group, "split", lambda kinds: ANSWER)
    return group
def prepare(how, group):
    if how == "split": put(group, "split", lambda kinds: ANSWER)
    elif how == "derive": put(group, "derive", bad)
    elif how == "inner": put(group.exceptions[0], "derive", bad)
    elif how == "class": put_class(type(group), "split", lambda self, kinds: ANSWER)
def late(how, group):
    prepare(how, group)
    return TypeError
def new():
    class Group(ExceptionGroup): pass
    return Group("g", [Group("h", [ValueError(), KeyError()]), KeyError()])
def first(how):
    group = new()
    prepare(how, group)
    try: raise group
    except* TypeError: pass
    except* ValueError: pass
    except* KeyError: pass
def second(how):
    group = new()
    try: raise group
    except* late(how, group): pass
    except* ValueError: pass
    except* KeyError: pass
def third(how):
    group = new()
    try: raise group
    except* TypeError: pass
    except* (late(how, group), ValueError) as found: prepare(how, found) if how != "class" else None
    except* KeyError as found: print(type(found.exceptions).__name__)
for function in (first, second, third):
    for how in ("split", "derive", "inner", "class"):
        try: function(how)
        except TypeError as error: print(error)
'''
import rexec.guest.builtins as builtins
real = builtins.make_builtins
namespace = BaseException.__dict__["__dict__"].__get__
def with_hole(world):
    return {**real(world), "put": lambda owner, name, value: namespace(owner).update({name: value}),
            "put_class": type.__setattr__}
import rexec.guest.environment as environment
environment.make_builtins = with_hole
result = Sandbox("default").run(text)
print(result.outcome, result.error and result.error.message)
print(result.stdout)
"""


def test_a_hole_elsewhere_does_not_reach_except_star() -> None:
    """CPython 3.11 to 3.13 would end with a segmentation fault, so another process tries."""
    done = subprocess.run([sys.executable, "-I", "-c", HOLE], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    first, *told = done.stdout.split("\n")
    assert first == "finished None"
    assert sum("except* cannot split" in line for line in told) >= 8
