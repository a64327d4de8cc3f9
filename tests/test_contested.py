"""C code under a module meets no object of a guest where it keeps state of the process; each test names the state."""

from __future__ import annotations

import collections.abc
import re
import struct
import sys
import time
from datetime import datetime
from decimal import getcontext

import pytest

from rexec import names
from rexec.guest.border.proxy import expose
from rexec.result import Result
from rexec.sandbox import Sandbox

LIAR = """
class S(str):
    def __hash__(self): return hash({like!r})
    def __eq__(self, other):
        print("asked")
        return True
"""


def run(text: str) -> Result:
    result = Sandbox("default").run(text)
    assert result.outcome == "finished", result.error
    return result


def lie(like: str, text: str) -> str:
    """What a guest prints that has a str ``S``, which claims to be another."""
    return run(LIAR.format(like=like) + text).stdout


def test_templates_of_re_are_kept_apart_from_the_hosts() -> None:
    """I3, I6: the host's re keeps parsed templates in a cache."""
    lie(r"<\1>", "import re\nprint(re.sub('(a)', S('evil\\\\1'), 'a'))")
    lie(r"<\1>", "import re\np = re.compile('(a)')\nprint(p.sub(S('evil\\\\1'), 'a'), p.subn(S('evil\\\\1'), 'a'))")
    lie(r"<\1>", "import re\nprint(re.Pattern.sub(re.compile('(a)'), S('evil\\\\1'), 'a'))")
    lie(r"<\1>", "import re\nprint(re.match('(a)', 'a').expand(S('evil\\\\1')))")
    assert re.sub("(a)", r"<\1>", "a") == "<a>"
    assert re.compile("(a)").sub(r"<\1>", "a") == "<a>"
    assert re.match("(a)", "a").expand(r"<\1>") == "<a>"  # type: ignore[union-attr]  # it matches
    assert run(r"import re; print(re.sub('(a)', r'<\1>', 'a'))").stdout == "<a>\n"


def test_pattern_of_a_lying_text_meets_no_cache_of_the_hosts() -> None:
    """I3: a pattern asks the text that it was made from for its hash."""
    made = lie("(b)", "import re\np = re.compile(S('(b)'))\nprint('--')\nprint(p.sub('<\\\\1>', 'b'))")
    assert made.partition("--\n")[2] == "<b>\n"


@pytest.mark.parametrize("call", ["time.strptime", "datetime.datetime.strptime"])
def test_formats_of_strptime_are_kept_apart_from_the_hosts(call: str) -> None:
    """I3, I6: the host's _strptime keeps formats in a cache."""
    made = lie("%Y-%m", f"import time, datetime\nprint('--')\nprint({call}('7', S('%d')) is None)")
    assert made == "--\nFalse\n"
    assert time.strptime("2020-05", "%Y-%m")[:2] == (2020, 5)
    assert datetime.strptime("2020-05", "%Y-%m") == datetime(2020, 5, 1)


def test_guest_cannot_wait_for_a_lock_that_it_holds() -> None:
    """I6: the cache of strptime is under a lock; a __hash__ that parses a time would wait for itself."""
    text = """
import time
class S(str):
    def __hash__(self):
        time.strptime('1', S('%d'))
        return 5
print(time.strptime('1', S('%d'))[2])
"""
    assert run(text).stdout == "1\n"


@pytest.mark.parametrize(
    "call",
    [
        "struct.pack(S('>h'), 1)",
        "struct.calcsize(S('>h'))",
        "struct.unpack(S('>h'), b'ab')",
        "struct.unpack_from(S('>h'), b'ab')",
        "list(struct.iter_unpack(S('>h'), b'ab'))",
        "struct.pack_into(S('>h'), bytearray(2), 0, 1)",
    ],
)
def test_formats_of_struct_are_kept_apart_from_the_hosts(call: str) -> None:
    """I3, I6: C keeps formats in a cache."""
    struct._clearcache()  # type: ignore[attr-defined]  # as its own tests do
    assert lie("<h", f"import struct\n{call}\nprint('--')") == "--\n"
    assert struct.pack("<h", 1) == b"\x01\x00"
    struct._clearcache()  # type: ignore[attr-defined]
    struct.pack("<h", 1)
    assert lie("<h", f"import struct\n{call}\nprint('--')") == "--\n"


def test_every_contested_name_has_a_rule() -> None:
    """A name without one is denied on every object."""
    rules = Sandbox("default").session()._environment.reads.rules
    assert names.CONTESTED_ATTRIBUTES.keys() | names.GUARDED_DUNDERS.keys() == rules.keys()


def test_objects_of_the_host_may_show_names_that_only_c_makes_dangerous() -> None:
    class Settings:
        flags = 3

    shown = expose(Settings(), read=tuple(names.C_ATTRIBUTES.keys() & {"flags"}))
    result = Sandbox("default").run("print(settings.flags, settings.flags + 1)", inputs={"settings": shown})
    assert result.stdout == "3 4\n"


def test_signals_show_no_class_of_the_hosts() -> None:
    """I3: the class of Context.traps derives from the host's ABCs, which anyone can register a class with."""
    text = """
import decimal
for signals in (decimal.getcontext().traps, decimal.getcontext().flags, getattr(decimal.Context(), 'traps')):
    for cls in (type(signals), *type(signals).__mro__):
        print(hasattr(cls, 'register'), hasattr(cls, '_abc_registry_clear'))
"""
    assert set(run(text).stdout.split()) == {"False"}
    assert isinstance(getcontext().traps, collections.abc.MutableMapping)


def test_named_tuple_of_decimals_is_the_guests_own() -> None:
    text = "import decimal\nT = decimal.DecimalTuple\nprint(T is type(decimal.Decimal(1).as_tuple()))\n"
    assert run(text + "T._field_defaults['x'] = 1\n").stdout == "True\n"
    assert run(text + "print(T._field_defaults)").stdout == "True\n{}\n"


def test_deprecated_clocks_say_nothing_on_the_hosts_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    """I3: from 3.12 on C would warn there; a test also fails for any warning."""
    text = "from datetime import datetime as d\nclass D(d): pass\nd.utcnow(), D.utcfromtimestamp(0), d.today().utcnow()"
    assert run(text).stderr == ""
    assert capfd.readouterr() == ("", "")


def test_errors_of_json_are_the_guests_own_without_the_hosts_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """On 3.11 C looks for the exception in sys.modules and fails where the host never imported json."""
    monkeypatch.delitem(sys.modules, "json.decoder", raising=False)
    text = "import json\ntry: json.loads('[\"')\nexcept json.JSONDecodeError as error: print(error.pos)"
    assert run(text).stdout == "1\n"
