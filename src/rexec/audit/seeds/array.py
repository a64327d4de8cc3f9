import array
array.array("i", [1])
iter(array.array("i", [1]))
array.array("x")
array.array("i").frombytes(b"a")
