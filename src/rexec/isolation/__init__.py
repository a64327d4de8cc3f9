"""What the operating system holds for us, where the interpreter cannot."""
