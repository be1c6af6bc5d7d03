"""Claims held against the documents of ``policies`` and ``provinces``."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.errors import UsageError
from assistant.schema import Difference, Judgement, PartKind

SUPPORTED, REFUTED, NOT_ENOUGH = Judgement.SUPPORTED, Judgement.REFUTED, Judgement.NOT_ENOUGH


@pytest.mark.parametrize(
    "claim",
    [
        "Đến năm 2025, tỷ lệ đường phố có cây che mát của Hải Phòng đạt 42,5%.",
        "Hải Phòng đặt mục tiêu trên 60% đường phố có cây che mát vào năm 2030.",
        "Nghị quyết 03-NQ/TU yêu cầu 80% hồ sơ cấp quận được số hóa.",
        "Kinh phí trồng cây của Hải Phòng là 120 tỷ đồng.",
        "Đến năm 2030, Đà Nẵng có 40 tuyến xe buýt chạy điện.",
        "Đà Nẵng đặt mục tiêu 70% trạm sạc có mái che năm 2025.",
        "Thư viện Huế xếp thứ 5/34 cả nước về lượt mượn.",
        "Năm 2022, diêm dân Bình Thuận thu 38.200 tấn muối hạt.",
        "Thư viện Huế có hơn 4.000 đầu sách trong kho sách số.",
    ],
)
def test_what_the_documents_state_is_supported(policies: Assistant, claim: str) -> None:
    verdict = policies.check(claim)
    assert verdict.judgement is SUPPORTED, verdict.text
    assert verdict.citations
    assert [part.differs for part in verdict.parts] == [()] * len(verdict.parts)


@pytest.mark.parametrize(
    ("claim", "difference"),
    [
        ("Đến năm 2025, tỷ lệ đường phố có cây che mát của Hải Phòng đạt 42%.",
         Difference.VALUE),
        ("Đến năm 2030, tỷ lệ đường phố có cây che mát của Hải Phòng đạt 42,5%.",
         Difference.YEAR),
        ("Hải Phòng đặt mục tiêu 60% đường phố có cây che mát vào năm 2030.",
         Difference.COMPARATOR),
        ("Hải Phòng đặt mục tiêu dưới 60% đường phố có cây che mát vào năm 2030.",
         Difference.COMPARATOR),
        ("Kinh phí trồng cây của Hải Phòng khoảng 120 nghìn tỷ đồng.", Difference.UNIT),
        ("Nghị quyết 03-NQ/TU yêu cầu 60% hồ sơ cấp quận được số hóa.", Difference.SUBJECT),
        ("Năm 2022, diêm dân Bình Thuận thu 32.800 tấn muối hạt.", Difference.VALUE),
        ("Năm 2022, diêm dân Đà Nẵng thu 38.200 tấn muối hạt.", Difference.PLACE),
        ("Đà Nẵng đặt mục tiêu 95% trạm sạc có mái che năm 2025.", Difference.YEAR),
        ("Đà Nẵng đặt mục tiêu 75% trạm sạc có mái che năm 2025.", Difference.VALUE),
        ("Thư viện Huế xếp thứ 6/34 cả nước về lượt mượn.", Difference.VALUE),
        ("Kho sách số của thư viện Huế giảm 18% so với năm 2023.", Difference.TREND),
    ],
)  # fmt: skip
def test_a_near_miss_is_refuted_and_told_apart(
    policies: Assistant, claim: str, difference: Difference
) -> None:
    verdict = policies.check(claim)
    assert verdict.judgement is REFUTED, verdict.text
    [part] = [part for part in verdict.parts if part.judgement is REFUTED]
    assert part.differs == (difference,)
    assert part.found
    assert part.marker is not None
    assert part.found in verdict.citations[part.marker - 1].quote


def test_two_figures_swapped_in_one_sentence_are_both_refuted(policies: Assistant) -> None:
    verdict = policies.check(
        "Nghị quyết 03-NQ/TU yêu cầu 80% hồ sơ cây xanh cấp thành phố và 90% hồ sơ cấp quận "
        "được số hóa."
    )
    assert [part.judgement for part in verdict.parts] == [REFUTED, REFUTED]
    assert [part.found for part in verdict.parts] == ["90%", "80%"]


@pytest.mark.parametrize(
    "claim",
    [
        "Hải Phòng có 12 bảo tàng tư nhân.",
        "Cần Thơ đặt mục tiêu 42,5% đường phố có cây che mát vào năm 2025.",
        "Năm 2019, diêm dân Bình Thuận thu 41.500 tấn muối hạt.",
        "Đà Nẵng chi 300 tỷ đồng cho xe buýt điện.",
        "Ông Nguyễn Văn Bình ký Quyết định 85/QĐ-UBND.",
        "Người dân rất hài lòng với cây xanh.",
    ],
)
def test_what_they_do_not_speak_of_is_never_refuted(policies: Assistant, claim: str) -> None:
    assert policies.check(claim).judgement is NOT_ENOUGH


def test_rounding_is_named_and_not_refuted(policies: Assistant) -> None:
    [part] = policies.check("Thư viện Huế có hơn 4.000 đầu sách trong kho sách số.").parts
    assert (part.judgement, part.rounded, part.found) == (SUPPORTED, True, "4.500")


def test_a_result_is_not_supported_by_a_target(policies: Assistant) -> None:
    verdict = policies.check("Hải Phòng đã đạt 42,5% đường phố có cây che mát năm 2025.")
    assert verdict.judgement is not SUPPORTED


@pytest.mark.parametrize(
    ("claim", "judgement", "kind"),
    [
        ("Kế hoạch 77/KH-UBND do ông Hồ Kỳ Minh ký.", SUPPORTED, PartKind.PERSON),
        ("Kế hoạch 77/KH-UBND do ông Trần Văn Bình ký.", REFUTED, PartKind.PERSON),
    ],
)
def test_who_signed(provinces: Assistant, claim: str, judgement: Judgement, kind: PartKind) -> None:
    verdict = provinces.check(claim)
    assert verdict.judgement is judgement
    assert kind in [part.part.kind for part in verdict.parts]


def test_an_article_is_judged_part_by_part(policies: Assistant) -> None:
    article = (
        "Hải Phòng dồn sức trồng cây.\n"
        "Đến năm 2025, 42,5% đường phố của Hải Phòng có cây che mát. "
        "Kinh phí trồng cây khoảng 150 tỷ đồng. Bảo tàng thành phố đón 9.000 lượt khách."
    )
    verdict = policies.check(article)
    assert verdict.judgement is REFUTED
    assert [part.judgement for part in verdict.parts] == [SUPPORTED, REFUTED, NOT_ENOUGH]
    for part in verdict.parts:
        assert verdict.claim[part.part.span.start : part.part.span.end] == part.part.text
        assert part.part.sentence.contains(part.part.span)


def test_the_same_claim_gives_the_same_verdict(policies: Assistant) -> None:
    claim = "Nghị quyết 03-NQ/TU yêu cầu 60% hồ sơ cấp quận được số hóa."
    assert policies.check(claim) == policies.check(claim)


def test_the_note_speaks_the_language_asked_for(policies: Assistant) -> None:
    claim = "Kinh phí trồng cây của Hải Phòng khoảng 150 tỷ đồng."
    assert policies.check(claim).text.startswith("Không đúng với tài liệu.\n- “khoảng 150 tỷ đồng”")
    english = policies.check(claim, language="en").text
    assert english.startswith("Refuted by the documents.\n- “khoảng 150 tỷ đồng” is wrong")
    assert "value" in english


def test_a_sentence_without_end_is_checked_clause_by_clause(policies: Assistant) -> None:
    claim = "; ".join(["Kinh phí trồng cây của Hải Phòng khoảng 120 tỷ đồng"] * 60)
    verdict = policies.check(claim)
    assert [part.judgement for part in verdict.parts] == [SUPPORTED] * 60
    assert policies.check("x" * 5_000).judgement is NOT_ENOUGH


@pytest.mark.parametrize("claim", ["", "  ", "?!", "a " * 30_000])
def test_nothing_to_check_is_a_users_error(policies: Assistant, claim: str) -> None:
    with pytest.raises(UsageError):
        policies.check(claim)


def test_a_place_that_nothing_speaks_of_leaves_a_right_figure_undecided(
    policies: Assistant,
) -> None:
    verdict = policies.check(
        "Kinh phí trồng cây của Hải Phòng là 120 tỷ đồng và do tỉnh Cà Mau tặng."
    )
    assert verdict.judgement is NOT_ENOUGH, verdict.text
    assert {part.judgement for part in verdict.parts} == {SUPPORTED, NOT_ENOUGH}
    [left] = [part for part in verdict.parts if part.judgement is NOT_ENOUGH]
    assert left.part.text.endswith("Cà Mau")


def test_a_rounded_value_of_another_scale_differs_in_its_unit(policies: Assistant) -> None:
    verdict = policies.check("Kinh phí trồng cây của Hải Phòng khoảng 0,12 tỷ đồng.")
    assert verdict.judgement is REFUTED, verdict.text
    assert verdict.parts[0].differs == (Difference.UNIT,)


def test_a_share_told_in_words_is_shown_as_it_was_said(policies: Assistant) -> None:
    verdict = policies.check(
        "Nghị quyết 03-NQ/TU yêu cầu cứ 10 hồ sơ thì 8 hồ sơ cấp quận được số hóa."
    )
    [part] = [part for part in verdict.parts if part.part.kind is PartKind.FIGURE]
    assert part.judgement is SUPPORTED, verdict.text
    assert part.part.text == "cứ 10 hồ sơ thì 8 hồ sơ"


def test_what_stands_in_a_document_word_for_word_is_supported(policies: Assistant) -> None:
    [hit] = policies.search("kinh phí trồng cây Hải Phòng", k=1)
    document = policies.document(hit.passage.document_id)
    for line in hit.passage.of(document.text).splitlines():
        if len(line.split()) > 8 and "|" not in line:
            assert policies.check(line).judgement is SUPPORTED, line
