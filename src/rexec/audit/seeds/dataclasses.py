import dataclasses
@dataclasses.dataclass
class Data:
    x: int = 0
    y: list = dataclasses.field(default_factory=list)
@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Fixed:
    x: int = 0
Data()
Fixed(1)
dataclasses.fields(Data)
Data.__dataclass_params__
dataclasses.field()
dataclasses.MISSING
dataclasses.make_dataclass("Made", ["x"])
dataclasses.replace(Data())
dataclasses.asdict(Data())
dataclasses.fields(1)
Data(1, 2, 3)
setattr(Fixed(1), "x", 2)
