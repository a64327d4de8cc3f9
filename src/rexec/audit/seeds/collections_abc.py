import collections.abc
class Sized(collections.abc.Sized):
    def __len__(self): return 0
class Items(collections.abc.Mapping):
    def __len__(self): return 0
    def __iter__(self): return iter(())
    def __getitem__(self, key): raise KeyError(key)
Sized()
Items().keys()
Items().values()
Items().items()
collections.abc.Sized()
collections.abc.Callable[[int], str]
collections.abc.Iterable[int]
isinstance([], collections.abc.Sequence)
