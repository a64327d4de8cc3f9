import os.path
from os.path import basename, dirname, join, normpath, split, splitext, isabs, commonprefix, commonpath, normcase, splitdrive
print(basename("/a/b.txt"), dirname("/a/b.txt"), join("a", "/b", "c"), normpath("/a/../b//c/."), split("/a/b"), splitext("a.tar.gz"), isabs("/a"), isabs("a"), commonprefix(["abc", "abd"]), commonpath(["/a/b", "/a/c"]), normcase("A"), splitdrive("/a"))
print(join(b"a", b"b"), os.path.basename("x/"), splitext(".hidden"))
join("a", 1)  ### raised: TypeError: join() argument must be str, bytes, or os.PathLike object, not 'int'

# ---
import os.path
os.path.exists("/etc/passwd")  ### denied: looks at files

# ---
import os.path
os.path.expanduser("~")  ### denied: reads the environment

# ---
from os.path import os  ### denied: os
