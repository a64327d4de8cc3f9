"""Tree to guarded tree: one base class that widens the language, and what its guards look like."""
