"""``collections.abc``: the abstract containers, whose registries belong to the environment."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

_IMPORTED = "ABCMeta EllipsisType FunctionType GenericAlias abstractmethod sys".split()
_REGISTERED = """
async_generator bytearray_iterator bytes_iterator coroutine dict_itemiterator dict_items dict_keyiterator dict_keys
dict_valueiterator dict_values framelocalsproxy generator list_iterator list_reverseiterator longrange_iterator
mappingproxy range_iterator set_iterator str_iterator tuple_iterator zip_iterator
""".split()

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
        **dict.fromkeys(_IMPORTED, "imported by the module for itself"),
        **dict.fromkeys(_REGISTERED, "a built-in type that the module registers; it has no public name elsewhere"),
    },
)
