def f(x):
    try:
        print("try", x)
        if x == 1: raise ValueError("v")
        if x == 2: raise KeyError("k")
        if x == 3: return "returned"
    except ValueError as error:
        print("except", error, error.args)
    except (KeyError, IndexError) as error:
        print("except", type(error).__name__)
        return "from except"
    else:
        print("else")
    finally:
        print("finally")
    return "end"
print([f(i) for i in range(4)])

# ---
def finally_wins():
    try:
        return 1
    finally:
        return 2
def finally_swallows():
    for i in range(2):
        try:
            1 / 0
        finally:
            continue
    return "swallowed"
print(finally_wins(), finally_swallows())
try:
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
except KeyError as error:
    print(error, repr(error.__context__), error.__cause__, error.__suppress_context__)

# ---
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError("new") from error
except ValueError as error:
    print(repr(error.__cause__), error.__context__ is error.__cause__, error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("new") from None
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)

# ---
try:
    raise KeyError
except KeyError as error:
    print(repr(error), error.args)
try:
    raise KeyError("a", 1)
except:
    print("bare")
try:
    raise "text"
except TypeError as error:
    print(error)
try:
    raise ValueError("with notes")
except ValueError as error:
    error.add_note("a note")
    error.add_note("another")
    print(error.__notes__)
try:
    error
except NameError:
    print("the name is gone")

# ---
def reraise():
    try:
        1 / 0  ### raised: ZeroDivisionError: division by zero
    except ZeroDivisionError:
        print("once")
        raise
reraise()

# ---
raise  ### raised: RuntimeError: No active exception to reraise

# ---
raise ValueError("cause") from KeyError("because")  ### raised: ValueError: cause

# ---
raise 1  ### raised: TypeError: exceptions must derive from BaseException

# ---
try:
    1 / 0
except "not a class":  ### raised: TypeError: catching classes that do not inherit from BaseException
    pass

# ---
class AppError(Exception):
    """Base."""
    default = "nothing"
    def __init__(self, message=None, *, code=0):
        super().__init__(message or self.default)
        self.code = code
    def __str__(self): return f"[{self.code}] {super().__str__()}"
class NotFound(AppError):
    default = "not found"
try:
    raise NotFound(code=404)
except AppError as error:
    print(error, repr(error), error.code, isinstance(error, NotFound), error.args)
print(issubclass(NotFound, Exception), NotFound.__mro__)
raise NotFound("gone", code=410)  ### raised: NotFound: [410] gone

# ---
error = ValueError("kept")
error.extra = {"k": 1}
error.args = ("changed", 2)
print(error, error.extra, error.__dict__, vars(error))
del error.extra
print(hasattr(error, "extra"), error.__traceback__, error.with_traceback(None) is error)
error.__cause__ = KeyError("c")
error.__context__ = None
error.__suppress_context__ = False
print(repr(error.__cause__), error.__suppress_context__)

# ---
try:
    1 / 0
except ZeroDivisionError as error:
    kept = error
print(kept.__traceback__ is None, kept.__traceback__ == kept.__traceback__)
tb = kept.__traceback__
again = ValueError("again").with_traceback(tb)
print(again.__traceback__ is None)
again.__traceback__ = None
print(again.__traceback__)
again.__traceback__ = tb
print(again.__traceback__ == tb)
tb.tb_frame  ### refused: tb_frame

# ---
try:
    1 / 0
except ZeroDivisionError as error:
    dir(error.__traceback__)
    getattr(error.__traceback__, "tb_next")  ### raised here: AttributeError: tb_next

# ---
for kind in (OSError, UnicodeDecodeError, SyntaxError, StopIteration, ImportError, SystemExit, KeyboardInterrupt, GeneratorExit):
    print(kind.__name__, kind.__mro__[1].__name__, issubclass(kind, Exception))
print(OSError(2, "text", "file").filename, OSError(2, "x").errno, type(OSError(2, "x")).__name__, ImportError("m", name="n").name)
print(UnicodeDecodeError("utf-8", b"x", 0, 1, "why").reason, SyntaxError("m", ("f", 1, 2, "t")).lineno, StopIteration(5).value)
print(KeyError("k"), str(KeyError("k")), repr(ValueError("a", 1)), LookupError.__name__, BaseException("b").args, NameError("x", name="n").name)
try:
    b"\xff".decode()
except UnicodeDecodeError as error:
    print(error.start, error.end, error.object, error.encoding)

# ---
try:
    raise SystemExit(3)
except SystemExit as stop:
    print(stop.code)
try:
    raise KeyboardInterrupt
except BaseException as error:
    print(type(error).__name__)
try:
    import json
    json.loads("{bad")
except ValueError as error:
    print(type(error).__name__, error)

# ---
def deep(n):
    if n == 0: raise ValueError("deep")  ### raised: ValueError: deep
    deep(n - 1)
deep(50)

# ---
class Box: pass
box = Box()
def f(box):
    try:
        1 / 0
    except ZeroDivisionError as error:
        box.error = error
        box.count = 1
    return type(box.error).__name__, vars(box)["count"]
print(f(box))

# ---
class E(Exception):
    def __eq__(self, other): return True
    __hash__ = None
class F(E):
    split = "allowed on a plain exception"
try:
    raise F("x")
except E as error:
    print(error.split, error == 3)

# ---
ValueError.x = 1  ### raised: TypeError: cannot set 'x' attribute of immutable type 'ValueError'

# ---
import decimal
decimal.InvalidOperation.x = 1  ### denied: "x"

# ---
print(AttributeError("a", obj=lambda: 0).obj.__name__, AttributeError("a", obj=[1]).obj, AttributeError("a", obj=None).obj)
try:
    int.nothing
except AttributeError as error:
    print(error.name)
    error.obj  ### denied: obj

# ---
from __future__ import annotations
def f(n):
    while True:
        try:
            n += 1
            if n < 3: continue
            if n == 5: break
        except ValueError:
            pass
        else:
            n += 1
        finally:
            print(n)
f(0)
