"""Guest source: imports by name, of what the policy of the run grants."""

from cpython_test.modules import OWN, load
from cpython_test.needs import needs


def import_module(name, deprecated=False, *, required_on=()):
    return load(name)


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    """The module as the guest has it. There is one of each, so what asks for the other one is skipped."""
    if name in OWN:
        return needs("the version of " + name + " with " + fresh[0]) if fresh and not blocked else load(name)
    if blocked:
        return needs("the version of " + name + " without " + blocked[0])
    return load(name)


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return needs("test.support.import_helper." + name)
