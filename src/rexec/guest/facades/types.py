"""``types``: the types of what a guest can hold."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="types",
    way="copy",
    source="types",
    shows=tuple(
        """
        AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CellType ClassMethodDescriptorType
        CoroutineType DynamicClassAttribute EllipsisType FunctionType GeneratorType GenericAlias
        GetSetDescriptorType LambdaType MappingProxyType MemberDescriptorType MethodDescriptorType
        MethodType MethodWrapperType NoneType NotImplementedType SimpleNamespace UnionType
        WrapperDescriptorType coroutine new_class resolve_bases
        """.split()
    ),
    since={
        "3.12": tuple("get_original_bases".split()),
    },
    omits={
        "CodeType": "makes code that nobody judged",
        "FrameType": "guests hold no frames",
        "ModuleType": "an object that the import statement trusts",
        "TracebackType": "guests hold no tracebacks",
        "CapsuleType": "guests hold no capsules",
        "prepare_class": "calls __prepare__ by hand",
    },
    writable=("CellType",),
)
