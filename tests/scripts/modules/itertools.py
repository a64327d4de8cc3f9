from itertools import *  ### refused: import * is refused

# ---
import itertools as it
print(list(it.chain([1], [2])), list(it.chain.from_iterable(["ab", "c"])), list(it.islice(it.count(1, 2), 3)), list(it.islice(it.cycle("ab"), 5)))
print(list(it.repeat(1, 2)), list(it.accumulate([1, 2, 3])), list(it.accumulate([1, 2, 3], lambda a, b: a * b, initial=1)), list(it.compress("abc", [1, 0, 1])))
print(list(it.dropwhile(lambda x: x < 2, [1, 2, 1])), list(it.takewhile(lambda x: x < 2, [1, 2, 1])), list(it.filterfalse(None, [0, 1])), list(it.starmap(pow, [(2, 3)])))
print([(k, list(g)) for k, g in it.groupby("aabc")], list(it.pairwise("abc")), list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)))
print(list(it.permutations("abc", 2)), list(it.combinations("abc", 2)), list(it.combinations_with_replacement("ab", 2)), list(it.zip_longest("ab", "c", fillvalue="-")))
a, b = it.tee([1, 2])
print(next(a), list(b), list(a), it.count(5), it.repeat("x"))

# ---
# python: >=3.12
import itertools
print(list(itertools.batched("abcde", 2)))

# ---
import itertools
itertools.count.x = 1  ### raised: TypeError: cannot set 'x' attribute of immutable type 'itertools.count'

# ---
import itertools
itertools.count(0).__reduce__  ### denied: __reduce__
