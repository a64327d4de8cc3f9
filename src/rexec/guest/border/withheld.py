"""Why a module of the standard library has no facade: what no policy can grant, by reason."""

from __future__ import annotations

from typing import Final

_REASONS: Final[dict[str, str]] = {
    "it reaches into the interpreter": """
        ast bdb builtins cProfile code codeop compileall copyreg dis doctest faulthandler gc idlelib imp importlib
        inspect lib2to3 linecache modulefinder opcode pdb pkgutil profile pstats py_compile pyclbr pydoc pydoc_data
        rlcompleter runpy site symtable sysconfig tabnanny trace tracemalloc zipimport
    """,
    "it makes objects by the names in its input": "marshal pickle pickletools shelve",
    "it reaches memory past every guard": "ctypes mmap",
    "it starts or controls processes": """
        atexit concurrent curses distutils ensurepip fcntl multiprocessing nt pipes platform pty readline resource
        signal subprocess syslog termios tty turtle turtledemo tkinter venv webbrowser
    """,
    "it starts threads": "sched threading",
    "it opens connections": """
        asynchat asyncore cgi cgitb ftplib http imaplib mailbox mailcap nis nntplib poplib select selectors
        smtpd smtplib socket socketserver ssl telnetlib wsgiref xmlrpc
    """,
    "it reads or writes files": """
        aifc bz2 chunk configparser dbm encodings filecmp fileinput genericpath getpass gettext glob gzip imghdr lzma
        mimetypes netrc ossaudiodev plistlib shutil sndhdr sqlite3 stat sunau tarfile tempfile uu wave zipapp
        zipfile
    """,
    "it reads the accounts of the machine": "crypt grp pwd spwd",
    "it changes settings of the whole process": "locale",
    "it exists on another system only": "msilib msvcrt winreg winsound",
}

REASONS: Final[dict[str, str]] = {name: reason for reason, names in _REASONS.items() for name in names.split()}
OTHERS: Final = "rexec has no reviewed facade for it"


def why_withheld(name: str) -> str:
    """The reason why no policy can grant a module of the standard library."""
    top = name.partition(".")[0]
    if top.startswith("_"):
        return "it is an inner part of the standard library"
    return REASONS.get(top, OTHERS)
