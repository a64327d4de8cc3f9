import secrets
print(len(secrets.token_bytes(8)), len(secrets.token_hex(8)), len(secrets.token_urlsafe(9)), len(secrets.token_hex()), secrets.DEFAULT_ENTROPY)
print(secrets.randbelow(1), 0 <= secrets.randbits(4) < 16, secrets.choice("a"), secrets.token_hex() != secrets.token_hex())
print(secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"), type(secrets.SystemRandom().random()).__name__)
for wrong in (lambda: secrets.randbelow(0), lambda: secrets.choice([]), lambda: secrets.compare_digest("a", b"a"), lambda: secrets.SystemRandom().getstate()):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
