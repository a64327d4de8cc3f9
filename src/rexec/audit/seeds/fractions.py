import fractions
fractions.Fraction(1, 2)
fractions.Fraction(1, 0)
fractions.Fraction("x")
fractions.Fraction([])
