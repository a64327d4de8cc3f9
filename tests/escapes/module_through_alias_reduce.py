# I3, I4: an alias of typing told its origin by looking its own name up among the variables of typing: modules, builtins.
import typing
for name in ("__builtins__", "sys", "operator", "collections", "types"):
    alias = typing.List[int]
    alias._name = name
    try: found = alias.__reduce__()[1][0]
    except (AttributeError, KeyError, TypeError): continue
    assert found is typing.List or found is list, found
