"""Guest source: every digest that the tests ask for is there."""


def requires_hashdigest(name, openssl=None, usedforsecurity=True):
    return lambda decorated: decorated


requires_openssl_hashdigest = requires_builtin_hashdigest = requires_hashdigest
