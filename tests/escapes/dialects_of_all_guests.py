# I3: what a guest registers with csv, or sets as its limit, is its environment's; the test runs these in one process.
import csv
assert csv.list_dialects() == ["excel", "excel-tab", "unix"], csv.list_dialects()
assert csv.field_size_limit(7) == 131072
class Liar(str):
    def __hash__(self): return hash("excel")
    def __eq__(self, other): return True
csv.register_dialect(Liar("shared"), delimiter=";")

# ---
import csv
assert csv.list_dialects() == ["excel", "excel-tab", "unix"], csv.list_dialects()
assert csv.field_size_limit() == 131072
try: csv.Error.left = 1
except AttributeError: pass
assert not hasattr(csv.Error, "left")
