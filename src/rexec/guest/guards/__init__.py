"""One act a file: the function that stands where a dangerous operation stood."""
