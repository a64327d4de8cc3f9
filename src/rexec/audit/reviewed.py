"""
What looks forbidden and is harmless, each entry with its reason.

An entry that no walk of any supported Python reaches is an error in the tests.
"""

from __future__ import annotations

from typing import Final

# Classes made in C that C lets anyone change. Between them and a guest stands the guard of writes.
CHANGEABLE: Final[dict[str, str]] = {
    "struct.error": "an exception without a namespace of interest; writes to it are denied",
    "_abc._abc_data": "what an ABC keeps; it has no attributes, and C checks its type",
    "_hashlib.UnsupportedDigestmodError": "as struct.error",
    "_random.Random": "the C half of a generator; no instance of it is shared",
    "binascii.Error": "as struct.error",
    "binascii.Incomplete": "as struct.error",
    "decimal.DecimalException": "a signal: decimal compares its identity only",
    "decimal.Clamped": "as DecimalException",
    "decimal.DivisionByZero": "as DecimalException",
    "decimal.ConversionSyntax": "as DecimalException",
    "decimal.FloatOperation": "as DecimalException",
    "decimal.Inexact": "as DecimalException",
    "decimal.InvalidOperation": "as DecimalException",
    "decimal.Overflow": "as DecimalException",
    "decimal.Rounded": "as DecimalException",
    "decimal.Subnormal": "as DecimalException",
    "decimal.Underflow": "as DecimalException",
    "time.struct_time": "a structure of C",
    "builtins.ExceptionGroup": "the interpreter makes it at its start; writes to it are denied",
    "_csv.Error": "made for each environment",
    "xml.parsers.expat.ExpatError": "as struct.error",
    "zlib.error": "as struct.error",
    "zlib.Compress": "what compressobj makes; it has no attributes to set",
    "io.UnsupportedOperation": "as struct.error",
    "os.stat_result": "a structure of C",
    "posix.times_result": "a structure of C",
    "posix.uname_result": "a structure of C",
}

# Functions of C modules that act on the process, by module and name.
FUNCTIONS: Final[dict[str, str]] = {
    "sys.exception": "the exception that is handled, which the guest's own `except` gives it as well",
    **{
        f"posix.{name}": "tells about the process or the machine; only to a policy that names it"
        for name in "getcwd getegid geteuid getgid getpid getppid getuid times uname".split()
    },
}

# Types of objects that guests may share, with each other and with the host: nothing about an instance can change, or
# only what the guard of writes keeps a guest from.
SHARED_TYPES: Final[dict[str, str]] = {
    "builtins.member_descriptor": "of a class of C, or of ours",
    "builtins.wrapper_descriptor": "as member_descriptor",
    "builtins.method_descriptor": "as member_descriptor",
    "builtins.getset_descriptor": "as member_descriptor",
    "builtins.classmethod_descriptor": "as member_descriptor",
    "builtins.builtin_function_or_method": "of a module of C; what a method is bound to is judged by itself",
    "builtins.tuple": "what it holds is judged by itself",
    "builtins.object": "a marker: it has no attributes",
    "builtins.str": "data",
    "builtins.bytes": "data",
    "builtins.int": "data",
    "builtins.float": "data",
    "builtins.complex": "data",
    "builtins.bool": "data",
    "builtins.NoneType": "a single value",
    "builtins.ellipsis": "a single value",
    "builtins.NotImplementedType": "a single value",
    "builtins.NoDefaultType": "a single value",
    "Token.MISSING": "a single value",
    "sys.float_info": "a structure of C",
    "sys.version_info": "a structure of C",
    "sys.hash_info": "a structure of C",
    "sys.int_info": "a structure of C",
    "time.struct_time": "a structure of C",
    "unicodedata.UCD": "a database that is read only",
    "datetime.timezone": "data",
    "datetime.timedelta": "data",
    "datetime.datetime": "data",
    "datetime.date": "data",
    "datetime.time": "data",
    "re.Pattern": "compiled, and never changed",
}
