"""What the page for those who come from Python 2 shows, runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rexec.classic import defaults
from rexec.classic.rexec import RExec

PAGE = (Path(__file__).parents[1] / "docs" / "coming-from-python-2.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS)
def test_block_runs(block: str) -> None:
    exec(compile(block, "coming-from-python-2.md", "exec"), {"__name__": "page"})


def test_page_tells_the_values_of_the_class() -> None:
    assert len(BLOCKS) == 4
    assert f"`{' '.join(RExec.ok_builtin_modules)}`" in PAGE
    assert f"{len(defaults.NOK_BUILTIN_NAMES) - 3} more" in PAGE
    assert all(f"`{name}`" in PAGE for name in defaults.FLOOR)
