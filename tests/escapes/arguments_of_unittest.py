# argparse is there for unittest.main(); what it calls vars() on is any object, past every guard.
import unittest
class Loader(unittest.TestLoader):
    def loadTestsFromNames(self, *given): return unittest.TestSuite()
program = unittest.main(module=None, argv=["x", "y"], testLoader=Loader(), exit=False)
Namespace = type(program._main_parser.parse_args([]))
got = []
class Other:
    def __eq__(self, other):
        got.append(other)
        return True
class Lying(Namespace):
    def __getattribute__(self, name): return Other()
try: Namespace.__eq__(int, Lying())
except (AttributeError, TypeError): pass
for each in got: each["left"] = 1  # what a guest may see of a namespace, in a dict of its own
assert not hasattr(int, "left")
