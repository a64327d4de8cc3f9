# I1: dataclass(slots=True) makes the class anew, so a metaclass of the guest's sees what its namespace holds.
import dataclasses, sys
kept = []
class M(type):
    def __new__(m, n, b, ns, **k):
        kept.append(dict(ns))
        return type.__new__(m, n, b, ns, **k)
@dataclasses.dataclass(slots=True)
class A(metaclass=M):
    x: int = 0
tokens = [v for ns in kept for k, v in ns.items() if "@" in k]
assert not tokens    # each made a metaclass that the environment took for one of its own

# ---
Meta = type("Meta", (type,), {"@trusted": object(), "__instancecheck__": lambda c, v: True})    ### denied: '@trusted'
