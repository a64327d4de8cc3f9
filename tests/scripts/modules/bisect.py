import bisect
l = [1, 3, 5]
bisect.insort(l, 4); bisect.insort_left(l, 3); bisect.insort_right(l, 5)
print(l, bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect_right(l, 3), bisect.bisect([(1, "a")], 1, key=lambda t: t[0]))
bisect.bisect(1, 2)  ### raised: TypeError

# ---
import bisect
bisect.bisect = 1  ### denied: "bisect"
