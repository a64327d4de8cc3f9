# I3: pprint hands what it finds in a namespace to methods that a guest can override.
import math, pprint
got = []
class Printer(pprint.PrettyPrinter):
    def _format_namespace_items(self, items, *rest): got.extend(items)
class Stream:
    def write(self, text): pass
pprint.PrettyPrinter._pprint_simplenamespace(Printer(), type(math), Stream(), 0, 0, {}, 0)    ### denied: "__dict__" is not for guests

# ---
import pprint, types
got = []
class Printer(pprint.PrettyPrinter):
    def _format_namespace_items(self, items, *rest): got.extend(items)
class Stream:
    def write(self, text): pass
class Mine: x = 1
pprint.PrettyPrinter._pprint_simplenamespace(Printer(), Mine, Stream(), 0, 0, {}, 0)
assert all("@" not in key for key, value in got), got
pprint.PrettyPrinter._pprint_simplenamespace(Printer(), types.SimpleNamespace(a=1), Stream(), 0, 0, {}, 0)
assert ("a", 1) in got
