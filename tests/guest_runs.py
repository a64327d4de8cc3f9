"""Running a text under a policy that grants every module, for the tests of the guest's world."""

from __future__ import annotations

from typing import Any

from rexec.guest.facades import FILES
from rexec.policy import Policy
from rexec.result import GuestError, Result
from rexec.sandbox import Sandbox

EVERYTHING = Policy(name="everything", modules=dict.fromkeys(FILES, True), environ=(("KEY", "value"),))


def run(text: str, policy: Policy | str = EVERYTHING, **options: Any) -> Result:
    return Sandbox(policy).run(text, **options)


def printed(text: str, **options: Any) -> str:
    """What a text prints that must finish."""
    result = run(text, **options)
    assert result.outcome == "finished", result.error
    return result.stdout


def failed(text: str, **options: Any) -> GuestError:
    """The error of a text that must not finish."""
    result = run(text, **options)
    assert result.error is not None
    return result.error
