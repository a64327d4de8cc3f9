"""Private copies: what a guest talks them into, they do to nothing that the guest could not do it to."""

from __future__ import annotations

from textwrap import dedent

import pytest

from guest_runs import run

REPLACED = {
    "copy": """
import copy, sys
class Copied:
    def __new__(cls): return sys.modules["__main__"] if ready else object.__new__(cls)
ready = False
copied = Copied()
copied.__dict__["@write"] = copied.__dict__["reached"] = lambda value, name: value
ready = True
copy.copy(copied)
""",
    "cached_property": """
import functools, sys
cached = functools.cached_property(lambda self: lambda value, name: value)
cached.__set_name__(None, "@write")
cached.__get__(sys.modules["__main__"])
""",
    "UserDict": """
import collections, sys
class Copied(collections.UserDict):
    def __new__(cls): return sys.modules["__main__"] if ready else object.__new__(cls)
ready = False
copied = Copied()
copied.__dict__["@write"] = lambda value, name: value
ready = True
copied.__copy__()
""",
    "UserList": """
import collections, sys
class Copied(collections.UserList):
    def __new__(cls): return sys.modules["__main__"] if ready else object.__new__(cls)
ready = False
copied = Copied()
copied.__dict__["@write"] = lambda value, name: value
ready = True
copied.__copy__()
""",
    "globals": "globals()['@write'] = lambda value, name: value",
    "keywords": "def f(**names): globals().update(names)\nf(**{'@write': lambda value, name: value})",
    "setattr": "import sys\nsetattr(sys.modules['__main__'], '@write', lambda value, name: value)",
    "update_wrapper": """
import functools, sys
def wrapped(): pass
wrapped.__dict__["@write"] = lambda value, name: value
functools.update_wrapper(sys.modules["__main__"], wrapped, assigned=())
""",
}


@pytest.mark.parametrize("how", REPLACED)
def test_no_library_puts_a_hook_into_a_module(how: str) -> None:
    attempt = "\n    ".join(REPLACED[how].strip("\n").split("\n"))
    text = f"try:\n    {attempt}\nexcept (TypeError, AttributeError): pass\nimport math\ndef f(x): x.left = 1\nf(print)"
    result = run(text)
    assert result.outcome == "denied"
    assert result.error is not None
    assert result.error.message == "attribute \"left\" of 'function' object cannot be set here"


GROUPS = {
    "class with a metaclass": """
        class Meta(type): pass
        class Group(ExceptionGroup, metaclass=Meta): pass
        def f(cls): cls.split = evil
        f(Group)
        group = Group("g", [ValueError()])
    """,
    "base with a metaclass": """
        import abc
        class Mixin(abc.ABC): pass
        class Group(Mixin, ExceptionGroup): pass
        def f(): Mixin.split = evil
        f()
        group = Group("g", [ValueError()])
    """,
    "slot": """
        class Group(ExceptionGroup):
            __slots__ = ("split",)
        group = Group("g", [ValueError()])
        Group.split.__set__(group, evil)
    """,
    "slot of a dataclass": """
        import dataclasses
        @dataclasses.dataclass(slots=True, init=False)
        class Group(ExceptionGroup):
            split: int
        group = Group("g", [ValueError()])
        Group.split.__set__(group, evil)
    """,
    "cached_property": """
        import functools
        group = ExceptionGroup("g", [ValueError()])
        cached = functools.cached_property(lambda self: evil)
        cached.__set_name__(None, "split")
        cached.__get__(group)
    """,
    "update_wrapper": """
        import functools
        group = ExceptionGroup("g", [ValueError()])
        def f(): pass
        f.split = evil
        functools.update_wrapper(group, f, assigned=())
    """,
    "copy": """
        import copy
        group, ready = ExceptionGroup("g", [ValueError()]), False
        class Copied(Exception):
            def __new__(cls, *a): return group if ready else super().__new__(cls)
        copied = Copied()
        copied.split = evil
        ready = True
        copy.copy(copied)
    """,
    "UserDict": """
        import collections
        group, ready = ExceptionGroup("g", [ValueError()]), False
        class Copied(collections.UserDict):
            def __new__(cls, *a): return group if ready else object.__new__(cls)
        copied = Copied()
        copied.__dict__["split"] = evil
        ready = True
        copied.__copy__()
    """,
}


@pytest.mark.parametrize("how", GROUPS)
def test_nothing_takes_the_place_of_what_except_star_calls(how: str) -> None:
    """What it calls must return what it should: CPython 3.11 to 3.13 does not look (CVE-2025-22153)."""
    attempt = "\n    ".join(dedent(GROUPS[how]).strip("\n").split("\n"))
    text = (
        f"def evil(*rest): return 1, 2\ngroup = ExceptionGroup('g', [ValueError()])\ntry:\n    {attempt}\n"
        "except (TypeError, AttributeError): pass\ntype(group.split).__name__"
    )
    assert run(text).value == "builtin_function_or_method"
