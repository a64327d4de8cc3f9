"""
Type variables for private copies of ``typing`` on Pythons that make them in C (3.12 and later).

Those made in C hand their work to the host's own ``typing``, wherever they stand: ``T | int``, ``list[T]["text"]``
and ``Generic[T]`` gave a guest classes of the host, among them a ForwardRef that evaluates text. These here ask the
guest's copy. ``Generic`` is guest code (``guest/source/generic.py``), since guests derive from it.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any, Final

from rexec.errors import Frozen
from rexec.guest.guards.classes import calling_module
from rexec.guest.origin import raw_lookup

_typing_in_c: Final = importlib.import_module("_typing")
HAS_DEFAULTS: Final = sys.version_info >= (3, 13)
NO_DEFAULT: Final = getattr(_typing_in_c, "NoDefault", None)
_ABSENT: Final = object()


def _typing(value: Any) -> Any:
    """The copy of ``typing`` that an object of one of the classes below belongs to (I5: a guest may give another)."""
    ask = raw_lookup(type(value), "__typing__")
    if ask is None:
        raise TypeError(f"expected a type variable, got {type(value).__name__!r}")
    return ask.__func__()


class _Variable(metaclass=Frozen):
    """What the three kinds have in common. The classes of one environment derive from these, with ``__typing__``."""

    __module__ = "typing"
    __name__: str

    def __init_subclass__(cls, *, sealed: bool = False) -> None:
        if not sealed:
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")

    def __mro_entries__(self, bases: Any) -> Any:
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce_ex__(self, protocol: Any) -> str:
        return self.__name__

    def __getattr__(self, name: str) -> Any:
        """What was written in brackets is evaluated when it is first asked for."""
        evaluate = _later(self).get(name)
        if evaluate is None:
            raise AttributeError(f"'typing.{type(self).__name__}' object has no attribute {name!r}")
        value = evaluate()
        object.__setattr__(self, name, value)
        return value

    if HAS_DEFAULTS:

        def has_default(self) -> bool:
            return "__default__" in _later(self) or self.__default__ is not NO_DEFAULT


def _later(variable: _Variable) -> dict[str, Callable[[], Any]]:
    """What is evaluated later, by attribute."""
    found: dict[str, Callable[[], Any]] = vars(variable).get("__later__", {})
    return found


def _fill(variable: _Variable, name: str, default: Any = _ABSENT, **fields: Any) -> None:
    if HAS_DEFAULTS:
        fields["default"] = NO_DEFAULT if default is _ABSENT else default
    object.__setattr__(variable, "__name__", name)
    for key, value in fields.items():
        object.__setattr__(variable, f"__{key}__", value)


class _Bound(_Variable, sealed=True):
    """Type variables and parameter specifications: they have a bound and a variance, and stand in unions."""

    __covariant__: bool
    __contravariant__: bool
    __infer_variance__: bool

    def __variance__(self, bound: Any, covariant: Any, contravariant: Any, infer_variance: Any) -> dict[str, Any]:
        covariant, contravariant, infer = bool(covariant), bool(contravariant), bool(infer_variance)
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        if bound is not None:
            bound = _typing(self)._type_check(bound, "Bound must be a type.")
        return {"bound": bound, "covariant": covariant, "contravariant": contravariant, "infer_variance": infer}

    def __repr__(self) -> str:
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __or__(self, other: Any) -> Any:
        return _typing(self).Union[self, other]

    def __ror__(self, other: Any) -> Any:
        return _typing(self).Union[other, self]


class _TypeVar(_Bound, sealed=True):
    @classmethod
    def __make__(cls, *arguments: Any, **keywords: Any) -> Any:
        (name, *constraints), taken = _taken("typevar", arguments, keywords, _VARIANCE, many=True)
        self = object.__new__(cls)
        fields = self.__variance__(*(taken.get(each) for each in _VARIANCE))
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and fields["bound"] is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        _fill(
            self, name, taken.get("default", _ABSENT), **fields, constraints=tuple(constraints), module=calling_module()
        )
        return self

    def __typing_subst__(self, argument: Any) -> Any:
        return _typing(self)._typevar_subst(self, argument)

    if HAS_DEFAULTS:

        def __typing_prepare_subst__(self, alias: Any, arguments: Any) -> Any:
            index = alias.__parameters__.index(self)
            if index == len(arguments) and self.has_default():
                return (*arguments, self.__default__)
            if index < len(arguments):
                return arguments
            count = len(arguments)
            raise TypeError(f"Too few arguments for {alias}; actual {count}, expected at least {index + 1}")


class _ParamSpec(_Bound, sealed=True):
    @classmethod
    def __make__(cls, *arguments: Any, **keywords: Any) -> Any:
        (name,), taken = _taken("paramspec", arguments, keywords, _VARIANCE)
        self = object.__new__(cls)
        fields = self.__variance__(*(taken.get(each) for each in _VARIANCE))
        _fill(self, name, taken.get("default", _ABSENT), **fields, module=calling_module())
        return self

    @property
    def args(self) -> Any:
        return _typing(self).ParamSpecArgs(self)

    @property
    def kwargs(self) -> Any:
        return _typing(self).ParamSpecKwargs(self)

    def __typing_subst__(self, argument: Any) -> Any:
        return _typing(self)._paramspec_subst(self, argument)

    def __typing_prepare_subst__(self, alias: Any, arguments: Any) -> Any:
        return _typing(self)._paramspec_prepare_subst(self, alias, arguments)


class _TypeVarTuple(_Variable, sealed=True):
    @classmethod
    def __make__(cls, *arguments: Any, **keywords: Any) -> Any:
        (name,), taken = _taken("typevartuple", arguments, keywords, ())
        self = object.__new__(cls)
        _fill(self, name, taken.get("default", _ABSENT), module=calling_module())
        return self

    def __repr__(self) -> str:
        return self.__name__

    def __iter__(self) -> Any:
        yield _typing(self).Unpack[self]

    def __typing_subst__(self, argument: Any) -> Any:
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias: Any, arguments: Any) -> Any:
        return _typing(self)._typevartuple_prepare_subst(self, alias, arguments)


class _ParamSpecPart(metaclass=Frozen):
    """``P.args`` and ``P.kwargs``."""

    __module__ = "typing"
    __part__ = ""
    __origin__: Any

    def __init_subclass__(cls, *, sealed: bool = False) -> None:
        if not sealed:
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")

    @classmethod
    def __make__(cls, origin: Any) -> Any:
        self = object.__new__(cls)
        object.__setattr__(self, "__origin__", origin)
        return self

    def __eq__(self, other: object) -> Any:
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        raise TypeError(f"unhashable type: '{type(self).__name__}'")

    def __mro_entries__(self, bases: Any) -> Any:
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __repr__(self) -> str:
        origin = self.__origin__
        named = isinstance(origin, _ParamSpec)
        return f"{origin.__name__ if named else repr(origin)}.{self.__part__}"


_VARIANCE: Final = ("bound", "covariant", "contravariant", "infer_variance")


def _taken(
    function: str, arguments: tuple[Any, ...], keywords: dict[str, Any], known: tuple[str, ...], *, many: bool = False
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The name with what follows it, and the options; TypeError as C code words it."""
    taken = dict(keywords)
    if not arguments and "name" in taken:
        arguments = (taken.pop("name"),)
    if not arguments:
        raise TypeError(f"{function}() missing required argument 'name' (pos 1)")
    if len(arguments) > 1 and not many:
        raise TypeError(f"{function}() takes exactly 1 positional argument ({len(arguments)} given)")
    if not isinstance(arguments[0], str):
        raise TypeError(f"{function}() argument 'name' must be str, not {type(arguments[0]).__name__}")
    for each in taken:
        if each not in (*known, *(("default",) if HAS_DEFAULTS else ())):
            if HAS_DEFAULTS:
                raise TypeError(f"{function}() got an unexpected keyword argument {each!r}")
            raise TypeError(f"{each!r} is an invalid keyword argument for {function}()")
    return arguments, taken


def make_type_variables(world: Any) -> dict[str, Any]:
    """What a copy of ``typing`` imports from ``_typing``, for one environment."""

    def home() -> Any:
        return world.library.load("typing")

    def made(name: str, base: Any) -> Any:
        namespace = {"__module__": "typing", "__qualname__": name, "__typing__": staticmethod(home)}
        return Frozen(name, (base,), namespace, sealed=True)

    bases: dict[str, Any] = {
        "TypeVar": _TypeVar, "ParamSpec": _ParamSpec, "TypeVarTuple": _TypeVarTuple,
        "ParamSpecArgs": _part("args"), "ParamSpecKwargs": _part("kwargs"),
    }  # fmt: skip
    found = {name: made(name, base) for name, base in bases.items()}
    found["Generic"] = _generic(world, home)
    for name in ("_idfunc", "TypeAliasType", "NoDefault"):
        if hasattr(_typing_in_c, name):
            found[name] = getattr(_typing_in_c, name)
    return found


def _part(name: str) -> Any:
    return Frozen("_ParamSpecPart", (_ParamSpecPart,), {"__module__": "typing", "__part__": name}, sealed=True)


def _generic(world: Any, home: Callable[[], Any]) -> Any:
    def class_getitem(*arguments: Any, **keywords: Any) -> Any:
        return home()._generic_class_getitem(*arguments, **keywords)

    def init_subclass(*arguments: Any, **keywords: Any) -> None:
        home()._generic_init_subclass(*arguments, **keywords)

    given = {"class_getitem": class_getitem, "init_subclass": init_subclass}
    return world.run_source("generic", "typing", **given)["Generic"]


def type_parameters(world: Any) -> Callable[[str, Any, Any], Any]:
    """``@type_parameter``: what stands in brackets, and the base that a class gets from it."""

    def type_parameter(kind: str, given: Any, evaluate: Any) -> Any:
        if kind == "Generic":
            home = world.library.load("typing")
            unpacked = (home.Unpack[each] if type(each) is home.TypeVarTuple else each for each in given)
            return home.Generic[tuple(unpacked)]
        if kind == "@default":
            _typing(given)  # TypeError for what is none of ours
            object.__setattr__(given, "__later__", {**_later(given), "__default__": evaluate})
            object.__delattr__(given, "__default__")
            return given
        return _written(world.library.load("_typing"), kind, given, evaluate)

    return type_parameter


def _written(own: Any, kind: str, name: str, evaluate: Any) -> Any:
    made = object.__new__(getattr(own, "TypeVar" if kind[0] == "@" else kind))
    if kind == "TypeVarTuple":
        _fill(made, name)
        return made
    variance = {"bound": None, "covariant": False, "contravariant": False, "infer_variance": True}
    _fill(made, name, **variance, **({} if kind == "ParamSpec" else {"constraints": ()}))
    if evaluate is not None:
        wanted = f"__{kind[1:]}__"
        object.__setattr__(made, "__later__", {wanted: evaluate})
        object.__delattr__(made, wanted)
    return made
