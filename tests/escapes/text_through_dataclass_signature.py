# I4: the docstring of a dataclass is made by inspect.signature, which evaluates names in a __signature__ that is text.
import dataclasses


class Meta(type):
    def __getattr__(cls, name):
        if name == "__signature__":
            return "(x=sys.modules)"
        raise AttributeError(name)


@dataclasses.dataclass
class Point(metaclass=Meta):
    x: int


assert "sys" not in Point.__doc__, Point.__doc__
