"""
TOML to Policy. Every mistake is one PolicyError of one line: ``file:line: key: what is wrong (what to do)``.

The schema is what ``policies/default.toml`` shows. A key that it lacks is refused (I1); a limit that this
version knows of but cannot enforce is refused too, and the message says so (I8).
"""

from __future__ import annotations

import builtins
import os
from collections.abc import Collection, Mapping
from typing import Any, Final

from rexec.policy import FILE_TYPES, Budget, Modules, Policy
from rexec.policy_text import Document, Place, kind, nearest, policy_error, quoted

KnownModules = Mapping[str, Collection[str]]

FILE_BYTES: Final = 1_000_000
DOTS: Final = 5_000  # tomllib's time grows with their square: a key with 50 000 of them took 40 seconds

KEYS: Final[dict[str, tuple[str, ...]]] = {
    "": ("name", "description", "builtins", "modules", "paths", "budget"),
    "builtins": ("deny",),
    "paths": ("import", "file_types", "read"),
    "budget": tuple(Budget.__dataclass_fields__),
}
NOT_ENFORCED: Final[dict[Place, str]] = {
    ("worker",): "this version of rexec has no worker process, so it cannot enforce these limits",
    ("budget", "fuel"): "this version of rexec does not count fuel, so it cannot enforce this limit",
}


def load(name: str | os.PathLike[str], *, known_modules: KnownModules | None = None) -> Policy:
    """
    The policy of a shipped name (no separator, no ``.toml``), or of a path to a file.

    Relative directories in the file count from the file's own. *known_modules* maps each module that can be
    granted to the names that it may show; anything beyond is an error. Raises PolicyError.
    """
    path = os.fspath(name)
    if isinstance(name, str) and _is_shipped_name(name):
        if name not in shipped():
            raise policy_error(f"{name}: no such policy", f"{_choices()}; a file of this name is ./{name}")
        path = os.path.join(_shipped_directory(), f"{name}.toml")
    text = _decode(_read(path), path)
    return _policy(Document(text, path), os.path.dirname(os.path.abspath(path)), known_modules)


def loads(text: str, *, filename: str = "<policy>", known_modules: KnownModules | None = None) -> Policy:
    """
    The policy that a text of TOML describes. Relative directories count from the current one.

    Raises PolicyError, in which *filename* stands for the text.
    """
    _decode(text.encode("utf-8", "surrogatepass"), filename)
    return _policy(Document(text, filename), os.getcwd(), known_modules)


def shipped() -> tuple[str, ...]:
    """The names of the policies that come with rexec, sorted."""
    files = os.listdir(_shipped_directory())
    return tuple(sorted(file.removesuffix(".toml") for file in files if file.endswith(".toml")))


def _is_shipped_name(name: str) -> bool:
    return not name.endswith(".toml") and os.sep not in name and (os.altsep or os.sep) not in name


def _shipped_directory() -> str:
    """``rexec/policies`` of an installed wheel, ``policies`` beside ``src`` of a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    above = os.path.dirname(package)
    installed = os.path.join(package, "policies")
    if os.path.basename(above) != "src" or os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(above), "policies")


def _choices() -> str:
    return f"give a path, or a shipped policy: {', '.join(shipped())}"


def _read(path: str) -> bytes:
    """The file, or one byte more than a policy may have."""
    try:
        with open(path, "rb") as file:
            return file.read(FILE_BYTES + 1)
    except OSError as error:
        reason = _reason(error)
    except ValueError:  # a NUL
        reason = "not a path"
    raise policy_error(f"{path}: {reason}", _choices())


def _reason(error: OSError) -> str:
    text = error.strerror or type(error).__name__
    return text[0].lower() + text[1:]


def _decode(data: bytes, filename: str) -> str:
    """The text of a policy, known to be nothing that keeps the parser busy."""
    advice = "a policy is short: is this the right file?"
    if len(data) > FILE_BYTES:
        raise policy_error(f"{filename}:1: more than {FILE_BYTES} bytes", advice)
    if data.count(b".") > DOTS:
        raise policy_error(f"{filename}:1: more than {DOTS} dots", advice)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"byte {data[error.start]:#04x} is not UTF-8"
        raise policy_error(f"{filename}:{line}: {problem}", "save the file as UTF-8") from None


def _policy(document: Document, directory: str, known_modules: KnownModules | None) -> Policy:
    top = _table(document, "")
    stem = os.path.basename(document.filename).removesuffix(".toml")
    paths, budget = _table(document, "paths"), _table(document, "budget")
    return Policy(
        name=document.text(("name",), top.get("name", stem)),
        description=document.text(("description",), top.get("description", "")),
        deny_builtins=_deny(document, _table(document, "builtins").get("deny", [])),
        modules=_modules(document, top.get("modules", {}), known_modules),
        import_path=_directories(document, ("paths", "import"), paths.get("import", []), directory),
        read_path=_directories(document, ("paths", "read"), paths.get("read", []), directory),
        file_types=_file_types(document, paths.get("file_types", ["source"])),
        budget=Budget(**{key: document.amount(("budget", key), value) for key, value in budget.items()}),
    )


def _table(document: Document, name: str) -> dict[str, Any]:
    """A table of the schema, empty where the text has none, with known keys only. "" is the top level."""
    table = document.table((name,), document.tree.get(name, {}) if name else document.tree)
    for key in table:
        place = (name, key) if name else (key,)
        if place in NOT_ENFORCED:
            raise document.error(place, NOT_ENFORCED[place], "take it out, or use a version that can")
        if key not in KEYS[name]:
            raise document.error(place, "unknown key", nearest(key, KEYS[name]))
    return table


def _deny(document: Document, values: Any) -> frozenset[str]:
    """Names to take away. A misspelt one would take nothing away, so it is an error."""
    names = document.texts(("builtins", "deny"), values)
    for index, name in enumerate(names):
        if name not in vars(builtins):
            advice = nearest(name, vars(builtins))
            raise document.error(("builtins", "deny", index), f"{quoted(name)} is no builtin", advice)
    return frozenset(names)


def _file_types(document: Document, values: Any) -> tuple[str, ...]:
    names = document.texts(("paths", "file_types"), values)
    for index, name in enumerate(names):
        if name not in FILE_TYPES:
            what = f"{quoted(name)} is no type of file"
            raise document.error(("paths", "file_types", index), what, nearest(name, FILE_TYPES))
    return names


def _directories(document: Document, place: Place, values: Any, base: str) -> tuple[str, ...]:
    """Absolute paths, free of symbolic links: which directories are meant is settled now."""
    found = []
    for index, name in enumerate(document.texts(place, values)):
        try:
            path = os.path.realpath(os.path.join(base, name), strict=True)
            problem = None if name and os.path.isdir(path) else "not a directory"
        except OSError as error:
            problem = _reason(error)
        except ValueError:  # a NUL
            problem = "not a path"
        if problem:
            advice = "name a directory that exists; a relative one counts from the policy's own"
            raise document.error((*place, index), f"{quoted(name)}: {problem}", advice)
        found.append(path)
    return tuple(found)


def _modules(document: Document, table: Any, known: KnownModules | None) -> Modules:
    for name, shown in document.table(("modules",), table).items():
        place = ("modules", name)
        if type(shown) is dict:
            dotted = quoted(".".join([name, *list(shown)[:1]]))
            raise document.error(place, "a table", f"a module name with a dot is quoted: {dotted} = true")
        if not all(part.isidentifier() for part in name.split(".")):
            raise document.error(place, "not the name of a module", "write it as import takes it")
        if shown is False:
            raise document.error(place, "false", "take the line out: what is not named is not granted")
        if known is not None and name not in known:
            raise document.error(place, "rexec has no module of this name", nearest(name, known))
        if shown is not True:
            _check_shown(document, place, shown, None if known is None else known[name])
    return Modules(table)


def _check_shown(document: Document, place: Place, shown: Any, known: Collection[str] | None) -> None:
    """Check the names that one module is to show."""
    if type(shown) is not list:
        what = f"true or an array of names is wanted, not {kind(shown)}"
        raise document.error(place, what, "true grants the reviewed names")
    for index, name in enumerate(document.texts(place, shown)):
        if not name.isidentifier():
            what = f"{quoted(name)} is not a name"
            raise document.error((*place, index), what, "write what follows the dot")
        if known is not None and name not in known:
            what = f"rexec does not show {quoted(name)} of this module"
            raise document.error((*place, index), what, nearest(name, known))
