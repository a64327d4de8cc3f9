"""
``xml.parsers.expat`` for the private copy of ElementTree: a parser that expands little and opens nothing.

External entities are never asked for. Entities that a document declares may add ``limits.ENTITY_BYTES`` to it
(billion laughs, quadratic blow-up); expat's own limits stand behind that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from rexec.errors import DeniedError, DeniedTypeError
from rexec.guest.modules.limits import ENTITY_BYTES, check
from rexec.guest.modules.replacing import replace
from rexec.guest.modules.text_codecs import deleting
from rexec.guest.sealed import Sealed, fill, seal
from rexec.guest.stand_in import StandIn

HANDLERS: Final = frozenset(
    """
    CharacterDataHandler CommentHandler DefaultHandlerExpand EndElementHandler EndNamespaceDeclHandler
    ProcessingInstructionHandler StartElementHandler StartNamespaceDeclHandler
    """.split()
)
SETTINGS: Final = frozenset({"buffer_text", "ordered_attributes"})
READABLE: Final = frozenset({"ErrorCode", "ErrorColumnNumber", "ErrorLineNumber", "CurrentLineNumber"})
FLUSHING: Final = frozenset({"GetReparseDeferralEnabled", "SetReparseDeferralEnabled"})


class Expat(Sealed, sealed=True):
    """A parser, as ``XMLParser`` of the copy uses it, and as a guest may find it there."""

    __module__ = "pyexpat"
    __slots__ = ("__added__", "__busy__", "__fed__", "__handlers__", "__real__")
    __added__: int
    __busy__: bool
    __fed__: int
    __handlers__: dict[str, Any]
    __real__: Any

    def Parse(self, data: Any, isfinal: Any = False, /) -> Any:
        if self.__busy__:  # expat has no answer to a handler that calls it: it would write into freed memory
            raise DeniedError("a parser cannot be fed by its own handler", rule="xml")
        if type(data) is not str and type(data) is not bytes:
            data = str.__getitem__(data, slice(None)) if isinstance(data, str) else bytes(memoryview(data))
        fill(self, "__fed__", self.__fed__ + len(data))
        fill(self, "__busy__", True)
        try:
            return self.__real__.Parse(data, bool(isfinal))
        finally:
            fill(self, "__busy__", False)

    def __getattr__(self, name: str) -> Any:
        if name in READABLE or (name in FLUSHING and not self.__busy__):
            return getattr(self.__real__, name)
        raise AttributeError(f"'pyexpat.xmlparser' object has no attribute {name!r}")

    def __setattr__(self, name: str, value: Any) -> None:
        if not is_settable(self, name):
            raise DeniedTypeError(f"{name!r} of a parser cannot be set here", rule="write")
        self.__handlers__[name] = value
        counted = self.__added__ >= 0 and name in _COUNTED
        setattr(self.__real__, name, _counting(self, name, value) if counted else value)


_COUNTED: Final = ("CharacterDataHandler", "StartElementHandler")


def is_settable(parser: Expat, name: str) -> bool:
    """Whether this is a handler, or a setting of a parser that is at rest."""
    return name in HANDLERS or (name in SETTINGS and not parser.__busy__)


def _counting(parser: Expat, name: str, handler: Any) -> Callable[..., Any]:
    """A handler that is called as long as what it is told is not much more than what was fed."""

    def handle(text: Any, *rest: Any) -> Any:
        size = len(text) + sum(len(each) for several in rest for each in several)
        fill(parser, "__added__", parser.__added__ + size)
        check(parser.__added__ - parser.__fed__, ENTITY_BYTES, "characters that entities add")
        return handler(text, *rest)

    return handle


def _watch(parser: Expat) -> Callable[..., None]:
    """The handler of declarations: from the first entity on, text is counted."""

    def declared(*details: Any) -> None:
        if parser.__added__ < 0:
            fill(parser, "__added__", 0)
            for name in _COUNTED:
                if name in parser.__handlers__:
                    setattr(parser.__real__, name, _counting(parser, name, parser.__handlers__[name]))

    return declared


def make_expat(world: Any) -> Any:
    import pyexpat

    def ParserCreate(encoding: Any = None, separator: Any = None) -> Expat:
        exact = encoding if encoding is None else str.__getitem__(encoding, slice(None))
        real = pyexpat.ParserCreate(exact, separator)
        parser = seal(Expat, real=real, busy=False, fed=0, added=-1, handlers={})
        real.EntityDeclHandler = _watch(parser)
        return parser

    world.declares[Expat] = is_settable
    return StandIn(ParserCreate=ParserCreate, error=pyexpat.error, version_info=pyexpat.version_info)


def _patch_element_tree(world: Any, namespace: dict[str, Any]) -> None:
    """
    A name of a file is opened as the guest would; ``XMLParser.close`` deletes attributes of what it is given; two
    methods give lists, as in C.
    """

    def cannot_open(*arguments: Any, **keywords: Any) -> Any:
        raise DeniedError("open() is not granted", rule="file")

    namespace["open"] = world.builtins.get("open", cannot_open)
    deleting(world, namespace["XMLParser"], "close")
    for name in ("keys", "items"):
        replace(world, namespace["Element"], name, _listing(namespace["Element"].__dict__[name]))


def _listing(method: Callable[..., Any]) -> Callable[..., Any]:
    def listed(self: Any) -> list[Any]:
        return list(method(self))

    listed.__name__, listed.__qualname__ = method.__name__, method.__qualname__
    return listed


XML_STANDINS: Final[dict[str, Callable[[Any], Any]]] = {"xml.parsers.expat": make_expat}
XML_PATCHES: Final[dict[str, Callable[[Any, dict[str, Any]], None]]] = {"xml.etree.ElementTree": _patch_element_tree}
