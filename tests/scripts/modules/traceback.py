import sys
import traceback


def f(x):
    return g(x) + 1


def g(x):
    return [1, 2, 3][x] / (x - 9)


def h():
    try:
        f(9)
    except Exception as error:
        raise ValueError("boom") from error


try:
    h()
except ValueError as error:
    print(traceback.format_exc())
    traceback.print_exc()
    traceback.print_exc(file=sys.stdout, chain=False, limit=1)
    print(traceback.format_exception_only(error))
    print(traceback.format_tb(error.__traceback__))
    print(traceback.extract_tb(error.__traceback__))
    print(traceback.format_exception(*sys.exc_info()) == traceback.format_exception(error))
    print([(each.name, each.lineno, each.line) for each in traceback.extract_tb(sys.exc_info()[2])])
    traceback.clear_frames(error.__traceback__)

# ---
import traceback

try:
    colour = 1
    print(color)
except NameError:
    print(traceback.format_exc())
try:
    [].appendd
except AttributeError:
    print(traceback.format_exc())
try:
    os
except NameError:
    print(traceback.format_exc())


class C:
    def method(self):
        return count

    count = 1


try:
    C().method()
except NameError:
    print(traceback.format_exc())

# ---
import sys
import traceback

try:
    raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError(2)])])
except* ValueError as error:
    traceback.print_exception(error, file=sys.stdout)
except* TypeError as error:
    traceback.print_exception(error, file=sys.stdout)


def rec(n):
    return rec(n - 1) if n else 1 / 0


try:
    rec(20)
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)

# ---
import sys
import traceback

try:
    x = {"a": {}}
    (x["a"]
     ["b"]["c"])
except KeyError as error:
    error.add_note("a note")
    traceback.print_exc(file=sys.stdout)
traceback.print_exception(ValueError("x"), file=sys.stdout)
print(traceback.format_exc())
try:
    raise SyntaxError("bad", ("a.py", 3, 5, "x = = 1\n", 3, 6))
except SyntaxError as error:
    print("".join(traceback.format_exception_only(error)))
try:
    é = "ünïcode"; é + 1
except TypeError:
    print(traceback.format_exc())

# ---
import traceback


def inner():
    local = [1, 2]
    return traceback.StackSummary.extract(traceback.walk_stack(None), limit=2, capture_locals=True)


def outer():
    a = "x"
    return inner()


def told(summary):
    for each in summary:
        print(each.name, each.lineno, each.line, {key: value for key, value in (each.locals or {}).items() if key != "summary"})


try:
    outer()[0].name.nothing
except AttributeError as error:
    te = traceback.TracebackException.from_exception(error)
    print(list(te.format_exception_only()), te.stack[0].name, te.__cause__, te.stack[-1].lineno)
    print("".join(te.format()))
print(traceback.extract_stack()[-1].line, traceback.format_stack()[-1])
print(traceback.format_list([("a.py", 3, "f", "text"), traceback.FrameSummary("b.py", 4, "g", line="  more")]))
print(repr(traceback.FrameSummary("b.py", 4, "g", line="more")), len(traceback.StackSummary.from_list([("a", 1, "b", None)])))
try:
    traceback.format_exception(3)
except TypeError as error:
    print(error)
try:
    traceback.print_last()
except (ValueError, AttributeError) as error:
    print("no last exception")

# ---
import dataclasses
import traceback


@dataclasses.dataclass
class D:
    x: int

    def __post_init__(self):
        raise ValueError(self.x)


try:
    D(3)
except ValueError:
    print(traceback.format_exc())

# ---
import traceback
import types


class Bad(Exception):
    def __str__(self):
        raise RuntimeError


try:
    try:
        raise Bad
    except Bad as error:
        raise KeyError("k") from None
except KeyError as error:
    print(traceback.format_exc())
    print("".join(traceback.format_exception(error.__context__)))
