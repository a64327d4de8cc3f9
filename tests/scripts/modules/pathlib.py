from pathlib import PurePath, PurePosixPath, PureWindowsPath
p = PurePath("/usr/lib/python3.tar.gz")
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.anchor, p.root, p.drive)
print(p.with_name("x.txt"), p.with_suffix(".b"), p.with_stem("q"), p.relative_to("/usr"), p.is_relative_to("/usr"), p.is_absolute())
try: p.relative_to("/etc")
except ValueError as e: print(e)
print(p / "a" / "../b", "x" / PurePath("y"), p.joinpath("a", "/b"), p.as_posix())
print(p.match("*.gz"), p.match("/usr/*/*.tar.gz"), PurePath("a/b.py").match("A/*.py"))
w = PureWindowsPath("c:/Windows/System32\\x.dll")
print(w, repr(w), w.drive, w.root, w.parts, w.as_posix(), w == PureWindowsPath("C:/windows/system32/X.DLL"), w.as_uri())
print(PurePosixPath("/a b").as_uri(), hash(PurePath("a")) == hash(PurePath("a")), sorted([PurePath("b"), PurePath("a")]))
print({PurePath("a"): 1}[PurePath("a")], PurePath("a") < PurePath("b"), PurePath() , bytes(PurePath("x")))
try: PurePath(3)
except TypeError as e: print(e)
try: PurePath("a").with_suffix("bad")
except ValueError as e: print(e)
import os
print(os.fspath(p) if hasattr(os, "fspath") else str(p))
class P(PurePosixPath):
    @property
    def twice(self): return str(self) * 2
print(P("a").twice, type(P("a") / "b").__name__, P("a/b").parent)
print(isinstance(p, PurePosixPath), PurePath("a") == PurePosixPath("a"), PurePath("a//b/./c/"), PurePath("~/x").is_reserved() if False else "")
match p:
    case PurePath(name="python3.tar.gz"): print("matched")
import copy
print(copy.copy(p) == p, copy.deepcopy(p))
try: PurePosixPath("a") < PureWindowsPath("a")
except TypeError as e: print(e)
print(f"{p!s:>30}", PureWindowsPath("//server/share/x").drive)

# ---
from pathlib import Path  ### denied: reaches files
