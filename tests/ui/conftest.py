"""A small index of our own words, and the page over it as a user would drive it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pages import DOCUMENTS, build
from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parents[2] / "app.py"

Page = Callable[..., AppTest]


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("ui"), DOCUMENTS)


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Page:
    """Open the page over an index folder, with ``?lang=`` when a language is given."""

    def open_page(index: Path, language: str | None = None) -> AppTest:
        monkeypatch.setenv("CHINHSACH_INDEX", str(index))
        page = AppTest.from_file(APP, default_timeout=60)
        if language:
            page.query_params["lang"] = language
        return page.run()

    return open_page
