import numbers
numbers.Number
numbers.Complex()
isinstance(1, numbers.Integral)
