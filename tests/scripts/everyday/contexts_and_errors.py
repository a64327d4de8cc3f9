import contextlib, sys


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print(f"</{name}>")


with tag("a") as up, tag("b"):
    print(up)
    raise ValueError("inside")
print("after")


@tag("deco")
def decorated(x):
    return x


print(decorated(5))
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *exc: print("pushed", exc[0]) or True)
    raise KeyError("swallowed")
with contextlib.suppress(ZeroDivisionError, KeyError):
    {}["missing"]
    print("never")


class Buffer:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


buffer = Buffer()
with contextlib.redirect_stdout(buffer):
    print("captured")
print(repr(buffer.text))


class Managed(contextlib.AbstractContextManager, contextlib.ContextDecorator):
    def __exit__(self, kind, value, trace):
        print("exit", kind and kind.__name__, value, trace is None)
        return kind is RuntimeError


with Managed() as m:
    print(type(m).__name__)
with Managed():
    raise RuntimeError("eaten")
with contextlib.closing(type("C", (), {"close": lambda self: print("closed")})()) as c, contextlib.nullcontext(5) as five:
    print(five)


class Nested:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        raise KeyError("from exit")


try:
    with Nested():
        raise ValueError("body")
except KeyError as error:
    print(repr(error), repr(error.__context__))


def early():
    with tag("early"):
        return "returned"


print(early())
for i in range(3):
    with tag(str(i)):
        if i == 1:
            break

# ---
class AppError(Exception):
    def __init__(self, code, *args):
        super().__init__(code, *args)
        self.code = code


class Missing(AppError, KeyError):
    pass


def risky(n):
    try:
        if n == 0:
            return "returned"
        if n == 1:
            raise Missing(404, "page")
        if n == 2:
            raise ValueError("v") from Missing(1)
        1 / 0
    except AppError as error:
        return f"app {error.code} {error.args} {error}"
    except (ValueError, TypeError) as error:
        return f"value {error} cause={error.__cause__!r} suppress={error.__suppress_context__}"
    else:
        return "else"
    finally:
        print("finally", n, end="; ")


for n in range(3):
    print(risky(n))
try:
    risky(3)
except ZeroDivisionError as error:
    print(error, error.args, error.__context__)
try:
    try:
        raise KeyError("first")
    except KeyError:
        raise IndexError("second")
except IndexError as error:
    print(repr(error.__context__), error.__cause__, repr(error))
try:
    raise ExceptionGroup("many", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3)])])
except* ValueError as group:
    print("values", group.exceptions, group.message)
except* TypeError as group:
    print("types", group.exceptions)


def flow():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return "from try"
            print("body", i)
        finally:
            print("finally", i)


print(flow())
e = ValueError("noted")
e.add_note("a note")
print(e.__notes__, isinstance(e, Exception), ValueError("a", 2).args, str(KeyError("k")), repr(OSError(2, "gone")), OSError(2, "gone").errno, str(OSError(2, "gone", "f")), issubclass(TimeoutError, OSError), StopIteration(5).value, SystemExit(3).code, UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"))
for bad in (lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: {}["k"], lambda: [].pop(), lambda: "a" + 1, lambda: None.x, lambda: (1)(), lambda: len(5), lambda: [1, 2].index(3), lambda: next(iter(())), lambda: {[]: 1}, lambda: int([]), lambda: "abc".index("z"), lambda: sorted([1, "a"]), lambda: max([]), lambda: range(1, 2, 0), lambda: chr(-1), lambda: bytes([256]), lambda: "{}".format(), lambda: "%d" % "x", lambda: (1, 2) + [3], lambda: object().nope, lambda: type("X", (int, str), {}), lambda: raise_(5)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")


def raise_(x):
    raise x


assert True, "never"
try:
    assert 1 == 2, ("message", 5)
except AssertionError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)
