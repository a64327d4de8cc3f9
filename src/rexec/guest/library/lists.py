"""Which modules of the standard library make up a guest's own, and which names each may look up by text."""

from __future__ import annotations

import sys
from typing import Final

from rexec import names
from rexec.guest.stand_in import STREAMS

# C modules that private copies build upon. Their types are immutable and their functions take no names as text,
# or only private copies call those that do.
DIRECT: Final[frozenset[str]] = frozenset(
    """
    _abc _bisect _blake2 _collections _datetime _decimal _functools _hashlib _heapq _json _md5 _random
    _sha1 _sha2 _sha256 _sha3 _sha512 _sre _stat _statistics _string _struct _weakref array binascii cmath errno
    itertools math time unicodedata zlib
    """.split()
)
# What stands under another name: Python modules whose every public name is replaced by C, or that hold constants.
ALIASES: Final[dict[str, str]] = {
    "bisect": "bisect", "datetime": "_datetime", "decimal": "_decimal",
    "collections.abc": "_collections_abc",
    "stat": "_stat", "struct": "_struct",
}  # fmt: skip
# Encodings that a guest has. Left out: those made of several bytes for East Asia, whose C types can be changed; idna;
# compressions; mbcs and oem.
ENCODINGS: Final[frozenset[str]] = frozenset(
    """
    ascii base64_codec charmap hex_codec hp_roman8 koi8_r koi8_t koi8_u kz1048 latin_1 mac_arabic mac_croatian
    mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos ptcp154 punycode
    raw_unicode_escape rot_13 tis_620 unicode_escape utf_16 utf_16_be utf_16_le utf_32 utf_32_be utf_32_le utf_7 utf_8
    utf_8_sig
    """.split()
    + [f"iso8859_{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)]
    + """
    cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424 cp437
    cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874
    cp875
    """.split()
)
COPIES: Final[frozenset[str]] = frozenset(
    """
    __future__ _collections_abc _markupbase _pyio _strptime _weakrefset abc argparse asyncio.base_futures
    asyncio.base_tasks asyncio.constants asyncio.coroutines asyncio.exceptions asyncio.format_helpers
    asyncio.futures asyncio.locks asyncio.mixins asyncio.queues asyncio.runners asyncio.taskgroups asyncio.tasks
    asyncio.timeouts base64 calendar codecs collections collections.abc colorsys contextlib copy copyreg csv
    dataclasses difflib enum fnmatch fractions functools glob graphlib hashlib heapq hmac html html.entities
    html.parser ipaddress json json.decoder json.encoder json.scanner keyword logging numbers pathlib pathlib._abc
    pathlib._local pprint queue random re re._casefix re._compiler re._constants re._parser reprlib secrets shlex
    statistics string textwrap tomllib tomllib._parser tomllib._re tomllib._types traceback types typing
    unittest._log unittest.async_case unittest.case unittest.loader unittest.main unittest.result unittest.runner
    unittest.signals unittest.suite unittest.util urllib urllib.parse uuid warnings weakref xml.etree.ElementPath
    xml.etree.ElementTree zoneinfo zoneinfo._common zoneinfo._zoneinfo
    """.split()
    + [f"encodings.{each}" for each in ENCODINGS]
)
# Copies whose text needs no trust: it passes the rewriter as a guest's would. More of them could (tests/cpython/
# untrusted.py says which); these are rewritten within some milliseconds, the others need up to a tenth of a second.
AS_GUEST: Final = frozenset({"colorsys", "graphlib", "html", "keyword", "textwrap"})
_MARKS_OF_TESTS: Final = frozenset({"__unittest_expecting_failure__", "__unittest_skip__", "__unittest_skip_why__"})
# Dunder names that copies read or set by text, beyond those a guest may. Only for the copy named here: what a copy
# may read by a name that the guest gave it (string.Formatter) must stay within the guest's own rules.
EXTRA_READS: Final[dict[str, frozenset[str]]] = {
    "asyncio.coroutines": frozenset({"cr_code", "cr_frame", "gi_code", "gi_frame"}),  # for the text of a repr
    "copy": frozenset({"__reduce_ex__", "__reduce__", "__setstate__", "__getstate__"}),
    "copyreg": frozenset({"__slotnames__", "__getstate__"}),
    "enum": frozenset(
        {"__reduce_ex__", "__reduce__", "__getnewargs_ex__", "__getnewargs__", "__new_member__", "__set_name__"}
    ),
    "functools": frozenset({"__set_name__"}),
    "dataclasses": frozenset({"__getstate__", "__setstate__"}),
    "types": frozenset({"__mro_entries__", "__prepare__"}),
    "unittest.case": _MARKS_OF_TESTS,
    "unittest.suite": _MARKS_OF_TESTS,
    "typing": frozenset(
        """
        __typing_subst__ __typing_prepare_subst__ __typing_unpacked_tuple_args__ __no_type_check__
        __typing_is_unpacked_typevartuple__ __forward_module__ __protocol_attrs__ __callable_proto_members_only__
        __non_callable_proto_members__ __closed__ __extra_items__ __mro_entries__ __getinitargs__ __closed__
        """.split()
    ),
}  # fmt: skip
EXTRA_WRITES: Final[dict[str, frozenset[str]]] = {
    "dataclasses": frozenset({"__dataclass_fields__", "__dataclass_params__", "__getstate__", "__setstate__"}),
    "enum": frozenset({"__reduce_ex__"}),
    "typing": names.COMPILER_CLASS_NAMES,  # what a class body holds goes over into its named tuple
}
# What copies read from modules by a name that they hold as text. Anything else there may be a guest's choice.
OF_MODULES: Final[dict[str, frozenset[str]]] = {
    "contextlib": STREAMS,
    "copy": frozenset({"CodeType"}),
    "hashlib": frozenset(
        f"openssl_{each}"
        for each in "md5 sha1 sha224 sha256 sha384 sha512".split()
        + "sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256".split()
    ),
    "glob": frozenset({"O_DIRECTORY"}),
    "logging": frozenset({"getpid"}),
    "traceback": frozenset({"tracebacklimit"}),
    "typing": frozenset({"AbstractAsyncContextManager", "AbstractContextManager", "Match", "Pattern"}),
}

# Copies that are executed when another's text first looks into them: whatever `import name` alone asks for. Most
# ask `re` for patterns only; in what is named here, flags are something that guests can see.
LAZY: Final = frozenset(name for name in COPIES if "." not in name)
SHOWS_FLAGS: Final = frozenset({"string"})

# Constants of such a copy that another's text asks for at once, so that it need not be executed for them.
READY: Final[dict[str, dict[str, int]]] = {"logging": {"DEBUG": 10, "ERROR": 40}}

PACKAGES: Final = frozenset(  # packages whose __init__ is not executed
    {"asyncio", "encodings", "unittest", "xml", "xml.etree", "xml.parsers"}
)
# Copies whose text calls globals() where it is made: to bind names that it computes, or to count those it has.
NAMES_ITSELF: Final = frozenset({"hashlib", "re._constants", "types"})

# Attributes that copies read as their text says, though no guest may read them so. In every copy: methods that Python
# calls by itself too, and data that only the text of typing and functools leaves on what guests made.
READ_BY_ALL: Final[frozenset[str]] = frozenset(
    """
    __setattr__ __delattr__ __prepare__ __mro_entries__ __callable_proto_members_only__
    __forward_code__ __forward_evaluated__ __forward_is_argument__ __forward_is_class__ __forward_module__
    __forward_value__ __getitem_inner__ __non_callable_proto_members__ __partialmethod__ __protocol_attrs__
    __typing_is_unpacked_typevartuple__ throw athrow
    """.split()
)
# Up to 3.11 a traceback goes with these.
_ASKED_TOO: Final[frozenset[str]] = frozenset({"throw", "athrow"} if sys.version_info < (3, 12) else ())
# In one copy, whose text makes nothing of them but text or a test.
READ_BY: Final[dict[str, frozenset[str]]] = {
    "_collections_abc": frozenset({"__mro__", "__dict__"}),  # whether a class has a method: at each isinstance()
    "asyncio.coroutines": frozenset("cr_code cr_frame gi_code gi_frame f_lineno co_filename co_firstlineno".split()),
    "asyncio.format_helpers": frozenset({"__code__", "co_filename", "co_firstlineno"}),
    "copyreg": frozenset({"__flags__", "__getstate__"}),  # of what guards/pickling.py has looked at
    "enum": frozenset({"mro"}),
    "traceback": frozenset({"obj"}),
    "types": frozenset({"__closure__", "__code__", "co_flags", "gi_code"}),
    "typing": frozenset({"__code__", "co_firstlineno", "__parameters__"}),
}


def is_read_natively(copy: str, name: str) -> bool:
    """Whether a copy's text reads this attribute of anything without asking."""
    if name in _ASKED_TOO:
        return False
    return names.attribute_rule(name) == "native" or name in READ_BY_ALL or name in READ_BY.get(copy, ())
