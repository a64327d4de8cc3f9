import timeit
timeit.Timer("1")
timeit.Timer(len)
timeit.timeit("1", number=1)
timeit.Timer("1").inner
timeit.Timer(1)
timeit.Timer("(")
timeit.Timer("x").timeit(1)
timeit.Timer("x").print_exc()
timeit.default_timer
