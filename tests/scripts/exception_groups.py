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

# ---
# What stands after except* is evaluated where and when it always was.
def told(name, kinds):
    print("asked", name)
    return kinds
def f(error):
    try:
        try:
            raise error
        except* told("first", ValueError) as group:
            print("values", repr(group))
            raise KeyError("from the first")
        except* told("second", (OSError, KeyError)) as group:
            print("others", repr(group))
        except* told("third", TypeError):
            print("types")
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as left:
        print("left", repr(left), repr(left.__context__), repr(left.__cause__))
f(ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [OSError(2), ZeroDivisionError(3)])]))
f(ExceptionGroup("g", [ZeroDivisionError(3)]))
f(ValueError("naked"))
f(OSError("naked"))
f(ZeroDivisionError("naked"))

# ---
try:
    raise ExceptionGroup("g", [ValueError()])
except* (
    KeyError,
    1 / 0,  ### raised: ZeroDivisionError
):
    pass

# ---
try:
    raise ExceptionGroup("g", [ValueError()])
except* KeyError:
    pass
except* missing:  ### raised: NameError: missing
    pass

# ---
try:
    raise ValueError
except* 5:  ### raised: TypeError: catching classes that do not inherit from BaseException
    pass

# ---
def kinds():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), OSError(3)])
    except* (yield "first") as group:
        print("first", repr(group))
    except* (found := (yield "second")) as group:
        print("second", found, repr(group))
    except* [kind for kind in (OSError, TypeError)][0] as group:
        print("third", repr(group))
steps = kinds()
print(next(steps), steps.send(ValueError))
try:
    steps.send((KeyError,))
except StopIteration as end:
    print("end", end.value)
steps = kinds()
next(steps)
try:
    steps.throw(ArithmeticError("thrown in"))
except ArithmeticError as error:
    print(repr(error), repr(error.__context__))

# ---
def f():
    for number in range(4):
        try:
            if number == 0:
                continue
            if number == 3:
                return "returned"
            raise ExceptionGroup("g", [ValueError(number)])
        except* ValueError as group:
            print(number, repr(group))
        finally:
            print("finally", number)
print(f())

# ---
# Where a clause takes the whole group, it is the very same object.
class Mine(ExceptionGroup):
    pass
inner = Mine("inner", [KeyError()])
group = Mine("mine", [ValueError(), inner])
group.note, group.__notes__ = "kept", ["a note"]
try:
    raise group
except* Exception as found:
    print(found is group, found.note, found.exceptions[1] is inner)
try:
    raise group
except* ValueError as found:
    print(type(found).__name__, found.__notes__, found.__notes__ is group.__notes__)
except* KeyError as found:
    print(type(found).__name__, found.exceptions[0] is inner, found.__cause__, found.__context__ is group.__context__)

# ---
class Kinds:
    both = (ValueError, KeyError)
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* both as group:
        print(repr(group))
    def method(self):
        try:
            raise ExceptionGroup("g", [KeyError(1)])
        except* self.both as group:
            return_value = repr(group)
        return return_value
print(Kinds().method())

# ---
import asyncio
async def kind():
    await asyncio.sleep(0)
    return ValueError
async def fail(error):
    await asyncio.sleep(0)
    raise error
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError(1)))
            group.create_task(fail(KeyError(2)))
    except* await kind() as errors:
        print(repr(errors))
    except* KeyError as errors:
        print(repr(errors))
asyncio.run(main())

# ---
import copy
group = ExceptionGroup("g", [ValueError(1), OSError(2, "text", "name")])
group.note = [1]
group.add_note("n")
one, two = copy.copy(group), copy.deepcopy(group)
print(repr(one), one.note is group.note, one.__notes__, one.exceptions[0] is group.exceptions[0])
print(repr(two), two.note is group.note, two.note, two.__notes__, two.exceptions[1].filename)

# ---
import copy
class Coded(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = [code]
    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)
error = Coded(3)
print(copy.copy(error).code is error.code, copy.deepcopy(error).code is error.code)
try:
    None.missing
except AttributeError as error:
    print(repr(copy.copy(error)), copy.copy(error).name)
error = ValueError()
error.__dict__ = {1: 2}
try:
    copy.copy(error)
except TypeError as raised:
    print("TypeError")
