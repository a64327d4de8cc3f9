from decimal import Decimal, getcontext, localcontext, Context, ROUND_HALF_UP, ROUND_DOWN, InvalidOperation, DivisionByZero, setcontext, Inexact, DecimalTuple
import decimal
print(Decimal("1.1") + Decimal("2.2"), Decimal(1) / Decimal(3), Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal("1E+3").normalize(), Decimal(2).sqrt(), Decimal("NaN").is_nan())
print(getcontext().prec, getcontext().rounding)
getcontext().prec = 6
print(Decimal(1) / 7)
with localcontext() as context:
    context.prec = 3
    context.rounding = ROUND_DOWN
    print(Decimal(2) / 3)
with localcontext(prec=4) as context: print(Decimal(2) / 3)
print(Decimal(2) / 3, Decimal("1.50").as_tuple(), Decimal("-3").copy_abs(), Decimal("10").log10(), Decimal(7) // 2, Decimal(7) % 3, f"{Decimal('1234.5'):,.2f}", int(Decimal("9.9")), Decimal(0.5))
mine = Context(prec=2)
mine.traps[Inexact] = False
print(mine.divide(Decimal(1), 3), mine.flags[Inexact], Context(prec=5).create_decimal("1.2345678"), Decimal("1.1").compare(Decimal(1)), max(Decimal(1), Decimal(2)))
setcontext(Context(prec=9))
print(Decimal(1) / 3, DecimalTuple(0, (1,), 0), Decimal(DecimalTuple(1, (1, 2), -1)), decimal.DefaultContext.prec, decimal.BasicContext.prec, decimal.ExtendedContext.prec)
class Money(Decimal):
    def __str__(self): return f"${super().__str__()}"
print(Money("5"), isinstance(Money(1), Decimal))
try:
    Decimal("x")
except InvalidOperation as error:
    print(type(error).__name__, error)
Decimal(1) / 0  ### raised: decimal.DivisionByZero

# ---
import decimal
print(decimal.getcontext().prec)  # not what the script before it set
decimal.Decimal.x = 1  ### raised: TypeError: cannot set 'x' attribute of immutable type 'decimal.Decimal'

# ---
import decimal
decimal.ConversionSyntax  ### denied: a condition of the pure-Python version

# ---
# A template becomes the current context as a copy.
import decimal

decimal.setcontext(decimal.BasicContext)
decimal.getcontext().prec = 3
print(decimal.getcontext() is decimal.BasicContext, decimal.BasicContext.prec)
mine = decimal.Context(prec=7)
decimal.setcontext(mine)
print(decimal.getcontext() is mine)
try:
    decimal.setcontext(1)
except TypeError as error:
    print(error)
