"""The kinds of file that an import may load, under the numbers of the old module ``imp`` (gone since Python 3.12)."""

from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES, SOURCE_SUFFIXES
from typing import Final

PY_SOURCE: Final = 1
PY_COMPILED: Final = 2
C_EXTENSION: Final = 3
PKG_DIRECTORY: Final = 5
C_BUILTIN: Final = 6
PY_FROZEN: Final = 7

# What an element of ok_file_types is for a Policy.
AS_POLICY: Final = {PY_SOURCE: "source", C_EXTENSION: "extension"}
REFUSED: Final = {
    PY_COMPILED: "PY_COMPILED: compiled code cannot be checked, and anyone can forge a file of it",
    PKG_DIRECTORY: "PKG_DIRECTORY: a package is a directory of source files, so PY_SOURCE says it",
    C_BUILTIN: "C_BUILTIN: modules of the interpreter are named in ok_builtin_modules",
    PY_FROZEN: "PY_FROZEN: frozen modules are the host's own",
}


def suffixes(file_types: tuple[int, ...]) -> list[tuple[str, str, int]]:
    """``imp.get_suffixes()`` for these types: suffix, mode to open the file with, type."""
    found = [(suffix, "rb", C_EXTENSION) for suffix in EXTENSION_SUFFIXES]
    found += [(suffix, "r", PY_SOURCE) for suffix in SOURCE_SUFFIXES]
    return [each for each in found if each[2] in file_types]
