"""``collections.abc``: the abstract containers, whose registries belong to the environment."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="collections.abc",
    way="copy",
    source="_collections_abc",
    shows=tuple(
        """
        AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Callable Collection Container
        Coroutine Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView
        MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized ValuesView
        """.split()
    ),
    since={
        "3.12": tuple("Buffer".split()),
    },
    omits={
        "sys": "imported by the module for itself",
        "ABCMeta": "imported by the module for itself",
        "EllipsisType": "imported by the module for itself",
        "FunctionType": "imported by the module for itself",
        "GenericAlias": "imported by the module for itself",
        "abstractmethod": "imported by the module for itself",
        "async_generator": "imported by the module for itself",
        "bytearray_iterator": "imported by the module for itself",
        "bytes_iterator": "imported by the module for itself",
        "coroutine": "imported by the module for itself",
        "dict_itemiterator": "imported by the module for itself",
        "dict_items": "imported by the module for itself",
        "dict_keyiterator": "imported by the module for itself",
        "dict_keys": "imported by the module for itself",
        "dict_valueiterator": "imported by the module for itself",
        "dict_values": "imported by the module for itself",
        "framelocalsproxy": "imported by the module for itself",
        "generator": "imported by the module for itself",
        "list_iterator": "imported by the module for itself",
        "list_reverseiterator": "imported by the module for itself",
        "longrange_iterator": "imported by the module for itself",
        "mappingproxy": "imported by the module for itself",
        "range_iterator": "imported by the module for itself",
        "set_iterator": "imported by the module for itself",
        "str_iterator": "imported by the module for itself",
        "tuple_iterator": "imported by the module for itself",
        "zip_iterator": "imported by the module for itself",
    },
)
