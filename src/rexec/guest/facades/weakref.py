"""``weakref``: a copy over references of the environment's own; finalizers that are left run at the end of the run."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="weakref",
    way="copy",
    source="weakref",
    shows=tuple(
        """
        CallableProxyType KeyedRef ProxyType ProxyTypes ReferenceType WeakKeyDictionary WeakMethod WeakSet
        WeakValueDictionary finalize getweakrefcount getweakrefs proxy ref
        """.split()
    ),
    omits={
        "itertools": "imported by the module for itself",
        "sys": "imported by the module for itself",
    },
)
