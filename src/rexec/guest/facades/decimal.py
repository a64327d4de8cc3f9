"""``decimal``: C types; the current context belongs to the run, the templates and the named tuple are its own."""

from __future__ import annotations

import decimal
from typing import Any

from rexec.guest.recipe import Recipe


def _own(world: Any) -> dict[str, Any]:
    """Setting a field of decimal.DefaultContext would change the defaults of the host's threads."""
    templates = {name: getattr(decimal, name).copy() for name in ("BasicContext", "DefaultContext", "ExtendedContext")}

    def setcontext(context: Any, /) -> None:
        """As C does: what it gets of these is copied before it is the current context."""
        is_template = any(context is each for each in templates.values())
        decimal.setcontext(context.copy() if is_template else context)

    return {
        **templates,
        "setcontext": setcontext,
        "DecimalTuple": property(lambda facade: world.contested.decimals.tuple_type()),
    }


RECIPE = Recipe(
    name="decimal",
    way="table",
    source="decimal",
    shows=tuple(
        """
        BasicContext Clamped Context Decimal DecimalException DecimalTuple DefaultContext DivisionByZero
        ExtendedContext FloatOperation HAVE_CONTEXTVAR HAVE_THREADS Inexact InvalidOperation MAX_EMAX
        MAX_PREC MIN_EMIN MIN_ETINY Overflow ROUND_05UP ROUND_CEILING ROUND_DOWN ROUND_FLOOR
        ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP Rounded Subnormal Underflow getcontext
        localcontext setcontext
        """.split()
    ),
    omits={
        "ConversionSyntax": "a condition of the pure-Python version",
        "DivisionImpossible": "a condition of the pure-Python version",
        "DivisionUndefined": "a condition of the pure-Python version",
        "InvalidContext": "a condition of the pure-Python version",
    },
    make=_own,
    writable=("Context",),
)
