import heapq
heapq.merge([1], [2])
heapq.heappop([])
heapq.nsmallest("a", [1])
