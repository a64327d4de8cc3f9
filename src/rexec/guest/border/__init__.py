"""What crosses the border between a guest and its host."""
