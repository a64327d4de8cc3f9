"""
The six policy tuples of ``RExec`` as the Python 2 library reference documents them (2.4 and 2.5, section 28.1.2).

Kept word for word, so that old subclasses can be ported by name. What the class of today has instead, and why, is in
``rexec.classic.defaults``.
"""

from __future__ import annotations

import sys
from typing import Final

NOK_BUILTIN_NAMES: Final = ("open", "reload", "__import__")
OK_BUILTIN_MODULES: Final = (
    "audioop", "array", "binascii", "cmath", "errno", "imageop", "marshal", "math", "md5", "operator", "parser",
    "regex", "select", "sha", "_sre", "strop", "struct", "time",
)  # fmt: skip
OK_PATH: Final = tuple(each for each in sys.path if type(each) is str)  # sys.path when the module was loaded
OK_POSIX_NAMES: Final = (
    "error", "fstat", "listdir", "lstat", "readlink", "stat", "times", "uname", "getpid", "getppid", "getcwd", "getuid",
    "getgid", "geteuid", "getegid",
)  # fmt: skip
OK_SYS_NAMES: Final = ("ps1", "ps2", "copyright", "version", "platform", "exit", "maxint")
OK_FILE_TYPES: Final = (3, 1)  # (C_EXTENSION, PY_SOURCE)
