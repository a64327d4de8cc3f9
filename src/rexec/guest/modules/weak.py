"""
``_weakref`` for private copies and guests: references whose callbacks end with the run.

C calls a callback when an object dies, whenever that is, and what it raises goes to the host's stderr. So what C
calls here is a function of ours, which does nothing after the run and reports on the guest's stderr. Objects that
all guests share have references of other guests too: nobody is shown one that is not of the own environment.
"""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable
from types import BuiltinFunctionType, GetSetDescriptorType, MethodDescriptorType, WrapperDescriptorType
from typing import Any, Final

from rexec.errors import OutOfBudget
from rexec.guest.origin import is_class, mro_of
from rexec.guest.stand_in import StandIn

PROXIES: Final = (weakref.ProxyType, weakref.CallableProxyType)
_OF_C: Final = (BuiltinFunctionType, GetSetDescriptorType, MethodDescriptorType, WrapperDescriptorType)
_IMMUTABLE: Final = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
_KEPT: Final = 4096  # proxies whose objects are looked through for dead ones
_make: Final = weakref.ReferenceType.__new__


class Weak(StandIn):
    """``_weakref`` of one environment."""

    def __init__(self, world: Any) -> None:
        self.__world__ = world
        self.__proxied__: dict[int, weakref.ReferenceType[Any]] = {}  # by id of the proxy
        given = {"reference": weakref.ReferenceType, "make": self.make}
        own = world.run_source("weak_reference", "weakref", **given)["ReferenceType"]
        self.ref = self.ReferenceType = own
        self.ProxyType, self.CallableProxyType = PROXIES
        self._remove_dead_weakref = weakref._remove_dead_weakref  # type: ignore[attr-defined]  # has no stub
        self.proxy, self.getweakrefs, self.getweakrefcount = _functions(self)

    def make(self, cls: Any, value: Any, callback: Any) -> Any:
        """``ReferenceType.__new__``. One without a callback is made once, as in C."""
        if callback is None and cls is self.ref:
            for each in weakref.getweakrefs(value):
                if type(each) is cls and each.__callback__ is None:
                    return each
        return _make(cls, value, self.callback(value, callback))

    def callback(self, value: Any, callback: Any) -> Any:
        """What C calls. It never does for what lives as long as the process."""
        if callback is None or type(value) in _OF_C or (is_class(value) and value.__flags__ & _IMMUTABLE):
            return None
        world, modules = self.__world__, self.__world__.library.modules

        def call(reference: Any) -> None:
            if modules:  # emptied at the end
                guarded_call(world, callback, reference)

        return call

    def own(self, value: Any) -> list[Any]:
        """The references and proxies to an object that were made here."""
        found = []
        for each in weakref.getweakrefs(value):
            made = self.__proxied__.get(id(each)) if type(each) in PROXIES else None
            if made is not None or self.ref in mro_of(type(each)):
                found.append(each)
        return found

    def referent(self, proxy: Any) -> Any:
        """What a proxy stands for; None if it is dead."""
        made = self.__proxied__.get(id(proxy))
        return None if made is None else made()

    def keep(self, proxy: Any, value: Any) -> Any:
        if len(self.__proxied__) > _KEPT:
            self.__proxied__ = {key: each for key, each in self.__proxied__.items() if each() is not None}
        self.__proxied__[id(proxy)] = weakref.ref(value)
        return proxy


def _functions(weak: Weak) -> tuple[Callable[..., Any], Callable[..., Any], Callable[..., Any]]:
    def proxy(object: Any, callback: Any = None, /) -> Any:
        return weak.keep(weakref.proxy(object, weak.callback(object, callback)), object)

    def getweakrefs(object: Any, /) -> list[Any]:
        return weak.own(object)

    def getweakrefcount(object: Any, /) -> int:
        return len(weak.own(object))

    return proxy, getweakrefs, getweakrefcount


def guarded_call(world: Any, function: Any, *arguments: Any) -> None:
    """Call what the guest gave, where nobody waits for its exceptions."""
    try:
        function(*arguments)
    except OutOfBudget:
        pass  # the tank is asked at the end of the run
    except BaseException as error:
        report(world, f"Exception ignored in: {_text(function)}\n", error)


def report(world: Any, head: str, error: BaseException) -> None:
    """An exception and its traceback on the guest's stderr."""
    try:
        lines = world.library.load("traceback").format_exception(error)
        world.streams.stderr.write(head + "".join(lines))
    except BaseException as failed:
        sys.exc_info()
        del failed  # there is nobody left to tell


def _text(function: Any) -> str:
    try:
        return repr(function)
    except BaseException:
        return "<exception repr() failed>"


def patch_weakref(world: Any, namespace: dict[str, Any]) -> None:
    """``finalize`` reports what its last calls raise with sys.excepthook; there is no garbage collector to stop."""

    def excepthook(kind: Any, value: Any, traceback: Any) -> None:
        report(world, "", value)

    namespace["sys"] = StandIn(excepthook=excepthook, exc_info=sys.exc_info)
    namespace["__builtins__"]["__import__"] = _importing(namespace["__builtins__"]["__import__"])


def _importing(original: Callable[..., Any]) -> Callable[..., Any]:
    quiet = {
        "atexit": StandIn(register=lambda function: function),  # `at_end` calls it
        "gc": StandIn(isenabled=lambda: False),
    }

    def __import__(name: str, *rest: Any) -> Any:
        return quiet[name] if name in quiet else original(name, *rest)

    return __import__


WEAK_STANDINS: Final[dict[str, Callable[[Any], Any]]] = {"_weakref": Weak}


def at_end(world: Any) -> None:
    """Call the finalizers that are still alive, as the interpreter does when it exits."""
    home = world.library.modules.get("weakref")
    finalize = getattr(home, "__dict__", {}).get("finalize")
    if finalize is not None:
        guarded_call(world, finalize._exitfunc)
