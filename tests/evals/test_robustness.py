"""The same questions put otherwise."""

from __future__ import annotations

import json
import lzma
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from eval_fakes import FAKE, QUESTIONS, gold

from evals.robustness import (
    SPELLINGS,
    Variation,
    other_tones,
    put_otherwise,
    slip,
    without_marks,
    write_foreign,
)
from evals.running import ask_all
from evals.tables import robustness_table


def test_marks_go_and_case_stays() -> None:
    assert without_marks("Đà Nẵng đặt chỉ tiêu thế nào?") == "Da Nang dat chi tieu the nao?"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("hòa", "hoà"),
        ("hoà", "hòa"),
        ("Thủy điện, khoẻ", "Thuỷ điện, khỏe"),
        ("HÓA", "HOÁ"),
        ("quý, quỳ, loan, toàn, mạ, ủy", "quý, quỳ, loan, toàn, mạ, uỷ"),
    ],
)
def test_tones_move_to_the_other_vowel(text: str, other: str) -> None:
    assert other_tones(text) == other
    assert other_tones(other) == text


def test_a_slip_swaps_two_letters_of_a_word_and_is_always_the_same() -> None:
    text = "Kinh tế số chiếm bao nhiêu phần trăm?"
    slipped = slip(text)
    assert slipped == slip(text)
    assert sorted(slipped) == sorted(text)
    differing = [i for i, (a, b) in enumerate(zip(text, slipped, strict=True)) if a != b]
    assert len(differing) == 2
    assert differing[1] == differing[0] + 1
    assert text[differing[0] : differing[1] + 1].isalpha()


def test_a_text_without_words_has_no_slip() -> None:
    assert slip("NQ 03 ở HP?") == "NQ 03 ở HP?"


def test_decomposed_text_reads_the_same() -> None:
    spelt = SPELLINGS["NFD"]("Huế")
    assert spelt != "Huế"
    assert unicodedata.normalize("NFC", spelt) == "Huế"


def test_what_was_asked_before_is_put_otherwise_too() -> None:
    followup = replace(gold(category="followup"), question="Còn xã?", history=("Cấp tỉnh?",))
    (put,) = put_otherwise([followup], str.upper)
    assert (put.question, put.history) == ("CÒN XÃ?", ("CẤP TỈNH?",))


def test_foreign_articles_are_cut_to_one_passage(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl.xz"
    rows = [{"title": f"Điều {i}", "text": "một hai\nba bốn  năm"} for i in range(9)]
    with lzma.open(articles, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    path = write_foreign(articles, 4, 10, tmp_path)
    written = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [entry["text"] for entry in written] == ["một hai ba"] * 4
    assert len({entry["_id"] for entry in written}) == 4
    again = path.read_bytes()
    assert write_foreign(articles, 4, 10, tmp_path).read_bytes() == again
    everything = write_foreign(articles, 40, 100, tmp_path).read_text(encoding="utf-8")
    assert everything.count("một hai ba bốn năm") == 9


def test_a_loss_is_above_zero_whichever_way_is_better() -> None:
    plain = ask_all(QUESTIONS, FAKE)
    # “đúng” in capitals is not learnt, so it is refused; “bịa” is then rightly not answered.
    varied = ask_all(put_otherwise(QUESTIONS, str.upper), FAKE)
    losses = Variation("upper case", varied).losses(plain)
    assert losses["answer"].value == pytest.approx(1 / 3)
    assert losses["refused"].value == pytest.approx(2 / 3)
    assert losses["missed"].value == pytest.approx(-1 / 2)
    low, high = losses["answer"].bounds
    assert low <= 1 / 3 <= high
    dev = Variation("upper case", varied).losses(plain, "dev")
    assert dev["answer"].value == pytest.approx(1 / 2)


def test_losses_stand_in_a_table_by_split() -> None:
    plain = ask_all(QUESTIONS, FAKE)
    shown = robustness_table(plain, [Variation("the same", plain)]).splitlines()
    assert [line.split()[:3] for line in shown[1:]] == [
        ["the", "same", split] for split in ("all", "dev", "test")
    ]
    assert "+0.0 [+0.0, +0.0]" in shown[1]
