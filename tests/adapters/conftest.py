"""An index of the small corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_corpus import FILES

from assistant.assistant import Assistant
from assistant.config import Config
from assistant.indexing.build import build_index


@pytest.fixture(scope="session")
def policies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("policies")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def index(policies: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    build_index([policies], folder, Config(lsa_dimensions=8))
    return folder


@pytest.fixture(scope="session")
def assistant(index: Path) -> Assistant:
    return Assistant.open(index)
