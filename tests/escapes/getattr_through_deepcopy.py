# I4: C's descriptors are copied by getattr(owner, name); a memo of the guest's would choose both.
import copy

kept = []
class Memo(dict):
    def get(self, key, default=None):
        self.n = getattr(self, "n", -1) + 1
        return default if self.n == 0 else kept if self.n == 1 else "append"
for value in (str.join, "".join, [].append, dict.__dict__["fromkeys"], int.__add__, (1).__add__):
    try:
        assert copy.deepcopy(value, Memo()) == value
    except TypeError:
        pass
assert copy.deepcopy(str.join, {id("join"): "format"}) is str.join
assert copy.copy(str.join) is str.join and copy.deepcopy(len) is len
