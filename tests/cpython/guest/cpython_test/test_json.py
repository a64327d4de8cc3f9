"""Guest source: what test.test_json gives to its modules."""

import json

from cpython_test.unittest import TestCase, skip


@skip("the version of json without _json")
class PyTest(TestCase):
    pass


class CTest(TestCase):
    json = json
    loads = staticmethod(json.loads)
    dumps = staticmethod(json.dumps)
    JSONDecodeError = staticmethod(json.JSONDecodeError)
