import abc, array, collections, collections.abc, contextlib, datetime, decimal, enum, fractions, functools, itertools, json, numbers, random, re, statistics, string, struct, time, types, typing
class Mine(abc.ABC): pass
class Meta(type): pass
class Made(metaclass=Meta): pass
class Error(json.JSONDecodeError): pass
class Color(enum.Enum): RED = 1
class Named(typing.NamedTuple): a: int
class Money(decimal.Decimal): pass
class Typed(typing.TypedDict): a: int
class Structural(typing.Protocol): pass
class Shared(typing.Generic[typing.TypeVar("T")]): pass
for cls in (int, bool, type, Mine, Made, Error, Color, enum.IntFlag, Named, Money, collections.Counter, collections.OrderedDict, collections.UserDict, collections.abc.MutableMapping, decimal.Decimal, decimal.DivisionByZero, decimal.Context, decimal.DecimalTuple, fractions.Fraction, datetime.datetime, json.JSONEncoder, re.Pattern, re.error, re.RegexFlag, struct.error, struct.Struct, time.struct_time, array.array, random.Random, statistics.NormalDist, string.Template, types.SimpleNamespace, functools.partial, contextlib.suppress, itertools.count, ExceptionGroup, KeyError, Typed, Shared, numbers.Integral, types.FunctionType, property):
    print(cls.__name__, [each.__name__ for each in cls.__mro__], [each.__name__ for each in cls.__bases__], cls.__base__ and cls.__base__.__name__, cls.__mro__[0] is cls)
print([each.__name__ for each in type(Made).__mro__], [each.__name__ for each in Structural.__mro__])
