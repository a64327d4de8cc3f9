from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, EnumMeta, member, nonmember, verify, UNIQUE, CONTINUOUS, property as enum_property
class Color(Enum):
    """Colours."""
    RED = 1
    GREEN = auto()
    ALIAS = 1
    @property
    def pretty(self): return self.name.title()
    @classmethod
    def default(cls): return cls.RED
    def __str__(self): return f"color {self.value}"
print(Color.RED, repr(Color.GREEN), Color(1), Color["GREEN"], Color.RED.pretty, Color.default() is Color.RED, list(Color), len(Color), Color.ALIAS is Color.RED, Color.RED in Color)
print(Color.__members__.keys() >= {"RED"}, Color.RED.name, Color.RED.value, Color.RED == 1, hash(Color.RED) == hash(Color.RED), {Color.RED: "r"}[Color.RED], type(Color), isinstance(Color.RED, Color), Color.RED.__class__)

# ---
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
class Level(IntEnum):
    LOW = 1
    HIGH = 10
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
class Bits(IntFlag):
    A = 1
    B = 2
class Name(StrEnum):
    FIRST = auto()
    SECOND = "2nd"
print(Level.LOW < Level.HIGH, Level.LOW + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.LOW}", Level.HIGH.value, max(Level))
print(Perm.R | Perm.X, Perm.RW, Perm.R in Perm.RW, Perm(3), ~Perm.R, Perm.R & Perm.W, bool(Perm(0)), list(Perm.RW), Perm.RW ^ Perm.R, Bits.A | 4, Bits(3))
print(Name.FIRST, Name.SECOND.upper(), Name("2nd"), f"{Name.FIRST:>8}", Name.FIRST == "first")
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def gravity(self): return round(6.67e-11 * self.mass / self.radius ** 2, 1)
print(Planet.EARTH.gravity, Planet.MARS.mass, Planet.MARS)
match Level(10):
    case Level.LOW: print("low")
    case Level.HIGH: print("high")
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.CAT.value, Animal(2), Enum("E", {"A": 1}).A, IntEnum("I", ["X", "Y"]).Y + 1)

# ---
from enum import Enum, auto, nonmember, member
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = auto()
    B = auto()
    HELPER = nonmember(5)
    @member
    def FUNCTION(): return 1
class Custom(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return cls.A
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        self = bytes.__new__(cls, [value])
        self._value_ = value
        self.label = label
        return self
    P = (0, "p")
    Q = (1, "q")
print(Auto.A.value, Auto.HELPER, Auto.FUNCTION.value(), Custom("anything"), Coord.Q.label, Coord(1), Coord.P)
Color = Enum("Color", "RED")
Color("nope")  ### raised: ValueError: 'nope' is not a valid Color

# ---
from enum import Enum
class Color(Enum):
    RED = 1
Color.RED = 2  ### raised: AttributeError: cannot reassign member 'RED'

# ---
from enum import Enum
class Color(Enum):
    RED = 1
class More(Color):  ### raised: TypeError
    BLUE = 2

# ---
from enum import Enum, unique
@unique  ### raised: ValueError: duplicate values found in <enum 'Mistake'>: B -> A
class Mistake(Enum):
    A = 1
    B = 1

# ---
from enum import bltns  ### denied: imported by the module for itself

# ---
# What an enum inherits makes its members, and a flag tells what it does not know.
import enum


class Numbered(enum.Enum):
    def __new__(cls, *arguments):
        made = object.__new__(cls)
        made._value_ = len(cls.__members__)
        return made


class Color(Numbered):
    red = ()
    green = ()


class Text(str, enum.Enum):
    def __new__(cls, value):
        made = str.__new__(cls, value.upper())
        made._value_ = value
        return made


class Word(Text):
    hello = "hello"


class Level(enum.IntEnum):
    divisor = 1
    numerator = 2


class Access(enum.Flag, boundary=enum.STRICT):
    READ = 1
    WRITE = 2


print(list(Color), Word.hello == "HELLO", Word.hello.value)
print(Level.divisor.numerator, Level.numerator.numerator, dir(Color.red))
for make in (lambda: Access(16), lambda: enum.StrEnum("Odd", {"one": "1", "two": 2})):
    try:
        make()
    except (TypeError, ValueError) as error:
        print(error)
