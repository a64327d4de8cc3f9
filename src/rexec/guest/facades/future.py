"""``__future__``: the features; the statement itself is the compiler's."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="__future__",
    way="copy",
    source="__future__",
    shows=tuple(
        """
        absolute_import all_feature_names annotations barry_as_FLUFL division generator_stop generators
        nested_scopes print_function unicode_literals with_statement
        """.split()
    ),
    omits={
        "CO_FUTURE_ABSOLUTE_IMPORT": "a flag of the compiler, which guests do not call",
        "CO_FUTURE_ANNOTATIONS": "a flag of the compiler, which guests do not call",
        "CO_FUTURE_BARRY_AS_BDFL": "a flag of the compiler, which guests do not call",
        "CO_FUTURE_DIVISION": "a flag of the compiler, which guests do not call",
        "CO_FUTURE_GENERATOR_STOP": "a flag of the compiler, which guests do not call",
        "CO_FUTURE_PRINT_FUNCTION": "a flag of the compiler, which guests do not call",
        "CO_FUTURE_UNICODE_LITERALS": "a flag of the compiler, which guests do not call",
        "CO_FUTURE_WITH_STATEMENT": "a flag of the compiler, which guests do not call",
        "CO_GENERATOR_ALLOWED": "a flag of the compiler, which guests do not call",
        "CO_NESTED": "a flag of the compiler, which guests do not call",
    },
)
