from array import array, ArrayType, typecodes
a = array("i", [1, 2, 3])
a.append(4); a.extend([5]); a.insert(0, 0)
a[0] += 10
print(a, a[1], a[1:3], a.tolist(), a.typecode, a.itemsize > 0, a.pop(), a.index(3), len(a), array("d", [1.5]) + array("d", [2]), ArrayType is array, typecodes)
print(a.count(2), list(reversed(a)), array("b", b"ab").tobytes(), memoryview(a)[0], a == array("i", [10, 1, 2, 3, 4]))
a.append("x")  ### raised: TypeError

# ---
import array
array.array("i", [1]).tofile(1)  ### raised: AttributeError: 'int' object has no attribute 'write'

# ---
import array
array.array.x = 1  ### raised: TypeError: cannot set 'x' attribute of immutable type 'array.array'
