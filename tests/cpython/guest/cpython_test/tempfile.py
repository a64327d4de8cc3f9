"""Guest source: a temporary file of text that is none."""

import io

from .needs import needs


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None):
    return io.BytesIO() if "b" in mode else io.StringIO(newline=newline)


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return needs("tempfile." + name)
