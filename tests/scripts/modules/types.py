import types
def f(): pass
class A:
    def m(self): pass
    x = property(lambda self: 1)
    __slots__ = ("s",)
print(isinstance(f, types.FunctionType), isinstance(A().m, types.MethodType), isinstance((x for x in ""), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), isinstance(A.s, types.MemberDescriptorType), types.LambdaType is types.FunctionType, isinstance(None, types.NoneType), isinstance(..., types.EllipsisType))
n = types.SimpleNamespace(a=1, b=2)
n.c = n.a + 2
n.a += 10
del n.b
print(n, vars(n), types.MethodType(lambda self: self.a, n)(), types.MappingProxyType({"a": 1})["a"], types.GenericAlias(list, (int,)), isinstance(int | str, types.UnionType), type(types.MappingProxyType({})).__name__)
print(types.new_class("N", (A,), {}, lambda ns: ns.update(q=1)).q, isinstance(A.m, types.FunctionType), isinstance("".join, types.BuiltinMethodType), isinstance(str.join, types.MethodDescriptorType), isinstance((1).__add__, types.MethodWrapperType), isinstance(int.__add__, types.WrapperDescriptorType), isinstance(NotImplemented, types.NotImplementedType))
@types.coroutine
def c():
    x = yield 1
    return x
async def d(): return await c()
it = d()
print(it.send(None))
try:
    it.send(5)
except StopIteration as stop:
    print(stop.value)
class V:
    @types.DynamicClassAttribute
    def v(self): return 3
print(V().v)
cell = types.CellType(1)
cell.cell_contents += 1
print(cell.cell_contents)

# ---
import types
types.MappingProxyType({})["a"] = 1  ### raised: TypeError: 'mappingproxy' object does not support item assignment

# ---
import types
print(types.resolve_bases((list[int], int)), types.new_class("N", (list[int],)).__mro__[1])

# ---
# python: >=3.12
import types
class L(list[int]): pass
print(types.get_original_bases(L))

# ---
import types
types.CodeType  ### denied: makes code that nobody judged

# ---
import types
def f(): pass
types.FunctionType(f, {})  ### raised: TypeError

# ---
import types
types.ModuleType  ### denied: an object that the import statement trusts

# ---
import types
types.new_class("X", (), {}, lambda ns: ns.update({"__del__": 1}))  ### denied: __del__
