import secrets
secrets.SystemRandom()
secrets.choice([])
secrets.compare_digest("a", 1)
