import enum
class Color(enum.Enum):
    RED = 1
class Bits(enum.Flag):
    ONE = 1
class Whole(enum.IntEnum):
    ONE = 1
class Text(enum.StrEnum):
    ONE = enum.auto()
Color
Color.RED
Bits.ONE
Whole.ONE
Text.ONE
Bits(0)
enum.auto()
enum.Enum("Made", "A B")
Color(7)
Color["x"]
Color.__members__
