# I3: a guarded name read of a class is a descriptor made in C. In a class of the guest's it acts natively.
class E(Exception):
    found = BaseException.__traceback__    ### denied: __traceback__

# ---
# And the types of descriptors bind any of them to any object.
import decimal, types
reads = [
    lambda: types.BuiltinFunctionType.__self__, lambda: AttributeError.obj, lambda: decimal.Context.traps,
    lambda: types.MethodDescriptorType.__objclass__, lambda: types.GenericAlias.__origin__, lambda: super.__thisclass__,
    lambda: super(type, type).__base__, lambda: super(type, type).__bases__, lambda: super(type, type).__mro__,
    lambda: super(type, type).__dict__, lambda: super(Exception, Exception).__traceback__,
    lambda: types.GetSetDescriptorType.__get__, lambda: types.MemberDescriptorType.__get__,
    lambda: types.MemberDescriptorType.__set__, lambda: types.GetSetDescriptorType.__delete__,
    lambda: types.WrapperDescriptorType.__get__, lambda: types.MethodDescriptorType.__get__,
    lambda: types.ClassMethodDescriptorType.__get__, lambda: getattr(types.BuiltinFunctionType, "__self__"),
    lambda: vars(types.BuiltinFunctionType)["__self__"], lambda: vars(AttributeError)["obj"],
    lambda: "{0.__self__}".format(types.BuiltinFunctionType),
]
for number, read in enumerate(reads):
    try: found = read()
    except (AttributeError, KeyError): continue
    assert False, (number, found)
class Own:
    __slots__ = ("obj",)
own = Own()
Own.obj.__set__(own, 1)
assert Own.obj.__get__(own) == 1
