"""Every escape that was ever found, as a guest script that is stopped where its lines say, or finds nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from guest_scripts import Chunk, all_chunks
from rexec.sandbox import Sandbox

FOLDER = Path(__file__).parent / "escapes"
CHUNKS = [each for each in all_chunks(FOLDER) if each.runs_on(sys.version_info[:2])]


@pytest.mark.parametrize("chunk", CHUNKS, ids=lambda chunk: chunk.title)
def test_escape_is_closed(chunk: Chunk) -> None:
    result = Sandbox("default").run(chunk.text, filename=chunk.filename)
    if not chunk.announced:
        assert result.outcome == "finished", result.error
        return
    assert result.error is not None, "nothing stopped it"
    announced = {(each.line, each.kind) for each in chunk.announced}
    if result.outcome == "refused":
        assert announced == {(each.line, "refused") for each in result.error.diagnostics}
    else:
        assert announced == {(result.error.line, result.outcome)}, result.error
    told = " ".join([result.error.type, result.error.message, *(str(each) for each in result.error.diagnostics)])
    assert all(each.words in told for each in chunk.announced), told


def test_there_are_escapes() -> None:
    assert len(CHUNKS) > 10
