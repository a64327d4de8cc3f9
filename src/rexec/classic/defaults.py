"""The values of ``RExec``'s class attributes today: the documented ones, and each departure with its reason."""

from __future__ import annotations

from typing import Final

from rexec import seed
from rexec.classic.file_types import C_EXTENSION, PY_SOURCE
from rexec.policy import Budget

# The documented rule: whatever becomes dangerous is added here.
_MORE_BUILTINS: Final = {
    "BaseExceptionGroup": "except* trusted what such a class does (CVE-2025-22153)",
    "ExceptionGroup": "as BaseExceptionGroup",
    "aiter": "of no use without a loop that the host runs",
    "anext": "as aiter",
    "breakpoint": "imports and calls whatever PYTHONBREAKPOINT names",
    "compile": "makes code that nobody judged",
    "copyright": "a printer of site, which opens files",
    "credits": "as copyright",
    "eval": "runs text that nobody judged",
    "exec": "as eval",
    "exit": "site's own closes the host's stdin; sys.exit() is there",
    "file": "opened files of its own in Python 2",
    "globals": "the namespace that the guards are looked up in",
    "help": "imports by name and starts a pager",
    "license": "as copyright",
    "locals": "as globals",
    "memoryview": "an export keeps the size of a buffer from changing",
    "quit": "as exit",
    "vars": "as globals",
}
NOK_BUILTIN_NAMES: Final = (*seed.NOK_BUILTIN_NAMES, *_MORE_BUILTINS)

# These are guards of ours whatever nok_builtin_names says: a subclass changes them by the method of the same name.
GUARDED: Final = {"open": "r_open", "reload": "r_reload", "__import__": "r_import"}
# Never there, even where a shorter nok_builtin_names forgets them; make_builtin() can put something in their place.
FLOOR: Final = frozenset({"globals", "locals", "vars", "eval", "exec", "compile", "breakpoint", "help"})

OK_BUILTIN_MODULES: Final = (
    "array", "binascii", "cmath", "errno", "hashlib", "math", "operator", "re", "struct", "time",
)  # fmt: skip
# Why a documented name is not in it, as far as there is something to use instead.
REPLACEMENTS: Final = {
    "audioop": "it left Python with 3.13",
    "imageop": "it left Python with 3.0",
    "md5": "md5 was removed; use hashlib",
    "sha": "sha was removed; use hashlib",
    "parser": "it left Python with 3.10",
    "regex": "regex was removed; use re",
    "strop": "strop was removed; use the methods of str",
    "_sre": "use re",
    "_weakref": "use weakref, if it is granted",
    "rotor": "it left Python with 2.4",
    "pcre": "use re",
}
# What these modules show; every other one shows what rexec's facade of it has been reviewed for.
EXPORTS: Final[dict[str, tuple[str, ...]]] = {
    # without attrgetter and methodcaller, which take names, and setitem and delitem, which write
    "operator": tuple(
        """
        abs add and_ call concat contains countOf eq floordiv ge getitem gt iadd iand iconcat ifloordiv ilshift imatmul
        imod imul index indexOf inv invert ior ipow irshift is_ is_not isub itemgetter itruediv ixor le length_hint
        lshift lt matmul mod mul ne neg not_ or_ pos pow rshift sub truediv truth xor
        """.split()
    ),
    # without sleep, which holds the host up
    "time": tuple(
        """
        CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI
        CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres clock_gettime clock_gettime_ns ctime daylight
        get_clock_info gmtime localtime mktime monotonic monotonic_ns perf_counter perf_counter_ns process_time
        process_time_ns strftime strptime struct_time thread_time thread_time_ns time time_ns timezone tzname
        """.split()
    ),
    # without those that take a name of an algorithm, or as long as they are told to
    "hashlib": tuple(
        """
        algorithms_available algorithms_guaranteed blake2b blake2s md5 sha1 sha224 sha256 sha384 sha3_224 sha3_256
        sha3_384 sha3_512 sha512 shake_128 shake_256
        """.split()
    ),
}

OK_PATH: Final = seed.OK_PATH
OK_POSIX_NAMES: Final = seed.OK_POSIX_NAMES
OK_SYS_NAMES: Final = (*seed.OK_SYS_NAMES, "maxsize")  # maxint is gone; its value lives on under this name
OK_FILE_TYPES: Final = (C_EXTENSION, PY_SOURCE)
BUDGET: Final = Budget(output_bytes=2**63 - 1)  # no limit, as documented; a policy's text has no larger number
OK_READ_PATH: Final = ("/",)  # r_open() reads any file, as documented

# What ``os`` and ``sys`` have besides the names of their tuples.
OS_CONSTANTS: Final = (
    "name", "sep", "altsep", "extsep", "pathsep", "curdir", "pardir", "linesep", "devnull", "environ", "path",
)  # fmt: skip
PATH_FUNCTIONS: Final = (
    "altsep", "basename", "commonpath", "commonprefix", "curdir", "defpath", "devnull", "dirname", "extsep", "isabs",
    "join", "normcase", "normpath", "pardir", "pathsep", "sep", "split", "splitdrive", "splitext", "splitroot",
)  # fmt: skip
PATH_LOOKS: Final = {
    "stat": ("exists", "getmtime", "getsize", "isdir", "isfile"),
    "lstat": ("islink", "lexists"),
}
SYS_ALWAYS: Final = (
    "argv", "builtin_module_names", "exc_info", "modules", "path", "stderr", "stdin", "stdout",
)  # fmt: skip
ALWAYS: Final = frozenset({"__future__", "os", "os.path", "posix", "sys"})  # modules with tuples of their own, or none
DESCRIPTION: Final = "What the class RExec grants: the documented tuples of Python 2, as far as they are safe today."
