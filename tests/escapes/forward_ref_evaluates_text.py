# I4: ForwardRef._evaluate ran a text, and left the live builtins table in the guest's dict.
import typing
g = {}
class Fake:
    def __getattr__(self, name):
        return {"__forward_code__": "1", "__forward_arg__": "1"}.get(name)
try:
    typing.ForwardRef._evaluate(Fake(), g, g, recursive_guard=frozenset())    ### denied: text is never evaluated
finally:
    assert "__builtins__" not in g

# ---
# Type variables made in C turned text into a ForwardRef of the host's.
import typing
T = typing.TypeVar("T")
P = typing.ParamSpec("P")
found = [list[T]["1"].__args__[0], typing.TypeVar("U", bound="1").__bound__, typing.get_args(T | "1")[1]]
class A(typing.Generic[T]): pass
class B(typing.Generic[P]): pass
found += [A["1"].__args__[0], B["1", "1"].__args__[0][0]]
for each in found:
    assert type(each) is typing.ForwardRef
found[0]._evaluate({}, {}, recursive_guard=frozenset())    ### denied: text is never evaluated
