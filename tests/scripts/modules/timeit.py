import timeit
n = 0
def inc():
    global n; n += 1
print(timeit.timeit(inc, number=10) >= 0, n)
timeit.timeit("inc()", globals=globals(), number=5); print(n)
timeit.timeit("global n; n = n+1", globals=globals(), number=5); print(n)
timeit.timeit("inc(); y=1", setup="from __main__ import inc\nx=3", number=5); print(n)
print(len(timeit.repeat("x*2", "x=1", repeat=3, number=10)))
try: timeit.Timer("x = (")
except SyntaxError as e: print("SyntaxError")
try: timeit.Timer(3)
except ValueError as e: print(e)
t = timeit.Timer("1/0")
try: t.timeit(1)
except ZeroDivisionError: import sys; 
try: timeit.timeit("undefined_name", number=1)
except NameError as e: print(e)
print(timeit.default_number, timeit.default_repeat, timeit.default_timer() > 0)
