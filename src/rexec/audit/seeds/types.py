import types
types.SimpleNamespace(a=1)
types.MappingProxyType({})
types.GenericAlias(list, (int,))
types.new_class("Made")
types.prepare_class("Made")
types.resolve_bases(())
types.DynamicClassAttribute(len)
types.coroutine(len)
types.FunctionType
types.MethodType(len, [])
types.ModuleType("a")
types.CodeType
types.FrameType
types.TracebackType
types.CellType
types.CellType(1)
types.get_original_bases(int)
