"""Guest source: what test.test_tomllib gives to its modules."""

import tomllib
