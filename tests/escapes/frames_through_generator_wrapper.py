# I3: what types.coroutine() wraps a generator in shows frames and code of what it wraps.
import types
from collections.abc import Generator

class G(Generator):
    def send(self, value): return 1
    def throw(self, *details): pass
W = type(types.coroutine(lambda: G())())
hidden = [name for name in vars(W) if name[:3] in ("gi_", "cr_", "ag_") and not name.endswith("running")]
assert hidden == [], hidden
