"""``typing``: annotations as values; text in annotations is never evaluated."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="typing",
    way="copy",
    source="typing",
    shows=tuple(
        """
        AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator
        Awaitable BinaryIO ByteString Callable ChainMap ClassVar Collection Concatenate Container
        ContextManager Coroutine Counter DefaultDict Deque Dict Final ForwardRef FrozenSet Generator
        Generic Hashable IO ItemsView Iterable Iterator KeysView List Literal LiteralString Mapping
        MappingView Match MutableMapping MutableSequence MutableSet NamedTuple Never NewType NoReturn
        NotRequired Optional OrderedDict ParamSpec ParamSpecArgs ParamSpecKwargs Pattern Protocol
        Required Reversible Self Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex
        SupportsFloat SupportsIndex SupportsInt SupportsRound TYPE_CHECKING Text TextIO Tuple Type
        TypeAlias TypeGuard TypeVar TypeVarTuple TypedDict Union Unpack ValuesView assert_never
        assert_type cast dataclass_transform final get_args get_origin get_type_hints is_typeddict
        no_type_check overload reveal_type runtime_checkable
        GenericAlias
        """.split()
    ),
    since={
        "3.12": tuple("TypeAliasType override".split()),
        "3.13": tuple("NoDefault ReadOnly TypeIs get_protocol_members is_protocol".split()),
    },
    late=(
        "AsyncContextManager",
        "ChainMap",
        "ContextManager",
        "Counter",
        "Match",
        "Pattern",
    ),  # which need copies of their own
    omits={
        "clear_overloads": "the registry of overloads keeps functions by module name",
        "get_overloads": "the registry of overloads keeps functions by module name",
        "no_type_check_decorator": "deprecated",
        "ABCMeta": "imported by the module for itself",
        "CT_co": "a helper that the module keeps for itself",
        "EXCLUDED_ATTRIBUTES": "a helper that the module keeps for itself",
        "KT": "a helper that the module keeps for itself",
        "MethodDescriptorType": "imported by the module for itself",
        "MethodWrapperType": "imported by the module for itself",
        "NamedTupleMeta": "a helper that the module keeps for itself",
        "T": "a helper that the module keeps for itself",
        "T_co": "a helper that the module keeps for itself",
        "T_contra": "a helper that the module keeps for itself",
        "VT": "a helper that the module keeps for itself",
        "VT_co": "a helper that the module keeps for itself",
        "V_co": "a helper that the module keeps for itself",
        "WrapperDescriptorType": "imported by the module for itself",
        "abstractmethod": "imported by the module for itself",
        "defaultdict": "imported by the module for itself",
        "collections": "imported by the module for itself",
        "contextlib": "imported by the module for itself",
        "copyreg": "imported by the module for itself",
        "functools": "imported by the module for itself",
        "operator": "imported by the module for itself",
        "stdlib_re": "imported by the module for itself",
        "sys": "imported by the module for itself",
        "types": "imported by the module for itself",
        "warnings": "imported by the module for itself",
        "io": "imported by the module for itself",
        "re": "imported by the module for itself",
    },
)
