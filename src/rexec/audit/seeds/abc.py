import abc
class Abstract(abc.ABC):
    @abc.abstractmethod
    def method(self): ...
    @abc.abstractproperty
    def live(self): ...
class Concrete(Abstract):
    def method(self): return 1
    live = 1
Abstract
Concrete()
Abstract()
Abstract.register(int)
abc.ABCMeta("Made", (), {})
Abstract.__dict__["live"]
Abstract._abc_impl
abc.get_cache_token()
