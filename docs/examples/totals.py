"""Totals of a small CSV on standard input: rexec-run docs/examples/totals.py < prices.csv"""

import sys
from collections import defaultdict
from decimal import Decimal

header = sys.stdin.readline().strip().split(",")
column = {name: number for number, name in enumerate(header)}
totals = defaultdict(Decimal)
for line in sys.stdin:
    cells = line.strip().split(",")
    totals[cells[column["kind"]]] += Decimal(cells[column["price"]]) * int(cells[column["count"]])

for kind, total in sorted(totals.items()):
    print(f"{kind:12} {total:>10.2f}")
print(f"{'all':12} {sum(totals.values()):>10.2f}")
