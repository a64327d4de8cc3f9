# I4: glob of Python 3.13 keeps a real attrgetter and a real methodcaller on its classes, and pathlib shows them.
import pathlib

globber = getattr(pathlib.PurePath("a"), "_globber", None)
for name in ("parse_entry", "lstat", "add_slash"):
    made = getattr(globber, name, None)
    if made is None:
        continue
    try:
        found = type(made)("__globals__")(pathlib.PurePath.joinpath)
    except (AttributeError, TypeError):
        continue
    assert False, found
