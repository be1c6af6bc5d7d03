"""Where the documents of the evaluation are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import UsageError
from evals.corpora import corpus_folder, settings, shared_folder


def test_seeds_are_found_through_the_environment(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert corpus_folder("seeds", {}, {"CHINHSACH_SHARED": str(tmp_path)}) == tmp_path / "seeds"


def test_missing_corpus_is_skipped_at_home_and_an_error_in_integration(tmp_path: Path) -> None:
    home = {"CHINHSACH_SHARED": str(tmp_path)}
    assert corpus_folder("seeds", {}, home) is None
    with pytest.raises(UsageError, match="CHINHSACH_SHARED"):
        corpus_folder("seeds", {}, {**home, "CI": "true"})


def test_folder_that_the_user_names_must_be_there(tmp_path: Path) -> None:
    assert corpus_folder("seeds", {"seeds": tmp_path}, {}) == tmp_path
    with pytest.raises(UsageError, match="không có thư mục"):
        corpus_folder("seeds", {"seeds": tmp_path / "none"}, {})


def test_shared_data_lies_where_the_environment_says(tmp_path: Path) -> None:
    assert shared_folder({"CHINHSACH_SHARED": str(tmp_path)}) == tmp_path
    assert shared_folder({}).name == "shared"


def test_settings_that_are_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--config"):
        settings(tmp_path / "none.toml")
    (tmp_path / "some.toml").write_text("dense_weight = 0.0", encoding="utf-8")
    assert settings(tmp_path / "some.toml").dense_weight == 0
