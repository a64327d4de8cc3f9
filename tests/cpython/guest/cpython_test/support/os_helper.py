"""Guest source: paths that are not files."""

from cpython_test.needs import needs


class FakePath:
    """Simple implementation of the path protocol."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"<FakePath {self.path!r}>"

    def __fspath__(self):
        if isinstance(self.path, BaseException) or (
            isinstance(self.path, type) and issubclass(self.path, BaseException)
        ):
            raise self.path
        return self.path


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return needs("test.support.os_helper." + name)
