import math, cmath

print(math.sqrt(2), math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(5, 2), math.perm(5, 2), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.9), math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.log(8, 2), math.log2(8), math.isqrt(17), math.copysign(1, -0.0), math.modf(1.25), math.frexp(8), math.degrees(math.pi), math.inf > 1, math.isnan(math.nan), math.dist((0, 0), (3, 4)), math.remainder(7, 4), math.nextafter(1, 2), math.ulp(1))
for bad in (lambda: math.sqrt(-1), lambda: math.factorial(-1), lambda: math.log(0), lambda: 1 // 0, lambda: 1.0 / 0, lambda: 5 % 0, lambda: math.exp(1000), lambda: int("12x"), lambda: float("x"), lambda: math.floor(math.inf), lambda: 2.0**10000, lambda: 1 << -1, lambda: math.factorial(1.5)):
    try:
        print(bad())
    except (ValueError, ArithmeticError, TypeError) as error:
        print(type(error).__name__, error)
print(7 // -2, -7 % 3, divmod(-7, 2), 2**-1, 2**100, 10**20 // 3, 0.1 + 0.2, 1e16 + 1, round(2.5), round(-0.5), round(1234.567, -2), int("ff", 16), int("0b101", 0), bin(-5), oct(8), hex(255), 0x_ff, 1_000, 5 .bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (0.5).as_integer_ratio(), float.fromhex("0x1.8p1"), (1.5).hex(), 3 .bit_count(), True + True, ~5, 5 ^ 3, 6 & 3, 6 | 1, 1 << 70)
print(cmath.sqrt(-1), abs(3 + 4j), (1 + 2j).conjugate(), complex("1+2j"), cmath.polar(1j), (1 + 2j) * (3 - 1j), float("nan") == float("nan"), str(1e-7), repr(1e22), -0.0, 1e400, f"{1e6:,.1f} {12:b} {0.000123:g}")

# ---
from decimal import Decimal, getcontext, localcontext, ROUND_HALF_UP, Context, InvalidOperation, DivisionByZero, Inexact
import decimal

print(Decimal("0.1") + Decimal("0.2"), Decimal(1) / 3, Decimal("1.005").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), Decimal("1E+3").normalize(), Decimal("123.4500").normalize(), Decimal(0.1), Decimal("NaN").is_nan(), Decimal("-5") % 3, Decimal(2).sqrt(), Decimal("1.10") == Decimal("1.1"), hash(Decimal(1)) == hash(1), Decimal("3.7") // 1, int(Decimal("3.9")), round(Decimal("2.675"), 2), Decimal("1e3").as_tuple(), Decimal("1.5").as_integer_ratio(), Decimal("7").compare(8), format(Decimal("1234567.891"), ",.2f"), max(Decimal(1), Decimal(2)), sum([Decimal("0.1")] * 3), f"{Decimal('0.5'):%}")
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 7, ctx.prec, getcontext().prec)
print(getcontext().prec, Decimal(1) / 7, getcontext().rounding, getcontext().Emax, Context(prec=3).divide(1, 3), getcontext().copy().prec)
for bad in (lambda: Decimal("x"), lambda: Decimal(1) / 0, lambda: Decimal("sNaN") + 1, lambda: Decimal(1) + 1.5, lambda: Decimal("1").quantize(Decimal("1e-50")), lambda: Decimal(-1).sqrt()):
    try:
        print(bad())
    except (decimal.DecimalException, TypeError) as error:
        print(type(error).__name__, error, isinstance(error, ArithmeticError))
ctx = getcontext()
ctx.traps[DivisionByZero] = False
print(Decimal(1) / 0, ctx.flags[DivisionByZero], ctx.traps[InvalidOperation], sorted(s.__name__ for s, on in ctx.flags.items() if on))
ctx.clear_flags()
ctx.traps[Inexact] = True
try:
    Decimal(1) / 3
except Inexact as error:
    print(type(error).__name__)
print(ctx.flags[Inexact], Decimal("1.2").as_tuple().digits, Decimal((1, (2, 3), -1)), isinstance(ctx, Context), Decimal("1.23").adjusted(), Decimal("Infinity") > 10**100, Decimal(5).to_eng_string(), +Decimal("1.234"), Decimal("1.2").copy_sign(Decimal(-1)), decimal.MAX_PREC > 0, str(decimal.ROUND_DOWN))


class Price(Decimal):
    def __str__(self):
        return f"${super().__str__()}"


print(Price("5.00"), Price("5") + 1, type(Price("5") + 1).__name__, repr(Price("1")), f"{Price('2.5'):.2f}")

# ---
from fractions import Fraction
import statistics, random, numbers

print(Fraction(3, 6), Fraction("0.125"), Fraction(0.5), Fraction("3/4") + 1, Fraction(1, 3) * 3 == 1, Fraction(7, 2) // 1, float(Fraction(1, 4)), Fraction(22, 7).limit_denominator(5), round(Fraction(5, 2)), Fraction(-3, 4) % 1, Fraction(1, 2) ** 2, Fraction(1, 2) < 0.75, repr(Fraction(5)), hash(Fraction(2)) == hash(2), sorted([Fraction(1, 2), Fraction(1, 3)]), Fraction(3.25).numerator, divmod(Fraction(7, 3), 1), Fraction.from_float(0.25), complex(Fraction(1, 2)), 2 ** Fraction(1, 2), Fraction(1, 2) + 0.5)
for bad in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: statistics.mean([]), lambda: statistics.mode([]), lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2)):
    try:
        print(bad())
    except (ArithmeticError, ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
data = [1, 2, 2, 3, 4, 9]
print(statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.stdev(data), statistics.pvariance(data), statistics.quantiles(data), statistics.fmean(data), statistics.harmonic_mean([1, 2]), statistics.geometric_mean([1, 4]), statistics.multimode("aabb"), statistics.median_grouped([1, 2, 2]), statistics.mean([Fraction(1, 2), Fraction(1, 4)]), statistics.correlation([1, 2, 3], [1, 2, 4]), statistics.linear_regression([1, 2], [2, 4]), statistics.NormalDist(0, 1).cdf(0), statistics.NormalDist.from_samples(data), statistics.NormalDist(1, 2) + 3)
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(100), 5), random.shuffle(data), data, random.uniform(1, 2), random.gauss(0, 1), random.choices("ab", weights=[1, 9], k=5), random.randrange(0, 100, 7), random.getrandbits(16), random.expovariate(1), random.betavariate(1, 2), random.triangular(), random.randbytes(3))
own = random.Random("seed")
state = own.getstate()
first = own.random()
own.setstate(state)
print(own.random() == first, own.choice([1, 2, 3]), random.Random(5).random(), isinstance(random.SystemRandom().random(), float))


class Loaded(random.Random):
    def random(self):
        return 0.25


print(Loaded().uniform(0, 4), [isinstance(v, k) for v in (1, 1.5, 1j, True, Fraction(1), "x") for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])

# ---
from __future__ import annotations

import types
import typing
from typing import Any, Callable, Generic, Literal, NamedTuple, NewType, Optional, Protocol, TypedDict, TypeVar, Union, cast, overload, runtime_checkable

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> Stack[T]:
        self.items.append(item)
        return self


class Movie(TypedDict, total=False):
    name: str
    year: int


class Employee(NamedTuple):
    name: str
    id: int = 3

    def greet(self) -> str:
        return f"hi {self.name}"


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self): ...


UserId = NewType("UserId", int)
print(Stack[int]().push(1).items, Stack[int], Movie(name="x"), Movie.__total__, Employee("e"), Employee("e").greet(), Employee._field_defaults, isinstance(File(), Closes), isinstance(5, Closes), UserId(5), UserId.__name__, cast(int, "x"))
print(Optional[int], Union[int, str], Union[int, None], Callable[[int], str], Literal["a", 1], list[int], dict[str, list[int]], int | None, typing.get_args(dict[str, int]), typing.get_origin(list[int]), typing.List[int], typing.Dict[str, Any], typing.Tuple[int, ...], T, tuple[()], type(int | str).__name__, typing.get_args(Union[int, str]), Optional[Union[int, str]] == Union[str, int, None], typing.Annotated[int, "meta"].__metadata__, typing.ClassVar[int], typing.Final[int], typing.Type[int])


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x


print(f(5), f.__annotations__, Stack.push.__annotations__, Employee.__annotations__, Movie.__annotations__.keys(), typing.TYPE_CHECKING, Stack.__parameters__, Stack.__orig_bases__, issubclass(Stack, Generic))
space = types.SimpleNamespace(a=1, b=[2])
space.c = 3
print(space, space == types.SimpleNamespace(a=1, b=[2], c=3), vars(space), types.MappingProxyType({"a": 1})["a"], isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance((i for i in ()), types.GeneratorType), type(None) is types.NoneType, types.MethodType(lambda self, x: (self, x), 5)(6), isinstance(int | str, types.UnionType), types.GenericAlias(list, (int,)), types.new_class("New", (Stack,), {}, lambda ns: ns.update(x=1)).x)
for bad in (lambda: list[int](5), lambda: isinstance(1, list[int]), lambda: Union[1], lambda: Literal[1](), lambda: Stack[int, str], lambda: typing.Any(), lambda: Closes(), lambda: Optional[1, 2], lambda: Employee()):
    try:
        print(bad())
    except TypeError as error:
        print(error)
