"""One file a module: what its facade shows, what it leaves out and why, and how its values are made."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from rexec.errors import PolicyError
from rexec.guest.recipe import Recipe

# Module name -> the file here that holds its recipe.
FILES: Final[dict[str, str]] = {
    "__future__": "future",
    "abc": "abc",
    "array": "array",
    "asyncio": "asyncio",
    "base64": "base64",
    "binascii": "binascii",
    "bisect": "bisect",
    "calendar": "calendar",
    "cmath": "cmath",
    "codecs": "codecs",
    "collections": "collections",
    "collections.abc": "collections_abc",
    "colorsys": "colorsys",
    "contextlib": "contextlib",
    "contextvars": "contextvars",
    "copy": "copy",
    "csv": "csv",
    "dataclasses": "dataclasses",
    "datetime": "datetime",
    "decimal": "decimal",
    "difflib": "difflib",
    "enum": "enum",
    "errno": "errno",
    "fractions": "fractions",
    "functools": "functools",
    "graphlib": "graphlib",
    "hashlib": "hashlib",
    "heapq": "heapq",
    "hmac": "hmac",
    "html": "html",
    "html.entities": "html_entities",
    "html.parser": "html_parser",
    "io": "io",
    "ipaddress": "ipaddress",
    "itertools": "itertools",
    "json": "json",
    "keyword": "keyword",
    "logging": "logging",
    "math": "math",
    "numbers": "numbers",
    "operator": "operator",
    "os": "os",
    "os.path": "os_path",
    "pathlib": "pathlib",
    "posix": "posix",
    "pprint": "pprint",
    "queue": "queue",
    "random": "random",
    "re": "re",
    "secrets": "secrets",
    "shlex": "shlex",
    "statistics": "statistics",
    "string": "string",
    "struct": "struct",
    "sys": "sys",
    "textwrap": "textwrap",
    "time": "time",
    "timeit": "timeit",
    "tomllib": "tomllib",
    "traceback": "traceback",
    "types": "types",
    "typing": "typing",
    "unicodedata": "unicodedata",
    "unittest": "unittest",
    "urllib": "urllib",
    "urllib.parse": "urllib_parse",
    "uuid": "uuid",
    "warnings": "warnings",
    "weakref": "weakref",
    "xml": "xml",
    "xml.etree": "xml_etree",
    "xml.etree.ElementTree": "xml_etree_elementtree",
    "zlib": "zlib",
    "zoneinfo": "zoneinfo",
}


def check(modules: Mapping[str, tuple[str, ...] | Literal[True]]) -> None:
    """PolicyError for a module without a facade, and for a name that its facade does not know."""
    for module, shown in modules.items():
        if module not in FILES:
            raise PolicyError(f"modules.{module}: there is no facade for this module{_nearest(module, FILES)}")
        if shown is True:
            continue
        how = recipe(module)
        known = {*how.names(), *how.named, *how.within} if how is not None else set()
        for name in shown:
            if name not in known and name not in _ever(how):
                raise PolicyError(f"modules.{module}: the facade has no name {name!r}{_nearest(name, known)}")


def _ever(how: Recipe | None) -> set[str]:
    """The names of any Python: a policy may be written for several."""
    return set() if how is None else {name for shown in how.since.values() for name in shown}


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), 1)
    return f" (did you mean {near[0]!r}?)" if near else ""


def recipe(name: str) -> Recipe | None:
    """The recipe of a module, or None where rexec knows none."""
    file = FILES.get(name)
    if file is None:
        return None
    found = importlib.import_module(f"{__name__}.{file}").RECIPE
    assert isinstance(found, Recipe)
    return found
