"""
What private copies find under the name of ``inspect``: answers from exact types, where the real one evaluates text.

No guest gets hold of it; dataclasses, asyncio and typing ask.
"""

from __future__ import annotations

from functools import partial
from types import (
    CoroutineType,
    FunctionType,
    GeneratorType,
    GenericAlias,
    GetSetDescriptorType,
    MethodType,
    SimpleNamespace,
)
from typing import Any, Final

from rexec.guest.origin import is_class, mro_of, own_namespace, raw_lookup

_COROUTINE: Final = 0x80  # CO_COROUTINE


class _Signature:
    """The text of the signature of a class, for the docstring that dataclasses write."""

    def __init__(self, value: Any) -> None:
        function = raw_lookup(value, "__init__")
        if type(function) is not FunctionType:
            raise ValueError("no signature found")
        self.text = _signature_text(function)

    def __str__(self) -> str:
        return self.text


def _signature_text(function: FunctionType) -> str:
    """As inspect.signature would put it, for methods without positional-only or variable parameters."""
    code, annotations = function.__code__, function.__annotations__
    count = code.co_argcount
    every, defaults = list(code.co_varnames[1 : count + code.co_kwonlyargcount]), function.__defaults__ or ()
    values = dict(zip(every[count - 1 - len(defaults) : count - 1], defaults, strict=True))
    values |= function.__kwdefaults__ or {}
    shown = []
    for number, name in enumerate(every):
        if number == count - 1:
            shown.append("*")
        text = name + (f": {_annotation_text(annotations[name])}" if name in annotations else "")
        if name in values:
            text += f" = {values[name]!r}" if name in annotations else f"={values[name]!r}"
        shown.append(text)
    return f"({', '.join(shown)}) -> None"


def _annotation_text(annotation: Any) -> str:
    if type(annotation) is GenericAlias or not is_class(annotation):
        return repr(annotation).replace("typing.", "")
    if annotation.__module__ in ("builtins", "__main__"):
        return str(annotation.__qualname__)
    return f"{annotation.__module__}.{annotation.__qualname__}"


def _get_annotations(value: Any) -> Any:
    return dict(own_namespace(value).get("__annotations__") or {})


def _getattr_static(value: Any, name: str) -> Any:
    """As the real one, without its cache of classes: runs nothing of the guest's. typing compares it with None."""
    if is_class(value):
        for each in mro_of(value):
            if name in own_namespace(each):
                return own_namespace(each)[name]
        value = type(value)  # and then its metaclass
    else:
        dict_slot = raw_lookup(type(value), "__dict__")
        held = dict_slot.__get__(value) if type(dict_slot) is GetSetDescriptorType else {}
        if issubclass(type(held), dict) and dict.__contains__(held, name):
            return dict.__getitem__(held, name)
        value = type(value)
    for each in mro_of(value):
        if name in own_namespace(each):
            return own_namespace(each)[name]
    raise AttributeError(name)


def _is_coroutine_function(value: Any) -> bool:
    """Whether a function, or the one that a method or a partial calls, is written with async def."""
    while type(value) in (MethodType, partial):
        value = value.__func__ if type(value) is MethodType else value.func
    return type(value) is FunctionType and bool(value.__code__.co_flags & _COROUTINE)


def make_inspect(world: Any) -> Any:
    """The stand-in for ``inspect``; it is the same for every environment."""
    return SimpleNamespace(
        get_annotations=_get_annotations,
        getattr_static=_getattr_static,
        signature=_Signature,
        unwrap=lambda value, **keywords: value,
        iscoroutinefunction=_is_coroutine_function,
        iscoroutine=lambda value: type(value) is CoroutineType,
        isawaitable=lambda value: hasattr(type(value), "__await__"),
        isfunction=lambda value: type(value) is FunctionType,
        isgenerator=lambda value: type(value) is GeneratorType,
    )
