"""Guest source: what test.test_json gives to its modules."""

from cpython_test.modules import OWN, load
from cpython_test.unittest import TestCase, skip

json = load("json")


class Loads(TestCase):
    json = json
    loads = staticmethod(json.loads)
    dumps = staticmethod(json.dumps)
    JSONDecodeError = staticmethod(json.JSONDecodeError)


@skip("the version of json that the run is not about")
class Other(TestCase):
    pass


class PyTest(Loads if "json" in OWN else Other):
    pass


class CTest(Other if "json" in OWN else Loads):
    pass
