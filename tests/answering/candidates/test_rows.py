from __future__ import annotations

import pytest
from policies import DECISION, line, piece, shorts
from provinces import TABLE_OF_LAM_DONG

from assistant.answering.candidates import find
from assistant.answering.candidates.rows import row_candidates
from assistant.assistant import Assistant
from assistant.retrieval import analyse
from assistant.schema import Status


@pytest.mark.parametrize(
    ("asked", "words", "expected"),
    [
        ("Bao nhiêu tuyến xe buýt chạy điện năm 2025?", "Tuyến", ["25"]),
        ("Bao nhiêu tuyến xe buýt chạy điện năm 2030?", "Tuyến", ["40"]),
        ("Bao nhiêu tuyến xe buýt chạy điện?", "Tuyến", ["25", "40"]),
        ("Tỷ lệ trạm sạc có mái che năm 2030 là bao nhiêu?", "trạm sạc", ["95"]),
        ("Cơ quan nào chủ trì tuyến xe buýt?", "Tuyến", ["Sở Giao thông"]),
        ("Ai chủ trì tuyến xe buýt?", "Tuyến", ["Sở Giao thông"]),
        ("Giám đốc tuyến xe buýt là ai?", "Tuyến", []),
        ("Trạm sạc có mái che hoàn thành khi nào?", "trạm sạc", ["tháng 6/2025"]),
        ("Trạm sạc là gì?", "trạm sạc", []),
    ],
)
def test_the_cell_in_the_column_asked_for(asked: str, words: str, expected: list[str]) -> None:
    assert shorts(row_candidates, asked, piece(DECISION, words)) == expected


def test_the_counter_of_a_row_is_no_answer() -> None:
    for words in ("Tuyến", "trạm sạc"):
        assert not {"1", "2"} & {*shorts(row_candidates, "Có bao nhiêu?", piece(DECISION, words))}


def test_who_has_a_post_or_a_name_is_no_body_of_a_column() -> None:
    text = (
        "# Việc\n\n| Nhiệm vụ | Đơn vị chủ trì |\n|---|---|\n| Trồng sậy | Sở Xây dựng |\n"
        "| Trồng cói | Bà Lê Thị An |\n"
    )
    assert answers("Ai phụ trách trồng sậy?", "sậy", text) == ["Sở Xây dựng"]
    assert answers("Giám đốc lo trồng sậy tên gì?", "sậy", text) == []
    assert answers("Giám đốc lo trồng cói tên gì?", "cói", text) == ["Bà Lê Thị An"]


def test_running_text_has_no_cells() -> None:
    assert shorts(row_candidates, "Bao nhiêu cây?", line("Trồng 5 cây.")) == []


def answers(asked: str, words: str, text: str = TABLE_OF_LAM_DONG) -> list[str | None]:
    """Return the cells that answer, each with the unit of its row or column."""
    return [c.answer for c in row_candidates(analyse(asked), piece(text, words))]


@pytest.mark.parametrize(
    ("asked", "row", "expected"),
    [
        ("Diện tích rừng thông năm 2025 là bao nhiêu?", "Diện tích", ["1.200 ha"]),
        ("Bao nhiêu ha rừng thông năm 2030?", "Diện tích", ["1.500 ha"]),
        ("Diện tích rừng thông là bao nhiêu?", "Diện tích", ["1.200 ha", "1.500 ha"]),
        ("Tỷ lệ rừng thông có chủ năm 2030?", "Tỷ lệ", ["90%"]),
        ("Kinh phí giữ rừng thông năm 2025 là bao nhiêu?", "Kinh phí", ["15 tỷ đồng"]),
    ],
)
def test_the_unit_of_a_row_is_joined_to_its_value(
    asked: str, row: str, expected: list[str]
) -> None:
    assert answers(asked, row) == expected


def test_a_year_that_no_column_is_of_has_no_cell() -> None:
    assert answers("Diện tích rừng thông năm 2035 là bao nhiêu?", "Diện tích") == []


def test_the_unit_of_a_column_is_joined_unless_the_cell_has_it() -> None:
    text = (
        "# Việc\n\n"
        "| STT | Nhiệm vụ | Diện tích (ha) | Kinh phí (triệu đồng) |\n|---|---|---|---|\n"
        "| 1 | Trồng sậy | 12,5 | 300 |\n| 2 | Trồng cói | 8 ha | 200 triệu đồng |\n"
    )
    assert answers("Kinh phí trồng sậy là bao nhiêu?", "sậy", text) == ["300 triệu đồng"]
    assert answers("Kinh phí trồng cói là bao nhiêu?", "cói", text) == ["200 triệu đồng"]
    assert "12,5 ha" in answers("Diện tích trồng sậy là bao nhiêu?", "sậy", text)
    assert "8 ha" in answers("Diện tích trồng cói là bao nhiêu?", "cói", text)


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        ("Bao nhiêu phần trăm rừng thông còn lại năm 2025?", "Diện tích"),
        ("Bao nhiêu người giữ rừng thông năm 2030?", "Tỷ lệ"),
        ("Kinh phí rừng thông có chủ là bao nhiêu?", "Tỷ lệ"),
    ],
)
def test_a_share_is_no_count_and_a_count_no_share(asked: str, row: str) -> None:
    assert answers(asked, row) == []


def test_a_share_of_what_is_counted_answers() -> None:
    assert answers("Bao nhiêu rừng thông có chủ năm 2030?", "Tỷ lệ") == ["90%"]


def test_the_short_answer_of_a_table_has_its_unit(provinces: Assistant) -> None:
    answer = provinces.ask("Diện tích rừng thông năm 2030 là bao nhiêu?")
    assert (answer.status, answer.short) == (Status.FULL, "1.500 ha")
    assert [c.label for c in answer.citations] == ["bảng 1 dòng 1"]


CODES = """\
---
title: Danh mục vườn ươm
kind: danh mục
---

| STT | Mã số | Tên vườn ươm | Xã |
|---|---|---|---|
| 1 | 04215 | Vườn ươm Mây | Lộc An |
"""


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("Mã số Vườn ươm Mây là gì?", ["04215"]), ("Vườn ươm Mây là gì?", [])],
)
def test_a_column_is_asked_for_by_its_name(asked: str, expected: list[str]) -> None:
    assert shorts(row_candidates, asked, piece(CODES, "04215")) == expected


TABLE_OF_COMMUNES = (
    "# Danh mục xã\n\n"
    "| Stt | Mã số | Tên xã | Cỡ chữ (pt) | Hạng năm 2024 |\n|---|---|---|---|---|\n"
    "| 1 | 00417 | Xã Đồi Thông | 13 | 5/34, tăng 2 bậc |\n"
    "| 2 | 00418 | Xã Suối Bạc | 14 | Thứ sáu trong 9 xã |\n"
)


@pytest.mark.parametrize(
    ("asked", "row", "expected"),
    [
        ("Mã số xã Đồi Thông là gì?", "Đồi Thông", ["00417"]),
        ("Cỡ chữ của xã Suối Bạc là bao nhiêu?", "Suối Bạc", ["14"]),
        ("Xã Suối Bạc là gì?", "Suối Bạc", []),
        ("Năm 2024 xã Đồi Thông xếp thứ mấy?", "Đồi Thông", ["5/34"]),
        ("Năm 2024 xã Suối Bạc xếp thứ mấy?", "Suối Bạc", ["Thứ sáu trong 9 xã"]),
        ("Xã Đồi Thông có bao nhiêu dân?", "Đồi Thông", []),
    ],
)
def test_a_column_is_asked_for_by_its_header(asked: str, row: str, expected: list[str]) -> None:
    assert answers(asked, row, TABLE_OF_COMMUNES) == expected


def test_the_unit_of_a_row_is_asked_for() -> None:
    assert answers("Đơn vị tính của diện tích rừng thông là gì?", "Diện tích") == ["ha"]


def test_what_is_ranked_is_of_the_year_of_its_table() -> None:
    text = (
        "# Bảng xếp hạng\n\n| Hạng | Xã | Chỉ số xanh 2023 |\n|---|---|---|\n"
        "| 7 | Đồi Thông | 81,3 |\n"
    )
    assert answers("Đồi Thông xếp thứ mấy năm 2023?", "Đồi Thông", text) == ["7"]
    assert answers("Đồi Thông xếp thứ mấy năm 2022?", "Đồi Thông", text) == []


def test_a_count_is_no_rank() -> None:
    assert answers("Rừng thông xếp thứ mấy năm 2030?", "Diện tích") == []


def test_the_number_of_a_row_needs_no_header() -> None:
    text = "# Việc\n\n|  | Việc | Nơi làm |\n|---|---|---|\n| 2.2 | Sửa đường | xã |\n"
    assert answers("Bao nhiêu phần trăm đường phải sửa?", "Sửa đường", text) == []


def test_a_rank_is_told_with_how_many_there_are() -> None:
    text = "# Vườn\n\n| Vườn | Đơn vị | Kết quả |\n|---|---|---|\n| Hạng vườn | Thứ bậc/34 | 7 |\n"
    assert answers("Vườn xếp thứ mấy?", "Hạng vườn", text) == ["7/34"]


def test_a_column_of_ranks_is_no_measure() -> None:
    text = "# Vườn\n\n| Năm | Hạng vườn | Số cây |\n|---|---|---|\n| 2022 | 7 | 40 |\n"
    assert answers("Năm 2022 vườn có bao nhiêu cây?", "40", text) == ["40"]


def test_what_has_no_day_answers_no_question_after_one() -> None:
    text = "# Việc\n\n| Việc | Thời hạn |\n|---|---|\n| Quét chợ | Thường xuyên |\n"
    assert answers("Quét chợ khi nào?", "Quét", text) == ["Thường xuyên"]
    assert answers("Quét chợ xong ngày nào?", "Quét", text) == []


def test_a_cell_of_another_year_is_no_answer_where_that_of_the_year_is_empty() -> None:
    text = (
        "# Vườn\n\n| TT | Chỉ tiêu | Đơn vị | Mục tiêu 2025 | Mục tiêu 2030 |\n"
        "|---|---|---|---|---|\n| 1 | Vườn ươm | Vườn ươm | - | 500 |\n"
    )
    row = piece(text, "ươm")
    assert [c.answer for c in find(analyse("Năm 2030 có bao nhiêu vườn ươm?"), row)] == ["500"]
    assert find(analyse("Năm 2025 có bao nhiêu vườn ươm?"), row) == []


def test_who_comes_where_is_no_value() -> None:
    text = "# Hạng\n\n| Hạng | Tỉnh | Chỉ số xanh 2023 |\n|---|---|---|\n| 63 | Lai Châu | 41,2 |\n"
    assert answers("Tỉnh nào đứng cuối chỉ số xanh 2023?", "Lai Châu", text) == []
    assert answers("Chỉ số xanh 2023 của Lai Châu là bao nhiêu?", "Lai Châu", text) == ["41,2"]
