"""
Whatever a guest reaches from the modules it is granted: no class can be changed, or is written in the host's text.

I3. The walk reads every attribute as a guest's text would, from the facades and from objects that a guest makes.
"""

from __future__ import annotations

import colorsys
import io
import types
from typing import Any

import pytest

from rexec import names
from rexec.classic.bastion import Bastion
from rexec.errors import Frozen
from rexec.guest.facades import FILES
from rexec.guest.origin import is_class, mro_of
from rexec.guest.views import GuestModule
from rexec.policy import Policy
from rexec.sandbox import Sandbox

IMMUTABLE = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE
# Classes made in C that C lets anyone change. Between them and a guest stands the guard of writes.
CHANGEABLE = {
    "struct.error": "an exception without a namespace of interest; writes to it are denied",
    "_abc._abc_data": "what an ABC keeps; it has no attributes, and C checks its type",
    "_hashlib.UnsupportedDigestmodError": "as struct.error",
    "_random.Random": "the C half of a generator; no instance of it is shared",
    "binascii.Error": "as struct.error",
    "binascii.Incomplete": "as struct.error",
    "decimal.DecimalException": "a signal: decimal compares its identity only",
    "decimal.Clamped": "as DecimalException",
    "decimal.DivisionByZero": "as DecimalException",
    "decimal.DivisionImpossible": "as DecimalException",
    "decimal.DivisionUndefined": "as DecimalException",
    "decimal.ConversionSyntax": "as DecimalException",
    "decimal.InvalidContext": "as DecimalException",
    "decimal.FloatOperation": "as DecimalException",
    "decimal.Inexact": "as DecimalException",
    "decimal.InvalidOperation": "as DecimalException",
    "decimal.Overflow": "as DecimalException",
    "decimal.Rounded": "as DecimalException",
    "decimal.Subnormal": "as DecimalException",
    "decimal.Underflow": "as DecimalException",
    "rexec.Sealed": "objects of ours: their metaclass refuses every write",
    "time.struct_time": "a structure of C",
    "builtins.ExceptionGroup": "the interpreter makes it at its start; writes to it are denied",
    "_csv.Error": "made for each environment",
    "xml.parsers.expat.ExpatError": "as struct.error",
    "zlib.error": "as struct.error",
    "zlib.Compress": "what compressobj makes; it has no attributes to set",
    "io.UnsupportedOperation": "as struct.error",
}
SEED = """
import sys
import abc, array, base64, binascii, bisect, cmath, collections, contextlib, copy, dataclasses, datetime, decimal, enum
import fractions, functools, heapq, itertools, json, math, numbers, operator, random, re, statistics, string, struct
import textwrap, time, types, typing
import calendar, csv, difflib, graphlib, html.parser, ipaddress, keyword, pprint, secrets, shlex, tomllib, urllib.parse
import uuid
import collections.abc
T = typing.TypeVar("T")
@dataclasses.dataclass
class Data: x: int = 0
class Color(enum.Enum): RED = 1
class Bits(enum.Flag): ONE = 1
class Named(typing.NamedTuple): a: int
class Typed(typing.TypedDict): a: int
@functools.singledispatch
def dispatched(x): return x
@functools.lru_cache
def cached(x): return x
@contextlib.contextmanager
def managed(): yield 1
made = [
    Data(), Color.RED, Bits.ONE, Named(1), dispatched, cached, managed(), re.compile("(a)"), re.match("(a)", "a"),
    re.finditer("a", "a"), decimal.Decimal(1), decimal.Decimal(1).as_tuple(), decimal.getcontext(),
    decimal.getcontext().traps, decimal.getcontext().traps.keys(), decimal.getcontext().traps.items(),
    decimal.getcontext().flags, decimal.localcontext(), collections.OrderedDict(a=1).keys(), collections.Counter("a"),
    collections.ChainMap(), collections.deque(), collections.defaultdict(int), random.Random(), json.JSONDecoder(),
    json.JSONEncoder(), string.Template("a"), string.Formatter(), fractions.Fraction(1), types.SimpleNamespace(),
    array.array("i"), struct.Struct("i"), struct.iter_unpack("i", b""), datetime.datetime(2020, 1, 1),
    datetime.timezone.utc, datetime.date(2020, 1, 1).isocalendar(), time.gmtime(0), time.get_clock_info("time"),
    time.strptime("2020", "%Y"), operator.attrgetter("a"), operator.itemgetter(1), textwrap.TextWrapper(),
    functools.partial(int), functools.cmp_to_key(len), contextlib.ExitStack(), contextlib.suppress(), list[int],
    int | str, typing.List[int], typing.Union[int, str], T, T | int, {}.keys(), memoryview(b""),
    calendar.TextCalendar(), calendar.month_name, csv.reader([]), csv.writer(sys.stdout), csv.reader([]).dialect,
    csv.DictReader(["a"]), csv.Sniffer(), difflib.SequenceMatcher(), difflib.Differ(), difflib.HtmlDiff(),
    difflib.unified_diff([], []), graphlib.TopologicalSorter({1: [2]}), html.parser.HTMLParser(),
    ipaddress.ip_address("1.2.3.4"), ipaddress.ip_network("1.2.3.0/24"), ipaddress.ip_interface("::1/8"),
    pprint.PrettyPrinter(), shlex.shlex("a"), tomllib.loads("a = 2000-01-01"), urllib.parse.urlsplit("http://a"),
    urllib.parse.urlsplit(b"http://a"), urllib.parse.urldefrag("a#b"), uuid.uuid4(), secrets.SystemRandom(),
    statistics.NormalDist(), statistics.linear_regression([1, 2], [1, 2]), dataclasses.fields(Data),
    itertools.groupby([]), itertools.count(),
    iter([]), reversed([]), zip(), (x for x in ()), types.MappingProxyType({}), json.JSONDecoder().scan_once,
]
import codecs, contextvars, hashlib, hmac, io, weakref, zlib, zoneinfo
import xml.etree.ElementTree as ET
class Raw(io.RawIOBase):
    def readable(self): return True
    def readinto(self, buffer): return 0
variable = contextvars.ContextVar("variable")
token = variable.set([])
wrapper = io.TextIOWrapper(io.BytesIO(b"a"), encoding="utf-8")
wrapper.readline()
kept = Raw()
made += [
    variable, token, contextvars.copy_context(), contextvars.Token.MISSING, wrapper, io.StringIO("a"), io.BytesIO(b"a"),
    Raw(), io.BufferedReader(Raw()), codecs.lookup("utf-8"), codecs.lookup("cp1252"),
    codecs.getincrementaldecoder("utf-16")(), codecs.getreader("utf-8")(io.BytesIO()), hashlib.md5(), hashlib.blake2b(),
    hashlib.sha3_256(), hashlib.shake_128(), hmac.new(b"", b"", "md5"), zlib.compressobj(), zlib.decompressobj(),
    weakref.ref(kept), weakref.ref(kept, print), weakref.proxy(kept), weakref.WeakSet([kept]),
    weakref.finalize(kept, len), weakref.WeakKeyDictionary({kept: 1}), weakref.getweakrefs(kept),
    zoneinfo.ZoneInfo("UTC"), zoneinfo.ZoneInfo("Europe/Berlin"), ET.XML("<a b='c'><d/></a>"), ET.XMLParser(),
    ET.XMLPullParser(), ET.QName("a"), ET.ElementTree(ET.Element("a")), ET.iterparse(io.BytesIO(b"<a/>")),
]
def caught(call):
    try: call()
    except Exception as error: made.append(error)
for text in ('{"a"', '["', '[1', '"\\\\x"'): caught(lambda: json.loads(text))
for call in (lambda: re.compile("("), lambda: re.sub("(a)", "\\\\2", "a"), lambda: re.compile("(a)").sub("\\\\2", "a"),
             lambda: re.match("(a)", "a").expand("\\\\2"), lambda: struct.pack("i", "a"), lambda: Color(7),
             lambda: decimal.Decimal(1) / 0, lambda: time.strptime("a", "%Y"), lambda: statistics.mean([]),
             lambda: csv.reader([], "x"),
             lambda: calendar.monthrange(1, 13), lambda: calendar.LocaleTextCalendar(locale="x").formatmonth(1, 1),
             lambda: ipaddress.ip_address("x"), lambda: ipaddress.ip_network("1.2.3.4/8"), lambda: tomllib.loads("x"),
             lambda: list(graphlib.TopologicalSorter({1: [1]}).static_order()), lambda: uuid.UUID("x"),
             lambda: base64.b64decode("a"), lambda: binascii.unhexlify("a"),
             lambda: datetime.datetime.strptime("a", "%q"), lambda: zlib.decompress(b"a"), lambda: ET.XML("<"),
             lambda: zoneinfo.ZoneInfo("a"), lambda: io.StringIO().fileno(), lambda: codecs.lookup("a"),
             lambda: hmac.new(b"", b"", "nothing"), lambda: hashlib.new("nothing"), lambda: Raw().write(b"")):
    caught(call)
"""
PLAIN = (str, int, float, bool, bytes, complex, type(None))
DEPTH = 5


class Reach:
    """What one guest reaches: each value with the way to it."""

    def __init__(self, world: Any) -> None:
        self.world = world
        self.found: list[tuple[str, Any]] = []
        self.held: list[Any] = []  # so that no id is used twice
        self.seen: set[Any] = set()
        pending: list[tuple[str, Any, int]] = [(name, each, 0) for name, each in self.world.importer.modules.items()]
        while pending:
            way, value, depth = pending.pop()
            if type(value) in PLAIN or key(value) in self.seen:
                continue
            self.seen.add(key(value))
            self.held.append(value)
            self.found.append((way, value))
            if depth < DEPTH:
                pending += [(step, each, depth + 1) for step, each in self.steps(way, value)]

    def steps(self, way: str, value: Any) -> list[tuple[str, Any]]:
        steps: list[tuple[str, Any]] = []
        for name in sorted(each for each in dir(value) if type(each) is str):
            rule = names.attribute_rule(name)
            if rule == "refused":
                continue
            try:
                steps.append(
                    (
                        f"{way}.{name}",
                        self.world.reads.getattr(value, name) if rule == "guarded" else getattr(value, name),
                    )
                )
            except Exception:  # a guest is denied it, or it is not there
                continue
        if type(value) in (list, tuple, set, frozenset) or (isinstance(value, tuple) and not isinstance(value, type)):
            steps += [(f"{way}[]", each) for each in list(value)[:200]]
        if type(value) in (dict, types.MappingProxyType):
            steps += [(f"{way}[]", each) for pair in list(value.items())[:200] for each in pair]
        return steps

    def classes(self) -> dict[int, tuple[str, Any]]:
        """Every class found, and what a guest sees of each value's class."""
        shown: dict[int, tuple[str, Any]] = {}
        for way, value in self.found:
            kind = value if is_class(value) else self.world.classes.kind(value)
            for each in (
                kind,
                *self.world.reads.getattr(kind, "__mro__"),
                *self.world.reads.getattr(kind, "__bases__"),
            ):
                shown.setdefault(id(each), (way, each))
        return shown


def key(value: Any) -> Any:
    """What makes a value new to the walk: methods are made anew at each look."""
    kind = type(value)
    if kind is types.MethodType:
        return kind, id(value.__func__)
    if types.BuiltinFunctionType in mro_of(kind):
        return kind, value.__qualname__
    if kind in (types.MethodWrapperType, types.WrapperDescriptorType, types.MethodDescriptorType):
        return kind, value.__qualname__
    if kind is types.FunctionType:
        return kind, value.__code__
    return id(value)


IMPORTS = "".join(f"import {each}\n" for each in Policy.load("default").modules)


def in_sandbox() -> Any:
    session = Sandbox("default").session()
    result = session.run(IMPORTS + SEED)
    assert result.outcome == "finished", result.error
    return session._environment


class Host:
    def method(self) -> int:
        return 1


def in_rexec() -> Any:
    """With what an RExec adds: streams, a module ``builtins``, bastions, wrapped files."""
    r = Policy.load("default").to_rexec()
    main = r.add_module("__main__")
    main.bastion, main.file = Bastion(Host()), r.wrap_file(io.StringIO("text"))
    main.module = r.copy_except(colorsys, ())
    r.s_exec(
        f"{IMPORTS}import builtins\n{SEED}\nmade += [sys.stdin, sys.stdout, sys.stderr, bastion, bastion.method, file]"
    )
    return r.environment


@pytest.fixture(scope="module", params=[in_sandbox, in_rexec])
def reach(request: pytest.FixtureRequest) -> Reach:
    return Reach(request.param())


def test_walk_reaches_far(reach: Reach) -> None:
    assert len(reach.found) > 2000
    assert {type(value).__name__ for _, value in reach.found} > {"SignalDict", "DecimalTuple", "JSONDecodeError"}
    assert set(reach.world.importer.modules) >= set(FILES) & set(Sandbox("default").policy.modules)


def test_every_class_shown_is_fixed_or_the_guests_own(reach: Reach) -> None:
    open_ones = {
        f"{each.__module__}.{each.__qualname__}": way
        for way, each in reach.classes().values()
        if not (each.__flags__ & IMMUTABLE or reach.world.origin.owns_class(each) or each is reach.world.classes.type)
        and type(each) is not Frozen
    }
    assert {name: way for name, way in open_ones.items() if name not in CHANGEABLE} == {}


def test_no_value_is_of_a_class_written_in_the_hosts_text(reach: Reach) -> None:
    hosts, kind = reach.world.origin.is_text_of_host, reach.world.classes.kind
    found = {way: each for way, value in reach.found for each in mro_of(kind(value)) if hosts(each)}
    assert found == {}


def test_nothing_found_is_of_the_interpreter(reach: Reach) -> None:
    never = (types.ModuleType, types.FrameType, types.CodeType, types.TracebackType)
    assert [way for way, value in reach.found if isinstance(value, never) and type(value) is not GuestModule] == []


def test_classes_that_c_lets_change_cannot_be_changed_by_a_guest(reach: Reach) -> None:
    """Nor can what they hold: their namespaces are not shown."""
    for each in {id(each): each for _, each in reach.classes().values()}.values():
        if f"{each.__module__}.{each.__qualname__}" not in CHANGEABLE:
            continue
        for attempt in (
            lambda each=each: reach.world.writes.set(each, "x", 1),
            lambda each=each: reach.world.writes.set(each, "__doc__", "x"),
            lambda each=each: reach.world.writes.set(each, "__init__", print),
            lambda each=each: reach.world.writes.unset(each, "__doc__"),
            lambda each=each: reach.world.reads.getattr(each, "__dict__"),
            lambda each=each: reach.world.reads.getattr(each, "__annotations__"),
        ):
            with pytest.raises((AttributeError, TypeError)):
                attempt()


def test_no_mark_of_an_alias_outlives_an_environment(reach: Reach) -> None:
    """C sets ``__orig_class__`` on whatever a guest's alias returns, and what it sets holds the guest's objects."""
    shared = [
        each
        for _, each in reach.classes().values()
        if type(each) is type and f"{each.__module__}.{each.__qualname__}" in CHANGEABLE.keys() - {"_csv.Error"}
    ]
    for each in shared:
        each.__orig_class__ = list[int]
    own = Sandbox("default").session()._environment
    assert [each for each in shared if "__orig_class__" in own.reads.visible_names(each)] == []
    own.clear()
    assert [each for each in shared if "__orig_class__" in vars(each)] == []


def test_functions_of_ours_are_made_for_each_environment(reach: Reach) -> None:
    """They have attributes, which one guest could leave and another find."""
    other = {id(value) for _, value in Reach(in_sandbox()).found}
    assert [way for way, value in reach.found if type(value) is types.FunctionType and id(value) in other] == []
