"""Why modules of the standard library are not granted."""

from __future__ import annotations

import sys

import pytest

from guest_runs import failed
from rexec.guest.border.withheld import OTHERS, REASONS, why_withheld
from rexec.guest.facades import FILES

GONE = """
aifc asynchat asyncore cgi cgitb chunk crypt distutils imghdr imp lib2to3 mailcap msilib nis nntplib ossaudiodev pipes
smtpd sndhdr spwd sunau telnetlib uu
""".split()


def test_withheld_modules_are_of_the_standard_library_and_have_no_facade() -> None:
    assert {name for name in REASONS if name not in sys.stdlib_module_names} <= set(GONE)
    assert not {name for name in FILES if name in REASONS}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("ctypes", "it reaches memory past every guard"), ("importlib.util", "it reaches into the interpreter"),
        ("_thread", "it is an inner part of the standard library"), ("stringprep", OTHERS),
    ],
)  # fmt: skip
def test_import_of_a_withheld_module_says_why(name: str, reason: str) -> None:
    error = failed(f"import {name}")
    asked = name.partition(".")[0]
    assert why_withheld(name) == reason
    assert error.message == f"module {asked!r} is not granted: no policy can grant it, since {reason}"
    assert error.grant is None
    text = f"try: import {name}\nexcept ImportError as error: print(error.name)"
    assert failed(text + "\n1 / 0").type == "ZeroDivisionError"
