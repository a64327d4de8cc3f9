"""``python -m rexec``: the command ``rexec``."""

import sys

from rexec.cli.main import main

sys.exit(main())
