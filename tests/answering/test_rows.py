from __future__ import annotations

import pytest
from policies import DECISION, line, piece, shorts

from assistant.answering.rows import row_candidates


@pytest.mark.parametrize(
    ("asked", "words", "expected"),
    [
        ("Bao nhiêu tuyến xe buýt chạy điện năm 2025?", "Tuyến", ["25"]),
        ("Bao nhiêu tuyến xe buýt chạy điện năm 2030?", "Tuyến", ["40"]),
        ("Bao nhiêu tuyến xe buýt chạy điện?", "Tuyến", ["25", "40"]),
        ("Tỷ lệ trạm sạc có mái che năm 2030 là bao nhiêu?", "trạm sạc", ["95"]),
        ("Cơ quan nào chủ trì tuyến xe buýt?", "Tuyến", ["Sở Giao thông"]),
        ("Trạm sạc có mái che hoàn thành khi nào?", "trạm sạc", ["tháng 6/2025"]),
        ("Trạm sạc là gì?", "trạm sạc", []),
    ],
)
def test_the_cell_in_the_column_asked_for(asked: str, words: str, expected: list[str]) -> None:
    assert shorts(row_candidates, asked, piece(DECISION, words)) == expected


def test_the_counter_of_a_row_is_no_answer() -> None:
    for words in ("Tuyến", "trạm sạc"):
        assert not {"1", "2"} & {*shorts(row_candidates, "Có bao nhiêu?", piece(DECISION, words))}


def test_running_text_has_no_cells() -> None:
    assert shorts(row_candidates, "Bao nhiêu cây?", line("Trồng 5 cây.")) == []
