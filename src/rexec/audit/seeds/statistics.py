import statistics
statistics.NormalDist()
statistics.linear_regression([1, 2], [1, 2])
statistics.mean([])
statistics.mode([])
statistics.mean(["a"])
statistics.NormalDist(0, -1)
