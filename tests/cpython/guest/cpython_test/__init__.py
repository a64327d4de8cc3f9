"""Guest source that stands for CPython's package ``test``."""
