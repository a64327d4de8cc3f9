from abc import ABC, ABCMeta, abstractmethod
import abc
class Shape(ABC):
    @abstractmethod
    def area(self): """Area."""
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f"{self.name} of {self.area()}"
class Square(Shape):
    def __init__(self, side): self.side = side
    def area(self): return self.side ** 2
    name = "square"
print(Square(3).describe(), Shape.__abstractmethods__ == {"area", "name"}, isinstance(Square(1), Shape), type(Shape) is ABCMeta, Shape.area.__isabstractmethod__)
@Shape.register
class Other: pass
print(issubclass(Other, Shape), isinstance(Other(), Shape), isinstance(1, Shape))
class M(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def make(cls): ...
class Meta(ABCMeta):
    def __new__(meta, name, bases, namespace):
        namespace["tag"] = name.lower()
        return super().__new__(meta, name, bases, namespace)
class WithMeta(metaclass=Meta): pass
print(WithMeta.tag, abc.get_cache_token() >= 0, M.__name__, type(WithMeta) is Meta)
Shape()  ### raised: TypeError: Can't instantiate abstract class Shape

# ---
from abc import ABC, abstractmethod, update_abstractmethods
class A(ABC):
    @abstractmethod
    def f(self): ...
A.f = lambda self: 1
update_abstractmethods(A)
print(A().f())
class B(ABC): pass
class C(B): pass
print(B.__subclasses__() == [C], C.__mro__[1] is B)
A.x = 1
A().y = 2
print(A.x)

# ---
from abc import ABC
ABC.register(int)
print(isinstance(1, ABC))
class Hook(ABC):
    def __subclasshook__(cls, other): return True  ### refused: "__subclasshook__"

# ---
import abc
abc.ABC = 1  ### denied: "ABC"
