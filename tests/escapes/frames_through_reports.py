import logging
import sys


class Keeping(logging.Handler):
    def emit(self, record):
        self.record = record


handler = Keeping()
logging.getLogger().addHandler(handler)
try:
    1 / 0
except ZeroDivisionError:
    logging.exception("kept")
    assert repr(sys.exc_info()[2]) != "None"
kind, error, traceback = handler.record.exc_info
assert not hasattr(traceback, "tb" + "_frame")

# ---
import logging


class Kept:
    def __init__(self):
        pass


record = logging.makeLogRecord({"kept": Kept(), "msg": ""})
formatter = logging.Formatter("{kept.__init__.__globals__}", style="{", validate=False)
formatter.format(record)  ### denied: __globals__

# ---
import traceback

try:
    1 / 0
except ZeroDivisionError as error:
    for frame, line in traceback.walk_tb(error.__traceback__):
        getattr(frame, "f" + "_globals")  ### denied: f_globals

# ---
import traceback

for frame, line in traceback.walk_stack(None):
    getattr(frame, "f" + "_back")  ### denied: f_back

# ---
import traceback

text = "(" * 100_000
frames = traceback.StackSummary.from_list([traceback.FrameSummary("a.py", 1, "f", line=text, colno=0, end_colno=90_000)])
assert len(frames.format()) == 1

# ---
import warnings

manager = warnings.catch_warnings(record=True)
manager._module  ### raised: AttributeError

# ---
import timeit

try:
    timeit.timeit("f.__globals__", setup="def f(): pass", number=1)
except SyntaxError as error:
    assert "__globals__" in str(error)
else:
    raise AssertionError("ran")

# ---
import timeit

timeit.timeit("pass", number=1, globals={"@write": lambda value, name: value})  ### denied: dict of variables

# ---
import pathlib

path = pathlib.PurePath("x")
for each in pathlib.PurePath.__subclasses__():
    if each.__name__ in ("Path", "PosixPath"):
        try:
            each("/etc/passwd").read_text()
        except Exception as error:
            print(type(error).__name__)
        else:
            raise AssertionError("read")

# ---
import pathlib

parser = getattr(pathlib.PurePosixPath, "parser", None) or pathlib.PurePosixPath._flavour
assert not hasattr(parser, "os") and not hasattr(parser, "genericpath")

# ---
import unittest

program = unittest.TestProgram.__new__(unittest.TestProgram)
program.module = "os"
loader = unittest.TestLoader()
loader.loadTestsFromName("socket.socket")
assert "not granted" in str(loader.errors)
