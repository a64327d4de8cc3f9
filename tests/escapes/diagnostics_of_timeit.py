# I3: what refuses a text holds diagnostics, of a class of the host's with a dict of fields that all guests share.
import timeit
try: timeit.Timer("x.__globals__")
except SyntaxError as error:
    for each in getattr(error, "diagnostics", ()):
        assert not hasattr(each, "__dataclass_fields__"), type(each).__dataclass_fields__

# ---
# Nor does what is caught instead have it for its context, or anything that is no plain data.
import timeit
for text in ("x.__globals__", "x = ("):
    try: timeit.Timer(text)
    except SyntaxError as error: caught = error
    assert caught.__context__ is None and caught.__cause__ is None
    held = list(caught.__dict__.values()) + [caught.msg, caught.filename, caught.lineno, caught.offset, caught.text]
    assert all(type(each) in (str, int, type(None)) for each in held), held

# ---
import timeit
timeit.Timer("x.__globals__")    ### denied: __globals__
