from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from factories import make_passages, read_lines

from assistant.indexing import reading


@pytest.fixture
def read_paths(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the files that a build reads, with the simple reader of the factories."""
    paths: list[str] = []

    def read(file, config, **_):
        paths.append(file.path)
        return read_lines(file, config)

    monkeypatch.setattr(reading, "read_file", read)
    monkeypatch.setattr(reading, "passages", make_passages)
    return paths


@pytest.fixture
def age() -> Callable[..., None]:
    """Make files old enough for their time of change to be trusted."""
    import os

    def make_old(folder: Path) -> None:
        for path in folder.rglob("*"):
            os.utime(path, (1_700_000_000, 1_700_000_000))

    return make_old
