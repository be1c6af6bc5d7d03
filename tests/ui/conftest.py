"""A small index of our own words, and the page over it as a user would drive it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pages import DOCUMENTS, build
from streamlit import get_option
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
        page = AppTest.from_file(APP, default_timeout=300)
        if language:
            page.query_params["lang"] = language
        return page.run()

    return open_page


@pytest.fixture(scope="session", autouse=True)
def _settings_of_the_pages() -> None:
    """Have Streamlit read its settings here, before a test goes to another folder."""
    get_option("server.address")
