import sys
print(sys.maxsize, sys.byteorder, sys.version_info >= (3, 11), sys.version_info.major, sys.platform, sys.float_info.max, sys.int_info.bits_per_digit > 0, sys.hexversion > 0, sys.maxunicode, sys.hash_info.width > 0, sys.implementation.name, sys.argv, type(sys.path))
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1])
print(sys.exc_info(), sys.copyright[:13], sys.version[:2])
sys._getframe  ### denied: _getframe

# ---
import sys
sys.settrace  ### denied: settrace

# ---
import sys
sys.modules["os"] = 1  ### raised here: TypeError

# ---
import sys
sys.version = "x"  ### denied: "version"

# ---
import sys
sys.getrecursionlimit  ### denied: does not show "getrecursionlimit" under this policy

# ---
import sys
sys.implementation.name = "mine"
print(sys.implementation.name)

# ---
import sys
print(sys.implementation.name)
