from __future__ import annotations

from policies import line, shorts

from assistant.answering.candidates.prose import text_candidates


def test_a_title_in_quotation_marks() -> None:
    evidence = line("Ngày hội đọc có chủ đề “Mỗi nhà một tủ sách” và năm gian hàng.")
    assert shorts(text_candidates, "Chủ đề nào được chọn cho ngày hội?", evidence) == [
        "Mỗi nhà một tủ sách"
    ]


def test_a_plain_sentence_has_no_short_answer() -> None:
    assert shorts(text_candidates, "Vì sao phải trồng rừng?", line("Rừng giữ đất.")) == [None]
