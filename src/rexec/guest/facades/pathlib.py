"""``pathlib``: pure paths, which are text; what reaches files is not shown."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

_FILES = "reaches files; PurePath does paths, and open() reads the files that are granted"

RECIPE = Recipe(
    name="pathlib",
    way="copy",
    source="pathlib",
    shows=tuple("PurePath PurePosixPath PureWindowsPath".split()),
    omits={
        **dict.fromkeys(("Path", "PosixPath", "WindowsPath"), _FILES),
        "UnsupportedOperation": "of paths that reach files",
        **dict.fromkeys(
            """
            EBADF ELOOP ENOENT ENOTDIR S_ISBLK S_ISCHR S_ISDIR S_ISFIFO S_ISLNK S_ISREG S_ISSOCK Sequence attrgetter
            fnmatch functools io ntpath os posixpath re sys urlquote_from_bytes warnings
            """.split(),
            "imported by the module for itself",
        ),
    },
)
