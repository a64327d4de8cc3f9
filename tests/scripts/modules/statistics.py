import statistics as s
data = [1, 2, 2, 3, 10]
print(s.mean(data), s.median(data), s.mode(data), s.multimode("aabb"), s.stdev(data), s.pstdev(data), s.variance(data), s.pvariance(data), s.median_low([1, 2]), s.median_high([1, 2]), s.median_grouped([1, 2, 2]), s.fmean(data), s.geometric_mean([1, 4]), s.harmonic_mean([1, 2]), s.quantiles(data, n=4))
print(s.correlation([1, 2, 3], [1, 2, 4]), s.covariance([1, 2], [3, 4]), s.linear_regression([1, 2], [2, 4]), s.NormalDist(0, 1).cdf(0), s.NormalDist(1, 2) + 3, s.NormalDist.from_samples(data).mean)
from fractions import Fraction
from decimal import Decimal
print(s.mean([Fraction(1, 2), Fraction(1, 3)]), s.mean([Decimal("1.5"), Decimal("2.5")]))
s.mean([])  ### raised: statistics.StatisticsError

# ---
# python: >=3.13
import statistics
print(round(statistics.kde([1, 2, 3], h=1)(2), 6))

# ---
import statistics
statistics.Counter  ### denied: imported by the module for itself
