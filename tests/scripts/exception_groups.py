try:
    raise ExceptionGroup("many", [ValueError(1), KeyError("k"), ExceptionGroup("inner", [ValueError(2), OSError(3)])])
except* ValueError as group:
    print("values", [type(e).__name__ for e in group.exceptions], group.message)
except* (KeyError, OSError) as group:
    print("others", repr(group))
print("done")

# ---
try:
    raise ValueError("plain")
except* ValueError as group:
    print(type(group).__name__, group.exceptions)
else:
    print("never")
finally:
    print("finally")
try:
    pass
except* ValueError:
    print("never")
else:
    print("else")

# ---
group = ExceptionGroup("g", [ValueError(1), TypeError(2)])
print(group.message, group.exceptions, group.subgroup(ValueError), group.split(TypeError), group.subgroup(lambda e: isinstance(e, KeyError)))
print(group.derive([KeyError()]), isinstance(group, Exception), isinstance(BaseExceptionGroup("b", [SystemExit()]), Exception))
print(ExceptionGroup[ValueError] if False else "generic")
group.note = 1
group.add_note("n")
print(group.note, group.__notes__)

# ---
try:
    raise ExceptionGroup("left over", [ValueError(1), KeyError(2)])  ### raised: ExceptionGroup: left over
except* ValueError:
    print("handled")

# ---
def f():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        raise KeyError("new")
    except* TypeError:
        print("also")
try:
    f()
except KeyError as error:
    print(repr(error), repr(error.__context__))

# ---
class Mine(ExceptionGroup):
    def __init__(self, message, exceptions): self.extra = "kept"
    def info(self): return self.extra, len(self.exceptions)
try:
    raise Mine("mine", [ValueError()])
except Mine as group:
    print(group.info())
try:
    raise Mine("mine", [ValueError(), KeyError()])
except* ValueError as group:
    print(type(group).__name__)
except* KeyError:
    print("key")

# ---
class Bad(ExceptionGroup):  ### denied: a metaclass or an exception group cannot have "derive"
    def derive(self, exceptions): return "not a group"

# ---
class Bad(ExceptionGroup):  ### denied: a metaclass or an exception group cannot have "split"
    split = lambda self, kind: (1, 2)

# ---
class Mixin:
    def subgroup(self, kind): return 1
class Bad(Mixin, ExceptionGroup): pass  ### denied: a metaclass or an exception group cannot have "subgroup"

# ---
class Later(ExceptionGroup): pass
Later.split = lambda self, kind: 1  ### denied: "split"

# ---
group = ExceptionGroup("g", [ValueError()])
group.split = lambda kind: 1  ### denied: "split"

# ---
group = ExceptionGroup("g", [ValueError()])
setattr(group, "split", 1)  ### denied: "split"

# ---
class Later(ExceptionGroup): pass
group = Later("g", [ValueError()])
group.split = 1  ### denied: "split"

# ---
class Later(ExceptionGroup): pass
Later("g", [ValueError()]).__dict__["split"] = 1  ### raised here: TypeError: mappingproxy

# ---
class Bad(ExceptionGroup):  ### denied: a metaclass or an exception group cannot have "__getattribute__"
    def __getattribute__(self, name): return 1

# ---
ExceptionGroup("empty", [])  ### raised: ValueError: second argument (exceptions) must be a non-empty sequence

# ---
try: pass
except* ValueError: pass
except KeyError: pass  ### refused: cannot have both

# ---
def f():
    try: pass
    except* ValueError:
        return  ### refused: cannot appear in an except* block
f()

# ---
try:
    raise ExceptionGroup("g", [ValueError()])
except* ExceptionGroup: pass  ### raised: TypeError: catching ExceptionGroup with except* is not allowed
