# I2: a frozen dataclass sets its fields past its own __setattr__, under names that lie in a dict of the guest's.
import copy
from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class P:
    x: int
P.__dataclass_fields__["x"].name = "__class__"
copy.copy(P.__new__(P))    ### denied: "__class__"

# ---
from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class P:
    x: int
class G(ExceptionGroup): pass
g = G("g", [ValueError()])
P.__setstate__(g, [1])    ### raised: TypeError

# ---
from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class P:
    x: int
group = ExceptionGroup("g", [ValueError()])
class G(ExceptionGroup):
    __dataclass_fields__ = P.__dataclass_fields__
P.__dataclass_fields__["x"].name = "split"
P.__setstate__(G("g", [ValueError()]), [print])    ### denied: "split"
