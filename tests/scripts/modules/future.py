from __future__ import annotations
x: undefined = 1
print(x)

# ---
import __future__ as future
print(future.division.getMandatoryRelease()[:2], future.all_feature_names[0], future.annotations.optional[0])
future.CO_NESTED  ### denied: a flag of the compiler
