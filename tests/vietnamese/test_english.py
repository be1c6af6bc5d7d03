from __future__ import annotations

import itertools

import pytest

from assistant.vietnamese.english import in_vietnamese, is_english
from assistant.vietnamese.normalise import fold

ONSETS = "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()
RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu i ia ich iec iem ien "
    "ieng iep iet ieu im in inh ip it iu o oa oac oai oan oang oat oc oi om on ong op ot u ua uan "
    "uat uc ue ui um un ung uoc uoi uom uon uong uop uot uou up ut uu uy uyen uyet y yen yeu"
).split()
UNMARKED = (
    "Tỷ lệ đường phố có cây che mát đến năm 2025 là bao nhiêu?",
    "Ai là giám đốc thư viện Huế?",
    "Nghị quyết 03-NQ/TU ban hành ngày nào?",
    "Kế hoạch chăm sóc vườn ươm thực hiện nghị quyết nào?",
    "Có đúng là tỉnh đã trồng 12 ha rừng không?",
    "Cơ quan nào chủ trì, thời hạn ra sao?",
    "Thế còn Đà Nẵng thì sao?",
    "Diện tích, dân số và GRDP của Cần Thơ",
    "PAR Index, PCI và DTI là gì?",
    "In ấn do ai lo, in ở đâu?",
    "Ý tưởng ấy đem lại điều gì cho bà con?",
    "Thi đua ở các sở, ban, ngành thế nào?",
)


def spelt(onset: str, rhyme: str) -> bool:
    """Tell whether Vietnamese spells an onset so before a rhyme: “nghe” but “nga”."""
    front = rhyme[0] in "eiy"
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "g", "ng"):
        return not front
    return not (onset == "gi" and rhyme[0] in "iy") and not (onset == "qu" and rhyme[0] in "uo")


def test_no_vietnamese_syllable_makes_a_text_english() -> None:
    # “Thể” and “in” are spelt like English words without their marks; the rest must tell.
    syllables = [o + r for o, r in itertools.product(ONSETS, RHYMES) if spelt(o, r)]
    assert len(syllables) > 1_500
    assert [s for s in syllables if is_english(f"the {s} in {s}")] == []


@pytest.mark.parametrize("text", UNMARKED)
def test_a_vietnamese_question_is_not_english_with_marks_or_without(text: str) -> None:
    assert not is_english(text)
    assert not is_english(fold(text))
    assert not is_english(fold(text).upper())


@pytest.mark.parametrize(
    "text", ["Startup, fintech, logistics la gi, in the o dau?", "Smart city, startup, the và in?"]
)
def test_loan_words_do_not_make_a_text_english(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "What is the population of Hue?",
        "Who signed Resolution 03-NQ/TU?",
        "how many electric buses",
        "WHICH MINISTRY LEADS THE TASK?",
        "When will the strategy be replaced?",
        "What does DTI mean?",
    ],
)
def test_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", ["", "?", "the", "2025", "Da Nang", "GRDP", "smart city Hue"])
def test_a_word_or_a_name_is_not_english_enough(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What is the population of Hue?", "dân số Huế là bao nhiêu?"),
        ("What was the area of Hue?", "diện tích Huế là bao nhiêu?"),
        ("How many people live in Da Nang?", "Đà Nẵng dân số bao nhiêu?"),
        ("Who signed Resolution 03-NQ/TU?", "nghị quyết 03-NQ/TU ai ký?"),
        ("When was Plan 15/KH-UBND issued?", "kế hoạch 15/KH-UBND ban hành ngày nào?"),
        ("Which ministry leads the task?", "nhiệm vụ cơ quan nào chủ trì?"),
        ("What percentage of files is processed online?", "hồ sơ trực tuyến bao nhiêu phần trăm?"),
        ("What does DTI mean?", "DTI là gì?"),
        ("what does dti stand for", "dti là gì?"),
        ("What is the digital economy target for Hai Phong in 2025?",
         "kinh tế số mục tiêu Hải Phòng năm 2025 là bao nhiêu?"),
        ("Compare Hue and Da Nang on digital society", "so sánh Huế và Đà Nẵng xã hội số?"),
    ],
)  # fmt: skip
def test_an_english_question_in_the_words_of_documents(text: str, expected: str) -> None:
    assert in_vietnamese(text) == expected


@pytest.mark.parametrize("kept", ["GRDP", "12-NQ/TU", "60%", "1.500", "Le Thi An"])
def test_names_numbers_and_signs_stay(kept: str) -> None:
    assert kept in in_vietnamese(f"Who says {kept} is the target?")


def test_words_that_the_table_lacks_are_dropped() -> None:
    assert in_vietnamese("Which city sorts waste diligently?") == "tỉnh, thành phố nào?"
