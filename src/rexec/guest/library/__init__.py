"""Private copies of the standard library: their code, what each may do, and who makes them."""
