"""RExec and subclasses of it made of class attributes, for the tests of the classic interface."""

from __future__ import annotations

from typing import Any

from rexec.classic.rexec import RExec


def sub(**attributes: Any) -> type[RExec]:
    """A subclass with these class attributes."""
    return type("Sub", (RExec,), attributes)


def inside(text: str, rexec: RExec | None = None) -> Any:
    """Run a text; the value of its variable ``x``, None without one."""
    runner = RExec() if rexec is None else rexec
    runner.r_exec(text)
    return runner.environment.main.get("x")


def raised(text: str, rexec: RExec | None = None) -> BaseException:
    """What a text raises."""
    try:
        inside(text, rexec)
    except BaseException as error:
        return error
    raise AssertionError(f"nothing was raised by {text!r}")
