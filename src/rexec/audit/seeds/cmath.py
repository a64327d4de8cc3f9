import cmath
import math
cmath.sqrt("a")
math.sqrt(-1)
math.factorial(-1)
math.sumprod([1], ["a"])
