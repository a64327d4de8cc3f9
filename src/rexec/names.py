"""
Every name that carries a decision, each in one table with its reason.

Both halves of the package read these tables: the text half when it judges what is written in a guest's text,
the guest half when it judges a name that was computed at run time. What no table mentions is refused (I1).

A guest's identifier can hold letters, digits and underscores. Names that we inject hold an ``@`` (I2).
"""

from __future__ import annotations

import functools
from typing import Final, Literal

Rule = Literal["native", "guarded", "refused"]

# --------------------------------------------------------------------------------------------------------------
# Hook names: what rewritten code looks up in the builtins table of its environment.

HOOKS: Final[dict[str, str]] = {
    "@type": "the real type(), for the inline test of an attribute write",
    "@types": "the set of types whose instances the guest may write attributes of",
    "@write": "guarded_write(object, name): the object back, if the guest may set or delete that attribute",
    "@getattr": "guarded_getattr(object, name): reads of names that are harmless on most objects only",
    "@type_parameter": "(kind, name, evaluate): what stands for a type parameter that is written in brackets",
    "@exit": "without_traceback(function): what a class may bind as __exit__ or __aexit__",
    "@group": "sound_group(kinds): the kinds back, if except* may split the exception in flight",
}
TYPE_PARAMETER: Final = "@type_parameter"
TEMPORARY: Final = "@t"  # @t0, @t1, ...: temporaries of rewritten code; never a parameter, cleared after use
OWN: Final = "@own_"  # @own_x: whether the guest made what parameter x holds
INNERMOST: Final = "@innermost"  # what `import a.b.c as d` takes from a.b.c: the gate reads c, not the interpreter
VALUE: Final = "@value"  # where a module leaves the value of its last expression statement
MARK: Final = "_abc_@guest_"  # key in the namespace of every class the guest made: the proof of who made it
SLOT_NAMES: Final = "__slotnames__"  # where C keeps the names of a class's slots, for the pickle protocol
MARKS: Final[frozenset[str]] = frozenset({MARK, SLOT_NAMES})  # what no view of a class's namespace shows

# --------------------------------------------------------------------------------------------------------------
# Attribute names.

INTERNAL_ATTRIBUTES: Final[frozenset[str]] = frozenset(
    # Public names by which the interpreter's own objects give away frames and code (CVE-2023-37271 and kin).
    # Booleans such as gi_running stay readable. A test compares this with dir() of the real types.
    """
    gi_frame gi_code gi_yieldfrom
    cr_frame cr_code cr_await cr_origin
    ag_frame ag_code ag_await
    tb_frame tb_next tb_lasti tb_lineno
    f_back f_builtins f_code f_generator f_globals f_lasti f_lineno f_locals f_trace f_trace_lines f_trace_opcodes
    co_argcount co_branches co_cellvars co_code co_consts co_exceptiontable co_filename co_firstlineno co_flags
    co_freevars co_kwonlyargcount co_lines co_linetable co_lnotab co_name co_names co_nlocals co_positions
    co_posonlyargcount co_qualname co_stacksize co_varnames
    func_closure func_code func_defaults func_dict func_doc func_globals func_name
    im_class im_func im_self
    """.split()
) | {
    "mro",  # type.mro() lists base classes as the interpreter sees them; __mro__ goes through a guard
}

C_ATTRIBUTES: Final[dict[str, str]] = {
    # Contested for what some classes made in C do under these names; on an object of the host's own they are harmless.
    "sub": "Pattern.sub hands its template to the host's re, which keeps it in a cache",
    "subn": "as sub",
    "expand": "Match.expand does the same",
    "strptime": "datetime.strptime runs the host's _strptime, which keeps its formats in a cache, under a lock",
    "utcnow": "datetime.utcnow warns on the host's stderr from 3.12 on",
    "utcfromtimestamp": "as utcnow",
    "traps": "decimal.Context.traps is of a class that derives from the host's ABCs",
    "flags": "as traps",
    "as_tuple": "Decimal.as_tuple makes a named tuple of the host's",
}
CONTESTED_ATTRIBUTES: Final[dict[str, str]] = {
    "format": "str.format follows attributes that its template names (CVE-2017-1000483, CVE-2023-41039)",
    "format_map": "str.format_map does the same",
    "obj": "AttributeError.obj is the object that a trusted function tripped over (CVE-2024-47532)",
    "with_traceback": "takes a traceback, for which guests hold a stand-in",
    "throw": "as with_traceback, where it is given three arguments",
    "athrow": "as throw",
    **C_ATTRIBUTES,
}

_BINARY = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or"
OPERATOR_METHODS: Final[frozenset[str]] = frozenset(
    [f"__{n}__" for n in _BINARY.split()]
    + [f"__r{n}__" for n in _BINARY.split()]
    + [f"__i{n}__" for n in _BINARY.split() if n != "divmod"]
    + """
    __neg__ __pos__ __abs__ __invert__ __lt__ __le__ __eq__ __ne__ __gt__ __ge__
    """.split()
)
PROTOCOL_METHODS: Final[frozenset[str]] = frozenset(
    """
    __init__ __call__ __post_init__ __init_subclass__ __set_name__ __class_getitem__
    __repr__ __str__ __bytes__ __format__ __hash__ __bool__ __sizeof__ __dir__
    __int__ __float__ __complex__ __index__ __round__ __trunc__ __floor__ __ceil__ __fspath__
    __len__ __length_hint__ __getitem__ __setitem__ __delitem__ __missing__ __contains__ __iter__ __next__
    __reversed__ __enter__ __exit__ __aenter__ __aexit__ __await__ __aiter__ __anext__
    __copy__ __deepcopy__ __replace__ __html__
    __getslice__ __setslice__ __delslice__ __nonzero__ __unicode__ __div__ __rdiv__ __idiv__ __cmp__ __long__
    """.split()  # the last line: methods of Python 2, which mean nothing now
)
ACCESS_METHODS: Final[frozenset[str]] = frozenset(
    # Methods that a class may define, but whose inherited form reaches further than the guest may.
    "__new__ __getattr__ __getattribute__ __setattr__ __delattr__ __get__ __set__ __delete__".split()
)
PICKLE_METHODS: Final[frozenset[str]] = frozenset(
    # What copy asks of an object. Only a guest's own copy does: whatever a host holds of a guest's is plain data.
    "__reduce__ __reduce_ex__ __getstate__ __setstate__ __getnewargs__ __getnewargs_ex__".split()
)
PLAIN_DUNDERS: Final[frozenset[str]] = frozenset(
    # Data that interpreter and library publish about an object: text, numbers, or what the guest itself gave.
    """
    __name__ __qualname__ __doc__ __module__ __file__ __package__ __path__ __all__ __version__ __author__
    __copyright__ __license__ __date__ __credits__ __contact__ __email__ __status__
    __cause__ __context__ __suppress_context__ __notes__
    __slots__ __match_args__ __orig_bases__ __args__ __metadata__ __unpacked__
    __bound__ __constraints__ __default__ __value__ __type_params__ __covariant__ __contravariant__
    __infer_variance__ __supertype__ __forward_arg__ __total__ __required_keys__ __optional_keys__
    __readonly_keys__ __mutable_keys__ __final__ __override__ __isabstractmethod__ __abstractmethods__
    __dataclass_fields__ __dataclass_params__ __members__ __debug__ __firstlineno__ __static_attributes__
    __instancecheck__ __subclasscheck__ __deprecated__
    """.split()
)
GUARDED_DUNDERS: Final[dict[str, str]] = {
    "__class__": "a metaclass is answered with the guest's own type",
    "__dict__": "the live namespace only of what the guest made",
    "__annotations__": "reading it creates a dict on whatever object is asked",
    "__bases__": "may hold the real type",
    "__base__": "may be the real type",
    "__mro__": "may hold the real type",
    "__subclasses__": "of object it lists every class of the process",
    "__orig_class__": "calling a generic alias sets it on whatever comes back, which may be a class of all guests'",
    "__origin__": "may be the real type",
    "__parameters__": "C asks the host's typing to unpack those of an alias statement",
    "__objclass__": "may be the real type",
    "__thisclass__": "may be the real type",
    "__self_class__": "may be the real type",
    "__self__": "of a built-in function it is its module",
    "__func__": "may be a function that the guest did not make",
    "__wrapped__": "may be a function that the guest did not make",
    "__defaults__": "default values of trusted functions are not for guests",
    "__kwdefaults__": "as __defaults__",
    "__new__": "type.__new__ makes classes with any name in them",
    "__getattribute__": "object.__getattribute__ is a getattr without rules",
    "__getattr__": "may be a trusted object's",
    "__setattr__": "object.__setattr__ is a setattr without rules",
    "__delattr__": "object.__delattr__ is a delattr without rules",
    "__traceback__": "is answered with a stand-in that holds the traceback where no guest can reach it",
    "__get__": "descriptors of trusted classes reach into their objects",
    "__set__": "as __get__",
    "__delete__": "as __get__",
    "__reduce__": "C hands out functions of the host's, and getattr itself",
    "__reduce_ex__": "as __reduce__",
    "__getstate__": "C reads the slots of an object under whatever names its class says they have",
    "__setstate__": "C sets whatever name is in a state",
    "__getnewargs__": "as __reduce__",
    "__getnewargs_ex__": "as __reduce__",
}

READABLE_DUNDERS: Final[frozenset[str]] = OPERATOR_METHODS | PROTOCOL_METHODS | PLAIN_DUNDERS

WRITABLE_DUNDERS: Final[frozenset[str]] = frozenset(
    # What `x.__name__ = v` may name; the guard then looks at what x is.
    """
    __name__ __qualname__ __doc__ __module__ __annotations__ __wrapped__ __dict__ __isabstractmethod__ __traceback__
    __type_params__
    __cause__ __context__ __suppress_context__ __notes__ __version__ __author__ __all__ __file__
    """.split()
)

# --------------------------------------------------------------------------------------------------------------
# Names of variables.

READABLE_NAMES: Final[frozenset[str]] = frozenset(
    """
    __name__ __file__ __doc__ __all__ __version__ __author__ __annotations__ __debug__ __class__
    __copyright__ __license__ __date__ __credits__ __contact__ __email__ __status__ __package__ __future__
    """.split()
)
ASSIGNABLE_NAMES: Final[frozenset[str]] = READABLE_NAMES - {"__debug__", "__class__", "__annotations__"}
CLASS_DATA_NAMES: Final[frozenset[str]] = frozenset(
    "__slots__ __match_args__ __hash__ __doc__ __qualname__ __module__ __annotations__ __version__ __author__".split()
)
EXIT_METHODS: Final[frozenset[str]] = frozenset({"__exit__", "__aexit__"})

DEFINABLE_METHODS: Final[frozenset[str]] = OPERATOR_METHODS | PROTOCOL_METHODS | ACCESS_METHODS | PICKLE_METHODS
CLASS_NAMES: Final[frozenset[str]] = DEFINABLE_METHODS | CLASS_DATA_NAMES

COMPILER_CLASS_NAMES: Final[frozenset[str]] = frozenset(
    # What the compiler itself stores in a class namespace.
    """
    __module__ __qualname__ __classcell__ __type_params__ __orig_bases__ __firstlineno__ __static_attributes__
    __annotate__ __annotate_func__ __classdictcell__
    """.split()
)

# What classes of the standard library may have besides, if its own text put it there.
LIBRARY_FLAGS: Final[frozenset[str]] = frozenset({"__isabstractmethod__", "__abc_tpflags__", "__final__"})
LIBRARY_ALIASES: Final[dict[str, str]] = {
    "__getitem_inner__": "inner", "__instancecheck__": "__subclasscheck__", "__subclasshook__": "_proto_hook",
    "cr_await": "gi_yieldfrom", "cr_code": "gi_code", "cr_frame": "gi_frame",
}  # fmt: skip
LIBRARY_CLASS_NAMES: Final[frozenset[str]] = LIBRARY_FLAGS | frozenset(
    """
    __buffer__ __del__ __getitem_inner__ __instancecheck__ __members__ __mro_entries__ __prepare__ __signature__
    __subclasscheck__ __subclasshook__
    __typing_is_unpacked_typevartuple__ __typing_prepare_subst__ __typing_subst__ __typing_unpacked_tuple_args__
    cr_await cr_code cr_frame gi_code gi_frame gi_yieldfrom
    """.split()
)

REFUSED_METHODS: Final[dict[str, str]] = {
    "__del__": "runs when the host lets go of the object, outside of every budget",
    "__prepare__": "a mapping of the guest's would answer every name that a class body looks up",
    "__mro_entries__": "replaces the bases of a class after they were checked",
    "__instancecheck__": "would answer isinstance() for trusted code",
    "__subclasscheck__": "as __instancecheck__",
    "__subclasshook__": "as __instancecheck__",
    "__class__": "would answer isinstance() for trusted code",
    "__buffer__": "hands memory to C code",
    "__release_buffer__": "as __buffer__",
}
METACLASS_REFUSED: Final[frozenset[str]] = frozenset(
    # A set of classes is looked up by __hash__ and __eq__; a class pattern reads __match_args__ through these.
    "__getattribute__ __eq__ __hash__ __match_args__".split()
)
GROUP_METHODS: Final[frozenset[str]] = frozenset(
    # `except*` calls these and trusts what they return (CVE-2025-22153).
    {"split", "subgroup", "derive"}
)
# Names that only HookedRewriter keeps for itself: its hooks end in an underscore.
HOOKED_NAMES: Final[frozenset[str]] = frozenset(
    """
    _getattr_ _getitem_ _getiter_ _write_ _unpack_sequence_ _iter_unpack_sequence_ _inplacevar_ _apply_
    _print_ _print __metaclass__
    """.split()
)
# A host's __import__ is handed the guest's globals, and resolves relative imports with these.
IMPORT_CONTEXT: Final[frozenset[str]] = frozenset({"__name__", "__package__"})
# Upstream's full_write_guard lets through whatever has this: the host's word, not the guest's.
WRITE_MARKS: Final[frozenset[str]] = frozenset({"_guarded_writes"})
# Hooks of a private copy's text.
STORE_HOOK: Final = "@store"  # (owner, name, value): in the builtins table of every private copy
READ_HOOK: Final = "@read"  # (owner, name) -> value
# Stores of a private copy's text that are judged even where the owner was made inside.
JUDGED_STORES: Final[frozenset[str]] = EXIT_METHODS | GROUP_METHODS | {"__traceback__", "__match_args__", "__class__"}


def is_dunder(name: str) -> bool:
    """Whether a name has the shape that the language reserves: two underscores at both ends."""
    return len(name) > 4 and name[:2] == "__" and name[-2:] == "__"


@functools.lru_cache(maxsize=4096)
def attribute_rule(name: str) -> Rule:
    """
    What reading an attribute of this name takes.

    *name* is an exact str, already mangled. ``native`` reads compile to a plain attribute access.
    """
    if is_dunder(name):
        if name in READABLE_DUNDERS:
            return "native"
        return "guarded" if name in GUARDED_DUNDERS else "refused"
    if name in CONTESTED_ATTRIBUTES:
        return "guarded"
    return "refused" if name in INTERNAL_ATTRIBUTES or "@" in name else "native"


@functools.lru_cache(maxsize=4096)
def attribute_write_rule(name: str) -> Rule:
    """
    What setting or deleting an attribute of this name takes: ``native`` is an inline test of the object's type.
    """
    if is_dunder(name):
        return "guarded" if name in WRITABLE_DUNDERS or name in DEFINABLE_METHODS else "refused"
    if name in GROUP_METHODS:
        return "guarded"
    return "native" if name.isidentifier() and name not in INTERNAL_ATTRIBUTES else "refused"


def is_generated(name: str) -> bool:
    """
    Whether a dunder name is one that ``dataclasses`` puts into the text that it makes.

    That text compiles as guest code. The names are plain variables and mean nothing to the interpreter.
    """
    return name.startswith("__dataclass_") or name == "__create_fn__"


@functools.lru_cache(maxsize=4096)
def is_class_name(name: str) -> bool:
    """Whether a guest's class may have this key in its namespace."""
    if is_dunder(name):
        known = name in CLASS_NAMES or name in COMPILER_CLASS_NAMES or name in ASSIGNABLE_NAMES
        return known or name in ("__dataclass_fields__", "__dataclass_params__")
    return name.isidentifier() and name not in INTERNAL_ATTRIBUTES


def mangle(class_name: str | None, name: str) -> str:
    """A class-private name as the compiler spells it (language reference, 6.2.1)."""
    if class_name is None or not name.startswith("__") or name.endswith("__") or "." in name:
        return name
    stripped = class_name.lstrip("_")
    return f"_{stripped}{name}" if stripped else name
