"""Pairs made from small files, each kind by its rule."""

from __future__ import annotations

import json
import lzma
import random
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.training.pairs import SOURCES, dressed, read_pairs

BODY = "Cơ quan tiếp nhận hồ sơ phải trả kết quả đúng hẹn cho người dân ở cấp xã. "
LAW = {"title": "Trả kết quả", "demuc": "Thủ tục", "text": BODY * 3 + "Người dân không nộp lệ phí."}
DOCUMENT = {
    "title": "Nghị định về hồ sơ",
    "text": f"Phần đầu.\nĐiều 1. Nộp hồ sơ\n{BODY * 2}\nĐiều 2. Ngắn\nQuá ngắn.\n",
}
ARTICLE = {
    "title": "Cảng",
    "text": f"# Cảng\n\n{BODY * 2}\n\n| bảng | số |\n\n## Chú thích\n\n{BODY * 2}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, row in zip(SOURCES, (LAW, DOCUMENT, ARTICLE), strict=True):
        with lzma.open(tmp_path / f"{name}.jsonl.xz", "wt", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return tmp_path


def test_titles_and_headings_lead_to_their_text(folder: Path) -> None:
    pairs = read_pairs(folder, SOURCES, 7)
    for source, heading in zip(SOURCES, ("Trả kết quả", "Nộp hồ sơ", "Cảng"), strict=True):
        found = [p for p in pairs if p.source == source and heading in p.short]
        assert found, source
        assert all(BODY.strip() in p.passage for p in found)


def test_tables_notes_and_short_articles_are_left_out(folder: Path) -> None:
    pairs = read_pairs(folder, SOURCES, 7)
    assert not any("bảng" in p.passage or "Quá ngắn" in p.passage for p in pairs)
    assert not any("Chú thích" in p.short for p in pairs)


def test_the_same_seed_makes_the_same_pairs(folder: Path) -> None:
    assert read_pairs(folder, SOURCES, 7) == read_pairs(folder, SOURCES, 7)
    alone = read_pairs(folder, ("wikipedia",), 7)
    assert alone == [p for p in read_pairs(folder, SOURCES, 7) if p.source == "wikipedia"]


def test_dressing_keeps_the_words() -> None:
    generator = random.Random(1)  # noqa: S311 - a repeatable choice, not a secret
    made = {dressed("nộp hồ sơ;", generator) for _ in range(200)}
    assert all("nộp hồ sơ" in text for text in made)
    assert len(made) > 100
    assert not any("\n" in text or "|" in text for text in made)


def test_a_missing_or_damaged_file_is_named(folder: Path) -> None:
    (folder / "wikipedia.jsonl.xz").write_bytes(b"nothing")
    with pytest.raises(UsageError, match=r"wikipedia\.jsonl\.xz"):
        read_pairs(folder, SOURCES, 7)
    (folder / "wikipedia.jsonl.xz").unlink()
    with pytest.raises(UsageError, match=r"wikipedia\.jsonl\.xz"):
        read_pairs(folder, SOURCES, 7)
