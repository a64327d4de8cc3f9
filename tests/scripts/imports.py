import math
import math as m, itertools
from math import pi, sqrt as root
from collections import (
    deque,
    Counter as C,
)
import collections.abc
import collections.abc as cabc
from collections.abc import Mapping
from collections import abc
print(m is math, pi == math.pi, root(4), deque([1]), C("aa"), collections.abc.Mapping is Mapping, cabc is abc, abc is collections.abc)

# ---
def f():
    import math, json as j
    from os.path import join
    global g
    import textwrap as g
    return math.floor(1.5), j.dumps([1]), join("a", "b")
print(f(), g.dedent("  x"))
class A:
    import string
    from string import digits as d
print(A.d, A.string.ascii_lowercase)
if True:
    import bisect
try:
    import no_such_module_anywhere
except ImportError as error:
    print("import error")

# ---
import os.path
import os.path as p
from os import path
print(os.path is p, p is path, os.sep, path.join("a", "b"))

# ---
from __future__ import annotations, division
from __future__ import generator_stop
import __future__ as f
x: nowhere
print(f.annotations.getOptionalRelease(), "fine")

# ---
import __future__
print(__future__.annotations.getOptionalRelease())

# ---
from __future__ import annotations
print(type(annotations).__name__)

# ---
from __future__ import no_such_feature  ### refused: future feature no_such_feature is not defined

# ---
x = 1
from __future__ import annotations  ### refused: from __future__ imports must occur at the beginning of the file

# ---
from math import *  ### refused: import * is refused

# ---
import socket  ### denied: module 'socket' is not granted

# ---
import os.path, subprocess  ### denied: module 'subprocess' is not granted

# ---
from ctypes import CDLL  ### denied: module 'ctypes' is not granted

# ---
import importlib.util  ### denied: module 'importlib' is not granted

# ---
import multiprocessing.pool  ### denied: module 'multiprocessing' is not granted

# ---
import no_such_module_anywhere  ### denied: no_such_module_anywhere

# ---
from os import system  ### denied: system

# ---
import os
os.system("id")  ### denied: system

# ---
from sys import _getframe  ### denied: _getframe

# ---
from math import no_such_name  ### raised here: ImportError: cannot import name 'no_such_name' from 'math'

# ---
import math
math.no_such_name  ### raised: AttributeError: module 'math' has no attribute 'no_such_name'

# ---
import math.pi  ### denied: math.pi

# ---
from . import sibling  ### raised: ImportError: attempted relative import with no known parent package

# ---
from .. import parent  ### raised: ImportError: attempted relative import with no known parent package

# ---
import __main__  ### refused: "__main__" cannot be imported ### refused: "__main__" cannot be assigned
import a.__builtins__  ### refused: "__builtins__" cannot be imported
from math import __loader__  ### refused: "__loader__" cannot be imported ### refused: "__loader__" cannot be assigned
from math import __spec__ as s  ### refused: "__spec__" cannot be imported
import math as __builtins__  ### refused: "__builtins__" cannot be assigned
import math.__class__ as c  ### refused: "__class__" cannot be imported

# ---
import builtins  ### denied: module 'builtins' is not granted

# ---
import gc  ### denied: module 'gc' is not granted

# ---
import inspect  ### denied: module 'inspect' is not granted

# ---
import rexec  ### denied: rexec

# ---
import math as format, json as obj
print(format.pi > 3, obj.dumps(None))

# ---
import sys, math
print("math" in sys.modules, sys.modules["math"] is math, sys.modules.get("nothing"))
sys.modules["math"] = 1  ### raised here: TypeError

# ---
import math
print(dir(math)[:3], hasattr(math, "pi"), hasattr(math, "nope"), getattr(math, "nope", "default"))
vars(math)  ### raised here: TypeError: vars() argument must have __dict__ attribute

# ---
import math
math.__dict__  ### raised here: AttributeError: __dict__

# ---
import math
math.__name__  ### raised here: AttributeError: module 'math' has no attribute '__name__'

# ---
import math
math.__loader__  ### refused: __loader__

# ---
import math
getattr(math, "__loader__")  ### raised here: AttributeError

# ---
import collections
collections._sys  ### raised here: AttributeError

# ---
import random
random._os  ### raised here: AttributeError

# ---
import json
json.decoder  ### denied: decoder

# ---
from json import decoder  ### denied: decoder

# ---
import json.decoder  ### denied: json.decoder

# ---
try:
    import no_such_module_anywhere
except ImportError as error:
    print("a guest can catch it", type(error).__mro__[-1] is object)

# ---
import math
del math
math  ### raised: NameError: name 'math' is not defined

# ---
import math
class F(type(math)): pass  ### denied: cannot be a base class
