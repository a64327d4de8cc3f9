import heapq
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 2)
print(heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), sorted(h), heapq.nlargest(2, [1, 3, 2]), heapq.nsmallest(2, "bca"), list(heapq.merge([1, 3], [2])))
print(heapq.nlargest(1, ["a", "bbb"], key=len), list(heapq.merge(["b", "aa"], ["c"], key=len)), list(heapq.merge([3, 1], [2], reverse=True)))
heapq.heappop([])  ### raised: IndexError: index out of range

# ---
import heapq
heapq.heappush(1, 2)  ### raised: TypeError
