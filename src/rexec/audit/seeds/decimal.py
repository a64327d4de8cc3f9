import decimal
decimal.Decimal(1)
decimal.Decimal(1).as_tuple()
decimal.getcontext()
decimal.getcontext().traps
decimal.getcontext().traps.keys()
decimal.getcontext().traps.items()
decimal.getcontext().flags
decimal.localcontext()
decimal.Context()
decimal.DefaultContext
decimal.BasicContext
decimal.ExtendedContext
decimal.Decimal(1) / 0
decimal.Decimal("x")
decimal.Context(prec="x")
decimal.setcontext(1)
