from collections.abc import (AsyncIterator, Awaitable, Callable, Collection, Container, Coroutine, Generator, Hashable, ItemsView, Iterable, Iterator,
                             KeysView, Mapping, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set, Sized, ValuesView)
print([isinstance([], k) for k in (Iterable, Sequence, MutableSequence, Sized, Container, Collection, Reversible, Hashable, Mapping, Set)])
print(isinstance({}.keys(), KeysView), isinstance({}.items(), ItemsView), isinstance({}.values(), ValuesView), isinstance(iter([]), Iterator), isinstance((x for x in ""), Generator), isinstance(len, Callable))
class Bag(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
b = Bag()
b["a"] = 1
b.update(b=2)
print(b.pop("a"), b.setdefault("z", 9), dict(b), list(b.items()), b.get("q"), "b" in b, b == {"b": 2, "z": 9}, isinstance(b, Mapping))
class Seq(Sequence):
    def __getitem__(self, i): return "abc"[i]
    def __len__(self): return 3
print(list(reversed(Seq())), Seq().index("b"), "c" in Seq(), Seq().count("a"))
class S(Set):
    def __init__(self, items): self.items = list(dict.fromkeys(items))
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(self.items)
    def __len__(self): return len(self.items)
print(sorted(S("ab") | S("bc")), sorted(S("ab") & {"b"}), S("ab") <= S("abc"), sorted(S("ab") - S("a")))

# ---
from collections.abc import Sequence, Iterable, Callable, Sized
class Mine: pass
Sequence.register(Mine)
print(isinstance(Mine(), Sequence), issubclass(Mine, Iterable))
match Mine():
    case [*_]: print("a sequence")
    case _: print("none")
class HasLen:
    def __len__(self): return 1
print(isinstance(HasLen(), Sized), Callable[[int], str], Iterable[int], Callable[..., int].__args__)
class Abstract(Sequence): pass
Abstract()  ### raised: TypeError: Can't instantiate abstract class Abstract

# ---
import collections.abc
collections.abc.ABCMeta  ### denied: does not show "ABCMeta"
