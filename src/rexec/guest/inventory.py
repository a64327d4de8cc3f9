"""
Every builtin of every supported Python, classified.

``PASS``: given as it is. ``GUARD``: a function of ours under the same name. ``ABSENT``: not given, with the reason.
``INTERNAL``: in the table for the interpreter, under a name that no guest can write. A test fails when a running
Python has a name that is in none of them.
"""

from __future__ import annotations

from typing import Final

PASS: Final[frozenset[str]] = frozenset(
    """
    None True False Ellipsis NotImplemented __debug__
    abs aiter all anext any ascii bin bool bytearray bytes callable chr classmethod complex dict divmod enumerate
    filter float format frozenset hash hex id int isinstance issubclass iter len list map max memoryview min next
    object oct ord pow property range repr reversed round set slice sorted staticmethod str sum super tuple zip
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
    BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup
    FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
    IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
    ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError
    PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError
    ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError
    SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
    UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
    """.split()
)
GUARD: Final[dict[str, str]] = {
    "delattr": "only of what the guest made",
    "dir": "without names that no guest can read",
    "exit": "raises SystemExit; the one of site closes the host's stdin",
    "getattr": "computed names follow the rules of written ones",
    "globals": "a view: the live namespace is a place where strings would become names",
    "hasattr": "as getattr",
    "input": "reads the guest's own stdin",
    "locals": "as globals",
    "open": "reads below the directories that are granted",
    "print": "writes to the guest's own stdout",
    "quit": "as exit",
    "setattr": "only of what the guest made, only names that it could write",
    "type": "makes classes whose names were judged; never a metaclass of another origin",
    "vars": "the namespace of what the guest made",
}
INTERNAL: Final[dict[str, str]] = {
    "__build_class__": "the class statement calls it",
    "__import__": "the import statement calls it",
}
ABSENT: Final[dict[str, str]] = {
    "__doc__": "of the module builtins",
    "__loader__": "loads any built-in module",
    "__name__": "of the module builtins; each guest module has its own",
    "__package__": "of the module builtins",
    "__spec__": "holds the loader",
    "_": "the interactive interpreter's last value",
    "_IncompleteInputError": "internal to the interpreter's console",
    "breakpoint": "imports and calls whatever PYTHONBREAKPOINT names",
    "compile": "makes code that nobody judged",
    "copyright": "a printer of site, which opens files",
    "credits": "as copyright",
    "eval": "runs text that nobody judged",
    "exec": "as eval",
    "help": "imports by name and starts a pager",
    "license": "as copyright",
}
