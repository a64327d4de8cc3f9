"""
What the body of a class runs in, where a metaclass prepares a mapping for it (PEP 3115).

The interpreter looks every name of a class body up in that mapping first, the names of our hooks among them. So the
body never runs in what was prepared: it runs in a mapping of ours, which asks the prepared one for names that a guest
can spell, and stores them there.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any

from rexec.errors import Frozen
from rexec.guest.origin import Origin, raw_lookup


class ClassBody(dict[str, Any], metaclass=Frozen):
    """The names of a class body: those that hold an "@" lie in the dict itself, the others in what was prepared."""

    __module__ = "rexec"
    __slots__ = ("__prepared__",)
    __prepared__: Any

    def __getitem__(self, name: str) -> Any:
        return dict.__getitem__(self, name) if "@" in name else self.__prepared__[name]

    def __setitem__(self, name: str, value: Any) -> None:
        if "@" in name:
            dict.__setitem__(self, name, value)
        else:
            self.__prepared__[name] = value

    def __delitem__(self, name: str) -> None:
        if "@" in name:
            dict.__delitem__(self, name)
        else:
            del self.__prepared__[name]

    def __contains__(self, name: object) -> bool:
        return type(name) is str and "@" not in name and name in self.__prepared__

    def __iter__(self) -> Any:
        return iter(self.__prepared__)

    def __len__(self) -> int:
        return len(self.__prepared__)


def body_in(prepared: Any) -> ClassBody:
    """A mapping for a class body over what a metaclass prepared for it."""
    body = ClassBody()
    object.__setattr__(body, "__prepared__", prepared)
    return body


def prepared_by(body: ClassBody) -> Any:
    """What the metaclass prepared, as the body left it."""
    return body.__prepared__


def preparation(origin: Origin, meta: type) -> Callable[..., Any] | None:
    """
    What a metaclass prepares class bodies with. Only the library's own text can: a guest cannot write
    ``__prepare__``, and no attribute that it set under that name elsewhere is looked at.
    """
    found = raw_lookup(meta, "__prepare__")
    if type(found) is not classmethod or not origin.library_wrote(found.__func__):
        return None
    prepare = types.MethodType(found.__func__, meta)
    return lambda *arguments, **keywords: body_in(prepare(*arguments, **keywords))
