from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass
from typing import ClassVar


@dataclass(order=True)
class Item:
    name: str
    price: float = 1.5
    tags: list[str] = field(default_factory=list, compare=False, repr=False)
    count: ClassVar[int] = 0

    def __post_init__(self):
        type(self).count += 1

    @property
    def label(self):
        return f"{self.name}: {self.price:.2f}"


a, b = Item("a", 2), Item("b")
print(a, b, a < b, a == Item("a", 2), a.label, Item.count, asdict(a), astuple(b), replace(a, name="z"), [f.name for f in fields(Item)])
print(sorted([b, a]), max(a, b), Item.__match_args__, Item.__doc__, hash(b"x") == hash(b"x"))


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0
    _: KW_ONLY
    label: str = ""


p = Point(1, label="here")
print(p, hash(p) == hash(Point(1, label="here")), {p: 1}[Point(1, label="here")])
try:
    p.x = 5
except FrozenInstanceError as error:
    print(type(error).__name__, error)
try:
    Point(1, 2, "no")
except TypeError as error:
    print(error)


@dataclass
class Loaded:
    size: int
    scale: InitVar[int] = 2
    area: int = field(init=False)

    def __post_init__(self, scale):
        self.area = self.size * scale


print(Loaded(3), Loaded(3, 5).area, make_dataclass("Made", [("x", int), ("y", int, 5)])(1))


@dataclass
class Base:
    x: int = 1


@dataclass(kw_only=True, eq=False)
class Derived(Base):
    y: int = 2
    z: list = field(default_factory=lambda: [1, 2])


print(Derived(y=5), Derived(7), Derived() == Derived())
try:
    @dataclass
    class Wrong:
        x: list = []
except ValueError as error:
    print(error)
match Item("m", 3):
    case Item(name, price=value) if value > 2:
        print("matched", name, value)

# ---
import enum
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1

    @classmethod
    def parse(cls, text):
        return cls[text.upper()]

    def __str__(self):
        return self.name.title()


print(Color.RED, repr(Color.GREEN), list(Color), Color(1), Color["GREEN"].value, Color.CRIMSON is Color.RED, Color.parse("red"), Color.__members__, Color.RED in Color, len(Color))
for bad in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.GREEN):
    try:
        bad()
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.X, Perm.RW & ~Perm.R, Perm.R in Perm.RW, bool(Perm.R & Perm.X), list(Perm.RW), Perm(5), repr(Perm(0)), ~Perm.R, len(Perm.RW))


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.HIGH > Level.LOW, Level.HIGH + 1, f"{Level.LOW}", f"{Level.LOW:03d}", [Level(10)], sorted([Level.HIGH, Level.LOW]), {1: "one"}[Level.LOW])


class Word(StrEnum):
    HELLO = auto()
    BYE = "so long"


print(Word.HELLO, Word.BYE.upper(), Word("hello") is Word.HELLO, f"{Word.BYE:>10}", "hello" == Word.HELLO)


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67e-11 * self.mass / self.radius**2


print(round(Planet.EARTH.gravity, 2), Planet((6.4e23, 3.39e6)).name)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
Animal = Enum("Animal", "CAT DOG", start=5)
print(list(Animal), Animal.CAT.value, Animal.__name__)


class Ordered(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower() * (count + 1)

    A = auto()
    B = auto()

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "?" else None


print(Ordered.B.value, Ordered("?"), [each.name for each in Ordered], isinstance(Ordered.A, Ordered), type(Ordered).__name__)

# ---
# A dataclass with slots is made a second time, from what the first one had.
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar, final

T = TypeVar("T")


@dataclass(slots=True)
class Box(Generic[T]):
    value: T
    tags: list = field(default_factory=list)


@dataclass(slots=True)
class Small(Box[int]):
    more: int = 3


@dataclass(slots=True)
class Shape(ABC):
    name: str

    @abstractmethod
    def area(self):
        """Square metres."""


@dataclass(slots=True)
class Square(Shape):
    side: float = 2

    def area(self):
        return self.side**2


@dataclass(slots=True)
class Named(Protocol):
    name: str

    def greet(self) -> str:
        return f"hello {self.name}"


@dataclass(slots=True)
@final
class Person(Named):
    age: int = 5

    def greet(self):
        return super(Person, self).greet() + "!"


print(Box(1), Box[int](2), Box.__parameters__, Box[T][str], Small(1), Small.__parameters__, Small.__mro__)
print(Square("a").area(), Shape.__abstractmethods__, Square.__abstractmethods__)
print(Person("Ann").greet(), Person.__final__)
for kind in (Shape, Named):
    try:
        kind("x")
    except TypeError as error:
        print(error)
