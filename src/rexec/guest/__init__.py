"""Everything that a guest can touch. Nothing here knows a syntax tree."""
