def function(x=[], *, y={}): return x
async def coroutine(): return 1
def generator(): yield 1
async def stream(): yield 1
class Plain:
    """A class."""
    kept: int = 1
    __slots__ = ("a", "__dict__")
    def method(self): return self
    @classmethod
    def of_class(cls): return cls
    @staticmethod
    def static(): return 1
    @property
    def live(self): return self
class Meta(type): pass
class Made(metaclass=Meta): pass
class Held(list): pass
class Failing:
    def __getattr__(self, name): return self.missing_thing
def outer():
    kept = []
    def inner(): return kept
    return inner
plain = Plain()
function
lambda: 1
coroutine()
generator()
stream()
stream().asend(None)
plain
plain.method
Plain.of_class
Plain.static
Plain.__dict__["live"]
Plain.__dict__["of_class"]
Plain.__dict__["a"]
Made
Held([1])
outer()
super(Plain, plain)
type("New", (), {})
[]
()
{}
{1}
frozenset({1})
{}.keys()
{}.values()
{}.items()
iter([])
iter(())
iter({})
iter(set())
iter("")
iter(b"")
iter(range(1))
iter(lambda: 1, 1)
reversed([])
reversed({})
zip()
map(len, [])
filter(None, [])
enumerate([])
range(1)
slice(1)
"text"
b"bytes"
bytearray(b"ab")
memoryview(b"ab")
1
1.5
1j
...
NotImplemented
list[int]
int | str
globals()
locals()
vars(plain)
print
object()
property(len)
classmethod(len)
staticmethod(len)
1 / 0
int("x")
[][1]
{}["a"]
plain.nothing
Failing().anything
nothing
(None).nothing
b"\xff".decode()
"\udc00".encode()
open("nothing")
open("/etc/passwd")
next(iter([]))
int.nothing
object().nothing
type.mro
type(plain).__subclasses__()
ExceptionGroup("group", [ValueError(1)])
BaseExceptionGroup("group", [KeyboardInterrupt()])
SystemExit(1)
StopIteration(1)
SyntaxError("a", ("b", 1, 2, "c"))
UnicodeDecodeError("a", b"b", 0, 1, "c")
OSError(2, "a", "b")
ImportError("a", name="b")
KeyError("a")
getattr(1, "__globals__")
setattr(int, "a", 1)
setattr(print, "a", 1)
__import__("os")
type("X", (int, str), {})
import nothing_of_that_name
import socket
function.__defaults__
function.__kwdefaults__
function.__closure__
generator().throw(ValueError)
