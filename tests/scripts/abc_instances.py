import warnings

warnings.simplefilter("ignore")  # on Python 3.12 some of these are deprecated
# Whether each value is an instance of each ABC is what C and the library registered with the ABCs of the environment.
import abc, array, asyncio, collections, collections.abc, contextlib, copy, datetime, decimal, enum, fractions, functools, itertools, json, math, numbers, operator, random, re, statistics, string, struct, time, types, typing
def generator(): yield
async def coroutine(): pass
async def asynchronous(): yield
started = coroutine()
class Plain: pass
class Sized:
    def __len__(self): return 0
    def __iter__(self): return iter(())
    def __contains__(self, x): return False
class Color(enum.Enum): RED = 1
class Bits(enum.IntFlag): ONE = 1
class Named(typing.NamedTuple): a: int
d = {1: 2}
o = collections.OrderedDict(d)
values = [0, True, 1.5, 1j, "a", b"a", bytearray(b"a"), memoryview(b"a"), None, ..., NotImplemented, range(3), slice(1), (1,), [1], {1}, frozenset({1}), d,
    d.keys(), d.values(), d.items(), o, o.keys(), o.values(), o.items(), iter([]), iter(()), iter({}), iter(d.values()), iter(d.items()), iter(set()), iter(""), iter(b""), iter(bytearray()), iter(range(1)), iter(range(10**30)), reversed([]), reversed(d), zip(), map(len, []), filter(None, []), enumerate([]),
    generator, generator(), started, asynchronous(), len, int, Plain, Plain(), Sized(), Color, Color.RED, Bits.ONE, Named(1), lambda: 0, "".join, print, str.join, super, object(), property(), types.MappingProxyType(d), types.SimpleNamespace(), types.UnionType, int | str, list[int],
    array.array("i"), decimal.Decimal(1), decimal.getcontext(), decimal.getcontext().traps, decimal.getcontext().flags, decimal.Decimal(1).as_tuple(), decimal.localcontext(), fractions.Fraction(1), datetime.date(2020, 1, 1), datetime.timedelta(1), datetime.timezone.utc,
    collections.deque(), collections.defaultdict(int), collections.Counter(), collections.ChainMap(), collections.UserDict(), collections.UserList(), collections.UserString(""), re.compile("a"), re.match("a", "a"), re.finditer("a", "a"), random.Random(), struct.Struct("i"), struct.iter_unpack("i", b""), json.JSONEncoder(), string.Template(""), string.Formatter(), time.gmtime(0),
    itertools.count(), itertools.cycle([]), itertools.chain(), itertools.groupby([]), itertools.product(), itertools.islice([], 1), operator.itemgetter(1), functools.partial(int), contextlib.ExitStack(), contextlib.nullcontext(), contextlib.suppress(), contextlib.closing(Plain()), contextlib.contextmanager(generator)(), statistics.NormalDist(), typing.List[int], typing.Union[int, str], collections.namedtuple("N", "a")(1), ValueError(), struct.error(), asyncio.Queue(), contextlib.AsyncExitStack()]
started.close()
kinds = [getattr(collections.abc, n) for n in ("Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible Sized Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence MutableSequence ByteString").split() if hasattr(collections.abc, n)]
kinds += [collections.abc.Buffer] if hasattr(collections.abc, "Buffer") else []
kinds += [numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral, contextlib.AbstractContextManager, contextlib.AbstractAsyncContextManager, typing.SupportsInt, typing.SupportsFloat, typing.SupportsComplex, typing.SupportsBytes, typing.SupportsIndex, typing.SupportsAbs, typing.SupportsRound, typing.Sized, typing.Hashable, typing.Iterable, typing.Mapping, typing.Callable, typing.Sequence, typing.Collection]
for number, value in enumerate(values):
    row = "".join("x" if isinstance(value, kind) else "." for kind in kinds)
    below = "".join("x" if issubclass(type(value), kind) else "." for kind in kinds)
    print(number, row, "" if below == row else below)
    match value:
        case [*_]: print("sequence")
        case {}: print("mapping")
