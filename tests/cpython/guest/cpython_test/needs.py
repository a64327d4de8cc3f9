"""Guest source: what a test needs and a guest has not, and how one test is run."""


class SkipTest(Exception):
    """The test says that it cannot run here."""


class Needs:
    """Stands for what there is not: every use of it skips the test that makes it."""

    def __init__(self, why, bases=(), namespace=None):
        if namespace is not None:  # a class statement with such a base
            raise SkipTest(next(each._why for each in bases if isinstance(each, Needs)))
        self._why = why

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        raise SkipTest(self._why)

    def __call__(self, *args, **kwargs):
        raise SkipTest(self._why)

    def __iter__(self):
        raise SkipTest(self._why)

    def __enter__(self):
        raise SkipTest(self._why)

    def __exit__(self, *details):
        pass

    def __getitem__(self, key):
        raise SkipTest(self._why)

    def __eq__(self, other):
        raise SkipTest(self._why)

    def __bool__(self):
        raise SkipTest(self._why)

    __add__ = __mul__ = __or__ = __sub__ = __lt__ = __gt__ = __ror__ = __mod__ = __truediv__ = __radd__ = __eq__
    __len__ = __index__ = __fspath__ = __bool__
    __hash__ = object.__hash__


def needs(name):
    return Needs("needs " + name)


def refused(why):
    return Needs("refused: " + why)


def skips(why):
    return Needs(why)


def decorate(evaluate):
    """The decorator that a text gives; where making it skips, one that skips what it decorates."""

    def decorating(decorated):
        try:
            decorator = evaluate()
        except AttributeError as error:
            return skipping(decorated, "refused: " + str(error))
        except SkipTest as error:
            return skipping(decorated, str(error))
        try:
            return decorator(decorated)
        except SkipTest as error:
            return skipping(decorated, str(error))

    return decorating


def skipping(decorated, why):
    if isinstance(decorated, type):
        decorated._skip_why = why
        return decorated

    def skipped(*args, **kwargs):
        raise SkipTest(why)

    return skipped
