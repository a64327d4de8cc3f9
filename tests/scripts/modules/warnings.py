import sys
import warnings

warnings.simplefilter("always")


def f():
    warnings.warn("here")
    warnings.warn("up", DeprecationWarning, stacklevel=2)
    warnings.warn(RuntimeWarning("an instance"))


f()
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("x", RuntimeWarning)
    print(len(w), w[0].category.__name__, w[0].lineno, w[0].message, w[-1])
warnings.resetwarnings()
for i in range(3):
    warnings.warn("once")
warnings.filterwarnings("error", message="bad")
try:
    warnings.warn("bad thing")
except UserWarning as error:
    print("raised", error)
warnings.filterwarnings("ignore", category=FutureWarning)
warnings.warn("nobody sees", FutureWarning)
warnings.warn_explicit("explicit", UserWarning, "a.py", 7)

# ---
import warnings

warnings.resetwarnings()


def show(message, category, filename, lineno, file=None, line=None):
    print("SHOW", message, category.__name__, lineno, filename)


original = warnings.showwarning
warnings.showwarning = show
warnings.warn("shown")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("not shown")
warnings.showwarning = original
warnings.formatwarning = lambda *arguments, **keywords: "FORMAT\n"
warnings.warn("formatted")
try:
    warnings.warn("x", 3)
except TypeError as error:
    print(error)

# ---
import warnings

print(warnings.formatwarning("m", UserWarning, "nofile.py", 3))
print(repr(warnings.catch_warnings(record=True))[:28], len(warnings.filters) > 0)
manager = warnings.catch_warnings()
with manager:
    try:
        manager.__enter__()
    except RuntimeError as error:
        print("entered twice")
for wrong in ({"action": "nope"}, {"action": "ignore", "lineno": -1}):
    try:
        warnings.filterwarnings(**wrong)
    except (AssertionError, ValueError):
        print("wrong", wrong)

# ---
import warnings

warnings.simplefilter("module")
for i in range(2):
    warnings.warn("same")
    warnings.warn("same")
warnings.simplefilter("once")
for i in range(2):
    warnings.warn("only once")
    warnings.warn("only once")

# ---
# python: >=3.13
import warnings

warnings.simplefilter("always")


@warnings.deprecated("use g")
def f():
    return 1


@warnings.deprecated("use D", category=None)
class C:
    pass


@warnings.deprecated("no more")
class E:
    def __init__(self, x):
        self.x = x


print(f(), f.__deprecated__, C.__deprecated__, type(C()).__name__, E(1).x)
